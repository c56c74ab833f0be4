"""The best path, against trying all paths."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.roles.path import best_path
from articleparse.roles.role import STORY, Role, Zone
from articleparse.roles.weights import ROLES, UNIT, ZONES, Weights

SMALL = Weights.from_data(
    {
        "emission": {},
        "transition": {"navigation": {"navigation": 50}, "paragraph": {"paragraph": 100, "crosshead": 25}},
        "zone": {
            "above": {"navigation": 0, "kicker": -50},
            "head": {"headline": 0, "byline": 0},
            "body": {"paragraph": 0, "crosshead": -25},
            "below": {"navigation": 0},
        },
        "passage": {"above": {"head": 0, "body": -200}, "head": {"body": 0}, "body": {"below": -50}},
    }
)
"""Few enough roles that the beam cuts nothing off."""

STATES = [(role, zone) for zone in range(len(ZONES)) for role in SMALL.allowed[zone]]


def total(path: tuple[tuple[int, int], ...], emissions: list[list[int]]) -> float:
    """The score of a path, minus infinity where there is no such way."""
    score, before_role, before_zone = 0, None, 0
    for (role, zone), scores in zip(path, emissions, strict=True):
        enters = zone != before_zone or (before_role is None and zone != 0)
        if (enters and (before_zone, zone) not in SMALL.passage) or (
            (ROLES[role] is Role.HEADLINE) != (enters and ZONES[zone] is Zone.HEAD)
            or (enters and ZONES[zone] is Zone.BODY and ROLES[role] not in STORY)
        ):
            return float("-inf")
        score += SMALL.passage[before_zone, zone] if enters else 0
        score += SMALL.transition[before_role][role] if before_role is not None else 0
        score += SMALL.allowed[zone][role] + scores[role]
        before_role, before_zone = role, zone
    return score


USED = sorted({role for role, _ in STATES})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(-3, 3), min_size=len(USED), max_size=len(USED)), min_size=1, max_size=4))
def test_no_path_is_better(rows: list[list[int]]) -> None:
    """The path found has the highest score of all paths."""
    emissions = [[-100 * UNIT] * len(ROLES) for _ in rows]
    for scores, row in zip(emissions, rows, strict=True):
        for role, score in zip(USED, row, strict=True):
            scores[role] = score * UNIT
    found = tuple((ROLES.index(role), ZONES.index(zone)) for role, zone in best_path(emissions, SMALL))
    best = max(total(path, emissions) for path in product(STATES, repeat=len(emissions)))
    assert total(found, emissions) == best


def scored(navigation: float, paragraph: float) -> list[int]:
    """The scores of a block that is one or the other."""
    scores = [-100 * UNIT] * len(ROLES)
    scores[ROLES.index(Role.NAVIGATION)] = round(navigation * UNIT)
    scores[ROLES.index(Role.PARAGRAPH)] = round(paragraph * UNIT)
    return scores


def test_story_below_furniture() -> None:
    """A summary below the headline, twenty buttons, and then the story: all prose is in the body."""
    headline = [-100 * UNIT] * len(ROLES)
    headline[ROLES.index(Role.HEADLINE)] = 0
    prose, button = scored(-3, 2), scored(0, -1.25)
    path = best_path([headline, prose, *[button] * 20, *[prose] * 20], SMALL)
    assert [path[1], *path[22:]] == [(Role.PARAGRAPH, Zone.BODY)] * 21
