"""Find the marks in a block's text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articleparse.dialect import Dialect
from articleparse.inline.invisible import INVISIBLE
from articleparse.inline.invisible import MARKS as _INVISIBLE
from articleparse.source import span_of
from articleparse.tree import Code, Image, LineBreak, Link, Text

_TAG_NAMES = (
    "a|article|aside|audio|b|blockquote|br|button|cite|del|div|em|figcaption|figure|footer|h[1-6]|header|hr|i|iframe|img|"
    "ins|li|main|mark|nav|ol|p|picture|q|s|section|small|source|span|strong|sub|sup|time|u|ul|video"
)

_ATTRIBUTES = r"(?:\s(?=[^<>]*=)(?:[^<>\"']|\"[^\"<>]*+\"|'[^'<>]*+')*+)?"
"""At least one with a value: `a <b and c> d` is no tag."""

_LINE = rf"[^\[\]\\`*_~<&:\r\n{INVISIBLE}]*+"
_LINK = rf"{_LINE}(?::(?!//){_LINE})*+\]\([^\s()\\<>]*+\)(?!\{{)"
"""A link behind its first bracket: a line without marks, a target without escapes, no title and no attributes."""

LONE_LINK = re.compile(rf"\[{_LINK}")
"""A text that is such a link: most lines of a menu."""

# Each alternative looks back at the sign that the pattern begins with: a pattern that begins with a set of
# characters is searched for many times faster than a choice of patterns.
_ESCAPE = r"(?<=\\)(?P<escape>[!-/:-@\[-`{-~])"
_MARKDOWN = (
    r"(?<=`)(?P<code>`*+)",
    r"(?P<emphasis>(?<=\*)\**+|(?<=_)_*+)",
    r"(?<=~)(?P<strikethrough>~)(?!~)",
    rf"(?<=\[)(?<!!\[)(?P<link>{_LINK})",
    r"(?<=\[)(?P<open>)",
    r"(?<=\])(?P<close>)",
    rf"(?<=<)(?P<tag>/?(?i:{_TAG_NAMES}){_ATTRIBUTES}\s*+/?>|!--(?:(?!-->|<!--).)*+-->)",
    r"(?<=<)(?P<autolink>(?:(?:https?|ftp)://|mailto:)[^\s<>]+>|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,9}>)",
    r"(?<=&)(?P<entity>(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
)
_URL = r"(?:(?<=\bhttp:)|(?<=\bhttps:))(?P<url>//[^\s<>\[\]()\"'*`]+(?:\([^\s<>\[\]()\"']*\)[^\s<>\[\]()\"'*`]*)*+)"
_BROWSER = (r"(?<=\()(?P<button>BUTTON\))", r"(?<=\[)(?P<del_open>DEL:)", r"(?<=:)(?P<del_close>DEL\])")
_BEHIND = r"(?<=\[)(?P<behind>(?:(?:https?:/|\.{1,2})?/|mailto:|tel:|javascript:|data:|\#(?=\]))[^\s\[\]]*\](?!\())"
_NUMBERED = r"(?<=\[)(?P<numbered>\d{1,4}\](?=\S))"


class Mark:
    """A mark in the text of a block.

    `type` is its terminal in `inline.lark`, "" for one that means nothing but itself (an HTML tag, an escape's
    backslash), None for one that turned out to be text. The mark that ends a link has its `target` and `title`.
    """

    __slots__ = ("span", "target", "title", "type")

    def __init__(
        self, kind: str | None, start: int, end: int, target: str | None = None, title: str | None = None
    ) -> None:
        self.type = kind
        self.span = span_of((start, end))
        self.target = target
        self.title = title

    def __repr__(self) -> str:
        return f"Mark({self.type}, {self.span})"


Letter = Mark | Text | Code | Image | LineBreak | Link
"""What `inline.lark` reads: marks, and the leaves of the tree themselves."""


class Scanner(NamedTuple):
    """How to find marks: a pattern for the signs that all of them begin with, and one that names each mark.

    Of the colons only those of an address are signs, or of what elinks and w3m write around struck text.
    """

    sign: re.Pattern[str]
    mark: re.Pattern[str]


@cache
def _scanner(*, marks: bool, escapes: bool, numbered: bool, behind: bool) -> Scanner:
    alternatives = [_URL, *_INVISIBLE]
    signs = f":{INVISIBLE}"
    if escapes:
        alternatives.insert(0, _ESCAPE)
        signs += r"\\"
    if marks:
        alternatives += _MARKDOWN
        signs += r"`*_~\[\]<&"
    else:
        alternatives += _BROWSER
        signs += r"\[(:"
    if behind:
        alternatives.insert(0, _BEHIND)
    if numbered:
        alternatives.append(_NUMBERED)
    sign = rf"[{signs}](?:(?<!:)|//|DEL\])"
    return Scanner(re.compile(sign), re.compile(f"[{signs}](?:{'|'.join(alternatives)})", re.DOTALL))


def scanner_for(dialect: Dialect) -> Scanner:
    """The patterns for `dialect`; the name of the last group of the second tells which mark it is."""
    return _scanner(
        marks=dialect.marks,
        escapes=dialect.escapes,
        numbered=dialect.numbered_links,
        behind=dialect.targets_behind,
    )
