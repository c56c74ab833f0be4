"""Keep the nesting of marks within a bound, so that no walk over the tree meets a limit."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.inline.marks import Letter, Mark
from articleparse.source import Span

DEEPEST_MARKS = 20
"""Marks within marks; a pair that lies deeper is text."""


def within_depth(marks: Sequence[Letter]) -> tuple[list[Letter], Span | None]:
    """`marks`, which are paired, without the pairs that lie too deep, and the first mark that does."""
    kept: list[Letter] = []
    too_deep: Span | None = None
    depth = 0
    for mark in marks:
        kind = mark.type or ""
        closes = isinstance(mark, Mark) and kind.endswith("_CLOSE")
        depth -= closes
        if depth < DEEPEST_MARKS or not (closes or kind.endswith("_OPEN") or kind == "link"):
            kept.append(mark)
        else:
            too_deep = too_deep or mark.span
        depth += kind.endswith("_OPEN")
    return kept, too_deep
