"""The loops that training spends its time in, compiled: the best path, and one step of learning.

Tables are arrays of roles and zones by their indices; what is impossible is minus infinity.
"""

# mypy: disable-error-code="misc, no-any-unimported"

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bits = NDArray[np.bool_]
Ints = NDArray[np.int64]

NEVER = -np.inf
_BEAM = 6
_ABOVE, _HEAD = 0, 1


@njit(cache=True)
def best_path(
    scores: Floats,
    possible: Bits,
    opens: Bits,
    zones: Floats,
    transition: Floats,
    passage: Floats,
    headline: int,
    must_have: bool,
    narrow: bool,
) -> Any:
    """The role and the zone of each block on the path with the highest sum; empty where there is no path.

    Possible roles are followed up in the order of their scores, `_BEAM` of them a zone; with `narrow` only the first
    `2 * _BEAM` of a block are looked at. `opens` says which roles a zone can begin with.
    """
    blocks, count = len(scores), len(zones)
    totals = np.full((blocks, count * _BEAM), NEVER)
    roles = np.full((blocks, count * _BEAM), -1, dtype=np.int64)
    before = np.full((blocks, count * _BEAM), -1, dtype=np.int64)
    for block in range(blocks):
        _follow_up(scores[block], possible[block], zones, narrow, roles[block])
        for state in range(count * _BEAM):
            zone, role = state // _BEAM, roles[block, state]
            if role < 0:
                continue
            own = scores[block, role] + zones[zone, role]
            if block == 0:
                if opens[zone, role]:
                    totals[block, state] = own + (passage[_ABOVE, zone] if zone != _ABOVE else 0.0)
                continue
            stays = not (zone == _HEAD and role == headline)
            earliest = 0 if opens[zone, role] else zone
            best, origin = _origin(
                totals[block - 1], roles[block - 1], transition[:, role], passage[:, zone], zone, earliest, stays
            )
            totals[block, state], before[block, state] = own + best, origin
    return _walk_back(totals, roles, before, _BEAM if must_have else 0)


@njit(cache=True)
def _follow_up(scores: Floats, possible: Bits, zones: Floats, narrow: bool, roles: Ints) -> None:
    """Write the roles of a block that are followed up into the places of each zone."""
    filled = np.zeros(len(zones), dtype=np.int64)
    looked = 0
    for role in np.argsort(-scores, kind="mergesort"):
        if not possible[role]:
            continue
        looked += 1
        if narrow and looked > 2 * _BEAM:
            return
        for zone in range(len(zones)):
            if zones[zone, role] > NEVER and filled[zone] < _BEAM:
                roles[zone * _BEAM + filled[zone]] = role
                filled[zone] += 1


@njit(cache=True)
def _origin(totals: Floats, roles: Ints, follows: Floats, entry: Floats, zone: int, earliest: int, stays: bool) -> Any:
    """The best state to come from, and its sum: one of the same zone if the path `stays`, or of an earlier one."""
    best, origin = NEVER, -1
    for step in range(zone - earliest + 1):
        other = zone if step == 0 else earliest + step - 1
        if (other == zone and not stays) or (other != zone and entry[other] == NEVER):
            continue
        for state in range(other * _BEAM, (other + 1) * _BEAM):
            if totals[state] > NEVER:
                total = totals[state] + follows[roles[state]] + (entry[other] if other != zone else 0.0)
                if total > best:
                    best, origin = total, state
    return best, origin


@njit(cache=True)
def _walk_back(totals: Floats, roles: Ints, before: Ints, first: int) -> Any:
    """The path that ends in the best state from `first` on; empty where there is none."""
    blocks, states = totals.shape
    path = np.empty((blocks, 2), dtype=np.int64)
    state = first + np.argmax(totals[blocks - 1, first:states])
    if totals[blocks - 1, state] == NEVER:
        return path[:0]
    for block in range(blocks - 1, -1, -1):
        path[block, 0], path[block, 1] = roles[block, state], state // _BEAM
        state = before[block, state]
    return path


@njit(cache=True)
def score(features: Ints, bounds: Ints, emission: Floats) -> Any:
    """The score of each role for each block: the sum of the rows of its features."""
    blocks = len(bounds) - 1
    scores = np.zeros((blocks, emission.shape[1]))
    for block in range(blocks):
        for at in range(bounds[block], bounds[block + 1]):
            scores[block] += emission[features[at]]
    return scores


@njit(cache=True)
def difference(
    features: Ints, bounds: Ints, movable: Bits, right: Ints, wrong: Ints, roles: int, counts: Floats
) -> Any:
    """Where the right path has a feature for a role more often than the wrong one: place (feature, role) and count.

    `counts` is room to count in: zeros before and after.
    """
    touched = np.empty(2 * len(features), dtype=np.int64)
    size = 0
    for block in range(len(bounds) - 1):
        good, bad = right[block, 0], wrong[block, 0]
        if good == bad:
            continue
        for at in range(bounds[block], bounds[block + 1]):
            name = features[at]
            if movable[name]:
                counts[name, good] += 1.0
                counts[name, bad] -= 1.0
                touched[size], touched[size + 1] = name * roles + good, name * roles + bad
                size += 2
    places = np.empty(size, dtype=np.int64)
    values = np.empty(size)
    found = 0
    for place in touched[:size]:
        count = counts[place // roles, place % roles]
        if count != 0.0:
            places[found], values[found] = place, count
            found += 1
            counts[place // roles, place % roles] = 0.0
    return places[:found], values[:found]


@njit(cache=True)
def count_pairs(features: Ints, bounds: Ints, ranks: Ints, right: Ints, wrong: Ints, counts: Floats) -> None:
    """Add to `counts` what the right path has more often than the wrong one: each two features with a class of roles.

    `ranks` are the features' places in `counts`, those below 0 have none; `right` and `wrong` are the blocks' classes.
    """
    for block in range(len(bounds) - 1):
        good, bad = right[block], wrong[block]
        if good == bad:
            continue
        for at in range(bounds[block], bounds[block + 1]):
            one = ranks[features[at]]
            if one < 0:
                continue
            for beside in range(bounds[block], bounds[block + 1]):
                other = ranks[features[beside]]
                if other >= one:
                    counts[one, other, good] += 1.0
                    counts[one, other, bad] -= 1.0
