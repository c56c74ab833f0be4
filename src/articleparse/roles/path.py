"""The best path: one role a block, so that the sum of all weights is the highest (Viterbi).

A state is a role in a zone, and zones follow each other in one direction only: that is how a story holds
together, has one headline, and has its furniture above, within and below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from articleparse.roles.role import STORY, Role, Zone
from articleparse.roles.weights import ROLES, ZONES, Weights

_BEAM = 4
"""Roles that are followed up for each block and zone. More changes next to nothing and costs its square."""

_RANGE = 7.0
"""Roles that score this much below the best one are not followed up: transitions weigh less."""

_HOPELESS = 25.0
"""Paths this much below the best one are given up."""

_NEVER = float("-inf")

_HEADLINE = ROLES.index(Role.HEADLINE)
_BODY = frozenset(ROLES.index(role) for role in STORY)
_ABOVE = ZONES.index(Zone.ABOVE)
_OPENERS = {ZONES.index(Zone.HEAD): frozenset({_HEADLINE}), ZONES.index(Zone.BODY): _BODY}
"""What a zone can begin with: the head with the headline, the body with a block of the story, the rest with all."""

_State = tuple[float, int, int, "_State | None"]
"""Score so far, role, zone, and the state before."""


def best_path(emissions: Sequence[Sequence[float]], weights: Weights) -> list[tuple[Role, Zone]]:
    """The role and the zone of each block, given the score of each role for each block.

    Time is linear in the number of blocks. Of two equal paths the one with the earlier roles in `Role` wins.
    """
    if not emissions:
        return []
    beam: list[list[_State]] = [[] for _ in ZONES]
    first = True
    for scores in emissions:
        order = _order(scores)
        following = []
        for zone, allowed in enumerate(weights.allowed):
            candidates = _candidates(scores, order, allowed)
            following.append(_starts(candidates, zone, weights) if first else _step(candidates, zone, beam, weights))
        beam, first = _pruned(following), False
    last: _State | None = max((state for states in beam for state in states), key=lambda state: state[0])
    path = []
    while last is not None:
        path.append((ROLES[last[1]], ZONES[last[2]]))
        last = last[3]
    return path[::-1]


def _order(scores: Sequence[float]) -> list[int]:
    """The roles that can be in question for a block, the best first."""
    least = max(scores) - _RANGE
    near = [role for role, score in enumerate(scores) if score >= least]
    near.sort(key=scores.__getitem__, reverse=True)
    return near


def _candidates(scores: Sequence[float], order: Sequence[int], allowed: Mapping[int, float]) -> list[tuple[float, int]]:
    """The best roles of a zone with their scores; where none of the best can stand in the zone, the best that can."""
    found = [(scores[role] + allowed[role], role) for role in order if role in allowed]
    if len(found) > _BEAM:
        found.sort(key=_by_score)
        del found[_BEAM:]
    return found or [max((scores[role] + weight, -role, role) for role, weight in allowed.items())[::2]]


def _by_score(candidate: tuple[float, int]) -> float:
    return -candidate[0]


def _pruned(beam: list[list[_State]]) -> list[list[_State]]:
    """Without the zones that no later block can make up for."""
    tops = [max([state[0] for state in states]) if states else _NEVER for states in beam]
    least = max(tops) - _HOPELESS
    return [states if top >= least else [] for states, top in zip(beam, tops, strict=True)]


def _starts(candidates: Sequence[tuple[float, int]], zone: int, weights: Weights) -> list[_State]:
    """The states of the first block: a page begins above its headline, or with the opening of a later zone."""
    entry = 0.0 if zone == _ABOVE else weights.passage.get((_ABOVE, zone))
    if entry is None:
        return []
    openers = _OPENERS.get(zone)
    return [(score + entry, role, zone, None) for score, role in candidates if openers is None or role in openers]


def _step(
    candidates: Sequence[tuple[float, int]], zone: int, beam: Sequence[Sequence[_State]], weights: Weights
) -> list[_State]:
    """For each candidate the best way to it: on within the zone, or over from an earlier one."""
    transition = weights.transition
    within = [(state[0], transition[state[1]], state) for state in beam[zone]]
    across = []
    for earlier in range(zone):
        states_there = beam[earlier]
        if states_there and (earlier, zone) in weights.passage:
            entry = weights.passage[earlier, zone]
            across += [(state[0] + entry, transition[state[1]], state) for state in states_there]
    if not within and not across:
        return []
    openers = _OPENERS.get(zone)
    states: list[_State] = []
    for score, role in candidates:
        ways = within if role != _HEADLINE else []
        if across and (openers is None or role in openers):
            ways = ways + across
        best, before = _NEVER, None
        for total, row, state in ways:
            if total + row[role] > best:
                best, before = total + row[role], state
        if before is not None:
            states.append((best + score, role, zone, before))
    return states
