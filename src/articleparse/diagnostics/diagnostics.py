"""A finding, the collection of those of one parse, and how to draw one under its line of source."""

from __future__ import annotations

import unicodedata

import attrs

from articleparse.diagnostics.catalogue import CATALOGUE, Severity
from articleparse.source import Source, Span

_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode categories of characters that a terminal obeys and does not show."""

_WIDEST = 100
"""Columns of source shown: whole-page dumps have lines of thousands of characters."""


@attrs.frozen
class Diagnostic:
    """One finding: a code of the catalogue, the span it speaks of, and a detail that completes the message.

    >>> Diagnostic("AP201", Span(0, 4)).severity
    'info'
    """

    code: str = attrs.field()
    span: Span
    detail: str = ""

    @code.validator
    def _known(self, _: object, code: str) -> None:
        if code not in CATALOGUE:
            raise ValueError(f"unknown diagnostic code {code!r}")

    @property
    def severity(self) -> Severity:
        """How bad it is: "error", "warning" or "info"."""
        return CATALOGUE[self.code].severity

    @property
    def message(self) -> str:
        """The catalogue's sentence, followed by the detail where there is one."""
        text = CATALOGUE[self.code].message
        return f"{text}: {self.detail}" if self.detail else text


class Diagnostics:
    """The findings of one parse. Handed from stage to stage; never shared between parses."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Record a finding about the code points `start` to `end`."""
        self._found.append(Diagnostic(code, Span(start, end), detail))

    def add_once(self, code: str, start: int, end: int) -> None:
        """Record a finding that a dump has once, however many places it has for it; the first one counts."""
        if all(found.code != code for found in self._found):
            self.add(code, start, end)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all findings in the order of the source."""
        return tuple(sorted(self._found, key=lambda found: (found.span, found.code)))


def caret(found: Diagnostic, source: Source) -> str:
    """Draw a finding as compilers do: return its line of source and, below it, a line with a caret under its span.

    Characters that a terminal would obey are shown as U+FFFD. Of a line longer than 100 code points a part is shown.

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
