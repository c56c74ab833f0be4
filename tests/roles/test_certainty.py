"""How sure the judgements are, and why."""

from __future__ import annotations

import pytest

from articleparse.roles import Role, classify, explain
from articleparse.roles.certainty import confidence, find_rival, lead, runner_up
from articleparse.roles.weights import ROLES, UNIT, weights
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE, Page, story

WORDS = load_vocabulary()

HEADLINE = ROLES.index(Role.HEADLINE)
PARAGRAPH = ROLES.index(Role.PARAGRAPH)


def scores(**given: int) -> list[int]:
    """A block's scores of all roles, 0 for those that are not given."""
    return [given.get(role.value, 0) for role in ROLES]


def test_lead() -> None:
    """A role's lead over the best other one is negative where that scores higher."""
    own = scores(headline=5, paragraph=3, deck=-1)
    assert lead(own, HEADLINE) == 2
    assert lead(own, PARAGRAPH) == -2
    assert ROLES[runner_up(own, HEADLINE)] is Role.PARAGRAPH
    assert ROLES[runner_up(own, PARAGRAPH)] is Role.HEADLINE


def test_confidence_rises_with_the_margin() -> None:
    """A share between 0 and 1 that grows with the margin, whatever the role."""
    for role in (HEADLINE, PARAGRAPH):
        shares = [confidence(margin, role) for margin in (-50.0, -1.0, 0.0, 1.0, 50.0)]
        assert shares == sorted(shares)
        assert shares[0] == 0.0
        assert shares[-1] == 1.0


def test_rival() -> None:
    """The rival of a headline is the next best one that does not repeat it."""
    page = Page().heading("Bridge stays closed").heading("Bridge stays closed - Daily").heading("Rain").line("Print")
    given = [scores(headline=UNIT * number) for number in (9, 8, 7, 1)]
    assert find_rival(page.units, given, 0) == 2


def test_rival_takes_confidence() -> None:
    """A headline with an equal beside it is less sure than the same one alone."""
    alone = explain(story().units, WORDS)[1]
    rivalled = next(found for found in explain(_with_rival().units, WORDS) if found.role is Role.HEADLINE)
    assert alone.role is Role.HEADLINE
    assert alone.confidence > rivalled.confidence
    assert rivalled.rival is not None


def _with_rival() -> Page:
    page = Page().items("Home", "World", "Sport", linked=True)
    page.heading("Bridge over the river stays closed for another year")
    page.heading("Market square gets a new roof before the winter")
    for text in PROSE:
        page.line(text)
    return page


def test_explains_what_was_judged() -> None:
    """Role, zone and confidence are those of the judgements, and the runner-up is another role."""
    page = story()
    found = explain(page.units, WORDS)
    told = [(item.role, item.zone, item.confidence) for item in found]
    assert told == [(item.role, item.zone, item.confidence) for item in classify(page.units, WORDS)]
    assert all(item.runner_up is not item.role for item in found)
    assert [item.span for item in found] == [unit.node.span for unit in page.units]


def test_evidence_adds_up() -> None:
    """The evidence is the margin, the strongest first, and nothing in it weighs nothing."""
    for found in explain(story().units, WORDS):
        assert sum(item.weight for item in found.evidence) == pytest.approx(found.margin)
        strengths = [abs(item.weight) for item in found.evidence]
        assert strengths == sorted(strengths, reverse=True)
        assert all(strengths)
        assert all(item.feature in weights().emission for item in found.evidence)


def test_nothing() -> None:
    """No blocks, no explanations."""
    assert explain([], WORDS) == []
