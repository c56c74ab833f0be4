"""How a dump uses lines: wrapped at a column or not, a block a line or not, links in lines of their own or not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from articleparse.lines import Line, LineKind
from articleparse.source import ends_sentence

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

MIN_LONG_CHARS = 100
"""Code points of a line that no converter that wraps would have left."""

_FEWEST = 3
_FEWEST_UNUSUAL = 4
"""Lines that are enough to tell a wall by, and an unusual one."""

_FEWEST_UNLINKED = 8
"""So many lines without a link are enough to judge by them alone: targets reach beyond the wall."""

SAMPLE_LINES = 2_000
"""Lines that are looked at: more than nearly any page has, and few enough for a book."""

_TARGET = re.compile(r"\]\(|\[(?:https?:/)?/")


Pair = tuple[Line, Line]
"""A line and the line of text right below it."""


def spare_columns(length: int, next_word: str, wrap: int) -> int:
    """Return the columns that a line of `length` had left behind `next_word`, in a dump wrapped at the column `wrap`.

    Below nought the word had no room there. `ROOM` columns are not counted, which a converter may leave empty.

    >>> spare_columns(60, "harbour", 78), spare_columns(72, "harbour", 78)
    (6, -6)
    """
    return wrap - ROOM - (length + 1 + len(next_word))


def wrap_column(text: str, lines: Sequence[Line]) -> int | None:
    """Return the column at which the dump's lines were wrapped, or None.

    Lines that another line of text follows end at a wall: nearly all of them are longer than `NARROWEST`, none
    but a few (long words and links) longer than `WIDEST`. Of fewer than three each has to
    have a sentence that goes on below.
    """
    judged = _followed(text, lines)
    lengths = [line.text_end - line.start for line, _ in judged]
    if column := _wall(lengths, NARROWEST, WIDEST):
        enough = len(judged) >= _FEWEST or _going_on(text, judged) == 1
        return column if enough and _full(text, judged, column) >= _MOSTLY_FULL else None
    column = _wall(lengths, _NARROW, NARROWEST - 1) or _wall(lengths, WIDEST + 1, _WIDE)
    if column is None or len(judged) < _FEWEST_UNUSUAL:
        return None
    is_wall = _full(text, judged, column) >= _FULL and _going_on(text, judged) >= _MID_SENTENCE
    return column if is_wall else None


def _followed(text: str, lines: Sequence[Line]) -> list[Pair]:
    """The lines that may end at a wall, each with the line below it; those without a link, where they are enough."""
    followed = [
        (line, following)
        for line, following in pairwise(lines[:SAMPLE_LINES])
        if following.type == "TEXT" and line.type != "BLANK" and line.text_end - line.start > NARROWEST // 2
    ]
    unlinked = [pair for pair in followed if _TARGET.search(text, pair[0].start, pair[0].end) is None]
    return unlinked if len(unlinked) >= _FEWEST_UNLINKED else followed


def _wall(lengths: Sequence[int], narrowest: int, widest: int) -> int | None:
    """The longest of the lines, if most are between the two columns and only a few are longer."""
    at_wall = [length for length in lengths if narrowest <= length <= widest]
    if not at_wall or len(at_wall) < min(_FEWEST, len(lengths)) or len(at_wall) < 0.6 * len(lengths):
        return None
    too_long = sum(1 for length in lengths if length > widest)
    return max(at_wall) if too_long <= 0.2 * len(lengths) else None


def _full(text: str, pairs: Sequence[Pair], column: int) -> float:
    """On what share of the lines the first word of the next one had no room."""
    full = 0
    for line, following in pairs:
        full += spare_columns(line.text_end - line.start, first_word(text, following), column) < 0
    return full / len(pairs)


def first_word(text: str, line: Line) -> str:
    """Return the first word of a line that is not blank, its bullet or number if it has one.

    >>> first_word("- one", Line("BULLET", 0, 5, 0, 2, 5, 0, 0, 0))
    '-'
    """
    return text[line.mark : line.text_end].split(maxsplit=1)[0]


def _going_on(text: str, pairs: Sequence[Pair]) -> float:
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
    texts = lines[:SAMPLE_LINES]
    blank = sum([line.type == "BLANK" for line in texts])
    gaps = blank > len(texts) / 4
    if gaps and (not with_gaps or any(line.type == "HEADING" for line in texts)):
        return False
    long = touching = 0
    for index, line in enumerate(texts):
        if line.type != "TEXT" or line.text_end - line.text_start < MIN_LONG_CHARS:
            continue
        long += 1
        before = index > 0 and texts[index - 1].type == "TEXT"
        after = index + 1 < len(texts) and texts[index + 1].type == "TEXT"
        touching += before or after
    if long >= (_FEWEST if gaps else 1):
        return touching > long / 2
    return len(texts) > 5 and blank < len(texts) / 10


_BEHIND = re.compile(r"[,.](?=\s|\Z)|['’]s\s|[、，。،।]")
"""What stands behind a link or a bold word, and no line of code or of a menu begins with."""

_GOES_ON = re.compile(rf"{_BEHIND.pattern}|[;)]|:(?=\s|\Z)|\.(?!\.)")
"""What a line in the middle of a sentence may begin with; dots open lines of their own, too."""

_STOP = re.compile(r"[.!?…]['\"”’»)]?\s|[。！？।](?!\Z)")
"""Where a sentence ends within a line."""

_OPENING = "\"'([„“«‹ \u00a0"
_OPENS = ",(„“«‹–—、，،"
"""What may stand before the first letter of a line, and what a line ends with that breaks off within a sentence."""

MIN_PROSE_CHARS = 40
"""Code points of a line that is rather a part of a sentence than an entry of a menu, a name or a date."""

MAX_SHORT_WORD_CHARS = 3
"""Code points of a word that rarely ends a headline: an article, a preposition."""

_ITEMS: tuple[LineKind, ...] = ("TEXT", "BULLET", "NUMBER")
"""Kinds of lines that a piece can go on with."""


def in_pieces(text: str, lines: Sequence[Line]) -> bool:
    """Whether links and bold words are lines of their own.

    Some lines begin with the comma or the stop behind them, more with that or the rest of a sentence.
    """
    behind = middle = 0
    for last, words in pairwise(_words(text, lines[:SAMPLE_LINES])):
        if last and _BEHIND.match(words):
            behind += 1
        elif last and _is_lower(words) and len(words) >= MIN_PROSE_CHARS:
            middle += _breaks_off(last)
    return behind > 0 and behind + middle >= _FEWEST


def pieces(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The places among `lines` of those that go on with the line before, in a dump in pieces."""
    words = ["", *_words(text, lines, _ITEMS), ""]
    within = False  # whether the line before is known to stand in a sentence
    for index, (last, line, below) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        within = within or _STOP.search(last) is not None
        if last and line and lines[index].type == "TEXT" and _is_piece(last, line, below, within):
            yield index
            within = within or len(line) >= MIN_PROSE_CHARS or not _is_lower(line)
        else:
            within = False


