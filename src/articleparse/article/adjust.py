"""Roles that the tree can hold: where a block's syntax or its lines contradict the best path, its role is changed.

Each change is kept on the judgement, with the role that the path gave and a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articleparse.article.attribution import drop_foreign_bylines
from articleparse.article.tokens import PICTURE
from articleparse.blocks import Unit, UnitKind
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.roles import FURNITURE, STORY, Judgement, Role
from articleparse.source import Span
from articleparse.tree import Heading, Image, ItemList, Node, Paragraph, Text


def adjust_roles(
    units: Sequence[Unit], judgements: Sequence[Judgement], reader: FieldReader, diagnostics: Diagnostics
) -> tuple[list[Unit], list[Judgement]]:
    """Return the blocks and the judgement on each, with roles that an article can have.

    The blocks are `units`, but for lists of captions: each of their items is a block. What a reader of the article
    may wonder about is reported to `diagnostics`.
    """
    units, judgements = _split_caption_lists(units, judgements, reader)
    judgements = _drop_second_headlines(_told_by_syntax(units, judgements))
    judgements = _begin_with_headline(units, judgements)
    judgements = [
        judgement if judgement.role in _ALWAYS_ALLOWED else _allowed(unit, judgement, reader)
        for unit, judgement in zip(units, judgements, strict=True)
    ]
    judgements = _keep_together(units, _drop_empty_crossheads(judgements))
    return units, drop_foreign_bylines(units, judgements, reader, diagnostics)


def _split_caption_lists(
    units: Sequence[Unit], judgements: Sequence[Judgement], reader: FieldReader
) -> tuple[list[Unit], list[Judgement]]:
    """Make a block of each item of a bulleted list that was judged a caption: galleries become such lists.

    A list stays one block if no item has a credit, if items have blocks in them, or numbers: these are words of the
    page.
    """
    parts: list[Unit] = []
    repeated: list[Judgement] = []
    for unit, judgement in zip(units, judgements, strict=True):
        if judgement.role is Role.CAPTION and isinstance(unit.node, ItemList) and _has_captions(unit.node, reader):
            parts += [_line(item) for item in unit.node.children]
            repeated += [judgement] * len(unit.node.children)
        else:
            parts.append(unit)
            repeated.append(judgement)
    return parts, repeated


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


def _told_by_syntax(units: Sequence[Unit], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Give the blocks their roles whose syntax leaves no choice."""
    kept = list(judgements)
    for index, unit in enumerate(units):
        beside = range(max(0, index - 1), min(index + 2, len(units)))
        if unit.kind is UnitKind.REFERENCE:
            kept[index] = kept[index].changed(Role.OTHER, "the target of a link stands in it")
        elif unit.kind is UnitKind.RULE and any(units[near].kind is UnitKind.FIELD for near in beside):
            kept[index] = kept[index].changed(Role.OTHER, "it fences the header")
        elif (
            _is_picture(unit.node) and kept[index].role in FURNITURE and _describe(judgements[near] for near in beside)
        ):
            kept[index] = kept[index].changed(Role.FIGURE, "a picture whose caption is beside it")
    return kept


def _describe(judgements: Iterable[Judgement]) -> bool:
    """Whether one of the blocks says what a picture shows, or whose it is."""
    return any(judgement.role in (Role.CAPTION, Role.CREDIT) for judgement in judgements)


def _is_picture(node: Node) -> bool:
    """Whether an image is all that the block is."""
    return len(node.children) == 1 and isinstance(node.children[0], Image)


