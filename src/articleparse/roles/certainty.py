"""How sure a judgement is: by how much a block's scores prefer its role, as a share of judgements that hold."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

import numpy as np

from articleparse.blocks import Unit
from articleparse.roles.network import UNIT, Floats, Numbers
from articleparse.roles.role import INDEX, ROLES, STORY, Role
from articleparse.tree import PageKind

KINDS = tuple(PageKind)

GROUPS = ("headline", "byline", "timestamp", "deck", "caption", "story", "other", "kind")
"""What has a line of its own: the share of judgements that hold is a logistic function of the margin."""

_OF_ROLE = {
    Role.HEADLINE: "headline",
    Role.BYLINE: "byline",
    Role.TIMESTAMP: "timestamp",
    Role.DECK: "deck",
    Role.HIGHLIGHTS: "deck",
    Role.KICKER: "deck",
    Role.CAPTION: "caption",
    Role.CREDIT: "caption",
} | dict.fromkeys(STORY, "story")

_GROUP_OF_ROLE = {role: GROUPS.index(_OF_ROLE.get(role, "other")) for role in Role}

_COMPARED = 160
"""Code points by which two blocks are compared: more than a headline has, few enough to stay linear."""

_STEEPEST = 30.0
"""Exponents beyond this make no difference in two digits."""


class Margin(NamedTuple):
    """By how much a block's scores prefer its role to the next best, negative where the neighbours decided."""

    lead: float  # a natural logarithm
    runner_up: Role
    rival: int | None = None  # of a headline, the block that would be it otherwise


def group_of(role: Role) -> int:
    """Return the number of the group of `GROUPS` that judgements of `role` belong to."""
    return _GROUP_OF_ROLE[role]


def margins(units: Sequence[Unit], scores: Numbers, roles: Sequence[Role]) -> list[Margin]:
    """Return the margin of each block's role, given the scores of all roles (blocks x roles).

    A page has one headline, so what counts for it is how far it is ahead of the block that comes next as a headline.
    """
    rows, own = np.arange(len(roles)), [INDEX[role] for role in roles]
    others = scores.copy()
    others[rows, own] = -np.inf
    seconds = others.argmax(axis=1)
    leads = (scores[rows, own] - others[rows, seconds]) / UNIT
    found = [Margin(lead, ROLES[second]) for lead, second in zip(leads.tolist(), seconds.tolist(), strict=True)]
    if Role.HEADLINE in roles:
        at = roles.index(Role.HEADLINE)
        rival = find_rival(units, scores, at)
        if rival is not None:
            lead = found[at].lead - float(_lead_as_headline(scores)[rival]) / UNIT
            found[at] = found[at]._replace(lead=lead, rival=rival)
    return found


def find_rival(units: Sequence[Unit], scores: Numbers, headline: int) -> int | None:
    """Return the block that would make the best headline but for the one at `headline` and those that repeat it."""
    text = _comparable(units[headline])
    for index in np.argsort(-_lead_as_headline(scores), kind="stable"):
        if index != headline and not _repeats(text, _comparable(units[index])):
            return int(index)
    return None


def _lead_as_headline(scores: Numbers) -> Numbers:
    """By how much each block scores higher as a headline than as anything else."""
    at = INDEX[Role.HEADLINE]
    lead: Numbers = scores[:, at] - np.delete(scores, at, axis=1).max(axis=1)
    return lead


def _repeats(text: str, other: str) -> bool:
    """Whether a block says what the headline says, with or without the site's name."""
    return text in other or (other != "" and other in text)


def _comparable(unit: Unit) -> str:
    return " ".join(unit.node.text[:_COMPARED].casefold().split())


def confidences(units: Sequence[Unit], scores: Numbers, roles: Sequence[Role], lines: Floats) -> list[float]:
    """Return the share of judgements with the margin of each block that hold, 0 to 1, rounded to two digits.

    `lines` are intercept and slope for each of `GROUPS`, as training fits them.
    """
    table = lines.tolist()
    found = zip(margins(units, scores, roles), roles, strict=True)
    return [share(margin.lead, table[group_of(role)]) for margin, role in found]


def kind_of(scores: Numbers, lines: Floats) -> tuple[PageKind, float]:
    """Return the kind of page that scores highest, and the share of such judgements that hold."""
    order = np.argsort(-scores, kind="stable")
    margin = int(scores[order[0]] - scores[order[1]]) / UNIT
    return KINDS[order[0]], share(margin, lines[GROUPS.index("kind")].tolist())


def share(margin: float, line: Sequence[float]) -> float:
    """Return the share of judgements with this margin that hold, given intercept and slope of the logistic function."""
    exponent = line[0] + line[1] * margin
    return round(1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, exponent)))), 2)
