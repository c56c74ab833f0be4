"""From roles to the letters of `article.lark`: what each block can be by its syntax, and the zero-width letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from articleparse.article.heal import cuts
from articleparse.blocks import Unit, UnitKind
from articleparse.fields.line import FieldReader
from articleparse.roles import STORY, Role, is_time
from articleparse.tree import Heading, Image, Node, Paragraph

_BY_KIND = {
    UnitKind.LIST: Role.LIST,
    UnitKind.QUOTE: Role.QUOTATION,
    UnitKind.TABLE: Role.TABLE,
    UnitKind.CODE: Role.CODE,
    UnitKind.RULE: Role.SEPARATOR,
}
_NEEDS_LINE = frozenset({Role.PARAGRAPH, Role.CROSSHEAD, Role.LIST, Role.TABLE, Role.CODE, Role.SEPARATOR})
"""Roles whose node is the block's own, so that the syntax has the last word."""

_MAYBE_CAPTION = STORY | {Role.DECK, Role.FIGURE}
"""Roles that an image with its caption can be taken for."""

_RUNS = frozenset(
    {
        Role.HIGHLIGHTS,
        Role.BYLINE,
        Role.FACT_BOX,
        Role.LIVE_ENTRY,
        Role.QUESTION,
        Role.ANSWER,
        Role.TAGS,
        Role.RELATED,
        Role.PROMOTION,
        Role.NAVIGATION,
        Role.ADVERTISEMENT,
        Role.COMMENTS,
        Role.CONSENT,
    }
)
"""Roles whose adjacent blocks are one node."""

_PICTURE = frozenset({Role.FIGURE, Role.CAPTION, Role.CREDIT})


@attrs.frozen
class Letter:
    """A letter of the alphabet of `article.lark`: the name of its terminal, and the block unless it is zero-width."""

    type: str
    unit: Unit | None = None
    confidence: float | None = None  # of the judgement on the block


BODY_OPEN, BODY_CLOSE, RUN_END, CUT = (Letter(name) for name in ("BODY_OPEN", "BODY_CLOSE", "RUN_END", "CUT"))
ZERO_WIDTH = (BODY_OPEN, BODY_CLOSE, RUN_END, CUT)
_OF_ROLE = {role: role.name for role in Role}


def fitting(units: Sequence[Unit], roles: Sequence[Role], reader: FieldReader) -> list[Role]:
    """The roles, corrected where the tree has no such node: a list is no paragraph, and there is one headline."""
    fitted: list[Role] = []
    titled = False
    for unit, role in zip(units, roles, strict=True):
        if role is Role.HEADLINE:
            fitted.append(Role.OTHER if titled else role)
            titled = True
        elif role in _MAYBE_CAPTION and _is_captioned_image(unit.node):
            fitted.append(Role.CAPTION)
        elif role is Role.CAPTION and _is_credit(unit.node, reader):
            fitted.append(Role.CREDIT)
        else:
            fitted.append(_fit(unit, role) if role in _NEEDS_LINE else role)
    return _with_headings_that_head(fitted)


def _with_headings_that_head(roles: Sequence[Role]) -> list[Role]:
    """`roles` without crossheads that have nothing below them: what heads nothing is a button's or a box's line.

    A picture is enough, and so is a crosshead that follows at once.
    """
    fitted = list(roles)
    heads = follows = False  # whether there is anything below, and whether it is a crosshead and nothing between
    for index in range(len(roles) - 1, -1, -1):
        role = roles[index]
        if role is Role.CROSSHEAD:
            follows = heads
            if not heads:
                fitted[index] = Role.OTHER
        elif role in STORY or role in _PICTURE:
            heads, follows = True, False
        elif follows:
            heads = follows = False
    return fitted


def _fit(unit: Unit, role: Role) -> Role:
    if not isinstance(unit.node, (Heading, Paragraph)):
        return _BY_KIND.get(unit.kind, Role.OTHER)
    if role in (Role.LIST, Role.TABLE, Role.CODE):
        return Role.PARAGRAPH
    return role


def _is_captioned_image(node: Node) -> bool:
    """Whether the block is an image whose alternative text was read as its caption: the image itself is but `![`."""
    first = node.children[0] if len(node.children) > 1 else None
    return isinstance(first, Image) and first.span.end - first.span.start == len("![")


_LONGEST_CREDIT = 80
"""A line that is as long describes a picture, whoever took it."""


def _is_credit(node: Node, reader: FieldReader) -> bool:
    """Whether a credit is all that the line says."""
    line = reader.line(node.children)
    text = line.text
    field = line.credit if len(text) < _LONGEST_CREDIT else None
    return field is not None and not any(map(str.isalnum, text[: field.start] + text[field.end :]))


def body_range(roles: Sequence[Role]) -> tuple[int, int]:
    """The half-open range from the first block of the story to the last; empty, at the end, where there is none."""
    story = [index for index, role in enumerate(roles) if role in STORY]
    return (story[0], story[-1] + 1) if story else (len(roles), len(roles))


def letters(units: Sequence[Unit], roles: Sequence[Role], confidences: Sequence[float | None]) -> Iterator[Letter]:
    """The letters of a dump whose `roles` are fitting."""
    start, end = body_range(roles)
    joined = cuts(units, roles)
    run: set[Role] = set()
    for index, (unit, role) in enumerate(zip(units, roles, strict=True)):
        if run and (index in (start, end) or not _goes_on(run, role) or opens_entry(unit, role)):
            yield RUN_END
            run = set()
        if index == start:
            yield BODY_OPEN
        if index == end:
            yield BODY_CLOSE
        yield Letter(_OF_ROLE[role], unit, confidences[index])
        if role in _RUNS or role in _PICTURE:
            run.add(role)
        if index in joined:
            yield CUT
    if run:
        yield RUN_END
    if start == len(units):
        yield BODY_OPEN
    if end == len(units):
        yield BODY_CLOSE


def opens_entry(unit: Unit, role: Role) -> bool:
    """Whether the block is the time that an entry of a live report begins with."""
    return role is Role.LIVE_ENTRY and isinstance(unit.node, Paragraph) and is_time(unit.node.text)


def _goes_on(run: set[Role], role: Role) -> bool:
    """Whether a block of `role` belongs to the run: the same again, or what a picture still lacks."""
    if run & _PICTURE:
        return role in _PICTURE and role not in run and role is not Role.FIGURE
    return role in run
