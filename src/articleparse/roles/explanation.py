"""Why a block was judged as it was: what its scores lose when a feature, or a block beside it, is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from articleparse.blocks import Unit
from articleparse.roles.features import features
from articleparse.roles.judgement import Judgement, judge_scores
from articleparse.roles.registry import numbers_of
from articleparse.roles.role import INDEX, Role, Zone
from articleparse.source import Span
from articleparse.vocabulary import Vocabulary

if TYPE_CHECKING:
    from articleparse.roles.network import Network


@attrs.frozen
class Evidence:
    """A feature of a block, or a block beside it, and by how much it prefers the role to the runner-up.

    It speaks for the runner-up where negative. A block beside it is written as `1 before: kicker`, the page as `page`.
    """

    feature: str
    weight: float  # what the margin loses without it, a natural logarithm


@attrs.frozen
class Explanation:
    """The judgement on one block of a dump, and why."""

    span: Span  # of the block, in code points
    role: Role  # that it has in the tree
    zone: Zone  # the stretch of the dump: above, head, body, below
    confidence: float  # of the best path's role, 0 to 1
    runner_up: Role  # the role that scores next, or first where transitions decided
    margin: float  # by how much the role scores higher, a natural logarithm; negative where transitions decided
    evidence: tuple[Evidence, ...]  # the strongest first; what weighs nothing is left out
    rival: Span | None = None  # of a headline, the block that would be it otherwise
    path_role: Role | None = None  # the best path's role, which the evidence is for, where `role` is another
    reason: str = ""  # why it is another


def explain(units: Sequence[Unit], words: Vocabulary) -> list[Explanation]:
    """Return what `judge` says of each of `units`, and why. Time is linear in the length of the dump."""
    if not units:
        return []
    from articleparse.roles.certainty import margins  # noqa: PLC0415  # NumPy, as in `judge`
    from articleparse.roles.network import network  # noqa: PLC0415

    names = features(units, words)
    model = network()
    scores = model.scores([numbers_of(own) for own in names])
    judgements = judge_scores(units, scores, model).judgements
    roles = [judgement.role for judgement in judgements]
    leads = margins(units, scores.roles, roles)
    evidence = _evidence(model, names, roles, [margin.runner_up for margin in leads])
    return [
        Explanation(
            unit.node.span,
            *judgement[:2],
            judgement.confidence or 0.0,
            margin.runner_up,
            margin.lead,
            found,
            None if margin.rival is None else units[margin.rival].node.span,
        )
        for unit, judgement, margin, found in zip(units, judgements, leads, evidence, strict=True)
    ]


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


def _evidence(
    model: Network, names: Sequence[Sequence[str]], roles: Sequence[Role], seconds: Sequence[Role]
) -> Iterator[tuple[Evidence, ...]]:
    """For each block what speaks for its role and against its runner-up.

    Each feature is left out alone, then each block that a layer sees, then the page; all else stays as it is.
    """
    from articleparse.roles.network import one_thread  # noqa: PLC0415  # NumPy
    from articleparse.roles.occlusion import Occlusion  # noqa: PLC0415

    with one_thread():
        occlusion = Occlusion(model, [numbers_of(own) for own in names])
        first, other = ([INDEX[role] for role in some] for some in (roles, seconds))
        rows = []
        for start in range(0, len(roles), _AT_A_TIME):
            blocks = range(len(roles))[start : start + _AT_A_TIME]
            rows += occlusion.losses(blocks, first[start : blocks.stop], other[start : blocks.stop])
    for index, (own, losses) in enumerate(zip(names, rows, strict=True)):
        labels = [*own, *(_label(at - index, roles[at]) for at in occlusion.seen(index)), "page"]
        weighed = [Evidence(label, float(loss)) for label, loss in zip(labels, losses, strict=True) if loss]
        yield tuple(sorted(weighed, key=lambda found: -abs(found.weight)))


_AT_A_TIME = 32
"""Blocks that are explained together: some megabytes."""


def _label(distance: int, role: Role) -> str:
    return f"{abs(distance)} {'before' if distance < 0 else 'behind'}: {role}"
