"""What stands behind the text of a link: its target, its title, its attributes; and what escapes stand for in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from html.entities import html5
from typing import NamedTuple

from articleparse.inline.scan import InlineToken, Mark
from articleparse.source import leads_nowhere, span_of
from articleparse.tree import Link, Text

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
_ATTRIBUTES = re.compile(r"""\{(?:[#.=](?=[^\s{}])|[a-z-]+=")[^{}]{0,2000}+\}""")
_ESCAPE_OR_REFERENCE = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


class Destination(NamedTuple):
    """What follows the text of a link: target, title, and where it ends in the source."""

    target: str | None
    title: str | None
    end: int


def read_destination(text: str, start: int, end: int, *, wrapped: bool, is_picture: bool = False) -> Destination | None:
    """Return the destination whose opening parenthesis stands at `start`, or None.

    `wrapped` tells whether the dump was wrapped, `is_picture` whether the destination is that of a picture.
    """
    pattern = BROKEN_DESTINATION if wrapped else DESTINATION
    match = pattern.match(text, start, end)
    if match is None:
        return _read_loose(text, start, end, wrapped=wrapped, is_picture=is_picture)
    in_angles, plain, double, single = match.groups()
    title = double if double is not None else single
    target = clean_target(in_angles if in_angles is not None else plain, is_picture=is_picture)
    return Destination(target, None if title is None else unescaped(title), match.end())


def _read_loose(text: str, start: int, end: int, *, wrapped: bool, is_picture: bool) -> Destination | None:
    pattern = BROKEN_LOOSE_DESTINATION if wrapped else LOOSE_DESTINATION
    match = pattern.match(text, start, end)
    if match is None:
        return None
    target = match.group(1).rstrip()
    title = None
    quote = target.find(' "')
    if 0 <= quote < len(target) - 2 and target.endswith('"'):
        target, title = target[:quote], unescaped(target[quote + 2 : -1])
    return Destination(clean_target(target, is_picture=is_picture), title, match.end())


def clean_target(target: str, *, is_picture: bool = False) -> str | None:
    r"""Return the target without escapes, character references and line ends; None for one that leads nowhere.

    >>> clean_target("a_\\(b\\)?x=1&amp;y=2"), clean_target("#"), clean_target("javascript:void(0)")
    ('a_(b)?x=1&y=2', None, None)
    """
    if target == "#":
        return None
    target = target.strip()
    if "\n" in target or "\r" in target:
        target = _LINE_END.sub("", target)
    target = unescaped(target)
    return None if leads_nowhere(target, is_picture=is_picture) else target


def past_attributes(text: str, start: int, end: int) -> int:
    """Return where the attributes end that pandoc wrote at `start`; `start` itself where there are none.

    >>> past_attributes('![](a.jpg){width="640"} is', 10, 26), past_attributes("[x]{y}", 3, 6)
    (23, 3)
    """
    if not text.startswith("{", start, end):
        return start
    attributes = _ATTRIBUTES.match(text, start, end)
    return attributes.end() if attributes else start


def unescaped(text: str) -> str:
    r"""Return `text` without the backslashes of escapes and with character references resolved.

    One pass does both, for an escaped `&` begins no reference and the sign that a reference stands for escapes nothing.

    >>> print(unescaped(r"a\_b &amp; \&amp; &#92;*"))
    a_b & &amp; \*
    """
    return _ESCAPE_OR_REFERENCE.sub(_meaning, text) if "\\" in text or "&" in text else text


def _meaning(match: re.Match[str]) -> str:
    return match.group(1) or reference_text(match.group())


def reference_text(reference: str) -> str:
    """Return the characters that a reference such as `&amp;` or `&#38;` stands for: itself, where it has no meaning."""
    return html.unescape(reference) if reference[1] == "#" else html5.get(reference[1:], reference)


def plain_link(text: str, start: int, end: int) -> Link:
    """Return the link `[line](target)` from `start` to `end`."""
    close = text.index("](", start)
    return line_link(text, start, start + 1, close, end, clean_target(text[close + 2 : end - 1]))


def line_link(text: str, start: int, text_start: int, text_end: int, end: int, target: str | None) -> Link:
    """Return the link from `start` to `end` whose text lies between `text_start` and `text_end`."""
    inner = (Text(span_of((text_start, text_end)), text[text_start:text_end]),) if text_start < text_end else ()
    return Link(span_of((start, end)), inner, target)


def dissolved_links(marks: Iterable[InlineToken]) -> tuple[list[InlineToken], str | None]:
    """Return `marks`, which lie within a link, with the links among them made marks that mean nothing, and a target.

    The target is the first that one of them has. The outermost link counts: it is a story's title, and those within it
    are authors, or the converter's "more".
    """
    kept: list[InlineToken] = []
    target: str | None = None
    for mark in marks:
        if isinstance(mark, Link):
            start, end = mark.span
            inner = mark.children[0].span if mark.children else (end, end)
            kept += Mark("", start, inner[0]), Mark("", inner[1], end)
            target = target or mark.target
            continue
        if isinstance(mark, Mark) and mark.type in ("LINK_OPEN", "LINK_CLOSE"):
            mark.type = ""
            target = target or mark.target
        kept.append(mark)
    return kept, target
