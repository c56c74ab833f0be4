"""What holds of the inline nodes of every text."""

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
