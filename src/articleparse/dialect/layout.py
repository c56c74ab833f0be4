"""How a dump uses lines: wrapped at a column or not, a block a line or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articleparse.lines import Line

NARROWEST, WIDEST = 60, 82
"""Columns at which converters wrap: 72 (pandoc), 78 (html2text), 79 and 80 (text browsers), and a little to either
side. A wall is looked for between these."""

_NARROW, _WIDE = 45, 160
"""Mail wraps narrower, some people wider. Poems, menus and addresses have lines as short, paragraphs are as long: only
lines that are full and go on in the middle of a sentence tell of a wall there."""

_MOSTLY_FULL = 0.65
_FULL = 0.9
"""The shares of lines on which the next word had no room: before a wall is believed in, and before an unusual one."""

_MID_SENTENCE = 0.5
"""The share of lines that go on in the middle of a sentence, before an unusual wall is believed in."""

ROOM = 4
"""Columns that a wrapped line may leave empty although the next word would have fitted: wide letters, links."""

LONG = 100
"""Code points of a line that no converter that wraps would have left."""

_FEWEST = 3
_FEWEST_UNUSUAL = 4
_FEWEST_UNLINKED = 8
"""So many lines without a link are enough to judge by them alone: targets reach beyond the wall."""

_SAMPLE = 2_000

_TARGET = re.compile(r"\]\(|\[(?:https?:/)?/")


def wrap_column(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which the dump's lines were wrapped, or None.

    Lines that another line of text follows end at a wall: nearly all of them are longer than `NARROWEST`, none
    but a few (long words and links) longer than `WIDEST`. Of fewer than three each has to
    have a sentence that goes on below.
    """
    followed = [
        (line, following)
        for line, following in pairwise(lines[:_SAMPLE])
        if following.type == "TEXT" and line.type != "BLANK" and line.text_end - line.start > NARROWEST // 2
    ]
    unlinked = [pair for pair in followed if _TARGET.search(text, pair[0].start, pair[0].end) is None]
    judged = unlinked if len(unlinked) >= _FEWEST_UNLINKED else followed
    lengths = [line.text_end - line.start for line, _ in judged]
    if column := _wall(lengths, NARROWEST, WIDEST):
        is_wall = _full(text, judged, column) >= _MOSTLY_FULL
        return column if is_wall and (len(judged) >= _FEWEST or _going_on(text, judged) == 1) else None
    if column := _wall(lengths, _NARROW, NARROWEST - 1) or _wall(lengths, WIDEST + 1, _WIDE):
        is_wall = _full(text, judged, column) >= _FULL and _going_on(text, judged) >= _MID_SENTENCE
        return column if is_wall and len(judged) >= _FEWEST_UNUSUAL else None
    return None


def _wall(lengths: Sequence[int], narrowest: int, widest: int) -> int | None:
    """The longest of the lines, if most are between the two columns and only a few are longer."""
    at_wall = [length for length in lengths if narrowest <= length <= widest]
    if not at_wall or len(at_wall) < min(_FEWEST, len(lengths)) or len(at_wall) < 0.6 * len(lengths):
        return None
    too_long = sum(1 for length in lengths if length > widest)
    return max(at_wall) if too_long <= 0.2 * len(lengths) else None


def _full(text: str, pairs: Sequence[tuple[Line, Line]], column: int) -> float:
    """On what share of the lines the first word of the next one had no room."""
    full = 0
    for line, following in pairs:
        word = text[following.mark : following.text_end].split(maxsplit=1)[0]
        full += line.text_end - line.start + 1 + len(word) > column - ROOM
    return full / len(pairs)


def _going_on(text: str, pairs: Sequence[tuple[Line, Line]]) -> float:
    """What share of the lines begins a sentence that goes on on the next one, with more than a word."""
    going_on = 0
    for line, following in pairs:
        last = text[line.text_end - 1]
        if (last.isalnum() or last == ",") and text[following.mark].islower():
            going_on += " " in text[following.mark : following.text_end]
    return going_on / len(pairs)


def line_is_block(lines: Sequence[Line], *, with_gaps: bool = False) -> bool:
    """Whether every line is a block of its own: blank lines are few, and most long lines touch another line of text.

    `with_gaps` is for dumps that may be text without marks but for a few stray ones: blank lines may be many there,
    unless a heading tells of a page that is marked.
    """
    texts = lines[:_SAMPLE]
    blank = sum([line.type == "BLANK" for line in texts])
    gaps = blank > len(texts) / 4
    if gaps and (not with_gaps or any(line.type == "HEADING" for line in texts)):
        return False
    long = touching = 0
    for index, line in enumerate(texts):
        if line.type != "TEXT" or line.text_end - line.text_start < LONG:
            continue
        long += 1
        before = index > 0 and texts[index - 1].type == "TEXT"
        after = index + 1 < len(texts) and texts[index + 1].type == "TEXT"
        touching += before or after
    if long >= (_FEWEST if gaps else 1):
        return touching > long / 2
    return len(texts) > 5 and blank < len(texts) / 10
