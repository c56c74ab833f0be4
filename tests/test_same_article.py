"""Thirty converters' dumps of one page are the same article, as far as each dump still holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

import articleparse as ap
from tests.support.facts import FACTS, LOST, loss_table

DUMPS = sorted((Path(__file__).parent / "fixtures" / "dialects").glob("*.txt"))


def test_all_dumps_are_here() -> None:
    """There are thirty dumps, and it is known of each what it has lost."""
    assert [dump.stem for dump in DUMPS] == sorted(LOST)
    assert len(DUMPS) == 30


@pytest.mark.parametrize("dump", DUMPS, ids=[dump.stem for dump in DUMPS])
def test_same_article(dump: Path) -> None:
    """A dump tells every fact of the page that its converter left in it."""
    article = ap.parse_file(dump)
    assert ap.validate(article) == []
    assert ap.unparse(article) == dump.read_bytes().decode("utf-8")
    unseen = {fact for fact, told in FACTS.items() if not told(article)} - LOST[dump.stem]
    assert unseen == set()


def test_docs_tell_what_is_lost() -> None:
    """The table in the docs is the one that these tests go by."""
    docs = Path(__file__).parents[1] / "docs" / "dialects.md"
    assert loss_table() in docs.read_text(encoding="utf-8")
