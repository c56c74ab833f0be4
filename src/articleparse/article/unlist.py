"""Lists whose items are captions, as galleries and some pages' pictures become: each item is a caption of its own."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.blocks import Unit, UnitKind
from articleparse.fields.line import FieldReader
from articleparse.roles import Judgement, Role
from articleparse.source import Span
from articleparse.tree import ItemList, Node, Paragraph


def unlisted(
    units: Sequence[Unit], judgements: Sequence[Judgement], reader: FieldReader
) -> tuple[list[Unit], list[Judgement]]:
    """The blocks with their roles, with a bulleted list that was judged a caption as a block an item.

    A list stays one block if no item has a credit, if items have blocks in them, or numbers: these are words of the
    page.
    """
    parted: list[Unit] = []
    repeated: list[Judgement] = []
    for unit, judgement in zip(units, judgements, strict=True):
        node = unit.node
        if judgement.role is Role.CAPTION and isinstance(node, ItemList) and _has_captions(node, reader):
            parted += [_line(item) for item in node.children]
            repeated += [judgement] * len(node.children)
        else:
            parted.append(unit)
            repeated.append(judgement)
    return parted, repeated


def _line(item: Node) -> Unit:
    span = Span(item.children[0].span.start, item.children[-1].span.end)
    return Unit(UnitKind.PARAGRAPH, Paragraph(span, item.children))


def _has_captions(node: ItemList, reader: FieldReader) -> bool:
    """Whether all items are lines, and one at least has a credit."""
    items = node.children
    return (
        not node.ordered
        and all(item.children and all(child.inline for child in item.children) for item in items)
        and any(reader.line(item.children).credit is not None for item in items)
    )
