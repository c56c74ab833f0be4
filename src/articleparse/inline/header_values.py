"""Values of the fields of a header as YAML writes them: in quotes, in brackets, on several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articleparse.blocks import Segments
from articleparse.source import Span
from articleparse.tree import LineBreak, Node, Text

_QUOTED = r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\""""
_SCALAR = re.compile(rf"({_QUOTED})(?:[ \t]+#[^\r\n]*)?", re.DOTALL)
_ELEMENT = re.compile(rf"(?<![^\s\[,])(?:{_QUOTED})(?=\s*+[,\]])", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U000([0-9a-fA-F]{5})|(\r?\n[ \t]*+)|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\n", "t": " ", "N": "\n", "L": "\n", "P": "\n", "_": "\xa0", "0": " "}


class _Cut(NamedTuple):
    """A stretch of the source and what a reader reads there."""

    start: int
    end: int
    text: str


def read_value(text: str, segments: Segments, *, apart: bool) -> tuple[Node, ...] | None:
    """Return the nodes of a field's value whose lines are `segments`; None for a plain one on one line.

    `apart` tells whether the lines stay apart, as those of a list do.
    """
    start, end = segments[0][0], segments[-1][1]
    if len(segments) == 1 and not text.startswith(("'", '"', "["), start, end):
        return None
    cuts = [*_line_ends(segments, apart=apart)]
    if apart:
        for first, last in segments:
            cuts += _quotes(text, first, last)
    else:
        cuts += _quotes(text, start, end)
    return tuple(_nodes(text, start, end, sorted(cuts)))


def _line_ends(segments: Segments, *, apart: bool) -> Iterator[_Cut]:
    for (_, end), (start, _) in pairwise(segments):
        yield _Cut(end, start, "\n" if apart else " ")


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
        for match in re.finditer("''", text[start + 1 : end - 1]):
            yield _Cut(start + 1 + match.start(), start + 1 + match.end(), "'")
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


def _nodes(text: str, start: int, end: int, cuts: list[_Cut]) -> Iterator[Node]:
    """Yield the text between the cuts and what they stand for."""
    for cut in (*cuts, _Cut(end, end, "")):
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
