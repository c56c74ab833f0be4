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
