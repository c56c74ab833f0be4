"""From blocks and their roles to the tokens of `article.lark`: a token a block, and boundary tokens between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articleparse.article.split_paragraphs import split_paragraphs
from articleparse.blocks import Unit
from articleparse.roles import STORY, Judgement, Role, is_time
from articleparse.tree import Paragraph

PICTURE = frozenset({Role.FIGURE, Role.CAPTION, Role.CREDIT})
"""Roles that make a figure together, each once."""

_RUNS = PICTURE | {
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
"""Roles whose adjacent blocks are one node."""


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
    bounds = start, end = body_range(roles)
    split = split_paragraphs(units, roles)
    run: set[Role] = set()
    for index, (unit, role) in enumerate(zip(units, roles, strict=True)):
        is_bound = index in bounds
        if run and (is_bound or not _belongs(run, role) or (role is Role.LIVE_ENTRY and opens_entry(unit))):
            yield _RUN_END
            run = set()
        if is_bound:
            yield _BODY_OPEN if index == start else _BODY_CLOSE
        yield Token(_TERMINALS[role], unit, judgements[index].confidence)
        if role in _RUNS:
            run.add(role)
        if index in split:
            yield _CUT
    if run:
        yield _RUN_END
    if start == len(units):
        yield _BODY_OPEN
    if end == len(units):
        yield _BODY_CLOSE


def opens_entry(unit: Unit) -> bool:
    """Whether the block, which is part of a live report, is the time that an entry begins with."""
    return isinstance(unit.node, Paragraph) and is_time(unit.node.text)


def _belongs(run: set[Role], role: Role) -> bool:
    """Whether a block of `role` belongs to the run: the same again, or what a picture still lacks."""
    if role in PICTURE:
        return role not in run and role is not Role.FIGURE and not run.isdisjoint(PICTURE)
    return role in run
