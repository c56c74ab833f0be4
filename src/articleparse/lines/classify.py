"""Source -> lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.diagnostics import Diagnostics
from articleparse.lines.line import Line
from articleparse.source import Source

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
    | (?P<DIV>:{{3,}}+)(?=[ \t]*+(?:\{{[^{{}}\r\n]*+\}}|[a-zA-Z][\w-]*+)?[ \t]*+:*+{_END})
    | (?P<TEXT>)
    """,
    re.VERBOSE,
)
"""The kind of a line, matched where its indentation ends. The group covers the mark."""

_SPECIAL = frozenset("#|-_*+=:━─═•□◦▪‣●○0123456789`~[>\ufeff\u200b\u200c\u200d")
"""First characters of lines that are not plainly text."""

_MARKED = frozenset(("HEADING", "BULLET", "NUMBER", "FENCE", "REFERENCE"))
"""Kinds whose text begins behind a mark and the space after it."""

_QUOTE = re.compile(rf"(?:[ ]{{0,3}}+>){{1,{DEEPEST_QUOTE}}}+[ ]?")
_INVISIBLE = re.compile(r"[\s\ufeff\u200b-\u200d]*+")
_ATTRIBUTES = re.compile(r"(?<=[ \t])\{[#.][^{}]*\}\Z")
_LONE_CR = re.compile(r"\r(?!\n)")
_ANY_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_TAB_COLUMNS = 4


def classify(source: Source, diagnostics: Diagnostics) -> list[Line]:
    r"""Every line of `source` in order, each with the kind that it has by its own looks.

    >>> [line.type for line in classify(Source("# A\n\n- b\nc"), Diagnostics())]
    ['HEADING', 'BLANK', 'BULLET', 'TEXT']
    """
    text = source.text
    lines: list[Line] = []
    start = 0
    for raw in _physical_lines(text):
        end = start + len(raw)
        body = raw.strip()
        if not body:
            lines.append(Line("BLANK", start, end, end, end, end, 0, 0, 0))
        else:
            indent = raw.find(body[0])
            if body[0] in _SPECIAL:
                lines.append(_special(text, raw, start, indent, diagnostics))
            else:
                mark = start + indent
                if indent and "\t" in raw[:indent]:
                    indent = _columns(raw[:indent])
                lines.append(Line("TEXT", start, end, mark, mark, mark + len(body), indent, 0, 0))
        start = end
    return lines


def _physical_lines(text: str) -> Iterator[str] | list[str]:
    """The lines with their line ends: LF, CRLF or a lone CR (which `str.splitlines` can't be told)."""
    if "\r" in text and _LONE_CR.search(text):
        return (match.group() for match in _ANY_LINE.finditer(text) if match.group())
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _special(text: str, raw: str, start: int, indent: int, diagnostics: Diagnostics) -> Line:
    """A line that begins with a character that may be a mark."""
    end = start + len(raw)
    depth = 0
    mark = start + indent
    quote = _QUOTE.match(text, start, end) if raw[indent] == ">" else None
    if quote:
        depth = quote.group().count(">")
        start_of_indent = quote.end()
        mark = _INVISIBLE.match(text, start_of_indent, end).end()  # type: ignore[union-attr]  # matches "" too
        indent = mark - start_of_indent
        if depth == DEEPEST_QUOTE and text[mark : mark + 1] == ">":
            diagnostics.add_once("AP302", start, end)
    elif raw[indent] in "\ufeff\u200b\u200c\u200d":
        mark = _INVISIBLE.match(text, mark, end).end()  # type: ignore[union-attr]
    elif "\t" in raw[:indent]:
        indent = _columns(raw[:indent])
    if mark == end:
        return Line("BLANK", start, end, end, end, end, 0, depth, 0)
    return _with_kind(text, start, end, mark, indent, depth)


def _with_kind(text: str, start: int, end: int, mark: int, indent: int, depth: int) -> Line:
    match = KIND.match(text, mark, end)
    kind = match.lastgroup or "TEXT"  # type: ignore[union-attr]  # TEXT always matches
    text_start = mark
    text_end = mark + len(text[mark:end].rstrip())
    level = 0
    if kind in _MARKED:
        after = match.end()  # type: ignore[union-attr]
        if kind == "HEADING":
            level = after - mark
            text_end = mark + len(_without_closing_signs(text[mark:text_end]))
        elif kind == "NUMBER":
            level = int(text[mark : after - 1])
        text_start = _INVISIBLE.match(text, after, max(after, text_end)).end()  # type: ignore[union-attr]
    return Line(kind, start, end, mark, text_start, max(text_start, text_end), indent, depth, level)


def _without_closing_signs(heading: str) -> str:
    """The heading without the signs that close it, if a blank stands before them, or its attributes."""
    bare = without_attributes(heading)
    if bare != heading:
        return bare
    opened = heading.rstrip("#")
    return opened.rstrip(" \t") if opened.endswith((" ", "\t")) else heading


def without_attributes(heading: str) -> str:
    """The heading without the attributes that pandoc writes behind it.

    >>> without_attributes("The harbour {#harbour .title}")
    'The harbour'
    """
    attributes = _ATTRIBUTES.search(heading) if heading.endswith("}") else None
    return heading[: attributes.start()].rstrip() if attributes else heading


def _columns(indentation: str) -> int:
    return len(indentation) + (_TAB_COLUMNS - 1) * indentation.count("\t")
