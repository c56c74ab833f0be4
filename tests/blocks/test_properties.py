"""What holds of the blocks of every text."""

from hypothesis import given, settings

from articleparse.blocks import RawBlock
from tests.support.invariants import assert_lines_tile, assert_well_formed
from tests.support.soup import anything, dialects, line_soup, soup
from tests.support.syntax import read


@settings(max_examples=60, deadline=None)
@given(anything, dialects)
def test_any_text(text: str, dialect: str | None) -> None:
    """Any text, lone surrogates and all, is read whole."""
    syntax = read(text, dialect)
    assert_lines_tile(syntax)
    assert_well_formed(syntax)


@settings(max_examples=100, deadline=None)
@given(soup, dialects)
def test_any_marks(text: str, dialect: str | None) -> None:
    """Marks in any order are read whole."""
    syntax = read(text, dialect)
    assert_lines_tile(syntax)
    assert_well_formed(syntax)


@settings(max_examples=100, deadline=None)
@given(line_soup, dialects)
def test_any_lines(text: str, dialect: str | None) -> None:
    """The grammar accepts lines of every kind in every order, and each block's text lies within it."""
    syntax = read(text, dialect)
    assert_well_formed(syntax)
    stack: list[RawBlock] = list(syntax.blocks)
    while stack:
        block = stack.pop()
        stack.extend(block.children)
        if block.kind != "code":  # whose lines are kept with their indentation
            assert all(block.start <= start <= end <= block.end for start, end in block.segments)
