"""Source -> lines: what each physical line is by its own looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from articleparse.diagnostics import Diagnostics
from articleparse.source import Source

__all__ = ["DEEPEST_QUOTE", "Line", "LineKind", "read_lines", "without_attributes"]

LineKind = Literal[
    # What a line is by its own looks:
    "BLANK",
    "TEXT",
    "HEADING",  # ## heading
    "SETEXT",  # ===== under a line of text; ----- is a RULE until the line above is known
    "RULE",  # * * *
    "BULLET",  # - item
    "NUMBER",  # 1. item
    "FENCE",  # ```
    "ROW",  # | a | b |
    "TABLE_RULE",  # |---|---|
    "REFERENCE",  # [1]: https://example.org/
    "DIV",  # ::: {.note}
    "DIV_END",  # :::
    # What it can turn out to be beside others:
    "CONTINUATION",  # a further line of a paragraph, an item or a reference
    "HEADING_CONTINUATION",  # a further line of a heading that was wrapped
    "INDENTED",  # the first line of code by indentation
    "CODE",  # a further line of code, or a line between fences
    "FENCE_END",  # the fence that closes another one
    "FIELD",  # key: value, at the head of the dump
    "VALUE",  # a further line of a field
]
"""What a physical line can be. The names are those of terminals in `blocks.lark`, where lines are tokens."""


class Line(NamedTuple):
    """A line: where it lies, what it is and where its text lies, in code points of the source.

    A tuple, for a page has hundreds, and making a tuple takes half the time that an attrs class takes.
    """

    type: LineKind
    start: int
    end: int  # behind the line end
    mark: int  # where the bullet, heading mark or (with none of these) the text begins
    text_start: int  # of the text without quote marks, indentation, bullet or heading mark
    text_end: int  # of the text without trailing white space
    indent: int  # columns before the mark, quote marks left out; a tab counts four
    depth: int  # quote marks
    level: int  # of a heading, 1 to 6; the number of a numbered line; else 0

    def with_type(self, kind: LineKind) -> Line:
        """The same line as one of another kind.

        >>> Line("TEXT", 0, 5, 0, 0, 4, 0, 0, 0).with_type("CONTINUATION").type
        'CONTINUATION'
        """
        return _new(Line, (kind, *self[1:]))

    def from_mark(self, kind: LineKind) -> Line:
        """The same line as one of another kind whose mark is part of its text.

        >>> Line("NUMBER", 0, 11, 0, 6, 10, 0, 0, 2019).from_mark("TEXT").text_start
        0
        """
        start, end, mark, _, *others = self[1:]
        return _new(Line, (kind, start, end, mark, mark, *others))

    def as_text(self, text: str) -> Line:
        """The same line as one of plain text, quote marks and all; `text` is that of the source.

        >>> Line("HEADING", 0, 8, 2, 4, 8, 0, 1, 1).as_text("> # Rain").text_start
        0
        """
        mark = text.index(">", self.start) if self.depth else self.mark
        text_end = mark + len(text[mark : self.end].rstrip())
        return self._replace(type="TEXT", mark=mark, text_start=mark, text_end=text_end, depth=0)


DEEPEST_QUOTE = 30
"""Quote marks counted on one line; more are text. The deepest that real mail threads reach is about 20."""

_END = r"(?=[ \t]*+(?:[\r\n]|\Z))"

# Ordered: the first alternative that fits wins. Every quantifier that could meet its own follower is possessive.
KIND = re.compile(
    rf"""
      (?P<HEADING>\#{{1,6}})(?=[ \t\xa0\r\n]|\Z)
    | (?P<TABLE_RULE>\|?[ \t]*+:?-+:?[ \t]*+(?:[|+][ \t]*+:?-+:?[ \t]*+)++\|?{_END}
        | \|[ \t]*+:?-+:?[ \t]*+\|{_END}
        | -{{2,}}+(?:[ \t]++-{{2,}}+)++{_END})
    | (?P<RULE>(?:(?:-[ \t]*+){{3,}}+|(?:\*[ \t]*+){{3,}}+|(?:_[ \t]*+){{3,}}+|[━─═]{{3,}}+){_END})
    | (?P<SETEXT>={{2,}}+{_END})
    | (?P<BULLET>[-*+•□◦▪‣●○])(?=[ \t\xa0\r\n]|\Z)
    | (?P<NUMBER>[0-9]{{1,3}}[.)])(?=[ \t\xa0])
    | (?P<FENCE>(?:`{{3,}}+|~{{3,}}+))(?=[^`~\r\n]*+(?:[\r\n]|\Z))
    | (?P<ROW>\|)(?=[^\r\n]*\|[ \t]*+(?:[\r\n]|\Z))
    | (?P<REFERENCE>\[(?!\^)[^\]\r\n]{{1,99}}\]:)(?=[ \t]++[^\s])
    | (?P<DIV>:{{3,}}+)(?=[ \t]*+(?:\{{[^{{}}\r\n]*+\}}|[a-zA-Z][\w-]*+)[ \t]*+:*+{_END})
    | (?P<DIV_END>:{{3,}}+)(?=[ \t]*+:*+{_END})
    | (?P<TEXT>)
    """,
    re.VERBOSE,
)
"""The kind of a line, matched where its indentation ends. The group covers the mark."""

_SPECIAL = frozenset("#|-_*+=:━─═•□◦▪‣●○0123456789`~[>\ufeff\u200b\u200c\u200d")
"""First characters of lines that are not plainly text."""

_BEFORE_MARKS = frozenset(">\ufeff\u200b\u200c\u200d")
"""Those of them behind which a mark may stand."""

_MARKED: frozenset[LineKind] = frozenset(("HEADING", "BULLET", "NUMBER", "FENCE", "REFERENCE"))
"""Kinds whose text begins behind a mark and the space after it."""

_QUOTE = re.compile(rf"(?:[ ]{{0,3}}+>){{1,{DEEPEST_QUOTE}}}+[ ]?")
_INVISIBLE = re.compile(r"[\s\ufeff\u200b-\u200d]*+")
_ATTRIBUTES = re.compile(r"(?<=[ \t])\{[#.][^{}]*\}\Z")
_LONE_CR = re.compile(r"\r(?!\n)")
_ANY_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_TAB_COLUMNS = 4
_new = tuple.__new__
"""Makes a `Line` of a tuple without a call of Python's; a page has hundreds."""


