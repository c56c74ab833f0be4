"""Draw a finding under its line of source, as compilers do."""

from __future__ import annotations

import unicodedata

from articleparse.diagnostics.diagnostic import Diagnostic
from articleparse.source import Source

_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Categories of characters that a terminal obeys and does not show."""

_WIDEST = 100
"""Columns of source shown: whole-page dumps have lines of thousands of characters."""


def caret(found: Diagnostic, source: Source) -> str:
    """The finding's line and a second line with a caret under its span; control characters are shown as pictures.

    >>> from articleparse.source import Span
    >>> print(caret(Diagnostic("AP201", Span(4, 7)), Source("one two")))
    one two
        ^^^
    """
    line, column = source.position(found.span.start)
    text = source.line(line)
    first = max(0, column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = text[first : first + _WIDEST]
    before = shown[: column - 1 - first]
    marked = shown[len(before) : len(before) + found.span.end - found.span.start]
    return f"{_printable(shown)}\n{' ' * _columns(before)}{'^' * max(1, _columns(marked))}"


def _printable(text: str) -> str:
    """Replace control and direction characters, which would move a terminal's cursor or reorder the line."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _UNPRINTABLE else c for c in text)


def _columns(text: str) -> int:
    """Terminal columns of `text`: wide characters take two, combining marks none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
