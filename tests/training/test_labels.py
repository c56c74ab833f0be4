"""The roles that readers gave to the blocks of pages."""

from __future__ import annotations

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.roles import STORY, Role
from tests.roles.blocks_by_hand import PROSE
from tests.training.making import DUMP
from tools.train import labels
from tools.train.corpus import units_of
from tools.train.labels import BESIDE, furniture, hashes, read_labels, roles_of_labels, roles_of_reading

LINES = {"headline": 4, "byline": 6, "paragraph": "8-12"}
"""Where blocks of the dump begin."""


def known(digits: str) -> dict[str, dict[str, object]]:
    """Labels of the page, for blocks with these hashes."""
    return {"bridge": {"roles": {role: str(lines) for role, lines in LINES.items()}, "hashes": digits}}


def test_reading() -> None:
    """A reader's gold names lines, and a block has the role of the first of its lines that is named."""
    reading = {
        "lines": {"headline": [4], "byline": [6], "paragraphs": [[8], [10], [12]], "captions": [[14]]},
        "captions": [{"text": "Print", "credit": None}],
    }
    found = roles_of_reading(DUMP, units_of(DUMP), reading)
    story = [Role.PARAGRAPH] * len(PROSE)
    assert found == [None, Role.HEADLINE, Role.BYLINE, *story, Role.CAPTION, None]


def test_credit_alone() -> None:
    """A caption without text is a credit."""
    reading = {"lines": {"captions": [[14]]}, "captions": [{"text": "", "credit": "Jane Doe"}]}
    assert roles_of_reading(DUMP, units_of(DUMP), reading)[-2] is Role.CREDIT


def test_labels_are_for_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels are laid on the text that they were made for, and refused for any other."""
    units = units_of(DUMP)
    monkeypatch.setattr(labels, "read_labels", lambda: known(hashes(units[1:6])))
    assert roles_of_labels("bridge", DUMP, units)[1:3] == [Role.HEADLINE, Role.BYLINE]
    other = DUMP.replace("Jane", "Joan")
    with pytest.raises(ValueError, match="bridge are for another text"):
        roles_of_labels("bridge", other, units_of(other))


def test_labels_that_the_project_has() -> None:
    """Each labelled page has one headline and a story, and four digits for each labelled block."""
    rows = read_labels()
    assert rows
    for row in rows.values():
        roles = {Role(role) for role in row["roles"]}
        assert "-" not in row["roles"]["headline"]
        assert Role.HEADLINE in roles
        assert STORY & roles
        assert len(row["hashes"]) % 4 == 0


def test_furniture() -> None:
    """What no reader names is furniture of the kind that was guessed; where that is none, of any kind."""
    assert furniture(Role.TAGS) == {Role.TAGS}
    assert furniture(Role.OTHER) == {Role.OTHER, Role.NAVIGATION}
    assert furniture(Role.PARAGRAPH) == furniture(None) == BESIDE
