"""The text of blocks -> inline nodes, by `inline.lark`, one parse for the whole dump."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from articleparse.blocks import Segments
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect
from articleparse.grammar import Actions, Parser, compile_grammar
from articleparse.inline.across import links_across
from articleparse.inline.brackets import Reader
from articleparse.inline.depth import DEEPEST_MARKS, within_depth
from articleparse.inline.emphasis import pair_emphasis
from articleparse.inline.letters import TextWriter
from articleparse.inline.links import plain_link
from articleparse.inline.marks import LONE_LINK, Letter, Mark, scanner_for
from articleparse.source import span_of
from articleparse.tree import Emphasis, LineBreak, Link, Node, Strikethrough, Strong, Text

Inlines = tuple[Node, ...]


def parse_inline(
    text: str,
    runs: Sequence[Segments],
    dialect: Dialect,
    references: Mapping[str, str | None],
    diagnostics: Diagnostics,
) -> list[Inlines]:
    """The inline nodes of each of `runs`, which are the texts of blocks by their lines, in source order."""
    writer = _Writer(text, dialect, references, diagnostics)
    parsed: list[Inlines] = []
    readers: list[Reader | None] = []
    for segments in runs:
        letter = writer.only_letter(segments)
        parsed.append(letter or ())
        readers.append(writer.read(segments) if letter is None else None)
    for first, last, target, title in links_across(readers):
        for index in range(first, last + 1):
            parsed[index] = _linked(parsed[index], readers[index], target, title)
    marked = [index for index, reader in enumerate(readers) if reader is not None]
    for segments, reader in zip(runs, readers, strict=True):
        if reader is not None:
            writer.write(segments, reader)
    for index, inlines in zip(marked, _parser().parse(writer.letters), strict=True):
        parsed[index] = inlines
    writer.report()
    return parsed


def _linked(inlines: Inlines, reader: Reader | None, target: str | None, title: str | None) -> Inlines:
    """What a block holds that lies within a link around several."""
    if reader is not None:
        reader.link(target, title)
    elif inlines and not isinstance(inlines[0], Link):
        return (Link(span_of((inlines[0].span.start, inlines[-1].span.end)), inlines, target, title),)
    return inlines


class _Writer:
    """Writes the letters of a dump's runs."""

    def __init__(
        self, text: str, dialect: Dialect, references: Mapping[str, str | None], diagnostics: Diagnostics
    ) -> None:
        self.text = text
        self.dialect = dialect
        self.references = references
        self.diagnostics = diagnostics
        self.scanner = scanner_for(dialect)
        self.letters: list[Letter] = []
        self.unresolved: list[tuple[int, int]] = []

    def report(self) -> None:
        """Report what was found. What has one reason is one finding: a dump without its list of targets."""
        if self.unresolved and not self.references:
            others = len(self.unresolved) - 1
            self.diagnostics.add("AP301", *self.unresolved[0], f"nor does it for {others} others" if others else "")
        else:
            for position in self.unresolved:
                self.diagnostics.add("AP301", *position)

    def only_letter(self, segments: Segments) -> Inlines | None:
        """The nodes of a run that is one letter or none, which needs no grammar; None for another."""
        if len(segments) != 1:
            return None if segments else ()
        text = self.text
        start, end = segments[0]
        if self.scanner.sign.search(text, start, end) is None:
            return (Text(span_of((start, end)), text[start:end]),) if start < end else ()
        if self.dialect.marks and LONE_LINK.fullmatch(text, start, end):
            return (plain_link(text, start, end),)
        return None

    def read(self, segments: Segments) -> Reader:
        """The marks of one run."""
        dialect = self.dialect
        reader = Reader(
            self.text,
            segments[0][0],
            segments[-1][1],
            self.scanner.mark,
            self.references,
            wrapped=dialect.wrap is not None,
            captioned=dialect.captioned_images,
            numbered_images=dialect.numbered_images,
        )
        reader.read()
        return reader

    def write(self, segments: Segments, reader: Reader) -> None:
        """The letters of one run: its marks and the text between them."""
        self.letters.append(_RUN)
        marks = reader.letters()
        if reader.has_delimiters:
            empty = self.dialect.empty_emphasis
            marks = pair_emphasis(self.text, marks, reader.start, reader.end, empty_emphasis=empty)
        if len(marks) > 2 * DEEPEST_MARKS:
            marks, too_deep = within_depth(marks)
            if too_deep:
                self.diagnostics.add_once("AP302", *too_deep)
        self.unresolved += reader.unresolved
        self._with_text(segments, marks)

    def _with_text(self, segments: Segments, marks: Iterable[Letter]) -> None:
        writer = TextWriter(self.text, segments, self.dialect, self.letters)
        position = segments[0][0]
        for mark in marks:
            start, end = mark.span
            is_break = mark.__class__ is LineBreak
            if is_break and writer.is_between(start):  # a separator beside a line end is that line end
                continue
            if start > position:
                # The blanks in front of a break are no text.
                stop = position + len(self.text[position:start].rstrip(" \t")) if is_break else start
                writer.write(position, stop)
            if mark.type:
                self.letters.append(mark)
            position = end
        writer.write(position, max(position, segments[-1][1]))


_RUN = Mark("RUN", 0, 0)


def _run(values: list[Any]) -> Inlines:
    return tuple(values[1:])


def _strong(values: list[Any]) -> Node:
    return Strong(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _emphasis(values: list[Any]) -> Node:
    return Emphasis(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _strikethrough(values: list[Any]) -> Node:
    return Strikethrough(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


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
        "strikethrough": _strikethrough,
        "link": _link,
    }
    return compile_grammar("inline", actions)
