"""A finding drawn under its line."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.diagnostics import Diagnostic, caret
from articleparse.source import Source, Span


def drawn(text: str, start: int, end: int) -> list[str]:
    """The two lines drawn for a finding."""
    return caret(Diagnostic("AP201", Span(start, end)), Source(text)).split("\n")


def test_span() -> None:
    """Carets stand under the whole span."""
    assert drawn("one\ntwo three", 8, 13) == ["two three", "    ^^^^^"]


def test_empty_span() -> None:
    """An empty span has one caret."""
    assert drawn("one", 1, 1) == ["one", " ^"]


def test_end_of_the_text() -> None:
    """Behind the last character the caret stands in the next column."""
    assert drawn("one", 3, 3) == ["one", "   ^"]


def test_empty_text() -> None:
    """An empty text has a caret under nothing."""
    assert drawn("", 0, 0) == ["", "^"]


def test_span_over_lines() -> None:
    """Of a span that goes on over the line end the first line is shown."""
    assert drawn("one two\nthree", 4, 13) == ["one two", "    ^^^"]


def test_tab() -> None:
    """A tab is shown as a sign of one column, so that the caret stands where it should."""
    assert drawn("\tone", 1, 4) == ["\N{REPLACEMENT CHARACTER}one", " ^^^"]


def test_wide_characters() -> None:
    """Wide characters take two columns, before the caret and above it."""
    assert drawn("今天 storm", 3, 8) == ["今天 storm", "     ^^^^^"]
    assert drawn("今天 storm", 0, 2) == ["今天 storm", "^^^^"]


def test_combining_marks() -> None:
    """Marks that stand on a letter take no column, in whatever script."""
    assert drawn("e\u0301 x", 3, 4) == ["e\u0301 x", "  ^"]
    assert drawn("क\u0941 x", 3, 4) == ["क\u0941 x", "  ^"]


def test_control_characters() -> None:
    """Characters that would move a terminal's cursor or reorder the line are not sent to it."""
    line, _ = drawn("a\x1b[2J\u202eb\u2028c\ud800", 0, 1)
    assert line == "a\N{REPLACEMENT CHARACTER}[2J" + "\N{REPLACEMENT CHARACTER}b" + "\N{REPLACEMENT CHARACTER}c" + (
        "\N{REPLACEMENT CHARACTER}"
    )


def test_long_line() -> None:
    """Of a long line the part around the finding is shown."""
    line, carets = drawn("a" * 5000 + "storm" + "b" * 5000, 5000, 5005)
    assert len(line) == 100
    assert line[carets.index("^") : carets.rindex("^") + 1] == "storm"


def test_long_line_at_its_head() -> None:
    """A finding at the head of a long line is shown with the head."""
    line, carets = drawn("storm" + "b" * 500, 0, 5)
    assert line.startswith("storm")
    assert carets == "^^^^^"


def test_long_span() -> None:
    """The carets end with the part of the line that is shown."""
    line, carets = drawn("a" * 500, 0, 500)
    assert len(carets) == len(line) == 100


@settings(max_examples=60)
@given(st.text(max_size=150), st.data())
def test_any_text(text: str, data: st.DataObject) -> None:
    """Whatever the line holds, two lines are drawn, without a character that a terminal obeys."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, carets = drawn(text, start, end)
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert carets.strip(" ").strip("^") == ""
    assert "^" in carets
