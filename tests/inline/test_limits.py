"""Depth is bounded."""

import pytest

from tests.support.invariants import assert_well_formed
from tests.support.syntax import read

DEEP = {
    "emphasis": "*a " * 500 + "a* " * 500,
    "mixed": "**a _b " * 300 + "b_ a** " * 300,
    "links": "[" * 500 + "a" + "](#)" * 500,
    "images": "![" * 500 + "a" + "](#)" * 500,
    "struck": "~~a *b " * 300 + "b* a~~ " * 300,
    "quotations": "> " * 500 + "a",
    "lists": "".join("  " * depth + "- a\n" for depth in range(200)),
    "all": "> " * 100
    + "".join("> " * 30 + "  " * depth + "- a\n" for depth in range(60))
    + "[*a " * 99
    + "a*](#)" * 99,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_depth(text: str) -> None:
    """However deep marks and blocks are nested, the nodes are at most a hundred deep, and nothing is lost."""
    assert_well_formed(read(text))


@pytest.mark.parametrize("name", ["emphasis", "links", "quotations", "lists"])
def test_too_deep_is_reported(name: str) -> None:
    """Nesting beyond the limit is a finding, not an error."""
    assert "AP302" in read(DEEP[name]).codes or name == "links"


def test_moderate_nesting_is_kept() -> None:
    """Ten levels of emphasis are ten nodes."""
    node = read("*a **b " * 5 + "b** a* " * 5).units[0].node
    depth = 0
    while node.children:
        node = next((child for child in node.children if child.children), node.children[0])
        depth += node.type in ("emphasis", "strong")
    assert depth == 10


def test_brackets_that_nothing_closes_hide_no_link() -> None:
    """A link behind a thousand brackets is a link."""
    node = read("[" * 1000 + "[a](/b)").units[0].node
    assert [child.text for child in node.children if child.type == "link"] == ["a"]


@pytest.mark.parametrize(("deep", "kept"), [(18, True), (20, False)])
def test_a_link_that_lies_too_deep(deep: int, kept: bool) -> None:
    """A link around a line counts as a level, as one around marks does: beyond the limit it is text, and reported."""
    found = read("*a **b " * (deep // 2) + "[b](/c)" + " b** a*" * (deep // 2))
    assert ("AP302" in found.codes) is not kept
    assert ("[b](/c)" in found.units[0].node.text) is not kept


def test_one_reason_one_finding() -> None:
    """A dump that lost its list of targets is one finding, and so is one that is nested too deep in many places."""
    found = read("".join(f"[{number}]Port opens\n\n" for number in range(1, 6)), "lynx").diagnostics
    assert [(entry.code, entry.detail) for entry in found] == [("AP301", "nor does it for 4 others")]
    quotes = f"{'>' * 31} one\n\n" * 3 + DEEP["emphasis"]
    assert read(quotes).codes == ["AP302"]


def test_single_references() -> None:
    """Where some targets are defined, each that is not is a finding of its own."""
    assert read("[one][1] [two][2] [three][3]\n\n[1]: /one\n").codes == ["AP301", "AP301"]
