"""The header that some converters write above the dump: which lines are its fields, and their values.

YAML writes values in quotes, in brackets and on several lines; those are read here, and others as text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articleparse.blocks.block import RawBlock, Segments
from articleparse.lines import Line
from articleparse.source import Span
from articleparse.tree import LineBreak, Node, Text

_KEY = re.compile(r"""(["']?)[A-Za-z_][\w .:-]{0,30}?\1:(?=\s|\Z)""")
_ITEM = re.compile(r"-(?:[ \t]++|\Z)")
_STYLE = re.compile(r"[|>][+-]?\Z")
"""What YAML writes in front of a value of several lines: `|` where they stay apart, `>` where they are one."""

_QUOTED = r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\""""
_SCALAR = re.compile(rf"({_QUOTED})(?:[ \t]+#[^\r\n]*)?", re.DOTALL)
_ELEMENT = re.compile(rf"(?<![^\s\[,])(?:{_QUOTED})(?=\s*+[,\]])", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U000([0-9a-fA-F]{5})|(\r?\n[ \t]*+)|(.))", re.DOTALL)
_TWO_QUOTES = re.compile("''")
_CONTROLS = {"n": "\n", "r": "\n", "t": " ", "N": "\n", "L": "\n", "P": "\n", "_": "\xa0", "0": " "}

MAX_HEADER_LINES = 200
"""Lines between two rules that may be a header; where the second rule is further away, both part the text."""


def field_lines(text: str, lines: Sequence[Line]) -> dict[int, Line]:
    """Return the lines of the header as fields and further lines of their values, by their places.

    No mark means anything in a header; `key: value` begins a field where it is not indented.
    """
    fields: dict[int, Line] = {}
    behind: list[int] | None = None  # blank lines behind the last of a field; None before the first field
    for index in _header(text, lines):
        line = lines[index]
        if line.type == "BLANK" and not line.depth:
            if behind is not None:
                behind.append(index)
            continue
        line = line.as_text(text)
        key = None if line.indent else _KEY.match(text, line.mark)
        if key or behind is None:
            start = min(key.end() + 1, line.text_end) if key else line.text_start
            fields[index] = line._replace(type="FIELD", text_start=start)
        else:
            fields |= {blank: lines[blank].with_type("VALUE") for blank in behind}
            fields[index] = line.with_type("VALUE")
        behind = []
    return fields


def _header(text: str, lines: Sequence[Line]) -> range:
    """The places of the header's lines: YAML between two rules, or Jina Reader's."""
    if text.startswith("---"):
        return _yaml_header(text, lines)
    if text.startswith("Title: ") and any(text.startswith("URL Source:", line.start) for line in lines[1:4]):
        return _jina_header(text, lines)
    return range(0)


def _yaml_header(text: str, lines: Sequence[Line]) -> range:
    """The lines between the first rule and the next, the first of them with a key.

    Behind a blank line there has to be a key again, or what is indented.
    """
    if len(lines) < 2 or lines[0].type != "RULE" or lines[1].type == "BLANK" or not _KEY.match(text, lines[1].mark):
        return range(0)
    for index, line in enumerate(lines[1 : MAX_HEADER_LINES + 1], 1):
        if line.type == "RULE":
            return range(1, index)
        goes_on = line.indent or line.type == "BLANK" or _KEY.match(text, line.mark)
        if lines[index - 1].type == "BLANK" and not goes_on:
            return range(0)
    return range(0)


def _jina_header(text: str, lines: Sequence[Line]) -> range:
    """The lines from the first to `Markdown Content:`, or to the first that has no key."""
    for index, line in enumerate(lines):
        if line.type == "BLANK":
            continue
        if text.startswith("Markdown Content:", line.mark):
            return range(index + 1)
        if not _KEY.match(text, line.mark):
            return range(index)
    return range(len(lines))


def field_block(lines: Sequence[Line], text: str) -> RawBlock:
    """Return the field that `lines` make: its key, and its value, read unless it is plain text on one line."""
    first, *further = [(line.text_start, line.text_end) for line in lines]
    further = [(start, end) for start, end in further if start < end]
    field = RawBlock("field", lines[0].mark, lines[-1].text_end, [first, *further])
    key = _KEY.match(text, field.start)
    field.key = key.group().rstrip(":").strip("\"'").lower() if key else ""
    value = text[first[0] : first[1]]
    if further and _STYLE.match(value):
        field.segments = further
        field.level = int(value[0] == "|")
    elif further and not value:
        items = _items(text, further)
        field.level = int(bool(items))
        field.segments = items or further
    if len(field.segments) > 1 or text.startswith(("'", '"', "["), *field.segments[0]):
        field.inlines = tuple(_value(text, field.segments, apart=bool(field.level)))
    return field


def _items(text: str, lines: Segments) -> Segments:
    """The items of a list, each a value or the first value of a mapping; none where it is no list."""
    items: Segments = []
    for start, end in lines:
        item = _ITEM.match(text, start, end)
        if item:
            key = _KEY.match(text, item.end(), end)
            begin = min(key.end() + 1, end) if key else item.end()
            items.append((begin, end))
        elif not items:
            return []
    return items


class _Cut(NamedTuple):
    """A stretch of the source and what a reader reads there."""

    start: int
    end: int
    text: str


def _value(text: str, segments: Segments, *, apart: bool) -> Iterator[Node]:
    """Yield the nodes of a value, whose lines stay apart or are one."""
    start, end = segments[0][0], segments[-1][1]
    cuts = [_Cut(last, first, "\n" if apart else " ") for (_, last), (first, _) in pairwise(segments)]
    for scalar in segments if apart else ((start, end),):
        cuts += _quotes(text, *scalar)
    for cut in (*sorted(cuts), _Cut(end, end, "")):
        if cut.start < start:  # within the one before: a line end that is escaped
            continue
        if cut.start > start:
            yield Text(Span(start, cut.start), text[start : cut.start])
        if cut.text == "\n":
            yield LineBreak(Span(cut.start, cut.end))
        elif cut.text:
            # As long as its text; the rest (the first sign of an escape, the marks before a line) is a mark.
            yield Text(Span(cut.end - len(cut.text), cut.end), cut.text)
        start = cut.end


def _quotes(text: str, start: int, end: int) -> Iterator[_Cut]:
    """Yield what is no text of a value, or another one than it looks: quotes, brackets of a list, escapes."""
    scalar = _SCALAR.fullmatch(text, start, end)
    if scalar:
        yield from _quoted(text, *scalar.span(1))
        yield _Cut(scalar.end(1), end, "")
    elif text.startswith("[", start, end) and text.endswith("]", start, end):
        yield _Cut(start, start + 1, "")
        for element in _ELEMENT.finditer(text, start + 1, end):
            yield from _quoted(text, *element.span())
        yield _Cut(end - 1, end, "")


def _quoted(text: str, start: int, end: int) -> Iterator[_Cut]:
    yield _Cut(start, start + 1, "")
    if text[start] == "'":
        for match in _TWO_QUOTES.finditer(text, start + 1, end - 1):
            yield _Cut(*match.span(), "'")
    else:
        for match in _ESCAPE.finditer(text, start + 1, end - 1):
            yield _Cut(*match.span(), _meaning(match))
    yield _Cut(end - 1, end, "")


def _meaning(escape: re.Match[str]) -> str:
    """Return what an escape in double quotes stands for."""
    code = escape.group(1) or escape.group(2) or escape.group(3)
    if code:
        character = chr(int(code, 16))
        return character if character.isprintable() or character.isspace() else escape.group()
    sign = escape.group(5)
    return _CONTROLS.get(sign, sign) if sign else ""
