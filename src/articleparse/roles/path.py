"""The best path: one role a block, so that the sum of all weights is the highest (Viterbi).

A state is a role in a zone, and zones follow each other in one direction only: that is how a story holds
together, has one headline, and has its furniture above, within and below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from articleparse.roles.role import STORY, Role, Zone
from articleparse.roles.weights import ROLES, UNIT, ZONES, Weights

_BEAM = 4
"""Roles that are followed up for each block and zone. More changes next to nothing and costs its square."""

_WIDEST = 8
"""Roles that are looked at for each block at all."""

_RANGE = 4 * UNIT
"""Roles that score this much below the best one are not followed up: transitions weigh less."""

_HOPELESS = 12 * UNIT
"""Zones whose best path is this much below the best of all are given up. Measured: with 12 the annotated pages score
as with 25, with 8 their bodies score less."""

_BEHIND = 3 * UNIT
"""Paths this much below the best one of their zone are given up: more than two transitions can differ by."""

_NEVER = -1 << 62

_HEADLINE = ROLES.index(Role.HEADLINE)
_BODY = frozenset(ROLES.index(role) for role in STORY)
_ABOVE = ZONES.index(Zone.ABOVE)
_HEAD = ZONES.index(Zone.HEAD)
_OPENERS = {_HEAD: frozenset({_HEADLINE}), ZONES.index(Zone.BODY): _BODY}
"""What a zone can begin with: the head with the headline, the body with a block of the story, the rest with all."""

_State = tuple[int, Sequence[int], int, int, "_State | None"]
"""Score so far, weights of the roles that may follow, role, zone, and the state before."""


def best_path(emissions: Sequence[Sequence[int]], weights: Weights) -> list[tuple[Role, Zone]]:
    """The role and the zone of each block, given the score of each role for each block.

    Time is linear in the number of blocks. Of two equal paths the one with the earlier roles in `Role` wins.
    """
    if not emissions:
        return []
    beam = _starts(emissions[0], weights)
    for scores in emissions[1:]:
        beam = _pruned(_step(scores, beam, weights))
    last: _State | None = max([state for states in beam for state in states], key=_total)
    path = []
    while last is not None:
        path.append((ROLES[last[2]], ZONES[last[3]]))
        last = last[4]
    return path[::-1]


def _total(state: _State) -> int:
    return state[0]


def _near(scores: Sequence[int]) -> list[int]:
    """The roles that can be in question for a block, the best first."""
    least = max(scores) - _RANGE
    near = [(score, -role) for role, score in enumerate(scores) if score >= least]
    near.sort(reverse=True)
    return [-role for _, role in near[:_WIDEST]]


def _candidates(scores: Sequence[int], near: Sequence[int], allowed: Mapping[int, int]) -> list[tuple[int, int]]:
    """The best roles of a zone with their scores; where none of the best can stand in the zone, the best that can."""
    found = [(scores[role] + allowed[role], role) for role in near if role in allowed]
    if len(found) > _BEAM:
        found.sort(reverse=True)
        del found[_BEAM:]
    return found or [max((scores[role] + weight, -role, role) for role, weight in allowed.items())[::2]]


def _starts(scores: Sequence[int], weights: Weights) -> list[list[_State]]:
    """The states of the first block: a page begins above its headline, or with the opening of a later zone."""
    near = _near(scores)
    beam: list[list[_State]] = []
    for zone, allowed in enumerate(weights.allowed):
        entry = 0 if zone == _ABOVE else weights.passage.get((_ABOVE, zone))
        openers = _OPENERS.get(zone)
        states: list[_State] = []
        if entry is not None:
            for score, role in _candidates(scores, near, allowed):
                if openers is None or role in openers:
                    states.append((score + entry, weights.transition[role], role, zone, None))
        beam.append(states)
    return beam


def _step(scores: Sequence[int], beam: list[list[_State]], weights: Weights) -> list[list[_State]]:
    """For each zone and candidate the best way to it: on within the zone, or over from an earlier one."""
    near = _near(scores)
    transition = weights.transition
    following: list[list[_State]] = []
    for zone, allowed in enumerate(weights.allowed):
        within: list[_Way] = [(0, state) for state in beam[zone]]
        across = _across(zone, beam, weights)
        states: list[_State] = []
        if within or across:
            openers = _OPENERS.get(zone)
            for score, role in _candidates(scores, near, allowed):
                ways = within if role != _HEADLINE else []
                if across and (openers is None or role in openers):
                    ways = ways + across
                best, before = _NEVER, None
                for entry, state in ways:
                    total = state[0] + state[1][role] + entry
                    if total > best:
                        best, before = total, state
                if before is not None:
                    states.append((score + best, transition[role], role, zone, before))
        following.append(states)
    return following


_Way = tuple[int, _State]
"""What it costs to come from a state, and the state."""


def _across(zone: int, beam: list[list[_State]], weights: Weights) -> list[_Way]:
    """The ways into a zone from the earlier ones, without those that are hopelessly behind the ways within it.

    A headline can only be come to from outside: to its zone all ways count.
    """
    ways = [(entry, state) for earlier, entry in weights.ways_in[zone] for state in beam[earlier]]
    if ways and beam[zone] and zone != _HEAD:
        least = max([state[0] for state in beam[zone]]) - _BEHIND
        ways = [way for way in ways if way[0] + way[1][0] >= least]
    return ways


def _pruned(beam: list[list[_State]]) -> list[list[_State]]:
    """Without the states that no later block can make up for."""
    tops = [max([state[0] for state in states]) if states else None for states in beam]
    least = max([top for top in tops if top is not None]) - _HOPELESS
    return [
        [state for state in states if state[0] >= top - _BEHIND] if top is not None and top >= least else []
        for states, top in zip(beam, tops, strict=True)
    ]
