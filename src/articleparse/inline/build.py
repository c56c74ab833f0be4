"""From blocks to units: raw nodes with their inline nodes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar

from articleparse.blocks import RawBlock, Unit, UnitKind
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect
from articleparse.inline.header_values import read_value
from articleparse.inline.parse import parse_inline
from articleparse.inline.targets import clean_target
from articleparse.source import Source, span_of
from articleparse.tree import (
    Cell,
    CodeBlock,
    Heading,
    Item,
    ItemList,
    Node,
    Paragraph,
    Quotation,
    Row,
    Separator,
    Table,
)

_KINDS = {kind.value: kind for kind in UnitKind}
_WITH_TEXT = frozenset(("heading", "paragraph", "item", "cell", "reference", "field"))


def read_units(source: Source, blocks: Sequence[RawBlock], dialect: Dialect, diagnostics: Diagnostics) -> list[Unit]:
    """Return the top-level blocks as raw nodes, their text parsed."""
    order = [block for block in _with_text(blocks) if not _is_value(source.text, block)]
    runs = [block.segments for block in order]
    # Of two definitions the first counts.
    references = {
        block.key.rstrip("."): _target(source.text, block) for block in reversed(blocks) if block.kind == "reference"
    }
    for block, inlines in zip(order, parse_inline(source.text, runs, dialect, references, diagnostics), strict=True):
        block.inlines = inlines
    builder = _Builder(source.text)
    return [Unit(_KINDS[block.kind], builder.build(block), block.key) for block in blocks]


def _is_value(text: str, block: RawBlock) -> bool:
    """Whether `block` is a field whose value isn't written as text, which is read then."""
    nodes = read_value(text, block.segments, apart=bool(block.level)) if block.kind == "field" else None
    block.inlines = nodes or ()
    return nodes is not None


def _with_text(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks that have a text of their own, those within others too, in source order."""
    found = []
    stack = [*reversed(blocks)]
    while stack:
        block = stack.pop()
        if block.kind in _WITH_TEXT:
            found.append(block)
        if block.children:
            stack.extend(reversed(block.children))
    return found


def _target(text: str, reference: RawBlock) -> str | None:
    """Return the target that a reference defines. elinks, which numbers them, writes a title on the line above."""
    start, end = reference.segments[-1 if reference.key.endswith(".") else 0]
    words = text[start:end].split()
    return clean_target(words[0], is_picture=True) if words else None  # perhaps of a picture


class _Builder:
    """Makes nodes of blocks. Recurses as deep as blocks are nested, which the stages before bound at about 100."""

    def __init__(self, text: str) -> None:
        self.text = text

    def build(self, block: RawBlock) -> Node:
        """Return the node of `block`."""
        return self._MAKE[block.kind](self, block)

    def _children(self, block: RawBlock) -> tuple[Node, ...]:
        return tuple([self.build(child) for child in block.children])

    def _heading(self, block: RawBlock) -> Node:
        return Heading(span_of((block.start, block.end)), block.inlines, block.level)

    def _paragraph(self, block: RawBlock) -> Node:
        return Paragraph(span_of((block.start, block.end)), block.inlines)

    def _list(self, block: RawBlock) -> Node:
        ordered = block.level >= 0
        start = block.level if ordered else None
        return ItemList(span_of((block.start, block.end)), self._children(block), ordered, start)

    def _item(self, block: RawBlock) -> Node:
        children = block.inlines
        if block.children:
            children += self._children(block)
        return Item(span_of((block.start, block.end)), children)

    def _quote(self, block: RawBlock) -> Node:
        return Quotation(span_of((block.start, block.end)), self._children(block))

    def _table(self, block: RawBlock) -> Node:
        return Table(span_of((block.start, block.end)), self._children(block))

    def _row(self, block: RawBlock) -> Node:
        return Row(span_of((block.start, block.end)), self._children(block), is_header=bool(block.level))

    def _cell(self, block: RawBlock) -> Node:
        return Cell(span_of((block.start, block.end)), block.inlines)

    def _code(self, block: RawBlock) -> Node:
        lines = textwrap.dedent("".join(self.text[start:end] for start, end in block.segments))
        return CodeBlock(span_of((block.start, block.end)), lines.rstrip("\r\n"), block.key or None)

    def _rule(self, block: RawBlock) -> Node:
        return Separator(span_of((block.start, block.end)))

    _MAKE: ClassVar[dict[str, Callable[[_Builder, RawBlock], Node]]] = {
        "heading": _heading,
        "paragraph": _paragraph,
        "reference": _paragraph,
        "field": _paragraph,
        "list": _list,
        "item": _item,
        "quote": _quote,
        "table": _table,
        "row": _row,
        "cell": _cell,
        "code": _code,
        "rule": _rule,
    }
