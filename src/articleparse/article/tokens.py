"""From blocks and their roles to the tokens of `article.lark`: a token a block, and boundary tokens between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articleparse.article.split_paragraphs import split_paragraphs
from articleparse.blocks import Unit
from articleparse.roles import STORY, Judgement, Role, is_time
from articleparse.tree import Paragraph

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

PICTURE = frozenset({Role.FIGURE, Role.CAPTION, Role.CREDIT})
"""Roles that make a figure together, each once."""


class Token(NamedTuple):
    """A token of `article.lark`: the name of its terminal, and the block, which a boundary token has not."""

    type: str
    unit: Unit | None = None
    confidence: float | None = None  # of the judgement on the block, 0 to 1


_BODY_OPEN, _BODY_CLOSE, _RUN_END, _CUT = (Token(name) for name in ("BODY_OPEN", "BODY_CLOSE", "RUN_END", "CUT"))
_TERMINALS = {role: role.name for role in Role}


def body_range(roles: Sequence[Role]) -> tuple[int, int]:
    """Return the half-open range from the first block of the story to the last; empty, at the end, if there is none.

    >>> body_range([Role.HEADLINE, Role.PARAGRAPH, Role.CONTROL, Role.PARAGRAPH, Role.TAGS])
    (1, 4)
    """
    start = next((index for index, role in enumerate(roles) if role in STORY), len(roles))
    end = len(roles)
    while end > start and roles[end - 1] not in STORY:
        end -= 1
    return start, end


def tokens(units: Sequence[Unit], judgements: Sequence[Judgement]) -> Iterator[Token]:
    """Yield the tokens of a dump whose roles are adjusted (`adjust_roles`), in the order of the dump."""
    roles = [judgement.role for judgement in judgements]
    start, end = body_range(roles)
    split = split_paragraphs(units, roles)
    run: set[Role] = set()
    for index, (unit, role) in enumerate(zip(units, roles, strict=True)):
        if run and (index in (start, end) or not _belongs(run, role) or opens_entry(unit, role)):
            yield _RUN_END
            run = set()
        yield from _body_bounds(index, start, end)
        yield Token(_TERMINALS[role], unit, judgements[index].confidence)
        if role in _RUNS or role in PICTURE:
            run.add(role)
        if index in split:
            yield _CUT
    if run:
        yield _RUN_END
    yield from _body_bounds(len(units), start, end)


def _body_bounds(index: int, start: int, end: int) -> tuple[Token, ...]:
    """Return the bounds of the body that stand before the block at `index`."""
    if start < index < end:
        return ()
    return ((_BODY_OPEN,) if index == start else ()) + ((_BODY_CLOSE,) if index == end else ())


def opens_entry(unit: Unit, role: Role) -> bool:
    """Whether the block is the time that an entry of a live report begins with."""
    return role is Role.LIVE_ENTRY and isinstance(unit.node, Paragraph) and is_time(unit.node.text)


def _belongs(run: set[Role], role: Role) -> bool:
    """Whether a block of `role` belongs to the run: the same again, or what a picture still lacks."""
    if run & PICTURE:
        return role in PICTURE and role not in run and role is not Role.FIGURE
    return role in run
