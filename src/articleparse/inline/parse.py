"""From the text of blocks to inline nodes, by `inline.lark`: one parse for the whole dump."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from articleparse.blocks import Segments
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect, spare_columns
from articleparse.grammar import Actions, Parser, compile_grammar
from articleparse.inline.brackets import InlineScanner
from articleparse.inline.emphasis import DEEPEST_MARKS, pair_emphasis, within_depth
from articleparse.inline.scan import LONE_LINK, InlineToken, Mark, scanner_for
from articleparse.inline.targets import plain_link
from articleparse.inline.text_browsers import multi_block_links
from articleparse.source import needs_space, span_of
from articleparse.tree import Emphasis, LineBreak, Link, Node, Strikethrough, Strong, Text

Inlines = tuple[Node, ...]
_NO_SPACE_BEFORE = frozenset(",.;:!?)]’")
_NO_SPACE_AFTER = frozenset("([„")
"""What a link is set in, or followed by, without a space. Other quotes close in one language and open in another."""


def parse_inline(
    text: str,
    runs: Sequence[Segments],
    dialect: Dialect,
    references: Mapping[str, str | None],
    diagnostics: Diagnostics,
) -> list[Inlines]:
    """Return the inline nodes of each of `runs`, which are the texts of blocks by their lines, in source order.

    `references` are the targets that the dump defines by labels. Findings (AP301, AP302) go to `diagnostics`.
    """
    tokenizer = _Tokenizer(text, dialect, references, diagnostics)
    read = [tokenizer.read(segments) for segments in runs]
    ends = [(run.opens, run.closes) if isinstance(run, InlineScanner) else (None, None) for run in read]
    for first, last, close in multi_block_links(ends):
        for index in range(first, last + 1):
            read[index] = _linked(read[index], close)
    for segments, run in zip(runs, read, strict=True):
        if isinstance(run, InlineScanner):
            tokenizer.write(segments, run)
    tokenizer.report()
    made = iter(_parser().parse(tokenizer.tokens))
    return [next(made) if isinstance(run, InlineScanner) else run for run in read]


def _linked(run: Inlines | InlineScanner, close: Mark) -> Inlines | InlineScanner:
    """Return what a block holds that lies within a link around several, which ends with `close`."""
    if isinstance(run, InlineScanner):
        run.make_link(close.target, close.title)
    elif run and not isinstance(run[0], Link):
        return (Link(span_of((run[0].span.start, run[-1].span.end)), run, close.target, close.title),)
    return run


class _Tokenizer:
    """Writes the tokens of a dump's runs."""

    def __init__(
        self, text: str, dialect: Dialect, references: Mapping[str, str | None], diagnostics: Diagnostics
    ) -> None:
        self.text = text
        self.dialect = dialect
        self.references = references
        self.diagnostics = diagnostics
        self.scanner = scanner_for(dialect)
        self.tokens: list[InlineToken] = []
        self.unresolved: list[tuple[int, int]] = []

    def report(self) -> None:
        """Report what was found. What has one reason is one finding: a dump without its list of targets."""
        if self.unresolved and not self.references:
            others = len(self.unresolved) - 1
            self.diagnostics.add("AP301", *self.unresolved[0], f"nor does it for {others} others" if others else "")
        else:
            for position in self.unresolved:
                self.diagnostics.add("AP301", *position)

    def read(self, segments: Segments) -> Inlines | InlineScanner:
        """Return the nodes of a run that is one token or none, which needs no grammar, or the marks of another."""
        if not segments:
            return ()
        text = self.text
        start, end = segments[0][0], segments[-1][1]
        if len(segments) == 1:
            if self.scanner.sign.search(text, start, end) is None:
                return (Text(span_of((start, end)), text[start:end]),) if start < end else ()
            if self.dialect.marks and LONE_LINK.fullmatch(text, start, end):
                return (plain_link(text, start, end),)
        scanner = InlineScanner(text, start, end, self.scanner.mark, self.dialect, self.references)
        scanner.read()
        return scanner

    def write(self, segments: Segments, scanner: InlineScanner) -> None:
        """Write the tokens of one run: its marks and the text between them."""
        self.tokens.append(_RUN)
        marks = scanner.tokens()
        if scanner.has_delimiters:
            empty = self.dialect.empty_emphasis
            marks = pair_emphasis(self.text, marks, scanner.start, scanner.end, empty_emphasis=empty)
        if len(marks) > 2 * DEEPEST_MARKS:
            marks, too_deep = within_depth(marks)
            if too_deep:
                self.diagnostics.add_once("AP302", *too_deep)
        self.unresolved += scanner.unresolved
        self._with_text(segments, marks)

    def _with_text(self, segments: Segments, marks: Iterable[InlineToken]) -> None:
        writer = _TextWriter(self.text, segments, self.dialect, self.tokens)
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
                self.tokens.append(mark)
            position = end
        writer.write(position, max(position, segments[-1][1]))