def _words(text: str, lines: Sequence[Line], kinds: Container[LineKind] = ("TEXT",)) -> list[str]:
    """The words of the lines of these kinds, with their bullets, and nothing for others."""
    return [text[line.mark : line.text_end] if line.type in kinds else "" for line in lines]


def _is_piece(last: str, words: str, below: str, within: bool) -> bool:
    """Whether `words` go on with what `last` began: the rest of a sentence, or a link or name before the rest."""
    if _goes_on(last, words):
        # A few words in lower case below a headline may sign it: by nobody, five minutes ago.
        may_sign = not within and _is_lower(words) and len(words) < MIN_PROSE_CHARS <= len(last)
        return not may_sign or _goes_on(words, below)
    if not _breaks_off(last):
        return False
    leads_on = _leads_on(last)
    if _goes_on(words, below):
        return within or (len(below) >= MIN_PROSE_CHARS and (leads_on or len(last) >= MIN_PROSE_CHARS))
    return within and leads_on


def _goes_on(last: str, words: str) -> bool:
    """Whether `words` begin like the middle of a sentence that `last` did not end."""
    return _GOES_ON.match(words) is not None or (_is_lower(words) and not ends_sentence(last))


def _is_lower(words: str) -> bool:
    """Whether the first letter, a quote or bracket aside, is a small one."""
    return words.lstrip(_OPENING)[:1].islower()


def _breaks_off(words: str) -> bool:
    return words[-1].isalnum() or words[-1] in _OPENS


def _leads_on(words: str) -> bool:
    """Whether a sentence can't end with `words`: with a comma, an opening mark, a short word in lower case."""
    word = words.rsplit(maxsplit=1)[-1]
    return words[-1] in _OPENS or (len(word) <= MAX_SHORT_WORD_CHARS and word.islower())
