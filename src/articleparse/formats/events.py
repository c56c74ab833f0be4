"""Blocks as a flat sequence of few kinds of events, which every format with blocks of its own can be written from.

Trees allow much that such formats don't: text among blocks, blocks within lines, boxes without content. Here a
container holds lines and containers, a line holds runs, and nothing is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from articleparse import tree
from articleparse.formats.runs import Run, credit_of, paragraph_nodes, text_runs
from articleparse.tree import Node

MAX_OPEN = 40
"""How many containers are open at once; deeper ones are left out, what is in them is not.

Programs that write and read JSON and XML recurse: libxml2 and orjson stop at some hundred levels.
"""

_LINES = (tree.Heading, tree.Kicker, tree.Headline, tree.Deck, tree.Byline, tree.TimestampLine)
_SIMPLE = (tree.CodeBlock, tree.Separator, tree.Table, tree.Paragraph, *_LINES)
_PICTURE = (tree.Figure, tree.Caption, tree.CreditLine)


class Line(NamedTuple):
    """A line of text; `node` is None for inline nodes that stand among blocks and make a paragraph."""

    node: Node | None
    runs: list[Run]  # one at least


class Open(NamedTuple):
    """A container begins: list, item, quotation, box, section, furniture ..."""

    node: Node


class Close(NamedTuple):
    """The innermost container ends."""

    node: Node


class Leaf(NamedTuple):
    """A block of code or a rule."""

    node: tree.CodeBlock | tree.Separator


class Grid(NamedTuple):
    """A table. It has a row at least, and every row has a cell; rows may differ in length."""

    node: tree.Table
    rows: list[tuple[bool, list[list[Run]]]]  # whether it is a row of heads, and the cells


class Picture(NamedTuple):
    """Images and what belongs to them. It may have no image, since most dumps lose them."""

    node: Node
    images: list[tree.Image]
    caption: list[Run]  # without the credit
    credit: str  # without label; empty where there is none


Event = Line | Open | Close | Leaf | Grid | Picture
_Part = Node | list[Node] | tuple[Node, ...] | Close
"""A block, a run of inline nodes, what tells of one picture, or the end of a container."""


def block_events(nodes: Iterable[Node], furniture: tuple[type[tree.Furniture], ...] = ()) -> Iterator[Event]:
    """Yield the blocks of `nodes` and all that is in them, in order. Furniture is left out but for `furniture`.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Paragraph, Quotation, Text
    >>> quotation = Quotation(Span(0, 4), (Paragraph(Span(2, 4), (Text(Span(2, 4), "Hi"),)), Quotation(Span(4, 4))))
    >>> [type(event).__name__ for event in block_events([quotation])]
    ['Open', 'Line', 'Close']
    """
    waiting: list[Event] = []  # containers that nothing was found in so far
    for event in _events(nodes, furniture):
        if isinstance(event, Open):
            waiting.append(event)
        elif isinstance(event, Close) and waiting:
            waiting.pop()
        else:
            yield from waiting
            waiting.clear()
            yield event


class BlockWriter:
    """Writes blocks in a format. A subclass has a method for each kind of event, called after it: `line`, `grid` ..."""

    furniture: tuple[type[tree.Furniture], ...] = (tree.Related,)
    """What of the furniture is written."""

    def add(self, nodes: Iterable[Node]) -> None:
        """Write `nodes` and all that is in them, in order."""
        for event in block_events(nodes, self.furniture):
            getattr(self, type(event).__name__.lower())(event)


def _events(nodes: Iterable[Node], furniture: tuple[type[tree.Furniture], ...]) -> Iterator[Event]:
    stack = _parts(nodes, furniture)
    depth = 0
    while stack:
        part = stack.pop()
        if isinstance(part, Close):
            depth -= 1
            yield part
        elif not isinstance(part, (list, tuple, *_SIMPLE)):
            if depth < MAX_OPEN:
                depth += 1
                yield Open(part)
                stack += [Close(part), *_parts(part.children, furniture)]
            else:
                for child in reversed(part.children) if isinstance(part, tree.ItemList) else (part,):
                    stack += _parts(child.children, furniture)
        else:
            yield from _simple(part)
            stack += _parts(_behind(part), furniture)


def _simple(part: Node | list[Node] | tuple[Node, ...]) -> Iterator[Event]:
    """The event, or none, for a part that is no container."""
    if isinstance(part, list):
        yield from _line(None, part)
    elif isinstance(part, tuple):
        yield from _picture(part)
    elif isinstance(part, (tree.CodeBlock, tree.Separator)):
        yield Leaf(part)
    elif isinstance(part, tree.Table):
        yield from _grid(part)
    else:
        yield from _line(part, paragraph_nodes(part) if isinstance(part, tree.Paragraph) else part.children)


def _behind(part: Node | list[Node] | tuple[Node, ...]) -> Iterator[Node]:
    """Blocks in the part that its event does not tell of: between the pieces of a paragraph, or in a figure."""
    if isinstance(part, tree.Paragraph):
        yield from (child for child in part.children if not child.inline)
    elif isinstance(part, tuple) and isinstance(part[0], tree.Figure):
        yield from (child for child in part[0].children if not _is_of_picture(child))


def _parts(nodes: Iterable[Node], furniture: tuple[type[tree.Furniture], ...]) -> list[_Part]:
    """Last part first, as a stack wants them. A line of credits goes with the figure or caption right before it."""
    parts: list[_Part] = []
    for inline, group in groupby(nodes, key=lambda node: node.inline):
        if inline:
            parts.append(list(group))
            continue
        for node in group:
            before = parts[-1] if parts else None
            is_credit = isinstance(node, tree.CreditLine)
            if is_credit and isinstance(before, tuple) and not isinstance(before[-1], tree.CreditLine):
                parts[-1] = (*before, node)
            elif isinstance(node, _PICTURE):
                parts.append((node,))
            elif not isinstance(node, tree.Furniture) or isinstance(node, furniture):
                parts.append(node)
    return parts[::-1]


def _line(node: Node | None, children: Iterable[Node]) -> Iterator[Line | Picture]:
    """A line, or a picture where images are all that it has."""
    found = text_runs(children)
    images = _images(found)
    only_images = images and len(images) == sum(not run.is_blank for run in found)
    if only_images and isinstance(node, (tree.Paragraph, type(None))):
        yield Picture(node or images[0], images, [], "")
    elif found:
        yield Line(node, found)


def _picture(nodes: Sequence[Node]) -> Iterator[Picture]:
    """The picture that `nodes` tell of: a figure, a caption or credits, and perhaps credits behind it."""
    parts = [*(nodes[0].children if isinstance(nodes[0], tree.Figure) else nodes[:1]), *nodes[1:]]
    captions = [_runs_of(part) for part in parts if isinstance(part, tree.Caption)]
    pictures = [_runs_of(part) for part in parts if isinstance(part, tree.Paragraph) and _is_of_picture(part)]
    images = [image for line in (*pictures, *captions) for image in _images(line)]
    caption = [run for line in captions for run in line if not isinstance(run.text, tree.Image)]
    credit = _credits(parts)
    if images or caption or credit:
        yield Picture(nodes[0], images, caption, credit)


def _runs_of(node: Node) -> list[Run]:
    """The runs of a paragraph or a caption, credits apart."""
    return text_runs(node.children, credits_too=not isinstance(node, tree.Caption))


def _credits(parts: Iterable[Node]) -> str:
    """Who the credits of a picture name, each once; of a line of credits that names nobody, its text."""
    legends = (part for part in parts if isinstance(part, (tree.Caption, tree.CreditLine)))
    found = (
        credit_of(legend) or (legend.text.strip() if isinstance(legend, tree.CreditLine) else "") for legend in legends
    )
    return ", ".join(dict.fromkeys(text for text in found if text))


def _is_of_picture(node: Node) -> bool:
    """Whether the child of a figure is told in its `Picture`, and not a block behind it."""
    if isinstance(node, (tree.Caption, tree.CreditLine)):
        return True
    return isinstance(node, tree.Paragraph) and all(
        run.is_blank or isinstance(run.text, tree.Image) for run in text_runs(node.children)
    )


def _images(found: Iterable[Run]) -> list[tree.Image]:
    return [run.text for run in found if isinstance(run.text, tree.Image)]


def _grid(table: tree.Table) -> Iterator[Grid]:
    rows = [
        (isinstance(row, tree.Row) and row.is_header, [text_runs(cell.children) for cell in row.children])
        for row in table.children
        if row.children
    ]
    if rows:
        yield Grid(table, rows)