class _TextWriter:
    """Writes the text of one block as tokens. Positions only move forward."""

    def __init__(self, text: str, segments: Segments, dialect: Dialect, tokens: list[InlineToken]) -> None:
        self.text = text
        self.segments = segments
        self.wrap = dialect.wrap
        self.pieces = dialect.pieces
        self.escapes = dialect.escapes
        self.tokens = tokens
        self._line = 0

    def write(self, start: int, end: int) -> None:
        """The text from `start` to `end`, which may reach over line ends."""
        segments = self.segments
        last = len(segments) - 1
        if not last:
            self._text(start, end, self.text[start:end])
            return
        while self._line < last and segments[self._line + 1][0] <= start:
            self._line += 1
        start = max(start, segments[self._line][0])  # behind a mark that stands before a line's text
        while self._line < last and end > segments[self._line][1]:
            following = segments[self._line + 1][0]
            if start <= segments[self._line][1]:
                self._line_end(start, segments[self._line][1], following)
            start = max(start, following)
            self._line += 1
        self._text(start, end, self.text[start:end])

    def is_between(self, position: int) -> bool:
        """Whether `position`, behind what was written, lies between the texts of two lines."""
        segments = self.segments
        index = self._line
        while index < len(segments) - 1 and segments[index + 1][0] <= position:
            index += 1
        first, last = segments[index]
        return not first <= position < last

    def _text(self, start: int, end: int, text: str) -> None:
        if start < end:
            self.tokens.append(Text(span_of((start, end)), text))

    def _line_end(self, start: int, line_end: int, following: int) -> None:
        """The rest of a line and its end: a space, nothing between letters of scripts without spaces, or a break."""
        text = self.text
        if self._is_break(start, line_end, following):
            stop = line_end - self._ends_with_mark(start, line_end)
            self._text(start, stop, text[start:stop])
            self.tokens.append(LineBreak(span_of((stop, following))))
        elif self._is_seamless(text[line_end - 1], text[following : following + 1]):
            self._text(start, line_end, text[start:line_end])
        else:
            self._text(start, line_end + 1, text[start:line_end] + " ")

    def _is_seamless(self, last: str, first: str) -> bool:
        """Whether no space stands between two letters: of scripts without spaces, or where a link meets a sign."""
        if self.pieces and (first in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER):
            return True
        return not needs_space(last, first)

    def _ends_with_mark(self, start: int, line_end: int) -> bool:
        """Whether a backslash at the end of the line makes a break: no other one before it escapes it."""
        if not self.escapes or line_end == start or self.text[line_end - 1] != "\\":
            return False
        # What an escape took the meaning of begins a stretch of text: the backslash before it is a mark.
        return not (line_end - 1 == start and self.text[start - 1 : start] == "\\")

    def _is_break(self, start: int, line_end: int, following: int) -> bool:
        """Whether the page had a line end here: always, in a dump that was neither wrapped nor cut in pieces.

        In a wrapped one, where two spaces or a backslash say so, or the next word would have fitted on the line.
        """
        text = self.text
        if self.pieces:
            return False
        if self.wrap is None or text.startswith("  ", line_end) or self._ends_with_mark(start, line_end):
            return True
        line = text[max(0, line_end - self.wrap) : line_end]
        column = len(line) - 1 - max(line.rfind("\n"), line.rfind("\r"))
        word = text[following : following + self.wrap].split(maxsplit=1)[:1]
        return bool(word) and spare_columns(column, word[0], self.wrap) > 0


_RUN = Mark("RUN", 0, 0)


def _run(values: list[Any]) -> Inlines:
    return tuple(values[1:])


def _pair(kind: type[Strong | Emphasis | Strikethrough]) -> Callable[[list[Any]], Node]:
    """Return the action that makes a node of a pair of marks and what is between them."""
    return lambda values: kind(span_of((values[0].span.start, values[-1].span.end)), tuple(values[1:-1]))


def _link(values: list[Any]) -> Node:
    close = values[-1]
    return Link(span_of((values[0].span.start, close.span.end)), tuple(values[1:-1]), close.target, close.title)


@cache
def _parser() -> Parser:
    actions: Actions = {
        "start": list,
        "run": _run,
        "strong": _pair(Strong),
        "emphasis": _pair(Emphasis),
        "strikethrough": _pair(Strikethrough),
        "link": _link,
    }
    return compile_grammar("inline", actions)
