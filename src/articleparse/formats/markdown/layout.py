"""Lines of Markdown with the indentation of the lists and quotations that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

import attrs


@attrs.define
class Indent:
    """What the lines of a list item or quotation begin with: a mark on the first line written, room on the others."""

    first: str
    rest: str
    used: bool = False

    def take(self) -> str:
        """What the next line begins with."""
        indent = self.rest if self.used else self.first
        self.used = True
        return indent


Indents = tuple[Indent, ...]
"""Those of all that a line stands in, outermost first."""


@attrs.define
class _Gap:
    """Blank lines that are due before the next line, if there is one."""

    count: int
    depth: int
    line: str


class Layout:
    """Collects lines.

    >>> layout = Layout()
    >>> item = (Indent("- ", "  "),)
    >>> layout.add(["one"], item)
    >>> layout.gap(1, item)
    >>> layout.add(["two"], item)
    >>> layout.lines
    ['- one', '', '  two']
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._gap: _Gap | None = None

    def gap(self, count: int, indents: Indents) -> None:
        """Ask for blank lines before the next line. Where several gaps meet, the outermost counts."""
        if self.lines and (self._gap is None or len(indents) < self._gap.depth):
            line = "".join(indent.rest for indent in indents).rstrip()
            self._gap = _Gap(count, len(indents), line)

    def add(self, lines: Sequence[str], indents: Indents) -> None:
        """Write the lines of a block."""
        if self._gap is not None:
            self.lines += [self._gap.line] * self._gap.count
            self._gap = None
        for line in lines:
            before = "".join([indent.take() for indent in indents])
            self.lines.append(before + line if line else before.rstrip(" "))
