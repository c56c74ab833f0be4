"""A line is a value."""

import pytest

from articleparse.diagnostics import Diagnostics
from articleparse.lines import read_lines
from articleparse.source import Source


def test_frozen() -> None:
    """Nothing changes a line: a correction is another line."""
    (line,) = read_lines(Source("12. That"), Diagnostics())
    with pytest.raises(AttributeError):
        line.type = "TEXT"  # type: ignore[misc]
    assert line.from_mark("TEXT") == line._replace(type="TEXT", text_start=0)
    assert line.type == "NUMBER"


def test_repr() -> None:
    """A line shows what it is and where."""
    (line,) = read_lines(Source("> # a"), Diagnostics())
    assert repr(line) == (
        "Line(type='HEADING', start=0, end=5, mark=2, text_start=4, text_end=5, indent=0, depth=1, level=1)"
    )
