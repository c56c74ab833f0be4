"""The text of a dump with its line starts, and ranges of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, partial
from typing import NamedTuple

import attrs

LINE_END = re.compile(r"\r\n?|\n")
"""What ends a line: LF, CRLF or a lone CR. U+2028 and form feed are ordinary characters here, as in CommonMark."""


class Span(NamedTuple):
    """The code points `start` to `end` of the source, `end` not included.

    A named tuple and not an attrs class because a page has thousands of them.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span.

        >>> Span(0, 9).covers(Span(3, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end


span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""`Span(*pair)` in half the time, for the stages that make thousands."""


@attrs.frozen(slots=False)
class Source:
    r"""A dump as text.

    `name` is where it came from (a path, or None), `encoding` the codec that decoded it (None for a `str`).

    >>> Source("one\ntwo").position(5)
    (2, 2)
    """

    text: str
    name: str | None = None
    encoding: str | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first code point, in order; the first is always 0."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of `offset`, both counted from 1, the column in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line `number` (from 1), without its line end."""
        start = self.line_starts[number - 1]
        stop = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")
