"""How sure a judgement is: by how much the block's own features prefer its role, as a share of judgements that hold."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from articleparse.blocks import Unit
from articleparse.roles.role import Role
from articleparse.roles.weights import ROLES, UNIT

_HEADLINE = ROLES.index(Role.HEADLINE)

_LINE = (2.17, 0.57)
_HEADLINE_LINE = (0.61, 0.51)
"""Intercept and slope of the logistic functions that make a share of a margin; the second is for headlines. They were
fitted to pages that the weights were not trained on: `python -m tools.calibrate`, `docs/accuracy.md`."""


_COMPARED = 160
"""Characters by which two blocks are compared: more than a headline has, few enough to stay linear."""


def runner_up(scores: Sequence[int], role: int) -> int:
    """The best role but `role`, given the scores of all; of two equal ones the first."""
    return -max((score, -other) for other, score in enumerate(scores) if other != role)[1]


def lead(scores: Sequence[int], role: int) -> int:
    """By how much `role` scores above the best other one; negative where it scores below."""
    best, own = max(scores), scores[role]
    if own < best:
        return own - best
    others = list(scores)
    del others[role]
    return own - max(others)


def margins(units: Sequence[Unit], scores: Sequence[Sequence[int]], roles: Sequence[int]) -> list[float]:
    """By how much each block's own features prefer its role to the next best; negative where the neighbours decided.

    A page has one headline, so what counts for it is how far it is ahead of the block that comes next as a headline.
    `scores` are those of each role for each block, `roles` the roles that the blocks were judged to have.
    """
    found = [lead(own, role) / UNIT for own, role in zip(scores, roles, strict=True)]
    if _HEADLINE in roles:
        index = roles.index(_HEADLINE)
        rival = find_rival(units, scores, index)
        if rival is not None:
            found[index] -= lead(scores[rival], _HEADLINE) / UNIT
    return found


def find_rival(units: Sequence[Unit], scores: Sequence[Sequence[int]], headline: int) -> int | None:
    """The block that would make the best headline but for the one at `headline` and those that repeat it."""
    text = _comparable(units[headline])
    leads = [(lead(own, _HEADLINE), -index) for index, own in enumerate(scores) if index != headline]
    leads.sort(reverse=True)
    return next((-index for _, index in leads if not _repeats(text, _comparable(units[-index]))), None)


def confidence(margin: float, role: int) -> float:
    """The share of judgements with this margin that hold, 0 to 1, rounded to two digits."""
    intercept, slope = _HEADLINE_LINE if role == _HEADLINE else _LINE
    return round(1 / (1 + exp(-intercept - slope * margin)), 2)


def _repeats(text: str, other: str) -> bool:
    """Whether a block says what the headline says, with or without the site's name."""
    return text in other or (other != "" and other in text)


def _comparable(unit: Unit) -> str:
    return " ".join(unit.node.text[:_COMPARED].casefold().split())
