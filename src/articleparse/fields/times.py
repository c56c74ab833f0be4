"""Times of day in a line: `14:55 Uhr`, `4:00 AM EDT`, `kl. 14.05`, `午後3時5分`, `오후 3:05`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

_ZONES = {
    "GMT": "+00:00",
    "UTC": "+00:00",
    "CET": "+01:00",
    "MEZ": "+01:00",
    "CEST": "+02:00",
    "MESZ": "+02:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "WIB": "+07:00",
}
"""Abbreviations that mean one offset wherever news is written. Others are part of the span and give no offset."""

_AMERICAN = frozenset(("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT"))

_AFTER = r"""
    (?:\s?(?P<half>[ap]\.?\s?m\b\.?))?
    (?:\s?(?:Uhr\b|uur\b|hrs\b|h\b|heures\b|horas\b|น\.|ч\b))?
    (?:\s?\(?(?P<zone>[A-Z]{2,4}T|GMT|UTC|MES?Z|ET|CT|PT|MT|WIB|WITA|BST|HKT|MSK)\b
       (?:\s?(?P<shift>[+\-−]\d{1,2}(?::?\d{2})?))?\)?)?
"""

_WEST = r"(?:(?<=T\d\d:\d\d)|(?<=:\d\d:\d\d)|(?<=\.\d\d\d))-\d{2}:?\d{2}\b"
"""An offset behind a time as machines write it; else `10:00-11:30` is a stretch of time."""

_TIME = re.compile(
    rf"""
    (?:(?P<part>午前|午後|오전|오후|上午|下午|中午|晚上|凌晨)\s?)?
    (?<![\d.:/])(?P<hour>\d{{1,2}})
    (?:
        [:h](?P<minute>\d{{2}})(?::\d{{2}}(?:[.]\d+)?)?(?P<iso>Z\b|\+\d{{2}}:?\d{{2}}\b|{_WEST})?(?![\d:])
      | [.](?P<dotted>\d{{2}})(?=\s?(?:Uhr|uur|[ap]\.?m\b|hrs|น\.|WIB|(?:GMT|UTC|BST|CES?T|MES?Z|E[SD]T|IST)\b))
      | (?:[時时点點]|시)(?!間|간|间)\s?(?:(?P<spelt>\d{{1,2}})[分분])?
      | (?<![^\W\d]\d)(?<![^\W\d]\d\d)(?=[^\S\n]?(?:[ap]\.?\s?m\b|Uhr\b))  # not jane84 am Montag
    )
    {_AFTER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DOTTED = re.compile(
    rf"(?:(?<![^\W\d])(?:kl|klo|um|alle|ore|o|u|à|в|о)\b\.?\s?|(?<=\b20\d\d\s)|(?<=\b20\d\d,\s))(?P<hour>\d{{1,2}})[.](?P<minute>\d{{2}})(?![.\d]){_AFTER}",
    re.VERBOSE | re.IGNORECASE,
)
_AFTERNOON = frozenset(("午後", "오후", "下午", "晚上", "中午"))


@attrs.frozen
class Clock:
    """A time of day: where it stands in the text, and its ISO 8601 form with the offset where that is known."""

    start: int
    end: int
    iso: str
    is_american: bool  # whether it is written as in the United States


def clocks(text: str) -> Iterator[Clock]:
    """The times of day in `text`, in order.

    >>> [clock.iso for clock in clocks("2 May, 4:45pm / 16:45 CET")]
    ['16:45', '16:45+01:00']
    """
    found = [*_TIME.finditer(text), *_DOTTED.finditer(text)]
    end = 0
    for match in sorted(found, key=re.Match.start):
        clock = _clock(match)
        if clock is not None and clock.start >= end:
            end = clock.end
            yield clock


def _clock(match: re.Match[str]) -> Clock | None:
    part = match.groupdict()
    hour = int(part["hour"])
    minute = int(part["minute"] or part.get("dotted") or part.get("spelt") or 0)
    half = (part["half"] or "").lower()[:1]
    if (half == "p" or part.get("part") in _AFTERNOON) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    zone = (part["zone"] or "").upper()
    shift = part.get("iso") or part["shift"]
    offset = _shift(shift) if shift else _ZONES.get(zone, "")
    end = match.end() - (match.group()[-1:].isspace())
    return Clock(match.start(), end, f"{hour:02}:{minute:02}{offset}", bool(half) or zone in _AMERICAN)


def _shift(written: str) -> str:
    """`+5:30`, `+0530` or `-3` as ISO 8601 writes it."""
    if written in ("Z", "z"):
        return "+00:00"
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{'+' if written[0] == '+' else '-'}{int(hours):02}:{minutes}"
