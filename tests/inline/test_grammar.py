"""`inline.lark` refuses what is no tree of marks, and the page on it says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from articleparse.tree import Link, Node, find
from tests.support.lalr import driver_tree, lark_tree
from tests.support.soup import dialects, inline_soup
from tests.support.syntax import read

PAGE = Path(__file__).parents[2] / "docs" / "grammar" / "inline.md"

REFUSED = {
    "bold that nothing closes": "RUN STRONG_OPEN TEXT",
    "bold that nothing opens": "RUN TEXT STRONG_CLOSE",
    "a link that nothing closes": "RUN LINK_OPEN TEXT",
    "a link that nothing opens": "RUN LINK_CLOSE",
    "struck text closed as bold": "RUN STRIKETHROUGH_OPEN TEXT STRONG_CLOSE",
    "marks that cross": "RUN STRONG_OPEN EMPHASIS_OPEN TEXT STRONG_CLOSE EMPHASIS_CLOSE",
    "bold that crosses a link": "RUN STRONG_OPEN LINK_OPEN TEXT STRONG_CLOSE LINK_CLOSE",
    "a link within a link": "RUN LINK_OPEN TEXT LINK LINK_CLOSE",
    "a link within bold text within a link": "RUN LINK_OPEN STRONG_OPEN LINK_OPEN LINK_CLOSE STRONG_CLOSE LINK_CLOSE",
    "code in no block": "CODE",
    "text before the first block": "TEXT RUN",
    "bold that reaches over blocks": "RUN STRONG_OPEN TEXT RUN TEXT STRONG_CLOSE",
    "a link that reaches over blocks": "RUN LINK_OPEN RUN LINK_CLOSE",
    "the end of bold text twice": "RUN STRONG_OPEN TEXT STRONG_CLOSE STRONG_CLOSE",
}


@pytest.mark.parametrize("tokens", REFUSED.values(), ids=REFUSED)
def test_refused(tokens: str) -> None:
    """What nests wrongly, or stands in no block, has no tree."""
    assert lark_tree("inline", tokens.split()) is None
    assert driver_tree("inline", tokens.split()) is None


def rows(first: str) -> list[list[list[str]]]:
    """What stands in backticks in each cell, of each row of the table whose first column is `first`."""
    table = PAGE.read_text(encoding="utf-8").split(f"| {first} |")[1].partition("\n\n")[0]
    return [[re.findall("`([^`]*)`", cell) for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


@pytest.mark.parametrize("row", rows("Rule"), ids=lambda row: row[0][0])
def test_rules(row: list[list[str]]) -> None:
    """The sequences of the page are accepted, and refused, as it says."""
    _, accepted, refused = row
    assert all(lark_tree("inline", tokens.split()) is not None for tokens in accepted)
    assert all(lark_tree("inline", tokens.split()) is None for tokens in refused)


def shape(node: Node) -> str:
    """A node's kind, with those of its children in parentheses."""
    inside = " ".join(shape(child) for child in node.children)
    return f"{node.type}({inside})" if inside else node.type


@pytest.mark.parametrize("row", rows("Text"), ids=lambda row: row[0][0])
def test_texts(row: list[list[str]]) -> None:
    """The texts of the page have the nodes that it says."""
    (text,), (nodes,) = row
    (unit,) = read(text).units
    assert " ".join(shape(child) for child in unit.node.children) == nodes


@settings(max_examples=100, deadline=None)
@given(inline_soup, dialects)
def test_no_link_within_a_link(text: str, dialect: str | None) -> None:
    """However brackets are nested, no link holds a link."""
    for unit in read(text, dialect).units:
        for link in find(unit.node, Link):
            assert [inner for inner in find(link, Link) if inner is not link] == []
