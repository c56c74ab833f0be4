"""Structured learning: the best path under the weights is compared with the best right one, and the weights moved.

Passive-aggressive steps (Crammer et al. 2006) with a margin that grows with the cost of a mistake; the result is the
mean of the weights over all steps. The order of the examples is shuffled by a fixed seed, so that the same examples
always make the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import attrs

from articleparse.roles import Role
from tools.train_roles.decode import HEADLINE, Path, decode
from tools.train_roles.examples import BESIDE, Example
from tools.train_roles.parameters import ROLES, Parameters

_LARGEST_STEP = 0.04
_SLOWING = 0.3
_LEAST_COUNT = 12
"""Features of fewer blocks than this keep their start weights."""

_COSTS = {
    Role.HEADLINE: 3.0,
    Role.DECK: 2.0,
    Role.BYLINE: 2.0,
    Role.CROSSHEAD: 1.5,
    Role.CAPTION: 1.5,
    Role.PARAGRAPH: 1.0,
}
_COST_BESIDE = 0.5
_COST_AMONG_BESIDE = 0.2
_COST_ELSE = 0.5
_UNSURE = 6
_COST_UNSURE = 1.0
_COST_NO_HEADLINE = 3.0

Difference = dict[str, Counter[Any]]
"""For each table of weights, how often a place occurs on the right path more than on the wrong one."""


@cache
def costs(roles: frozenset[int]) -> tuple[float, ...]:
    """What each role costs for a block that can have `roles`: parts of the story are dear, furniture is cheap."""
    names = {ROLES[role] for role in roles}
    if names <= BESIDE:
        prices = [_COST_AMONG_BESIDE if role in BESIDE else _COST_BESIDE for role in ROLES]
    elif len(names) >= _UNSURE:
        prices = [_COST_UNSURE] * len(ROLES)
    else:
        prices = [max(_COSTS.get(role, _COST_ELSE) for role in names)] * len(ROLES)
    return tuple([0.0 if role in roles else price for role, price in enumerate(prices)])


def train(examples: Iterable[Example], start: Parameters, epochs: int) -> Parameters:
    """Weights learnt from `examples`, beginning with `start`, which is left as it is."""
    learner = _Learner.of(list(examples), start)
    for epoch in range(epochs):
        learner.run(_LARGEST_STEP / (1 + _SLOWING * epoch))
    return learner.mean()


@attrs.define
class _Learner:
    """The state of a training."""

    examples: list[Example]
    weights: Parameters
    moved: Parameters  # sum of all moves, each times the number of its step: what the mean is made of
    kept: frozenset[str]
    random: Random
    step: int = 1

    @classmethod
    def of(cls, examples: list[Example], start: Parameters) -> _Learner:
        counts = Counter(name for example in examples for names in example.features for name in names)
        kept = frozenset(name for name, count in counts.items() if count >= _LEAST_COUNT)
        weights = Parameters.zero(start)
        _add_all(weights, start, 1.0)
        for name in sorted(kept - weights.emission.keys()):
            weights.emission[name] = [0.0] * len(ROLES)
        return cls(examples, weights, Parameters.zero(weights), kept, Random(0))  # noqa: S311

    def run(self, largest: float) -> None:
        """One pass over all examples."""
        self.random.shuffle(self.examples)
        for example in self.examples:
            self.step += 1
            self.learn(example, largest * example.weight)

    def learn(self, example: Example, largest: float) -> None:
        """Move the weights so far that the right path wins over the wrong one, but no further than `largest`."""
        scores = [self.weights.scores(names) for names in example.features]
        price = _COST_NO_HEADLINE if example.has_headline else 0.0
        wrong = decode(_with_costs(scores, example.roles), self.weights, price=price)
        if wrong is None or _is_right(wrong, example):
            return
        right = decode(
            scores, self.weights, roles=[sorted(roles) for roles in example.roles], headline=example.has_headline
        )
        if right is None:
            return
        difference = _difference(example.features, right, wrong, self.kept)
        gap = _loss(example, wrong) - self.worth(difference)
        size = sum(count * count for places in difference.values() for count in places.values())
        if gap > 0 and size:
            self.move(difference, min(largest, gap / size))

    def worth(self, difference: Difference) -> float:
        """How much the weights prefer the right path."""
        weights = self.weights
        worth = 0.0
        for (name, role), count in difference["emission"].items():
            worth += weights.emission[name][role] * count
        for (one, two), count in difference["transition"].items():
            worth += weights.transition[one][two] * count
        for (zone, role), count in difference["zone"].items():
            worth += weights.allowed[zone][role] * count
        for way, count in difference["passage"].items():
            worth += weights.passage[way] * count
        return worth

    def move(self, difference: Difference, size: float) -> None:
        """Add `size` times the difference to the weights."""
        for parameters, factor in ((self.weights, size), (self.moved, size * self.step)):
            for (name, role), count in difference["emission"].items():
                parameters.emission[name][role] += factor * count
            for (one, two), count in difference["transition"].items():
                parameters.transition[one][two] += factor * count
            for (zone, role), count in difference["zone"].items():
                parameters.allowed[zone][role] += factor * count
            for way, count in difference["passage"].items():
                parameters.passage[way] += factor * count

    def mean(self) -> Parameters:
        """The mean of the weights over all steps."""
        _add_all(self.weights, self.moved, -1 / self.step)
        self.weights.emission = dict(sorted(self.weights.emission.items()))
        return self.weights


def _add_all(target: Parameters, other: Parameters, factor: float) -> None:
    """Add `factor` times all weights of `other` to those of `target`, which has the same places."""
    for name, row in other.emission.items():
        _add_row(target.emission[name], row, factor)
    for own, row in zip(target.transition, other.transition, strict=True):
        _add_row(own, row, factor)
    for allowed, weights in zip(target.allowed, other.allowed, strict=True):
        for role, weight in weights.items():
            allowed[role] += factor * weight
    for way, weight in other.passage.items():
        target.passage[way] += factor * weight


def _add_row(target: list[float], row: Sequence[float], factor: float) -> None:
    for role, weight in enumerate(row):
        target[role] += factor * weight


def _with_costs(scores: Sequence[list[float]], possible: Sequence[frozenset[int]]) -> list[list[float]]:
    """The scores as if mistakes were as good as they are dear: what wins then, loses clearly once learnt."""
    return [
        [score + price for score, price in zip(row, costs(roles), strict=True)]
        for row, roles in zip(scores, possible, strict=True)
    ]


def _is_right(path: Path, example: Example) -> bool:
    if example.has_headline and not any(role == HEADLINE for role, _ in path):
        return False
    return all(role in roles for (role, _), roles in zip(path, example.roles, strict=True))


def _loss(example: Example, wrong: Path) -> float:
    loss = sum(costs(roles)[role] for (role, _), roles in zip(wrong, example.roles, strict=True))
    if example.has_headline and not any(role == HEADLINE for role, _ in wrong):
        loss += _COST_NO_HEADLINE
    return loss


def _difference(features: Sequence[list[str]], right: Path, wrong: Path, kept: frozenset[str]) -> Difference:
    """What the right path has and the wrong one has not, counted; places of no difference are left out."""
    emission: Counter[tuple[str, int]] = Counter()
    for names, (good, _), (bad, _) in zip(features, right, wrong, strict=True):
        if good != bad:
            known = [name for name in names if name in kept]
            emission.update((name, good) for name in known)
            emission.subtract((name, bad) for name in known)
    found: Difference = {"emission": emission}
    for table, places in (("transition", _transitions), ("zone", _zones), ("passage", _passages)):
        counts = Counter(places(right))
        counts.subtract(places(wrong))
        found[table] = counts
    return {table: Counter({key: count for key, count in counts.items() if count}) for table, counts in found.items()}


def _transitions(path: Path) -> list[tuple[int, int]]:
    return [(one[0], two[0]) for one, two in pairwise(path)]


def _zones(path: Path) -> list[tuple[int, int]]:
    return [(zone, role) for role, zone in path]


def _passages(path: Path) -> list[tuple[int, int]]:
    zones = [0, *(zone for _, zone in path)]
    return [(one, two) for one, two in pairwise(zones) if one != two]
