"""Where blocks begin and end."""

import pytest

from tests.support.syntax import read


@pytest.mark.parametrize("text", ["## a ##", "## a {#b}", "- ## a {#b}", "##", "a\n==", "- a\n  # b #"])
def test_heading(text: str) -> None:
    """A heading, and what ends with it, takes the signs and attributes behind its text and no blank."""
    (unit,) = read(f"{text}  \n\n").units
    assert unit.node.span == (0, len(text))


@pytest.mark.parametrize("text", ["a\nb", "- a\n  b", "* * *", "```\na\n```", "| a |\n| b |", "[1]: x", "> >", ">\n>"])
def test_block(text: str) -> None:
    """A block reaches from its first mark to its last character, without the blanks around it."""
    (unit,) = read(f"\n{text}  \n\n").units
    assert unit.node.span == (1, 1 + len(text))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("::: a\n::: b\n\none\n:::\n", [(0, 16)]),
        ("one\n\n::: a\n::: b\n", [(0, 16)]),
        ("::: a\n> one\n", [(0, 11)]),
        ("one\n\n> ::: a\n", [(0, 3), (7, 12)]),
        ("- one\n\n  ::: a\n\ntwo\n", [(0, 14), (16, 19)]),
        ("1. one\n\n  ::: a\n\ntwo\n", [(0, 6), (10, 20)]),
        ("::: a\n::: b\n", [(0, 11)]),
    ],
)
def test_division(text: str, spans: list[tuple[int, int]]) -> None:
    """The words of the line that opens a division lie in a block: the one behind it, else the one above."""
    assert [(unit.node.span.start, unit.node.span.end) for unit in read(text).units] == spans
