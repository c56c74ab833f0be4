"""Blocks whose syntax says what they are for, whatever they were judged to be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from articleparse.article import adjust_roles
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.roles import Judgement, Role
from articleparse.vocabulary import load_vocabulary
from tests.support.syntax import read


def adjusted(text: str, roles: Sequence[Role], dialect: str = "unknown") -> list[tuple[Role, str]]:
    """The role that each block has in the end, and why where it is another than it was judged to have."""
    units = read(text, dialect).units
    _, found = adjust_roles(units, [Judgement(role) for role in roles], FieldReader(load_vocabulary()), Diagnostics())
    return [(judgement.role, judgement.reason) for judgement in found]


@pytest.mark.parametrize("beside", [Role.CAPTION, Role.CREDIT])
def test_picture_beside_its_caption(beside: Role) -> None:
    """A picture that was taken for furniture is a figure where a caption or a credit stands beside it."""
    found = adjusted("![](a.jpg)\n\nThe bridge at night\n", [Role.OTHER, beside])
    assert found[0] == (Role.FIGURE, "a picture whose caption is beside it")


@pytest.mark.parametrize("text", ["![](a.jpg)\n\nPrint\n", "![](a.jpg) Home\n\nThe bridge at night\n"])
def test_other_pictures(text: str) -> None:
    """A picture beside a button stays what it is, and so does one with words in its block."""
    beside = Role.CONTROL if "Print" in text else Role.CAPTION
    assert adjusted(text, [Role.OTHER, beside])[0] == (Role.OTHER, "")


def test_fences_of_a_header() -> None:
    """The rules around a header's fields are furniture; a rule elsewhere is a separator."""
    text = "---\ntitle: Rain\n---\n\nIt rained.\n\n* * *\n\nIt stopped.\n"
    roles = [Role.SEPARATOR, Role.OTHER, Role.SEPARATOR, Role.PARAGRAPH, Role.SEPARATOR, Role.PARAGRAPH]
    found = adjusted(text, roles)
    assert [role for role, _ in found] == [*[Role.OTHER] * 3, Role.PARAGRAPH, Role.SEPARATOR, Role.PARAGRAPH]
    assert found[0][1] == found[2][1] == "it fences the header"


def test_targets_of_links() -> None:
    """A line of the list of targets below a dump is furniture."""
    found = adjusted("It [rained](#).\n\n[1]: https://daily.example/\n", [Role.PARAGRAPH, Role.LIST])
    assert found[1] == (Role.OTHER, "the target of a link stands in it")
