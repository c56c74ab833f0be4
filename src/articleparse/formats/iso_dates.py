"""Dates of ISO 8601 in the forms that formats have for them.

`Timestamp.when` is such a date: a day (`2024-03-03`), or a minute or second of it, with an offset from UTC or without.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_EXTENDED = re.compile(
    r"""(?P<day>\d{4}-\d\d-\d\d)
    (?: T (?P<minute>\d\d:\d\d) (?: (?P<second>:\d\d) (?P<fraction>[.]\d+)? )? (?P<zone>Z|[+-]\d\d:\d\d)? )?""",
    re.VERBOSE,
)
_EITHER = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z|[+-]\d\d:?\d\d)?)?")
_ROUGH = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d[0-9:.,+Z-]*)?)?)?")
_SCHEMA_ZONE = re.compile(r"Z|[+-](0\d|1[0-3]):[0-5]\d")
"""The offsets from UTC that XML Schema knows: up to 14 hours, of which whole ones are in use up to 13."""


def is_date(text: str) -> bool:
    """Whether `text` looks like a date of ISO 8601, be it a year, a month, a day or a time of the day.

    >>> is_date("2024-03"), is_date("3 March")
    (True, False)
    """
    return _ROUGH.fullmatch(text) is not None


def basic_date(when: str | None) -> str:
    """Return a date (as `Timestamp.when`) in the basic form of ISO 8601, which NITF asks for; "" for what is none.

    >>> basic_date("2024-03-03T10:15+01:00"), basic_date("2024-03-03"), basic_date("soon")
    ('20240303T101500+0100', '20240303', '')
    """
    found = _EXTENDED.fullmatch(when or "")
    if found is None:
        return ""
    day, minute, second, _, zone = found.groups("")
    return day.replace("-", "") + (f"T{minute}{second or ':00'}{zone}".replace(":", "") if minute else "")


def from_basic(text: str) -> str | None:
    """Return a date in the basic or the extended form of ISO 8601 as `Timestamp.when` has it; None for what is none.

    >>> from_basic("20240303T101500+0100"), from_basic("20240303"), from_basic("3 March")
    ('2024-03-03T10:15+01:00', '2024-03-03', None)
    """
    found = _EITHER.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups("")
    whole = f"{year}-{month}-{day}"
    if not hour:
        return whole
    shift = f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone
    return f"{whole}T{hour}:{minute}{f':{second}' if second not in ('', '00') else ''}{shift}"


def schema_date(when: str | None) -> str:
    """Return a date (as `Timestamp.when`) as XML Schema writes it; "" for what is none.

    >>> schema_date("2024-03-03T10:15+01:00"), schema_date("2024-03-03"), schema_date("2024-13-03")
    ('2024-03-03T10:15:00+01:00', '2024-03-03', '')
    """
    found = _EXTENDED.fullmatch(when or "")
    if found is None or found["fraction"] or not _SCHEMA_ZONE.fullmatch(found["zone"] or "Z"):
        return ""
    try:
        return (datetime if found["minute"] else date).fromisoformat(found[0]).isoformat()
    except ValueError:
        return ""


def instant(when: str | None) -> str:
    """Return a date (as `Timestamp.when`) as RFC 3339 has it; "" for one without a time or an offset from UTC.

    >>> instant("2024-03-03T10:15+01:00"), instant("2024-03-03")
    ('2024-03-03T10:15:00+01:00', '')
    """
    found = _EXTENDED.fullmatch(when or "")
    if found is None or not found["zone"]:
        return ""
    day, minute, second, fraction, zone = found.groups("")
    return f"{day}T{minute}{second or ':00'}{fraction}{zone}"
