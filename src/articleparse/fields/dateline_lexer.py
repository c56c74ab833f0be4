"""From the opening of a story to the letters of `dateline.lark`, without those that bound a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.fields.credit_lexer import Letter
from articleparse.fields.dates import Hints, calendar_dates
from articleparse.fields.words import PARTICLES, Word, is_agency, is_caseless, is_name_like, words
from articleparse.vocabulary import load_vocabulary

LONGEST = 120
"""A dateline is no longer than this (code points)."""

_SIGNS = {
    **dict.fromkeys(("—", "–", "―", "-", "--", ".-", ".--", "=", "＝", ":", "："), "DASH"),
    **dict.fromkeys(",،、，", "COMMA"),
    **dict.fromkeys("([（", "OPEN"),
    **dict.fromkeys(")]）", "CLOSE"),
    **dict.fromkeys("/／", "SLASH"),
    **dict.fromkeys(".।。", "STOP"),
}
_OUTLET = re.compile(r"[\w-]+\.(?:com|co|id|ru|net|org|tv|ua)\Z", re.IGNORECASE)
_MOST_WORDS = 4
_JOINING = frozenset(("and", "und", "et", "y", "e"))


def letters(text: str) -> list[Letter]:
    """The letters of the first `LONGEST` code points of `text`."""
    head = text[:LONGEST]
    dates = [
        Letter("DATE", found.start, found.end, head[found.start : found.end]) for found in calendar_dates(head, Hints())
    ]
    line = list(words(head, gaps=[(date.start, date.end) for date in dates]))
    return sorted([*_letters(head, line), *dates], key=lambda letter: letter.start)


def _letters(text: str, line: list[Word]) -> Iterator[Letter]:
    at = 0
    while at < len(line):
        if line[at].kind == "GAP":
            at += 1
            continue
        kind, count = _kind(text, line, at)
        first, last = line[at], line[at + count - 1]
        yield Letter(kind, first.start, last.end, text[first.start : last.end])
        at += count


def _kind(text: str, line: list[Word], at: int) -> tuple[str, int]:
    """The type of the next letter and its length in words."""
    word = line[at]
    if word.kind != "WORD":
        return _SIGNS.get(word.text, "OTHER"), 1
    agency = is_agency(line, at, text)
    if agency:
        return "AGENCY", agency
    if _OUTLET.match(word.text):
        return "AGENCY", 1
    if is_caseless(word.text) and at + 1 < len(line) and line[at + 1].key in load_vocabulary().words("byline.suffix"):
        return "REPORTER", 2
    count = _run(text, line, at)
    return ("PLACE", count) if count else ("OTHER", 1)


def _run(text: str, line: list[Word], at: int) -> int:
    """How many words from `at` on can be the name of a place, or of two joined by "and"."""
    count = 0
    while at + count < len(line) and count < 2 * _MOST_WORDS:
        word = line[at + count]
        small = count > 0 and (word.key in PARTICLES or word.key in _JOINING) and word.text.islower()
        if not (is_name_like(word) or small) or (count and is_agency(line, at + count, text)):
            break
        count += 1
    while count and line[at + count - 1].text.islower() and not is_caseless(line[at + count - 1].text):
        count -= 1
    return count if count <= _MOST_WORDS + 1 else 0
