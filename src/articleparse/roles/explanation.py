"""Why a block was judged as it was: the runner-up, and the features that decided between the two."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from articleparse.blocks import Unit
from articleparse.roles.certainty import find_rival, lead, runner_up
from articleparse.roles.features import features
from articleparse.roles.model import Judgement, judge
from articleparse.roles.role import Role, Zone
from articleparse.roles.weights import ROLES, UNIT, Weights, weights
from articleparse.source import Span
from articleparse.vocabulary import Vocabulary


@attrs.frozen
class Evidence:
    """A feature of a block, and by how much it prefers the role to the runner-up (the reverse where negative)."""

    feature: str
    weight: float


@attrs.frozen
class Explanation:
    """The judgement on one block of a dump, and why."""

    span: Span  # of the block, in code points
    role: Role  # that it has in the tree
    zone: Zone  # the stretch of the dump: above, head, body, below
    confidence: float  # of the best path's role, 0 to 1
    runner_up: Role  # the role that the block's features speak for next, or first where its neighbours decided
    margin: float  # by how much they prefer the role; the sum of `evidence`; negative where the neighbours decided
    evidence: tuple[Evidence, ...]  # the strongest first; what weighs nothing is left out
    rival: Span | None = None  # of a headline, the block that would be it otherwise
    path_role: Role | None = None  # the best path's role, which the evidence is for, where `role` is another
    reason: str = ""  # why it is another


def explain(units: Sequence[Unit], words: Vocabulary, model: Weights | None = None) -> list[Explanation]:
    """Return what `classify` says of each of `units`, and why. Time is linear in the length of the dump."""
    model = model or weights()
    names = features(units, words)
    scores = [model.emissions(own) for own in names]
    found = []
    for index, judgement in enumerate(judge(units, scores, model)):
        role = ROLES.index(judgement.role)
        second = runner_up(scores[index], role)
        rival = find_rival(units, scores, index) if judgement.role is Role.HEADLINE else None
        found.append(
            Explanation(
                units[index].node.span,
                judgement.role,
                judgement.zone,
                judgement.confidence or 0.0,
                ROLES[second],
                lead(scores[index], role) / UNIT,
                tuple(_evidence(model.joined(names[index]), role, second, model)),
                None if rival is None else units[rival].node.span,
            )
        )
    return found


def with_changes(
    found: Sequence[Explanation], units: Sequence[Unit], judgements: Sequence[Judgement]
) -> list[Explanation]:
    """Return the explanation of each of `units`, whose roles `judgements` may have changed after the best path.

    A unit is a block that an explanation was `found` for, or a part of one: an item of a list of captions.
    """
    changed = []
    at = 0
    for unit, judgement in zip(units, judgements, strict=True):
        span = unit.node.span
        while not (found[at].span.start <= span.start and span.end <= found[at].span.end):
            at += 1
        changed.append(
            attrs.evolve(
                found[at], span=span, role=judgement.role, path_role=judgement.path_role, reason=judgement.reason
            )
        )
    return changed


def _evidence(names: Sequence[str], role: int, second: int, model: Weights) -> list[Evidence]:
    rows = ((name, model.emission.get(name, {})) for name in names)
    weighed = [(name, row.get(role, 0) - row.get(second, 0)) for name, row in rows]
    weighed.sort(key=lambda found: -abs(found[1]))
    return [Evidence(name, weight / UNIT) for name, weight in weighed if weight]
