"""What is each block for? Features, weights, best path."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

import attrs

from articleparse.blocks import Unit
from articleparse.roles.features import features
from articleparse.roles.path import best_path
from articleparse.roles.role import Role, Zone
from articleparse.roles.weights import ROLES, UNIT, ZONES, Weights, weights


@attrs.frozen
class Judgement:
    """The role of a block, and the zone of the dump that the block is in."""

    role: Role
    zone: Zone = Zone.BODY


@attrs.frozen
class Confidence:
    """How sure a judgement is."""

    judgement: Judgement
    runner_up: Role  # what the block would be else, with all other blocks as they are
    margin: float  # by how much the weights prefer the role; negative where the blocks around outvoted the block


@attrs.frozen
class Evidence:
    """A feature that a block has, and how much it speaks for a role (against it where negative)."""

    feature: str
    weight: float


def classify(units: Sequence[Unit], model: Weights | None = None) -> list[Judgement]:
    """The judgement on each of `units`, in their order. Time is linear in the length of the dump."""
    model = model or weights()
    emissions = [model.emissions(names) for names in features(units)]
    return [Judgement(role, zone) for role, zone in best_path(emissions, model)]


def confidence(units: Sequence[Unit], model: Weights | None = None) -> list[Confidence]:
    """What `classify` says, with the runner-up and the margin of each judgement."""
    model = model or weights()
    emissions = [model.emissions(names) for names in features(units)]
    path = best_path(emissions, model)
    indices = [ROLES.index(role) for role, _ in path]
    return [
        Confidence(Judgement(role, zone), *_runner_up(index, indices, emissions[index], zone, model))
        for index, (role, zone) in enumerate(path)
    ]


def explain(units: Sequence[Unit], index: int, role: Role, model: Weights | None = None) -> list[Evidence]:
    """What speaks for and against `role` in the block `index`, the strongest first; neighbours' roles are not in it."""
    model = model or weights()
    wanted = ROLES.index(role)
    found = [
        Evidence(name, weight / UNIT)
        for name in features(units)[index]
        for candidate, weight in model.emission.get(name, {}).items()
        if candidate == wanted
    ]
    return sorted(found, key=lambda evidence: -abs(evidence.weight))


def _runner_up(
    index: int, path: Sequence[int], scores: Sequence[int], zone: Zone, model: Weights
) -> tuple[Role, float]:
    """The best other role of the zone between the same neighbours, and how much worse it is."""
    before = model.transition[path[index - 1]] if index else (0,) * len(ROLES)
    after = path[index + 1] if index + 1 < len(path) else None
    totals = {
        role: scores[role] + weight + before[role] + (model.transition[role][after] if after is not None else 0)
        for role, weight in model.allowed[ZONES.index(zone)].items()
    }
    own = totals.pop(path[index])
    role, total = max(totals.items(), key=itemgetter(1))
    return ROLES[role], (own - total) / UNIT
