"""Lists whose items are captions, as galleries and some pages' pictures become: each item is a caption of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articleparse.article.carve import flat_text
from articleparse.article.credit import parse_credit
from articleparse.blocks import Unit, UnitKind
from articleparse.roles import Judgement, Role
from articleparse.source import Span
from articleparse.tree import ItemList, Paragraph

Judged = tuple[Unit, Judgement]


def unlisted(units: Sequence[Unit], judgements: Sequence[Judgement]) -> tuple[list[Unit], list[Judgement]]:
    """The blocks with their roles, with a bulleted list that was judged a caption as a block an item.

    A list stays one block if no item has a credit, if items have blocks in them, or numbers: these are words of the
    page.
    """
    pairs = [pair for unit, judgement in zip(units, judgements, strict=True) for pair in _parted(unit, judgement)]
    return [unit for unit, _ in pairs], [judgement for _, judgement in pairs]


def _parted(unit: Unit, judgement: Judgement) -> Iterator[Judged]:
    node = unit.node
    if judgement.role is Role.CAPTION and isinstance(node, ItemList) and _has_captions(node):
        for item in node.children:
            span = Span(item.children[0].span.start, item.children[-1].span.end)
            yield Unit(UnitKind.PARAGRAPH, Paragraph(span, item.children)), judgement
    else:
        yield unit, judgement


def _has_captions(node: ItemList) -> bool:
    """Whether all items are lines, and one at least has a credit."""
    items = node.children
    return (
        not node.ordered
        and all(item.children and all(child.inline for child in item.children) for item in items)
        and any(parse_credit(flat_text(item.children)) is not None for item in items)
    )
