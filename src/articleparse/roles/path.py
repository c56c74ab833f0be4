"""The best path: one role a block, so that the sum of all weights is the highest (Viterbi).

A state is a role in a zone, and zones follow each other in one direction only: that is how a story holds
together, has one headline, and has its furniture above, within and below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from articleparse.roles.role import STORY, Role, Zone
from articleparse.roles.weights import ROLES, UNIT, ZONES, Weights

_BEAM = 5
"""Roles that are followed up for each block and zone. Measured: with four, decks and plain text score less; six and
more change next to nothing and cost their square."""

_WIDEST = 8
"""Roles that are looked at for each block at all."""

_RANGE = 4 * UNIT
"""Roles that score this much below the best one are not followed up: transitions weigh less."""

_HOPELESS = 60 * UNIT
"""Zones whose best path is this much below the best of all are given up. Measured: with 60 pages score as without a
limit; with 12 stories are lost that stand below a long menu or many buttons."""

_BEHIND = 3 * UNIT
"""Paths this much below the best one of their zone are given up: more than two transitions can differ by."""

_NEVER = -1 << 62

_HEADLINE = ROLES.index(Role.HEADLINE)
_BODY = frozenset(ROLES.index(role) for role in STORY)
_ABOVE = ZONES.index(Zone.ABOVE)
_HEAD = ZONES.index(Zone.HEAD)
_BODY_ZONE = ZONES.index(Zone.BODY)
_ALL = frozenset(range(len(ROLES)))
_OPENERS = [{Zone.HEAD: frozenset({_HEADLINE}), Zone.BODY: _BODY}.get(zone, _ALL) for zone in ZONES]
"""What a zone can begin with: the head with the headline, the body with a block of the story, the rest with all."""

_State = tuple[int, Sequence[int], int, int, "_State | None"]
"""Score so far, weights of the roles that may follow, role, zone, and the state before."""

_Beam = list[tuple[int, list[_State]]]
"""For each zone its best score and the states that are followed up."""

_NO_WAY: tuple[int, list[_State]] = (_NEVER, [])
"""A zone that the path cannot be in."""


def best_path(
    emissions: Sequence[Sequence[int]], weights: Weights, *, is_brief: bool = False
) -> list[tuple[Role, Zone]]:
    """The role and the zone of each block, given the score of each role for each block.

    A page that begins with its story, without a headline, pays nothing for that if it `is_brief`.
    Time is linear in the number of blocks. Of equal paths it is always the same one that wins.
    """
    if not emissions:
        return []
    beam = _starts(emissions[0], weights, is_brief=is_brief)
    for scores in emissions[1:]:
        beam = _pruned(_step(scores, beam, weights))
    last: _State | None = max([state for _, states in beam for state in states], key=itemgetter(0))
    path = []
    while last is not None:
        path.append((ROLES[last[2]], ZONES[last[3]]))
        last = last[4]
    return path[::-1]


def _near(scores: Sequence[int]) -> list[int]:
    """The roles that can be in question for a block, the best first."""
    least = max(scores) - _RANGE
    near = [role for role, score in enumerate(scores) if score >= least]
    near.sort(key=scores.__getitem__, reverse=True)
    return near[:_WIDEST]


def _candidates(scores: Sequence[int], near: Sequence[int], allowed: Mapping[int, int]) -> list[tuple[int, int]]:
    """The best roles of a zone with their scores; where none of the best can stand in the zone, the best that can."""
    found = [(scores[role] + allowed[role], role) for role in near if role in allowed]
    if len(found) > _BEAM:
        found.sort(reverse=True)
        del found[_BEAM:]
    return found or [max((scores[role] + weight, -role, role) for role, weight in allowed.items())[::2]]


def _starts(scores: Sequence[int], weights: Weights, *, is_brief: bool) -> _Beam:
    """The states of the first block: a page begins above its headline, or with the opening of a later zone."""
    near = _near(scores)
    beam: _Beam = []
    for zone, allowed in enumerate(weights.allowed):
        is_free = zone == _ABOVE or (zone == _BODY_ZONE and is_brief)
        entry = 0 if is_free else weights.passage.get((_ABOVE, zone))
        states: list[_State] = []
        if entry is not None:
            for score, role in _candidates(scores, near, allowed):
                if role in _OPENERS[zone]:
                    states.append((score + entry, weights.transition[role], role, zone, None))
        beam.append((max([state[0] for state in states], default=_NEVER), states))
    return beam


def _step(scores: Sequence[int], beam: _Beam, weights: Weights) -> _Beam:
    """For each zone and candidate the best way to it: on within the zone, or over from an earlier one."""
    near = _near(scores)
    following: _Beam = []
    reached = False  # whether there is a state in this zone or before
    for zone, allowed in enumerate(weights.allowed):
        within = beam[zone][1]
        across = _across(zone, beam, weights) if reached else ()
        if within or across:
            reached = True
            following.append(_best_ways(zone, _candidates(scores, near, allowed), within, across, weights))
        else:
            following.append(_NO_WAY)
    return following


def _best_ways(
    zone: int,
    candidates: Sequence[tuple[int, int]],
    within: Sequence[_State],
    across: Sequence[tuple[int, _State]],
    weights: Weights,
) -> tuple[int, list[_State]]:
    """The best state of each candidate, and the best score: of two equal ways to it the first is taken."""
    top = _NEVER
    states: list[_State] = []
    for score, role in candidates:
        best, before = _NEVER, None
        for state in within if role != _HEADLINE else ():
            total = state[0] + state[1][role]
            if total > best:
                best, before = total, state
        for entry, state in across if role in _OPENERS[zone] else ():
            total = state[0] + state[1][role] + entry
            if total > best:
                best, before = total, state
        if before is not None:
            states.append((best + score, weights.transition[role], role, zone, before))
            top = max(top, best + score)
    return top, states


def _across(zone: int, beam: _Beam, weights: Weights) -> Sequence[tuple[int, _State]]:
    """The ways into a zone from the earlier ones, without those that are hopelessly behind the ways within it.

    Each is what it costs to come from a state, and the state. A headline can only be come to from outside: to its zone
    all ways count.
    """
    least = _NEVER if zone == _HEAD else beam[zone][0] - _BEHIND
    return [
        (entry, state)
        for earlier, entry in weights.ways_in[zone]
        if beam[earlier][0] + entry >= least
        for state in beam[earlier][1]
        if state[0] + entry >= least
    ]


def _pruned(beam: _Beam) -> _Beam:
    """Without the states that no later block can make up for."""
    least = max([top for top, _ in beam]) - _HOPELESS
    return [
        (top, [state for state in states if state[0] >= top - _BEHIND]) if top >= least else _NO_WAY
        for top, states in beam
    ]