def _drop_second_headlines(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Make furniture of all headlines but the first."""
    kept = list(judgements)
    headlines = [index for index, judgement in enumerate(kept) if judgement.role is Role.HEADLINE]
    for index in headlines[1:]:
        kept[index] = kept[index].changed(Role.OTHER, "an article has one headline")
    return kept


_UNSURE, _HARDLY_SURE = 0.5, 0.7
_SHORTEST_HEADLINE = 12
"""Code points: a shorter line alone at the top is a section's name or a kicker."""


def _begin_with_headline(units: Sequence[Unit], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Make a headline of an uncertain line that is all that stands above an uncertain, longer one: that is its deck.

    Text extractors keep no menu, so that their dumps begin with the headline, and nothing marks it.
    """
    kept = list(judgements)
    if len(kept) < 2 or kept[1].role is not Role.HEADLINE or kept[0].role not in FURNITURE:
        return kept
    first, second = (unit.node for unit in units[:2])
    sure = [judgement.confidence for judgement in kept[:2]]
    is_open = sure[0] is not None and sure[1] is not None and sure[0] < _UNSURE and sure[1] < _HARDLY_SURE
    are_plain = all(
        isinstance(node, Paragraph) and all(child.__class__ is Text for child in node.children)
        for node in (first, second)
    )
    if is_open and are_plain and _SHORTEST_HEADLINE <= len(first.text) < len(second.text):
        kept[0] = kept[0].changed(Role.HEADLINE, "the dump begins with it, and nothing else stands above the story")
        kept[1] = kept[1].changed(Role.DECK, "the line above is the headline")
    return kept


_BY_KIND = {
    UnitKind.LIST: Role.LIST,
    UnitKind.QUOTE: Role.QUOTATION,
    UnitKind.TABLE: Role.TABLE,
    UnitKind.CODE: Role.CODE,
    UnitKind.RULE: Role.SEPARATOR,
}
_OWN_NODE = frozenset({Role.PARAGRAPH, Role.CROSSHEAD, Role.LIST, Role.TABLE, Role.CODE, Role.SEPARATOR})
"""Roles whose node is the block's own, so that the syntax has the last word."""

_MAYBE_CAPTION = STORY | {Role.DECK, Role.FIGURE}
"""Roles that an image with its caption can be taken for."""

_ALWAYS_ALLOWED = frozenset(Role) - _OWN_NODE - _MAYBE_CAPTION - {Role.CAPTION}
"""Roles that any block can have."""


def _allowed(unit: Unit, judgement: Judgement, reader: FieldReader) -> Judgement:
    """Return the judgement with a role that the block can have by its syntax: a list is no paragraph."""
    role = judgement.role
    if role in _MAYBE_CAPTION and _is_captioned_image(unit.node):
        return judgement.changed(Role.CAPTION, "an image whose alternative text is its caption")
    if role is Role.CAPTION and _is_credit(unit.node, reader):
        return judgement.changed(Role.CREDIT, "a credit is all that the line says")
    if role not in _OWN_NODE:
        return judgement
    if not isinstance(unit.node, (Heading, Paragraph)):
        return judgement.changed(_BY_KIND.get(unit.kind, Role.OTHER), f"by its syntax it is a {unit.kind}")
    if role in (Role.LIST, Role.TABLE, Role.CODE):
        return judgement.changed(Role.PARAGRAPH, f"by its syntax it is no {role}")
    return judgement


def _is_captioned_image(node: Node) -> bool:
    """Whether the block is an image whose alternative text was read as its caption: the image itself is but `![`."""
    first = node.children[0] if len(node.children) > 1 else None
    return isinstance(first, Image) and first.span.end - first.span.start == len("![")


_MAX_CREDIT_CHARS = 80
"""A line that is as long describes a picture, whoever took it."""


def _is_credit(node: Node, reader: FieldReader) -> bool:
    """Whether a credit is all that the line says."""
    line = reader.line(node.children)
    text = line.text
    field = line.credit if len(text) < _MAX_CREDIT_CHARS else None
    return field is not None and not any(map(str.isalnum, text[: field.start] + text[field.end :]))


def _keep_together(units: Sequence[Unit], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Give what goes on with the block above the role of that: the paragraphs of an answer, the list of a box."""
    kept = list(judgements)
    for index in range(1, len(kept)):
        above, role = kept[index - 1].role, kept[index].role
        if above is Role.ANSWER and role is Role.PARAGRAPH and _is_followed(kept, index, Role.QUESTION):
            kept[index] = kept[index].changed(Role.ANSWER, "the answer above goes on until the next question")
        elif above is Role.FACT_BOX and units[index].kind is UnitKind.LIST and role not in STORY:
            kept[index] = kept[index].changed(Role.FACT_BOX, "the list of the box above")
    return kept


def _is_followed(judgements: Sequence[Judgement], index: int, wanted: Role) -> bool:
    """Whether only paragraphs and what is no story stand between the block and the next one of the `wanted` role."""
    for judgement in judgements[index + 1 :]:
        if judgement.role is wanted:
            return True
        if judgement.role in STORY and judgement.role is not Role.PARAGRAPH:
            return False
    return False


def _drop_empty_crossheads(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Make furniture of crossheads that have nothing below them: what heads nothing is a button's or a box's line.

    A picture is enough, and so is a crosshead that follows at once.
    """
    kept = list(judgements)
    heads = follows = False  # whether there is anything below, and whether it is a crosshead and nothing between
    for index in range(len(kept) - 1, -1, -1):
        role = kept[index].role
        if role is Role.CROSSHEAD:
            follows = heads
            if not heads:
                kept[index] = kept[index].changed(Role.OTHER, "nothing of the story stands below it")
        elif role in STORY or role in PICTURE:
            heads, follows = True, False
        elif follows:
            heads = follows = False
    return kept
