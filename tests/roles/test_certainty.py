"""How sure the judgements are, and why."""

from __future__ import annotations

import numpy as np
import pytest

from articleparse.roles import PageKind, Role, explain, judge
from articleparse.roles.certainty import GROUPS, KINDS, confidences, find_rival, kind_of, margins, share
from articleparse.roles.features import features
from articleparse.roles.network import UNIT, Numbers, network
from articleparse.roles.occlusion import Occlusion
from articleparse.roles.registry import NAMES, numbers_of
from articleparse.roles.role import INDEX, ROLES
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE, Page, story

WORDS = load_vocabulary()


def scores(**given: int) -> Numbers:
    """A block's scores of all roles, 0 for those that are not given."""
    return np.array([given.get(role.value, 0) * UNIT for role in ROLES], np.float64)


def test_margin() -> None:
    """A role's margin over the best other one is negative where that scores higher."""
    page, given = Page().line("A").line("B"), np.stack([scores(deck=5, paragraph=3), scores(deck=5, paragraph=3)])
    first, second = margins(page.units, given, [Role.DECK, Role.PARAGRAPH])
    assert (first.lead, first.runner_up) == (2.0, Role.PARAGRAPH)
    assert (second.lead, second.runner_up) == (-2.0, Role.DECK)


def test_share_rises_with_the_margin() -> None:
    """A share between 0 and 1 that grows with the margin."""
    shares = [share(margin, (0.5, 1.5)) for margin in (-5000.0, -1.0, 0.0, 1.0, 5000.0)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_groups_have_their_own_lines() -> None:
    """A headline with the margin of a paragraph is not as sure as that."""
    page, given = Page().line("A").line("B"), np.stack([scores(headline=2), scores(paragraph=2)])
    lines = np.zeros((len(GROUPS), 2), np.float32)
    lines[GROUPS.index("story")] = (9, 1)
    sure = confidences(page.units, given, [Role.HEADLINE, Role.PARAGRAPH], lines)
    assert sure == [0.5, 1.0]


def test_kind() -> None:
    """The kind is the one that scores highest, and surer the further it is ahead."""
    lines = np.ones((len(GROUPS), 2), np.float32)
    given = np.zeros(len(KINDS))
    given[KINDS.index(PageKind.THREAD)] = 2 * UNIT
    assert kind_of(given, lines) == (PageKind.THREAD, share(2.0, (1, 1)))


def test_rival() -> None:
    """The rival of a headline is the next best one that does not repeat it."""
    page = Page().heading("Bridge stays closed").heading("Bridge stays closed - Daily").heading("Rain").line("Print")
    given = np.stack([scores(headline=number) for number in (9, 8, 7, 1)])
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
    assert told == [(item.role, item.zone, item.confidence) for item in judge(page.units, WORDS).judgements]
    assert all(item.runner_up is not item.role for item in found)
    assert [item.span for item in found] == [unit.node.span for unit in page.units]


def test_evidence() -> None:
    """Evidence is the strongest first, weighs something, and names features, blocks beside the block, or the page."""
    for found in explain(story().units, WORDS):
        strengths = [abs(item.weight) for item in found.evidence]
        assert strengths == sorted(strengths, reverse=True)
        assert all(strengths)
        named = {item.feature for item in found.evidence}
        assert named & {*NAMES}
        assert {name for name in named - {*NAMES} if " before: " not in name and " behind: " not in name} <= {"page"}


def blocks_of_story() -> list[list[int]]:
    """The features of the story's blocks."""
    return [numbers_of(dict.fromkeys(own)) for own in features(story().units, WORDS)]


def test_whole_is_the_network() -> None:
    """With nothing left out the scores are those of the network."""
    blocks = blocks_of_story()
    whole, given = Occlusion(network(), blocks), network().scores(blocks).roles
    for index, scores in enumerate(whole.scores(range(len(blocks)))):
        assert scores[0].tolist() == given[index].tolist()


def test_without_a_feature() -> None:
    """On a page of one block, leaving a feature out is to judge the block without it, its page as it was."""
    model = network()
    (own,) = blocks_of_story()[1:2]
    whole, without = Occlusion(model, [own]), Occlusion(model, [own[1:]])
    without._page = whole._page
    (full,), (partly,) = whole.scores(range(1)), without.scores(range(1))
    assert full[1].tolist() == partly[0].tolist()
    role, other = INDEX[Role.HEADLINE], INDEX[Role.CROSSHEAD]
    lost = (full[0] - partly[0])[[role, other]]
    (losses,) = whole.losses(range(1), [role], [other])
    assert losses[0] == pytest.approx((lost[0] - lost[1]) / UNIT)


def test_without_a_block() -> None:
    """Of two blocks, hiding the other is to judge the block as if it stood alone, the page as it was."""
    model = network()
    blocks = blocks_of_story()[1:3]
    both, alone = Occlusion(model, blocks), Occlusion(model, blocks[:1])
    alone._page = both._page
    assert both.seen(0) == [1]
    assert both.scores(range(1))[0][1 + len(blocks[0])].tolist() == alone.scores(range(1))[0][0].tolist()


def test_nothing() -> None:
    """No blocks, no explanations."""
    assert explain([], WORDS) == []
