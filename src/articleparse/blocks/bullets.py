"""Lists that begin on the line of the item they lie in: `* + one`."""

from __future__ import annotations

import re

from articleparse.lines import Line

_BULLET = re.compile(r"[-*+•◦▪](?:[ \t\xa0]++|\Z)")
_WIDEST_GAP = 4
_NARROWEST = 2


def inner_bullet(text: str, line: Line) -> Line | None:
    """The line that begins with the bullet behind that of `line`, cut off from it; None where no bullet is.

    It stands where the further items of its list do: html2text indents by two whatever stands between the bullets.
    """
    start, end = line.text_start, line.text_end
    bullet = _BULLET.match(text, start, end)
    if bullet is None:
        return None
    gap = start - line.mark
    indent = line.indent + (gap if gap <= _WIDEST_GAP else _NARROWEST)
    inner = Line("BULLET", start, line.end, start, bullet.end(), end, indent, line.depth, 0)
    line.end = line.text_end = start
    return inner
