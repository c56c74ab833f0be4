"""The best path under weights that are being trained; with nothing cut off, unlike `articleparse.roles.path`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from articleparse.roles import STORY, Role
from tools.train_roles.parameters import INDEX, ROLES, ZONES, Parameters

HEADLINE = INDEX[Role.HEADLINE]
ABOVE, HEAD, BODY = range(3)
Path = list[tuple[int, int]]
"""Role and zone of each block."""

_BEAM = 6
_BODY = frozenset(INDEX[role] for role in STORY)
_ALL = tuple(range(len(ROLES)))


@attrs.frozen
class Step:
    """The best way to a role in a zone."""

    score: float
    role: int
    zone: int
    before: Step | None


def decode(
    scores: Sequence[Sequence[float]],
    weights: Parameters,
    *,
    roles: Sequence[Sequence[int]] | None = None,
    headline: bool = False,
    price: float = 0.0,
) -> Path | None:
    """The best path through blocks with these scores; None where there is none.

    `roles` narrows what each block can be; with `headline` only paths that have a headline count. `price` is what
    paths without one are scored higher, for training to make up for it.
    """
    passage = {
        way: weight + (price if way[0] == ABOVE and way[1] != HEAD else 0.0)
        for way, weight in weights.passage.items()
        if not headline or way[0] != ABOVE or way[1] == HEAD
    }
    beam: list[list[Step]] = []
    for index, row in enumerate(scores):
        near = _nearest(row, roles[index] if roles else _ALL, narrow=roles is None)
        beam = [_into(zone, row, near, beam, weights, passage) for zone in range(len(ZONES))]
    last = [step for zone, steps in enumerate(beam) for step in steps if zone != ABOVE or not headline]
    return _path(max(last, key=lambda step: step.score)) if last else None


def _nearest(row: Sequence[float], roles: Sequence[int], *, narrow: bool) -> list[int]:
    """The roles that are followed up for a block; enough of them that each zone has some."""
    ordered = sorted(roles, key=row.__getitem__, reverse=True)
    return ordered[: 2 * _BEAM] if narrow else ordered


def _into(
    zone: int,
    row: Sequence[float],
    near: Sequence[int],
    beam: Sequence[Sequence[Step]],
    weights: Parameters,
    passage: dict[tuple[int, int], float],
) -> list[Step]:
    """The best steps to the block's best roles of a zone."""
    allowed = weights.allowed[zone]
    within = [(step.score, weights.transition[step.role], step) for step in beam[zone]] if beam else []
    across = [
        (step.score + passage[earlier, zone], weights.transition[step.role], step)
        for earlier in range(zone)
        if (earlier, zone) in passage and beam
        for step in beam[earlier]
    ]
    steps = []
    for role in [role for role in near if role in allowed][:_BEAM]:
        opens = role == HEADLINE if zone == HEAD else zone != BODY or role in _BODY
        own = row[role] + allowed[role]
        if not beam:
            entry = 0.0 if zone == ABOVE else passage.get((ABOVE, zone))
            if opens and entry is not None:
                steps.append(Step(own + entry, role, zone, None))
            continue
        ways = ([] if zone == HEAD and role == HEADLINE else within) + (across if opens else [])
        if ways:
            score, _, before = max(
                ((score + follows[role], -number, step) for number, (score, follows, step) in enumerate(ways)),
                key=lambda way: way[:2],
            )
            steps.append(Step(own + score, role, zone, before))
    return steps


def _path(step: Step | None) -> Path:
    path = []
    while step is not None:
        path.append((step.role, step.zone))
        step = step.before
    return path[::-1]
