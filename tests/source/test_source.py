"""The text of a dump with its lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.source import Source, Span, span_of

ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_line(end: str) -> None:
    """A line is given without its end, whichever end it has."""
    source = Source(f"one{end}{end}three")
    assert [source.line(number) for number in (1, 2, 3)] == ["one", "", "three"]


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_position(end: str) -> None:
    """Lines and columns count from one, and a line end belongs to the line before it."""
    source = Source(f"one{end}two")
    second = 3 + len(end)
    assert [source.position(at) for at in (0, 2, 3, second, second + 2)] == [(1, 1), (1, 3), (1, 4), (2, 1), (2, 3)]


def test_position_at_the_end() -> None:
    """The end of the text has a position: behind a last line feed it is on a line of its own."""
    assert Source("one").position(3) == (1, 4)
    assert Source("one\n").position(4) == (2, 1)
    assert Source("one\n").line(2) == ""


def test_empty() -> None:
    """An empty text has one line without characters."""
    source = Source("")
    assert source.line_starts == [0]
    assert source.position(0) == (1, 1)
    assert source.line(1) == ""


def test_other_separators() -> None:
    """A form feed or a line separator ends no line."""
    assert Source("a\x0cb\u2028c\x85d\x0be").line_starts == [0]


@settings(max_examples=50)
@given(st.text("a\r\n\u2028", max_size=30))
def test_lines_hold_all_positions(text: str) -> None:
    """Every offset lies on the line that its position names, at the column that it names."""
    source = Source(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
    assert "".join(source.line(number) for number in range(1, len(source.line_starts) + 1)) == text.translate(
        {10: None, 13: None}
    )


def test_frozen() -> None:
    """A source can't be changed."""
    with pytest.raises(AttributeError):
        Source("a").text = "b"  # type: ignore[misc]


def test_span() -> None:
    """A span is half open: its end is not part of it."""
    assert Span(1, 3).of("abcd") == "bc"
    assert Span(1, 3).covers(Span(1, 3))
    assert not Span(1, 3).covers(Span(0, 2))
    assert not Span(1, 3).covers(Span(2, 4))


def test_span_of() -> None:
    """A span is made of a pair too, and is the same."""
    made = span_of((1, 3))
    assert isinstance(made, Span)
    assert made == Span(1, 3)
    assert made.start == 1
