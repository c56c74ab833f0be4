"""What a page's body, title and authors tell of its blocks."""

from __future__ import annotations

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.roles import Role
from tests.roles.blocks_by_hand import PROSE
from tests.training.making import DUMP
from tools.train.align import align
from tools.train.corpus import Truth, units_of
from tools.train.labels import BESIDE

TRUTH = Truth("bridge", "daily.example", "Bridge opens", ("Jane Doe",), "\n".join(PROSE), kind="article")


def test_blocks() -> None:
    """Title, body and authors are known by their words; all else is beside the story."""
    found = align(units_of(DUMP), TRUTH, [])
    assert found is not None
    assert found[1] == {Role.HEADLINE}
    assert Role.BYLINE in found[2]
    assert found[3:6] == [{Role.PARAGRAPH}] * len(PROSE)
    assert not {Role.HEADLINE, Role.PARAGRAPH} & (found[0] | found[-1])


def test_guesses_decide_the_rest() -> None:
    """Where the words leave it open, the role is that which earlier weights gave, if it can be."""
    guesses = [Role.TAGS, Role.OTHER, Role.BYLINE, Role.DECK, *[Role.PARAGRAPH] * 2, Role.PARAGRAPH, Role.SEPARATOR]
    found = align(units_of(DUMP), TRUTH, guesses)
    assert found is not None
    assert found[:4] == [{Role.TAGS}, {Role.HEADLINE}, {Role.BYLINE}, {Role.DECK}]
    assert found[6] == BESIDE


def test_passages() -> None:
    """A passage that is of the page for certain is, and one that is not is not, whatever the body says."""
    truth = Truth("bridge", "daily.example", "Bridge opens", body=PROSE[0], inside=(PROSE[1],), outside=(PROSE[0],))
    found = align(units_of(DUMP), truth, [])
    assert found is not None
    assert found[4] == {Role.PARAGRAPH}
    assert Role.PARAGRAPH not in found[3]


def test_nothing_of_the_body() -> None:
    """A dump without anything of the body teaches nothing."""
    assert align(units_of("# Rain\n\n[Home](#)\n"), TRUTH, []) is None
