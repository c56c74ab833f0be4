"""Blocks of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import ClassVar

import attrs

from articleparse.source import Span, needs_space
from articleparse.tree.base import Block, Branch, Node, joined_text
from articleparse.tree.fields import Credit
from articleparse.tree.inline import Image
from articleparse.tree.rebuild import rebuild
from articleparse.tree.visit import find


@attrs.frozen
class FlowingBranch(Branch):
    """A part of the running text that is no block of its own."""

    flows: ClassVar[bool] = True


@attrs.frozen
class FlowingBlock(Block):
    """A block that is part of the running text."""

    flows: ClassVar[bool] = True


@attrs.frozen
class Heading(FlowingBlock):
    """A heading in the body (crosshead), a quotation or a piece of furniture. `level` is 1 to 6, 0 for a plain line."""

    level: int = 0


@attrs.frozen
class Paragraph(FlowingBlock):
    """A paragraph.

    One that the page had cut in two has the spans of its pieces in `pieces`, and what stood between
    them (an advertisement) among its children. An uncut one has no `pieces`.
    """

    separator: ClassVar[str] = " "

    pieces: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the pieces, in order; of an uncut paragraph, its one span."""
        return self.pieces or (self.span,)

    def composed(self, texts: Sequence[str]) -> str:
        """The text, with a space where pieces were joined (none in scripts that write no spaces)."""
        if not self.pieces:
            return joined_text(self.children, texts, " ")
        parts: list[str] = []
        for inside in _by_piece(self.children, self.pieces):
            text = joined_text(self.children[inside], texts[inside], " ")
            if parts and text and needs_space(parts[-1], text):
                parts.append(" ")
            if text:
                parts.append(text)
        return "".join(parts)


def _by_piece(children: Sequence[Node], pieces: Iterable[Span]) -> Iterator[slice]:
    """Which children lie in each piece; those between two pieces are left out. Both are in source order."""
    index = 0
    for piece in pieces:
        while index < len(children) and children[index].span.start < piece.start:
            index += 1
        first = index
        while index < len(children) and children[index].span.end <= piece.end:
            index += 1
        yield slice(first, index)


@attrs.frozen
class Quotation(FlowingBlock):
    """A quoted passage, set off from the text (block quote)."""


@attrs.frozen
class PullQuote(Block):
    """A sentence of the body, repeated as display text."""


@attrs.frozen
class ItemList(FlowingBlock):
    """A list with bullets or numbers; `start` is the first number of an ordered one."""

    separator: ClassVar[str] = "\n"

    ordered: bool = False
    start: int | None = None


@attrs.frozen
class Item(FlowingBranch):
    """An item of a list: inline nodes, then perhaps blocks (a nested list, further paragraphs)."""

    separator: ClassVar[str] = "\n"


@attrs.frozen
class Table(FlowingBlock):
    """A table of rows."""

    separator: ClassVar[str] = "\n"


@attrs.frozen
class Row(FlowingBranch):
    """A row of cells."""

    separator: ClassVar[str] = "\t"

    is_header: bool = False


@attrs.frozen
class Cell(FlowingBranch):
    """A cell of a table, inline nodes within."""


@attrs.frozen
class CodeBlock(Node):
    """Lines of code or of preformatted text."""

    flows: ClassVar[bool] = True

    text: str
    language: str | None = None
    confidence: float | None = attrs.field(default=None, kw_only=True)  # as `Block` has it


@attrs.frozen
class Caption(Block):
    """What describes a picture. `text` is without credit and control ("click to enlarge"), which are children."""

    composes: ClassVar[bool] = False

    @property
    def text(self) -> str:
        """The caption as a reader reads it, without credit and control."""
        return Paragraph(self.span, rebuild(self, _emptied).children).text

    @property
    def credit(self) -> Credit | None:
        """The first credit in the caption."""
        return next(find(self, Credit), None)


def _emptied(node: Node) -> Node:
    """A credit without its text, every other node as it is."""
    return attrs.evolve(node, children=()) if isinstance(node, Credit) else node


@attrs.frozen
class CreditLine(Block):
    """A line that holds nothing but credits."""

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The credits in the line, in order."""
        return tuple(find(self, Credit))


@attrs.frozen
class Figure(Block):
    """A picture, or several, with what belongs to it: images, caption, credits."""

    @property
    def image(self) -> Image | None:
        """The first image, if the dump kept it."""
        return next(
            (node for child in self.children for node in (child, *child.children) if isinstance(node, Image)), None
        )

    @property
    def caption(self) -> Caption | None:
        """The caption, if there is one."""
        return next((child for child in self.children if isinstance(child, Caption)), None)


@attrs.frozen
class Separator(Node):
    """A rule or an end mark: `* * *`, `###`, `-30-`."""

    confidence: float | None = attrs.field(default=None, kw_only=True)  # as `Block` has it


@attrs.frozen
class Embed(Block):
    """A post, video or audio player embedded in the story."""


@attrs.frozen
class FactBox(FlowingBlock):
    """A side story within the page: a heading, then a list or short paragraphs."""


@attrs.frozen
class LiveEntry(FlowingBlock):
    """An entry of a live report: the line with its time, then blocks."""


@attrs.frozen
class Question(FlowingBlock):
    """A question of an interview, in its paragraphs."""


@attrs.frozen
class Answer(FlowingBlock):
    """An answer of an interview, in its paragraphs."""


TURNS = (LiveEntry, Question, Answer)
"""Blocks that tell a story in turns."""


@attrs.frozen
class Section(FlowingBranch):
    """A stretch of the body under a heading, or before the first one; `level` tells the rank, for none is nested."""

    level: int = 0  # that of the heading, 0 without one

    @property
    def heading(self) -> Heading | None:
        """The heading, which is the first child, or None for the section that leads the story."""
        first = self.children[0] if self.children else None
        return first if isinstance(first, Heading) else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the section, those of its questions, answers and live entries among them."""
        parts = [child.children if isinstance(child, TURNS) else (child,) for child in self.children]
        return tuple(part for part in chain.from_iterable(parts) if isinstance(part, Paragraph))
