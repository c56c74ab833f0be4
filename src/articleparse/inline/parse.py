"""The text of blocks -> inline nodes, by `inline.lark`, one parse for the whole dump."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from articleparse.blocks import Segments
from articleparse.diagnostics import Sink
from articleparse.dialect import Dialect
from articleparse.grammar import Actions, Parser, compile_grammar
from articleparse.inline.brackets import Reader
from articleparse.inline.emphasis import pair_emphasis
from articleparse.inline.letters import TextWriter
from articleparse.inline.marks import Letter, Mark, scanner_for
from articleparse.inline.target import clean_target
from articleparse.source import span_of
from articleparse.tree import Deleted, Emphasis, Link, Node, Strong, Text

Inlines = tuple[Node, ...]


def parse_inline(
    text: str, runs: Sequence[Segments], dialect: Dialect, references: Mapping[str, str | None], sink: Sink
) -> list[Inlines]:
    """The inline nodes of each of `runs`, which are the texts of blocks by their lines."""
    scan = scanner_for(dialect)
    parsed: list[Inlines] = []
    letters: list[Letter] = []
    marked: list[int] = []
    for index, segments in enumerate(runs):
        start, end = (segments[0][0], segments[-1][1]) if segments else (0, 0)
        if len(segments) <= 1 and not scan.search(text, start, end):
            parsed.append((Text(span_of((start, end)), text[start:end]),) if start < end else ())
            continue
        letters.append(_RUN)
        marked.append(index)
        parsed.append(())
        if len(segments) == 1 and (link := LONE_LINK.fullmatch(text, start, end)):
            letters += _lone_link(link)
            continue
        reader = Reader(text, start, end, scan, references, wrapped=dialect.wrap is not None)
        marks = reader.read()
        if reader.has_delimiters:
            marks = pair_emphasis(text, marks, start, end, empty_emphasis=dialect.empty_emphasis)
        for position in reader.unresolved:
            sink.add("AP301", *position)
        letters += _with_text(text, segments, marks, dialect)
    for index, inlines in zip(marked, _parser().parse(letters), strict=True):
        parsed[index] = inlines
    return parsed


_RUN = Mark("RUN", 0, 0)


LONE_LINK = re.compile(r"\[([^\[\]\\`*_~<&:]++)\]\(([^\s()\\<>&]*+)\)")
"""A text that is one link, without any other mark: most lines of a menu. It needs no search for marks."""


def _lone_link(link: re.Match[str]) -> list[Letter]:
    start, end = link.span(1)
    return [
        Mark("LINK_OPEN", start - 1, start),
        Text(span_of((start, end)), link.group(1)),
        Mark("LINK_CLOSE", end, link.end(), clean_target(link.group(2))),
    ]


def _with_text(text: str, segments: Segments, marks: Iterable[Letter], dialect: Dialect) -> list[Letter]:
    """The letters of one block: its marks and the text between them."""
    writer = TextWriter(text, segments, dialect.wrap)
    letters = writer.letters
    position = segments[0][0]
    for mark in marks:
        start, end = mark.span
        if start > position:
            writer.write(position, start)
        if mark.type:
            letters.append(mark)
        position = end
    writer.write(position, max(position, segments[-1][1]))
    return letters


def _run(values: list[Any]) -> Inlines:
    return tuple(values[1:])


def _strong(values: list[Any]) -> Node:
    return Strong(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _emphasis(values: list[Any]) -> Node:
    return Emphasis(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _deleted(values: list[Any]) -> Node:
    return Deleted(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _link(values: list[Any]) -> Node:
    close = values[-1]
    return Link(span_of((values[0].span.start, close.span.end)), tuple(values[1:-1]), close.target, close.title)


@cache
def _parser() -> Parser:
    actions: Actions = {
        "start": list,
        "run": _run,
        "strong": _strong,
        "emphasis": _emphasis,
        "deleted": _deleted,
        "link": _link,
    }
    return compile_grammar("inline", actions)
