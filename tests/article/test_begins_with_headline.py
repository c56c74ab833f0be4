"""Dumps of text extractors, which begin with the headline and mark nothing."""

from __future__ import annotations

import pytest

from articleparse.roles import Judgement, Role
from tests.article.making import make_judged
from tests.roles.blocks_by_hand import PROSE, Page

FIRST, SECOND = "The bridge stays closed", "Nobody knows when cars will cross the river again"


def headline_and_decks(sure: tuple[float, float], first: str = FIRST, *, above: str = "") -> tuple[str, list[str]]:
    """What the article has where the second line was judged the headline, with these confidences of the two."""
    page = Page()
    if above:
        page.line(above)
    page.line(first).line(SECOND).line(PROSE[0])
    judged = [Judgement(Role.NAVIGATION, confidence=0.9)] * bool(above)
    judged += [Judgement(Role.NAVIGATION, confidence=sure[0]), Judgement(Role.HEADLINE, confidence=sure[1])]
    article, _ = make_judged(page.text, page.units, [*judged, Judgement(Role.PARAGRAPH, confidence=0.9)])
    assert article.headline is not None
    return article.headline.text, [deck.text for deck in article.decks]


def test_uncertain_line_at_the_top() -> None:
    """An uncertain line alone above a longer and uncertain headline is the headline, and the other its deck."""
    assert headline_and_decks((0.3, 0.5)) == (FIRST, [SECOND])


@pytest.mark.parametrize(
    ("sure", "first", "above"),
    [((0.9, 0.5), FIRST, ""), ((0.3, 0.9), FIRST, ""), ((0.3, 0.5), "Weather", ""), ((0.3, 0.5), FIRST, "Home")],
)
def test_other_lines(sure: tuple[float, float], first: str, above: str) -> None:
    """Where one of the two is sure, the first is short, or more stands above, the headline is the one judged so."""
    assert headline_and_decks(sure, first, above=above) == (SECOND, [])
