"""Where a link leads: reading what stands behind its text, and telling targets from placeholders."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.inline.escapes import unescaped

_PLAIN_TARGET = r"(?:[^\s()\\<>]|\\.|\((?:[^\s()\\]|\\.)*+\))*+"
_BROKEN_TARGET = r"(?:[^\s()\\<>]|\\.|\((?:[^\s()\\]|\\.)*+\)|\r?\n[ \t]*+(?=[^\s\"']))*+"
_TITLE = r"""(?:\s++(?:"((?:[^"\\]|\\.){0,500}+)"|'((?:[^'\\]|\\.){0,500}+)'))?+"""


def _destination(target: str) -> re.Pattern[str]:
    return re.compile(rf"\(\s*+(?:<([^<>\n]*+)>|({target})){_TITLE}\s*+\)")


DESTINATION = _destination(_PLAIN_TARGET)
"""`(target "title")`, with parentheses in the target one level deep."""

BROKEN_DESTINATION = _destination(_BROKEN_TARGET)
"""The same in a dump that was wrapped: the target may go on on the next line."""

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
        return None
    in_angles, plain, double, single = match.groups()
    title = double if double is not None else single
    target = clean_target(in_angles if in_angles is not None else plain)
    return Destination(target, None if title is None else unescaped(title), match.end())


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
