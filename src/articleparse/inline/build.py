"""From blocks to units: raw nodes with their inline nodes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

from articleparse import tree
from articleparse.blocks import BlockKind, RawBlock, Unit, UnitKind
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect
from articleparse.inline.parse import parse_inline
from articleparse.inline.targets import clean_target
from articleparse.source import Source, Span, span_of

_KINDS = {kind.value: kind for kind in UnitKind}
_WITH_TEXT = frozenset(("heading", "paragraph", "item", "cell", "reference", "field"))
_Nodes = tuple[tree.Node, ...]


def read_units(source: Source, blocks: Sequence[RawBlock], dialect: Dialect, diagnostics: Diagnostics) -> list[Unit]:
    """Return the top-level blocks as raw nodes, their text parsed."""
    order = [*_unread(blocks)]
    runs = [block.segments for block in order]
    # Of two definitions the first counts.
    references = {
        block.key.rstrip("."): _target(source.text, block) for block in reversed(blocks) if block.kind == "reference"
    }
    for block, inlines in zip(order, parse_inline(source.text, runs, dialect, references, diagnostics), strict=True):
        block.inlines = inlines
    return [Unit(_KINDS[block.kind], _node(source.text, block), block.key) for block in blocks]


def _unread(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Yield the blocks whose own text is still to be read, those within others too, in source order."""
    stack = [*reversed(blocks)]
    while stack:
        block = stack.pop()
        if block.inlines is None and block.kind in _WITH_TEXT:
            yield block
        if block.children:
            stack.extend(reversed(block.children))


def _target(text: str, reference: RawBlock) -> str | None:
    """Return the target that a reference defines. elinks, which numbers them, writes a title on the line above."""
    start, end = reference.segments[-1 if reference.key.endswith(".") else 0]
    words = text[start:end].split()
    return clean_target(words[0], is_picture=True) if words else None  # perhaps of a picture


def _node(text: str, block: RawBlock) -> tree.Node:
    """Return the node of `block`. Recurses as deep as blocks are nested, which the stages before bound at about 100."""
    span = span_of((block.start, block.end))
    if block.kind == "code":
        lines = textwrap.dedent("".join([text[start:end] for start, end in block.segments]))
        return tree.CodeBlock(span, lines.rstrip("\r\n"), block.key or None)
    children = block.inlines or ()
    if block.children:
        children += tuple([_node(text, child) for child in block.children])
    if block.kind in _PLAIN:
        return _PLAIN[block.kind](span, children)
    return _LEVELLED[block.kind](span, children, block.level)


_PLAIN: Mapping[BlockKind, Callable[[Span, _Nodes], tree.Node]] = {
    "paragraph": tree.Paragraph,
    "reference": tree.Paragraph,
    "field": tree.Paragraph,
    "item": tree.Item,
    "quote": tree.Quotation,
    "table": tree.Table,
    "cell": tree.Cell,
    "rule": lambda span, _: tree.Separator(span),
}
_LEVELLED: Mapping[BlockKind, Callable[[Span, _Nodes, int], tree.Node]] = {
    "heading": tree.Heading,
    "list": lambda span, items, first: tree.ItemList(span, items, first >= 0, first if first >= 0 else None),
    "row": lambda span, cells, level: tree.Row(span, cells, is_header=bool(level)),
}
"""What makes the node of a block: of its span and children, or of its level, too."""
