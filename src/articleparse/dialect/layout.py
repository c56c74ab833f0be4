"""How a dump uses lines: wrapped at a column or not, a block a line or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articleparse.lines import Line

NARROWEST, WIDEST = 60, 82
"""Columns at which converters wrap: 72 (pandoc), 78 (html2text), 79 and 80 (text browsers), and a little to either
side. A wall is looked for between these."""

ROOM = 4
"""Columns that a wrapped line may leave empty although the next word would have fitted: wide letters, links."""

LONG = 100
"""Code points of a line that no converter that wraps would have left."""

_FEWEST = 3
_FEWEST_UNLINKED = 8
"""So many lines without a link are enough to judge by them alone: targets reach beyond the wall."""

_SAMPLE = 2_000


def wrap_column(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which the dump's lines were wrapped, or None.

    Lines that another line of text follows end at a wall: nearly all of them are longer than `NARROWEST`, none
    but a few (long words and links) longer than `WIDEST`.
    """
    followed = [
        line
        for line, following in pairwise(lines[:_SAMPLE])
        if following.type == "TEXT" and line.type != "BLANK" and line.text_end - line.start > NARROWEST // 2
    ]
    unlinked = [line for line in followed if text.find("](", line.start, line.end) < 0]
    judged = unlinked if len(unlinked) >= _FEWEST_UNLINKED else followed
    lengths = [line.text_end - line.start for line in judged]
    at_wall = [length for length in lengths if NARROWEST <= length <= WIDEST]
    if len(at_wall) < _FEWEST or len(at_wall) < 0.6 * len(lengths):
        return None
    too_long = sum(1 for length in lengths if length > WIDEST)
    return max(at_wall) if too_long <= 0.2 * len(lengths) else None


def line_is_block(lines: Sequence[Line]) -> bool:
    """Whether every line is a block of its own: blank lines are few, and most long lines touch another line of text."""
    texts = lines[:_SAMPLE]
    blank = sum([line.type == "BLANK" for line in texts])
    if blank > len(texts) / 4:
        return False
    long = touching = 0
    for index, line in enumerate(texts):
        if line.type != "TEXT" or line.text_end - line.text_start < LONG:
            continue
        long += 1
        before = index > 0 and texts[index - 1].type == "TEXT"
        after = index + 1 < len(texts) and texts[index + 1].type == "TEXT"
        touching += before or after
    if long:
        return touching > long / 2
    return len(texts) > 5 and blank < len(texts) / 10


_FEWEST_PIECES = 3
_SHARE_OF_PIECES = 1 / 50
_GOES_ON = re.compile(r"[,;)]|:(?=\s|\Z)|\.(?!\.)|['’]s\s")
"""What stands behind a link or a bold word; dots open lines of their own, too."""

_TELLS = re.compile(r"[,.](?=\s|\Z)|['’]s\s")
"""What of it no line of code begins with."""


def in_pieces(text: str, lines: Sequence[Line]) -> bool:
    """Whether links and bold words are lines of their own: some lines begin with the comma or the stop behind them."""
    texts = [line for line in lines[:_SAMPLE] if line.type == "TEXT"]
    behind = sum([_TELLS.match(text, line.mark, line.text_end) is not None for line in texts])
    return behind >= max(_FEWEST_PIECES, len(texts) * _SHARE_OF_PIECES)


def is_piece(text: str, line: Line) -> bool:
    """Whether `line` begins like the middle of a sentence."""
    return text[line.mark : line.mark + 1].islower() or _GOES_ON.match(text, line.mark, line.text_end) is not None
