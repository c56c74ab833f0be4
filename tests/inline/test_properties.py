"""What holds of the inline nodes of every text."""

import pytest
from hypothesis import given, settings

from tests.support.invariants import assert_well_formed
from tests.support.soup import dialects, inline_soup
from tests.support.syntax import read


@settings(max_examples=100, deadline=None)
@given(inline_soup, dialects)
def test_any_marks_within_a_line(text: str, dialect: str | None) -> None:
    """Marks in any order make nodes that nest, and all other text is kept at its length."""
    assert_well_formed(read(text, dialect))


@settings(max_examples=100, deadline=None)
@given(inline_soup)
def test_leaves_are_text(text: str) -> None:
    """Escaping every sign makes a line that is read as it was written, with nothing in it but text."""
    plain = "".join(character for character in text if character not in "\\&\n").strip()
    escaped = "".join(f"\\{character}" if character in "!\"'()*<>[]_`~#:-" else character for character in f"x{plain}")
    (unit,) = read(escaped).units
    assert unit.node.text == f"x{plain}"
    assert {child.type for child in unit.node.children} == {"text"}


@pytest.mark.parametrize(
    "text",
    [
        "---\n> key\n  goes on\n> ---\n",
        "---\nsaid: 'It''s\n  \"so\"'\n> ---\n",
        '---\nsaid: "a\\x41 \\" b"\n---\n',
        "---\r\ntags:\r\n  - one\r\n\r\n> two\r\n> ---\r\n",
        "Title: Rain\n\nURL Source: /x\n> goes on\n",
    ],
)
def test_header_values_keep_their_length(text: str) -> None:
    """A value's text is as long as its span: of an escape or a folded line end the last sign stands for the text."""
    assert_well_formed(read(text))


@pytest.mark.parametrize("text", ["one\n\ufeff two", "> one\n> \ufeff two", "# one\n\none\n\u200b \ufeff\u200b *two*"])
def test_invisible_signs_in_front_of_a_line(text: str) -> None:
    """What nobody sees and the blanks behind it, in front of a line, are no text of it."""
    syntax = read(text)
    assert_well_formed(syntax)
    assert syntax.units[-1].node.text == "one\ntwo"
