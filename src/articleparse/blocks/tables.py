"""Tables: where one ends, and what its cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.dialect import Dialect
from articleparse.lines import Line, LineKind

_GAP = re.compile(r"(?<![\s.!?:])(?: {2,}+|[ ]?\t[\t ]*+)(?=\S)")
"""What parts two cells of an aligned row: a tab, or two spaces and more that don't follow the end of a sentence."""

_BARRED: frozenset[LineKind] = frozenset(("ROW", "TABLE_RULE"))
_ROWS = _BARRED | {"TEXT"}

MAX_ROW_CHARS = 120
"""Code points of an aligned row, which has to fit on a screen."""

MAX_HEAD_WORDS = 8
"""Words of a head whose cells one space parts: with more it is a sentence."""


def table_end(text: str, lines: Sequence[Line], index: int, dialect: Dialect) -> int | None:
    """Return the index behind the last line of the table that begins at `index`, or None where none begins."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    if line.type in _BARRED:
        return _to_blank(lines, index)
    if following is None or line.depth != following.depth:
        return None
    if following.type == "TABLE_RULE" and _fits_rule(text, line, following):
        return _to_blank(lines, index)
    if dialect.aligned_tables:
        return _aligned_end(text, lines, index)
    return None


def _to_blank(lines: Sequence[Line], index: int) -> int:
    """The rows go on to the next blank line, or, below rows with bars at both ends, to the next other line."""
    barred = lines[index].type == "ROW"
    kinds = _BARRED if barred else _ROWS
    depth = lines[index].depth
    end = index + 1
    while end < len(lines) and lines[end].type in kinds and lines[end].depth == depth:
        end += 1
    return end


def _fits_rule(text: str, line: Line, rule: Line) -> bool:
    """Whether a line above a rule of dashes is its table's head: bars above bars, columns above columns."""
    bars = "|" in text[rule.mark : rule.text_end]
    return not bars or "|" in text[line.mark : line.text_end]


def _aligned_end(text: str, lines: Sequence[Line], index: int) -> int | None:
    first = _cells(text, lines[index])
    second = _cells(text, lines[index + 1])
    if second < 2:
        return None
    if first < 2:  # the head of a narrow table has one space between its words
        third = _cells(text, lines[index + 2]) if index + 2 < len(lines) else 0
        words = len(text[lines[index].mark : lines[index].text_end].split())
        if third != second or words != second or words > MAX_HEAD_WORDS:
            return None
    end = index + 1
    while end < len(lines) and lines[end].depth == lines[index].depth and _cells(text, lines[end]) >= 2:
        end += 1
    return end


def _cells(text: str, line: Line) -> int:
    """How many cells an aligned row has; 0 for what can't be one."""
    if line.type != "TEXT" or line.text_end - line.mark > MAX_ROW_CHARS:
        return 0
    return len(_GAP.findall(text, line.mark, line.text_end)) + 1


def cell_bounds(text: str, start: int, end: int, *, aligned: bool) -> list[tuple[int, int]]:
    r"""Return the ranges of a row's cells, blanks trimmed, in the code points `start` to `end` of `text`.

    Aligned rows are cut at their gaps, others at bars, but not at `\|`.

    >>> [r"| A\|B | 12 |"[a:b] for a, b in cell_bounds(r"| A\|B | 12 |", 0, 13, aligned=False)]
    ['A\\|B', '12']
    """
    if aligned:
        cuts = [match.span() for match in _GAP.finditer(text, start, end)]
    else:
        cuts = [match.span() for match in _BAR.finditer(text, start, end)]
        if cuts and cuts[0][0] == start:
            start = cuts.pop(0)[1]
        if cuts and cuts[-1][1] == end:
            end = cuts.pop()[0]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    return [_trim(text, left, right) for left, right in zip(edges[::2], edges[1::2], strict=True)]


_BAR = re.compile(r"(?<!\\)\|")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    cell = text[start:end]
    stripped = cell.strip()
    left = start + (cell.find(stripped[0]) if stripped else 0)
    return left, left + len(stripped)
