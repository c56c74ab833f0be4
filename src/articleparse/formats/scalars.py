"""Text, addresses, dates and plain values in the forms that formats have for them."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

import orjson

from articleparse.source import leads_nowhere

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?")
_NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_NOT_IN_HTML = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
"""What the HTML standard calls control characters and noncharacters, and halves of characters."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    r"""Return `text` with U+FFFD for halves of characters that stand alone, which no encoding of Unicode has.

    Two halves beside each other become the one character that they are in UTF-16.

    >>> without_surrogates("a\ud800")
    'a�'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def plain_json(value: Any, *, indent: bool = False) -> str:
    r"""Return `value` (dicts, lists, strings, numbers, None) as JSON, on one line or indented by two spaces.

    Lone surrogates, which no reader of JSON has to take, become U+FFFD.

    >>> plain_json({"a": ["é", "\ud800"]})
    '{"a":["é","�"]}'
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indent else None).decode()
    except orjson.JSONEncodeError:
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return plain_json(json.loads(_SURROGATE.sub("\ufffd", written)), indent=indent)


def xml_text(text: str) -> str:
    r"""Return `text`, each character that XML 1.0 can't hold replaced by U+FFFD.

    >>> xml_text("a\x00b")
    'a�b'
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def html_text(text: str) -> str:
    r"""Return `text` with U+FFFD for what no document of HTML may hold, and line feeds for other line ends.

    >>> html_text("a\x00b\r\n")
    'a�b\n'
    """
    return _LINE_END.sub("\n", _NOT_IN_HTML.sub("\ufffd", text))


LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
IMAGE_SCHEMES = frozenset({"http", "https"})

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
"""What browsers leave out of an address before they look at its scheme, or what no document can hold."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def safe_target(target: str | None, schemes: frozenset[str] = LINK_SCHEMES) -> str | None:
    r"""Return `target` without what browsers ignore, if it is relative or its scheme is one of `schemes`; else None.

    Any other scheme (`javascript:`, `data:`, `file:`) could run a script or reach what is not the web. Schemes are
    found as the URL standard of WHATWG finds them, section 4.4: control characters within them don't count.

    >>> safe_target("https://example.org/a b"), safe_target(" java\tscript:alert(1)"), safe_target("../b")
    ('https://example.org/a%20b', None, '../b')
    """
    if not target:
        return None
    cleaned = _IGNORED.sub(lambda match: "%20" * match[0].count(" "), target.strip(" \t\r\n\f"))
    scheme = _SCHEME.match(cleaned.replace("%20", ""))
    if scheme is not None and scheme[1].lower() not in schemes:
        return None
    return cleaned or None


def absolute_target(target: str | None) -> str | None:
    """Return `safe_target(target)`, if it leads to the web (`http`, `https`) from anywhere; else None.

    >>> absolute_target("HTTPS://example.org/a"), absolute_target("/a")
    ('HTTPS://example.org/a', None)
    """
    found = safe_target(target, IMAGE_SCHEMES)
    return found if found is not None and _SCHEME.match(found) else None


def known_target(target: str | None) -> str | None:
    """Return `target`, or None for a link that leads nowhere: `#`, a script, inline data.

    >>> known_target("#"), known_target("#below"), known_target("javascript:void(0)")
    (None, '#below', None)
    """
    return None if target is None or leads_nowhere(target) else target


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
