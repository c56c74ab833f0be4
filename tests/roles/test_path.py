"""The best path, against trying all paths."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.roles.network import UNIT, Ways
from articleparse.roles.path import CLASSES, best_path
from articleparse.roles.role import ALLOWED, INDEX, OPENERS, ROLES, ZONES, Role, Zone

USED = (Role.NAVIGATION, Role.OTHER, Role.HEADLINE, Role.PARAGRAPH, Role.BYLINE)
"""Few enough roles that all paths can be tried; the others score so little that they are on none."""

STATES = [(role, zone) for zone in ZONES for role in USED if role in ALLOWED[zone]]
_LITTLE = -1000 * UNIT


def ways(seed: int) -> Ways:
    """Some worth for every way."""
    random = np.random.default_rng(seed)
    shapes = ((len(ZONES),), (len(CLASSES),) * 2, (len(ZONES), len(ROLES)), (len(ZONES),) * 2)
    return Ways(*(random.integers(-UNIT, UNIT, shape).astype(np.float64) for shape in shapes))


def class_of(role: Role) -> int:
    """The class that a role is followed with."""
    return next(number for number, roles in enumerate(CLASSES) if INDEX[role] in roles)


def test_classes() -> None:
    """Each role is in one class, and a zone begins with all roles of a class or with none."""
    assert sorted(role for roles in CLASSES for role in roles) == [*range(len(ROLES))]
    for roles in CLASSES:
        named = {ROLES[role] for role in roles}
        assert all(named <= openers or not named & openers for openers in OPENERS.values())


def total(path: tuple[tuple[Role, Zone], ...], scores: np.ndarray, given: Ways) -> float:
    """The score of a path, minus infinity where there is no such way."""
    score = 0.0
    before: tuple[Role, Zone] | None = None
    for index, (role, zone) in enumerate(path):
        enters = before is None or before[1] is not zone
        if enters and zone in OPENERS and role not in OPENERS[zone]:
            return float("-inf")
        if not enters and role is Role.HEADLINE:
            return float("-inf")
        score += given.zone[ZONES.index(zone), INDEX[role]] + scores[index, INDEX[role]]
        if before is None:
            score += given.start[ZONES.index(zone)]
        else:
            score += given.transition[class_of(before[0]), class_of(role)]
            first, second = ZONES.index(before[1]), ZONES.index(zone)
            if second < first:
                return float("-inf")
            score += given.passage[first, second] if enters else 0
        before = (role, zone)
    return score


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 1000),
    st.lists(st.lists(st.integers(-3, 3), min_size=len(USED), max_size=len(USED)), min_size=1, max_size=4),
)
def test_no_path_is_better(seed: int, rows: list[list[int]]) -> None:
    """The path found has the highest score of all paths."""
    scores = np.full((len(rows), len(ROLES)), float(_LITTLE))
    for row, own in zip(scores, rows, strict=True):
        row[[INDEX[role] for role in USED]] = np.array(own) * UNIT
    worth = ways(seed)
    found = tuple(best_path(scores, worth))
    assert total(found, scores, worth) == max(total(path, scores, worth) for path in product(STATES, repeat=len(rows)))


def test_one_headline() -> None:
    """However much two blocks speak for it, one at most is the headline."""
    scores = np.zeros((6, len(ROLES)))
    scores[[1, 4], INDEX[Role.HEADLINE]] = 50 * UNIT
    path = best_path(scores, ways(0))
    assert [role for role, _ in path].count(Role.HEADLINE) == 1


def test_nothing() -> None:
    """No blocks, no path."""
    assert best_path(np.zeros((0, len(ROLES))), ways(0)) == []