def read_lines(source: Source, diagnostics: Diagnostics) -> list[Line]:
    r"""Return every line of `source` in order, each with the kind that it has by its own looks.

    A line with more than `DEEPEST_QUOTE` quote marks is reported to `diagnostics` (AP302).

    >>> [line.type for line in read_lines(Source("# A\n\n- b\nc"), Diagnostics())]
    ['HEADING', 'BLANK', 'BULLET', 'TEXT']
    """
    text = source.text
    lines: list[Line] = []
    start = 0
    for raw in _physical_lines(text):
        end = start + len(raw)
        body = raw.strip()
        if not body:
            lines.append(_new(Line, ("BLANK", start, end, end, end, end, 0, 0, 0)))
        else:
            first = body[0]
            indent = raw.find(first)
            mark = start + indent
            text_end = mark + len(body)
            if indent and "\t" in raw[:indent]:
                indent += (_TAB_COLUMNS - 1) * raw.count("\t", 0, indent)
            if first not in _SPECIAL:
                lines.append(_new(Line, ("TEXT", start, end, mark, mark, text_end, indent, 0, 0)))
            elif first in _BEFORE_MARKS:
                lines.append(_behind_signs(text, start, end, mark, text_end, indent, diagnostics))
            else:
                lines.append(_with_kind(text, start, end, mark, text_end, indent, 0))
        start = end
    return lines


def _physical_lines(text: str) -> Iterator[str] | list[str]:
    """The lines with their line ends: LF, CRLF or a lone CR (which `str.splitlines` can't be told)."""
    if "\r" in text and _LONE_CR.search(text):
        return (match.group() for match in _ANY_LINE.finditer(text) if match.group())
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _behind_signs(
    text: str, start: int, end: int, mark: int, text_end: int, indent: int, diagnostics: Diagnostics
) -> Line:
    """A line that begins with quote marks, or with what nobody sees."""
    depth = 0
    quote = _QUOTE.match(text, start, end) if text[mark] == ">" else None
    if quote:
        depth = quote.group().count(">")
        start_of_indent = quote.end()
        mark = _INVISIBLE.match(text, start_of_indent, end).end()  # type: ignore[union-attr]  # matches "" too
        indent = mark - start_of_indent
        if depth == DEEPEST_QUOTE and text[mark : mark + 1] == ">":
            diagnostics.add_once("AP302", start, end)
    elif text[mark] != ">":
        mark = _INVISIBLE.match(text, mark, end).end()  # type: ignore[union-attr]
    if mark == end:
        return Line("BLANK", start, end, end, end, end, 0, depth, 0)
    return _with_kind(text, start, end, mark, text_end, indent, depth)


def _with_kind(text: str, start: int, end: int, mark: int, text_end: int, indent: int, depth: int) -> Line:
    match: re.Match[str] = KIND.match(text, mark, end)  # type: ignore[assignment]  # TEXT always matches
    kind: LineKind = match.lastgroup  # type: ignore[assignment]  # the names of the groups are those of kinds
    if kind not in _MARKED:
        return _new(Line, (kind, start, end, mark, mark, text_end, indent, depth, 0))
    after = match.end()
    level = 0
    if kind == "HEADING":
        level = after - mark
        text_end = mark + len(_without_closing_signs(text[mark:text_end]))
    elif kind == "NUMBER":
        level = int(text[mark : after - 1])
    text_start = _INVISIBLE.match(text, after, max(after, text_end)).end()  # type: ignore[union-attr]
    return _new(Line, (kind, start, end, mark, text_start, max(text_start, text_end), indent, depth, level))


def _without_closing_signs(heading: str) -> str:
    """The heading without the signs that close it, if a blank stands before them, or its attributes."""
    bare = without_attributes(heading)
    if bare != heading:
        return bare
    opened = heading.rstrip("#")
    return opened.rstrip(" \t") if opened.endswith((" ", "\t")) else heading


def without_attributes(heading: str) -> str:
    """Return the heading without the attributes that pandoc writes behind it.

    >>> without_attributes("The harbour {#harbour .title}")
    'The harbour'
    """
    attributes = _ATTRIBUTES.search(heading) if heading.endswith("}") else None
    return heading[: attributes.start()].rstrip() if attributes else heading
