"""The marks in a block's text: what they are, and the patterns that find them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articleparse.dialect import Dialect
from articleparse.source import span_of
from articleparse.source.scripts import JOINED, RIGHT_TO_LEFT, SOUTHEAST_ASIAN
from articleparse.tree import Code, Image, LineBreak, Link, Text

# Characters that nobody sees. They are marks: kept in the tree as such, in no text. What shapes the letters of a script
# stays: a joiner in Persian, Hindi or an emoji, a space without width in Thai, a mark of direction in a text with
# letters from right to left.

_SETTING = r"\u00ad\u2060-\u2064\u206a-\u206f\ufeff"
"""Soft hyphens, word joiners, byte-order marks: they concern how a line is set."""

_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"

_INVISIBLE = rf"{_SETTING}\u200b-\u200d{_DIRECTIONS}\u2028\u2029"
"""The inside of a set in a regular expression: every sign that a mark of these begins with, and separators of lines."""

_INVISIBLE_MARKS = (
    rf"(?<=[{_SETTING}])(?P<setting>[{_SETTING}]*+)",
    rf"(?<=[\u200c\u200d])(?<![{JOINED}].)(?P<joiner>)",
    rf"(?<=\u200b)(?P<word_break>(?<![{SOUTHEAST_ASIAN}].)|(?![{SOUTHEAST_ASIAN}]))",
    rf"(?<=[{_DIRECTIONS}])(?P<direction>[{_DIRECTIONS}]*+)",
    r"(?<=[\u2028\u2029])(?P<separator>[\u2028\u2029]*+)",
)

_BACK_QUOTES = re.compile(r"`++")

RIGHT_TO_LEFT_LETTER = re.compile(f"[{RIGHT_TO_LEFT}]")
SETTING = re.compile(f"[{_SETTING}]+")
_NEEDLESS = re.compile(
    rf"[{_SETTING}]|(?<![{JOINED}])[\u200c\u200d]|(?<![{SOUTHEAST_ASIAN}])\u200b|\u200b(?![{SOUTHEAST_ASIAN}])"
)

_TAG_NAMES = (
    "a|article|aside|audio|b|blockquote|br|button|cite|del|div|em|figcaption|figure|footer|h[1-6]|header|hr|i|iframe|img|"
    "ins|li|main|mark|nav|ol|p|picture|q|s|section|small|source|span|strong|sub|sup|time|u|ul|video"
)

_ATTRIBUTES = r"(?:\s(?=[^<>]*=)(?:[^<>\"']|\"[^\"<>]*+\"|'[^'<>]*+')*+)?"
"""At least one with a value: `a <b and c> d` is no tag."""

_LINE = rf"[^\[\]\\`*_~<&:\r\n{_INVISIBLE}]*+"
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


InlineToken = Mark | Text | Code | Image | LineBreak | Link
"""A token of `inline.lark`: a mark, or a leaf of the tree itself."""

DELIMITER = "DELIMITER"
"""The type of a mark that may or may not turn out to be emphasis."""


class Scanner(NamedTuple):
    """How to find marks: a pattern for the signs that all of them begin with, and one that names each mark.

    Of the colons only those of an address are signs, or of what elinks and w3m write around struck text.
    """

    sign: re.Pattern[str]
    mark: re.Pattern[str]


@cache
def _scanner(*, marks: bool, escapes: bool, numbered: bool, behind: bool) -> Scanner:
    alternatives = [_URL, *_INVISIBLE_MARKS]
    signs = f":{_INVISIBLE}"
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
    """Return the patterns for `dialect`; the name of the last group of the second tells which mark was found."""
    return _scanner(
        marks=dialect.marks, escapes=dialect.escapes, numbered=dialect.numbered_links, behind=dialect.targets_behind
    )


def is_needless(before: str, character: str, after: str) -> bool:
    r"""Whether `character`, between those two, is one that no reader needs. It is no mark of direction.

    >>> is_needless("a", "\u200c", "b"), is_needless("ی", "\u200c", "ر")
    (True, False)
    """
    return _NEEDLESS.match(f"{before}{character}{after}", len(before)) is not None


def visible(text: str) -> str:
    r"""Return `text` without the invisible characters that it does not need. Marks of direction stay.

    >>> visible("\ufeffWetter\u00addienst"), visible("می\u200cرود") == "می\u200cرود"
    ('Wetterdienst', True)
    """
    return text if text.isascii() else _NEEDLESS.sub("", text)


def code_ends(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each run of back quotes, by its start, the end of the next run of the same length.

    Behind a backslash the run also begins one later: where the first quote is escaped, the others may open code. They
    never close it without the first, for within code a backslash is text.
    """
    ends: dict[int, int] = {}
    following: dict[int, int] = {}  # length -> the end of the nearest run behind
    for match in reversed([*_BACK_QUOTES.finditer(text, start, end)]):
        length = match.end() - match.start()
        openers = ((match.start(), length), (match.start() + 1, length - 1))
        for opener, size in openers if text[match.start() - 1 : match.start()] == "\\" else openers[:1]:
            if size in following:
                ends[opener] = following[size]
        following[length] = match.end()
    return ends
