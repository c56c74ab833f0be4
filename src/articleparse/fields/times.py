"""Times of day in a line: `14:55 Uhr`, `4:00 AM EDT`, `kl. 14.05`, `午後3時5分`, `오후 3:05`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from articleparse.fields.dates import NOTHING, alternatives
from articleparse.vocabulary import Vocabulary

_WEST = r"(?:(?<=T\d\d:\d\d)|(?<=:\d\d:\d\d)|(?<=\.\d\d\d))-\d{2}:?\d{2}\b"
"""An offset behind a time as machines write it; else `10:00-11:30` is a stretch of time."""


@attrs.frozen
class Clock:
    """A time of day: where it stands in the text, and its ISO 8601 form with the offset where that is known."""

    start: int
    end: int
    iso: str
    is_american: bool  # whether it is written as in the United States


class _Patterns:
    """The patterns of times of day, with the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        def any_of(category: str) -> str:
            return alternatives(vocabulary, category)

        self.offsets = {zone: int(next(iter(minutes))) for zone, minutes in vocabulary.words("clock.offset").items()}
        self.american = vocabulary.words("clock.zone.american")
        self.afternoon = frozenset(vocabulary.words("clock.afternoon").values())
        am, pm = _half(vocabulary, "clock.am"), _half(vocabulary, "clock.pm")
        after = rf"""
            (?:\s?(?:(?P<am>{am})|(?P<pm>{pm})))?
            (?:\s?(?:{any_of("clock.unit")})(?!\w))?
            (?:\s?\(?(?P<zone>[A-Z]{{2,4}}T|{any_of("clock.zone")})\b
               (?:\s?(?P<shift>[+\-−]\d{{1,2}}(?::?\d{{2}})?))?\)?)?
        """
        self.time = re.compile(
            rf"""
            (?:(?P<part>{alternatives(vocabulary, "clock.morning", "clock.afternoon")})\s?)?
            (?<![\d.:/])(?P<hour>\d{{1,2}})
            (?:
                [:h](?P<minute>\d{{2}})(?::\d{{2}}(?:[.]\d+)?)?(?P<iso>Z\b|\+\d{{2}}:?\d{{2}}\b|{_WEST})?(?![\d:])
              | [.](?P<dotted>\d{{2}})(?=\s?(?:{am}|{pm}|(?:{any_of("clock.dotted")})(?!\w)))
              | (?:{any_of("clock.hour")})(?!{any_of("clock.span")})\s?
                (?:(?P<spelt>\d{{1,2}})(?:{any_of("clock.minute")}))?
              | (?<![^\W\d]\d)(?<![^\W\d]\d\d)(?=[^\S\n]?(?:{am}|{pm}|(?:{any_of("clock.alone")})\b))
            )
            {after}
            """,  # the last: not `jane84 am Montag`
            re.VERBOSE | re.IGNORECASE,
        )
        self.dotted = re.compile(
            rf"""
            (?:(?<![^\W\d])(?:{any_of("clock.at")})\b\.?\s?|(?<=\b20\d\d\s)|(?<=\b20\d\d,\s))
            (?P<hour>\d{{1,2}})[.](?P<minute>\d{{2}})(?![.\d]){after}
            """,
            re.VERBOSE | re.IGNORECASE,
        )


def _half(vocabulary: Vocabulary, category: str) -> str:
    """The pattern of the abbreviations `category` of a half of the day, in all ways to write their dots."""
    terms = [term.split(".") for term in vocabulary.words(category).values()]
    return "|".join(r"\.?\s?".join(map(re.escape, filter(None, letters))) + r"\b\.?" for letters in terms) or NOTHING


@lru_cache(maxsize=8)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    return _Patterns(vocabulary)


def clocks(text: str, vocabulary: Vocabulary) -> Iterator[Clock]:
    """Yield the times of day in `text`, in order; `vocabulary` has the words around them ("Uhr", "pm", time zones).

    >>> from articleparse.vocabulary import load_vocabulary
    >>> [clock.iso for clock in clocks("2 May, 4:45pm / 16:45 CET", load_vocabulary())]
    ['16:45', '16:45+01:00']
    """
    patterns = _patterns(vocabulary)
    end = 0
    for match in sorted([*patterns.time.finditer(text), *patterns.dotted.finditer(text)], key=re.Match.start):
        clock = _clock(match, patterns)
        if clock is not None and clock.start >= end:
            end = clock.end
            yield clock


def _clock(match: re.Match[str], patterns: _Patterns) -> Clock | None:
    """The time that `match` writes, or None where no day has it."""
    part = match.groupdict()
    hour = int(part["hour"])
    minute = int(part["minute"] or part.get("dotted") or part.get("spelt") or 0)
    if (part["pm"] or part.get("part") in patterns.afternoon) and hour < 12:
        hour += 12
    elif part["am"] and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    zone = (part["zone"] or "").lower()
    shift = part.get("iso") or part["shift"]
    offset = _shift(shift) if shift else _offset(patterns.offsets.get(zone))
    end = match.end() - (match.group()[-1:].isspace())
    is_american = bool(part["am"] or part["pm"]) or zone in patterns.american
    return Clock(match.start(), end, f"{hour:02}:{minute:02}{offset}", is_american)


def _offset(minutes: int | None) -> str:
    """The offset from UTC as ISO 8601 writes it; nothing where a zone has several, or none is known."""
    return "" if minutes is None else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _shift(written: str) -> str:
    """`+5:30`, `+0530` or `-3` as ISO 8601 writes it."""
    if written in ("Z", "z"):
        return "+00:00"
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{'+' if written[0] == '+' else '-'}{int(hours):02}:{minutes}"
