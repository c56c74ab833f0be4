"""The best path: one role a block, so that the sum of all scores is the highest (Viterbi), and nothing is cut off.

A state is a class of roles in a zone, and zones follow each other in one direction only: that is how a story holds
together, has at most one headline, and has its furniture above, within and below. Of a class's roles the path takes the
one that scores highest for the block, for what follows is the same for all of them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from articleparse.roles.network import Numbers, Ways
from articleparse.roles.role import ALLOWED, FOLLOWED_ALIKE, INDEX, OPENERS, ROLES, ZONES, Role, Zone

_NEVER = -float(1 << 48)
"""What forbidden states score: so little that no path makes up for it, and far from where whole numbers end."""

CLASSES = tuple(tuple(sorted(INDEX[role] for role in roles)) for roles in FOLLOWED_ALIKE)
"""The roles of each class, as indices of `ROLES`."""

_IN_CLASSES = [role for roles in CLASSES for role in roles]
_STARTS = [sum(map(len, CLASSES[:at])) for at in range(len(CLASSES))]


class Rules(NamedTuple):
    """What is forbidden, as what is added to a score: 0, or a number that no path makes up for."""

    zone: Numbers  # zone, role: where the role can't stand
    within: Numbers  # zone, class: what can't follow in the same zone
    opens: Numbers  # zone, class: what the zone can't begin with


@cache
def rules() -> Rules:
    """Return the rules that `role` has."""
    zone = np.full((len(ZONES), len(ROLES)), _NEVER)
    within, opens = np.zeros((2, len(ZONES), len(CLASSES)))
    for at, name in enumerate(ZONES):
        zone[at, [INDEX[role] for role in ALLOWED[name]]] = 0
        openers = OPENERS.get(name, frozenset(Role))
        opens[at] = [0 if roles <= openers else _NEVER for roles in FOLLOWED_ALIKE]
    within[ZONES.index(Zone.HEAD), FOLLOWED_ALIKE.index(frozenset({Role.HEADLINE}))] = _NEVER
    return Rules(zone, within, opens)


def best_path(scores: Numbers, ways: Ways) -> list[tuple[Role, Zone]]:
    """Return the role and the zone of each block, given the score of each role for each block (blocks x roles).

    Time and memory are linear in the number of blocks. Of equal paths it is always the same one that wins.
    """
    if not len(scores):
        return []
    forbidden = rules()
    moves = _moves(ways, forbidden)
    cells = scores[:, None, :] + (ways.zone + forbidden.zone)  # block, zone, role
    best = np.maximum.reduceat(cells[:, :, _IN_CLASSES], _STARTS, axis=2)  # block, zone, class: as yet without the ways
    best[0] += ways.start[:, None] + forbidden.opens
    best = best.reshape(len(best), -1)
    before = best[0]
    for index in range(1, len(best)):
        before = np.add(best[index], np.maximum.reduce(before[:, None] + moves), out=best[index])
    return [
        (ROLES[max(CLASSES[kind], key=cells[index, zone].__getitem__)], ZONES[zone])
        for index, (zone, kind) in enumerate(_back(best, moves.T))
    ]


def _moves(ways: Ways, forbidden: Rules) -> Numbers:
    """What it is worth to come from a state to a state; a state is a class in a zone."""
    zones, classes = len(ZONES), len(CLASSES)
    moves = np.full((zones, classes, zones, classes), _NEVER)
    for before in range(zones):
        moves[before, :, before] = ways.transition + forbidden.within[before]
        for zone in range(before + 1, zones):
            moves[before, :, zone] = ways.transition + ways.passage[before, zone] + forbidden.opens[zone]
    return moves.reshape(zones * classes, -1)


def _back(best: Numbers, came: Numbers) -> list[tuple[int, int]]:
    """Zone and class of each block, found from the last one back; of equally good ones the first.

    `came` is what it is worth for each state to come from each state.
    """
    state = int(best[-1].argmax())
    path = [state]
    for states in best[-2::-1]:
        state = int((states + came[state]).argmax())
        path.append(state)
    return [divmod(state, len(CLASSES)) for state in reversed(path)]
