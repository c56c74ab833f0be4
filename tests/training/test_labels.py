"""Pages that were labelled block by block, to learn from."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

pytest.importorskip("numba", reason="Numba is not installed (extra `train`)")

from articleparse.roles import STORY, Role
from articleparse.roles.weights import ROLES
from tests.roles.blocks_by_hand import PROSE
from tools.train_roles.corpus import Truth, units_of
from tools.train_roles.examples import example
from tools.train_roles.labels import read_labels, with_labels

DUMP = "\n\n".join(["[Home](#)", "# Bridge opens", "At last", "Ada Bell", *PROSE, "Cars queue", "Ada Bell"]) + "\n"
SILVER = Truth("bridge", "The Daily", "GB", "Bridge", (), (), ((None, PROSE[:1]),), "", (), (), (), True)
FIRST, LAST = 9, 9 + 2 * (len(PROSE) - 1)
KNOWN = {
    3: Role.HEADLINE,
    5: Role.DECK,
    7: Role.BYLINE,
    **dict.fromkeys(range(FIRST, LAST + 1), Role.PARAGRAPH),
    LAST + 2: Role.CAPTION,
}


def labelled(tmp_path: Path) -> Truth:
    """What is known of a page that has been labelled."""
    folder = tmp_path / "dumps" / "hash"
    folder.mkdir(parents=True)
    (folder / "bridge.txt").write_text(DUMP, encoding="utf-8")
    return with_labels(tmp_path, [SILVER], {"bridge": KNOWN})[0]


def test_labels_are_a_full_annotation(tmp_path: Path) -> None:
    """Labels tell title, decks, sections and captions, better than an extractor does."""
    truth = labelled(tmp_path)
    assert truth.is_full
    assert (truth.title, truth.decks) == ("Bridge opens", ("At last",))
    assert truth.sections == ((None, tuple(PROSE)),)
    assert truth.captions == (("Cars queue", ""),)


def test_every_block_learns_its_label(tmp_path: Path) -> None:
    """A labelled block can have its role only; one without a label, though it says the same, is beside the story."""
    one = example(units_of(DUMP), labelled(tmp_path))
    assert one is not None
    roles = [{ROLES[role] for role in possible} for possible in one.roles]
    story = [{Role.PARAGRAPH}] * len(PROSE)
    assert roles[1:-1] == [{Role.HEADLINE}, {Role.DECK}, {Role.BYLINE}, *story, {Role.CAPTION}]
    assert Role.BYLINE not in roles[-1]
    assert Role.PARAGRAPH not in roles[0] | roles[-1]


def test_pages_without_labels(tmp_path: Path) -> None:
    """A page without labels stays as it is."""
    other = attrs.evolve(SILVER, page="tunnel")
    assert with_labels(tmp_path, [other], {"bridge": KNOWN}) == [other]


def test_labels_that_the_project_has() -> None:
    """Each labelled page has one headline and a story."""
    known = read_labels()
    assert known
    for roles in known.values():
        assert [*roles.values()].count(Role.HEADLINE) == 1
        assert STORY & {*roles.values()}
