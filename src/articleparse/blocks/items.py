"""Bullets and numbers: which begin items, and which are text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articleparse.lines import Line

_BULLET = re.compile(r"[-*+•◦▪](?:[ \t\xa0]++|\Z)")
_WIDEST_GAP = 4
_NARROWEST = 2
"""Columns from a bullet to one behind it that tell how far its list is indented; those taken where there are more."""


def split_bullet(text: str, line: Line) -> tuple[Line, Line | None]:
    """Return a bulleted line up to the bullet behind its own, and the line that begins there: `* + one`.

    The second stands where the further items of its list do: html2text indents by two whatever stands between the
    bullets. Where there is no second bullet it is None.
    """
    start, end = line.text_start, line.text_end
    bullet = _BULLET.match(text, start, end)
    if bullet is None:
        return line, None
    gap = start - line.mark
    indent = line.indent + (gap if gap <= _WIDEST_GAP else _NARROWEST)
    inner = Line("BULLET", start, line.end, start, bullet.end(), end, indent, line.depth, 0)
    return line._replace(end=start, text_end=start), inner


MAX_LINES_BETWEEN_NUMBERS = 30
"""Lines within which a numbered item's neighbour is looked for."""


def stray_numbers(text: str, lines: Sequence[Line]) -> dict[int, Line]:
    """Return as text, by their places, lines whose number no neighbour counts on from: `2019. That was the year`."""
    numbers = [(index, line) for index, line in enumerate(lines) if line.type == "NUMBER"]
    counted: set[int] = set()
    for (index, line), (next_index, following) in pairwise(numbers):
        if following.level - line.level in (0, 1) and next_index - index <= MAX_LINES_BETWEEN_NUMBERS:
            counted.update((index, next_index))
    return {
        index: line.from_mark("TEXT") for index, line in numbers if index not in counted and not _is_set_off(text, line)
    }


def is_line_alone(text: str, line: Line) -> bool:
    """Whether a numbered line is no item where nothing else is in its list: `1. The first reason` above paragraphs.

    A colon keeps it an item, which goes on below (`1. Jane says:`).
    """
    has_text = line.text_start < line.text_end
    return has_text and not _is_set_off(text, line) and not text.endswith((":", "："), line.text_start, line.text_end)


def _is_set_off(text: str, line: Line) -> bool:
    """Whether two spaces stand behind the number, which converters write and people don't: then it counts an item."""
    return text.endswith("  ", line.mark, line.text_start)
