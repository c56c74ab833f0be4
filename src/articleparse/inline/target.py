"""Where a link leads: reading what stands behind its text, and telling targets from placeholders."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.inline.escapes import unescaped

_PLAIN_TARGET = r"(?:[^\s()\\<>]|\\.|\((?:[^\s()\\]|\\.)*+\))*+"
_BROKEN_TARGET = r"(?:[^\s()\\<>]|\\.|\((?:[^\s()\\]|\\.)*+\)|\r?\n[ \t]*+(?=[^\s\"']))*+"
_NO_TARGET = r"(?<=\s)(?=[\"'])"
_TITLE = r"""(?:\s*+(?<=\s)(?:"((?:[^"\\]|\\.){0,500}+)"|'((?:[^'\\]|\\.){0,500}+)'))?+"""


def _destination(target: str) -> re.Pattern[str]:
    return re.compile(rf"\(\s*+(?:<([^<>\n]*+)>|({_NO_TARGET}|{target})){_TITLE}\s*+\)")


DESTINATION = _destination(_PLAIN_TARGET)
"""`(target "title")`, with parentheses in the target one level deep."""

BROKEN_DESTINATION = _destination(_BROKEN_TARGET)
"""The same in a dump that was wrapped: the target may go on on the next line."""

_LOOSE = r"(?:[^()\\\r\n]|\\.|\((?:[^()\\\r\n]|\\.)*+\))*+"
_BROKEN_LOOSE = r"(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+"


def _loose(inside: str) -> re.Pattern[str]:
    address = r"(?=[^\s()/:\"']*+(?:/|:[^\s)])|[#?][^\s)]|(?:javascript|mailto|tel):)"
    return re.compile(rf"\(\s*+({address}{inside})\)", re.IGNORECASE)


LOOSE_DESTINATION = _loose(_LOOSE)
"""What converters write of addresses with blanks and titles with quotes: anything that begins like an address."""

BROKEN_LOOSE_DESTINATION = _loose(_BROKEN_LOOSE)
"""The same in a dump that was wrapped."""

_LINE_END = re.compile(r"\s*[\r\n]\s*")
_NOWHERE = re.compile(r"(?:#|javascript:.*|about:blank)?\Z", re.IGNORECASE | re.DOTALL)


class Destination(NamedTuple):
    """What follows the text of a link: target, title, and where it ends in the source."""

    target: str | None
    title: str | None
    end: int


def read_destination(text: str, start: int, end: int, *, wrapped: bool) -> Destination | None:
    """The destination whose opening parenthesis stands at `start`, or None."""
    pattern = BROKEN_DESTINATION if wrapped else DESTINATION
    match = pattern.match(text, start, end)
    if match is None:
        return _read_loose(text, start, end, wrapped=wrapped)
    in_angles, plain, double, single = match.groups()
    title = double if double is not None else single
    target = clean_target(in_angles if in_angles is not None else plain)
    return Destination(target, None if title is None else unescaped(title), match.end())


def _read_loose(text: str, start: int, end: int, *, wrapped: bool) -> Destination | None:
    pattern = BROKEN_LOOSE_DESTINATION if wrapped else LOOSE_DESTINATION
    match = pattern.match(text, start, end)
    if match is None:
        return None
    target = match.group(1).rstrip()
    title = None
    quote = target.find(' "')
    if 0 <= quote < len(target) - 2 and target.endswith('"'):
        target, title = target[:quote], unescaped(target[quote + 2 : -1])
    return Destination(clean_target(target), title, match.end())


def clean_target(target: str) -> str | None:
    r"""The target without escapes, entities and line ends; None for one that leads nowhere.

    >>> clean_target("a_\\(b\\)?x=1&amp;y=2"), clean_target("#"), clean_target("javascript:void(0)")
    ('a_(b)?x=1&y=2', None, None)
    """
    if target == "#":
        return None
    target = target.strip()
    if "\n" in target or "\r" in target:
        target = _LINE_END.sub("", target)
    target = unescaped(target)
    return None if _NOWHERE.match(target) else target
