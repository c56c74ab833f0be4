"""Structured learning: the best path under the weights is compared with the best right one, and the weights moved.

Passive-aggressive steps (Crammer et al. 2006) with a margin that grows with the cost of a mistake; the result is the
mean of the weights over all steps. The order of the examples is shuffled by a fixed seed, so that the same examples
always make the same weights.

In each lesson some of the features are left out by chance (Hinton et al. 2012), so that none is relied on that only
some publishers have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from random import Random

import attrs
import numpy as np

from articleparse.roles import Role
from articleparse.roles.shape import WORD
from articleparse.roles.weights import ROLES, ZONES
from tools.train_roles.decode import HEADLINE, Tables, possible_roles
from tools.train_roles.examples import BESIDE, Example
from tools.train_roles.kernel import Bits, Floats, Ints, difference, score
from tools.train_roles.parameters import Parameters

_LARGEST_STEP = 0.04
_SLOWING = 0.3
_LEAST_COUNT = 12
"""Features of fewer blocks than this keep their start weights."""

_LEAST_PUBLISHERS = 12
"""And so do words of fewer publishers: what only one house writes says nothing about the next."""

_LEFT_OUT = 0.15
"""The share of features that are left out."""

_NEVER_LEFT_OUT = ("any", "kind=")
"""What the names of features begin with that every block has."""

_PACE = (1.0, 0.3, 0.3, 1.0)
"""How fast emission, zones, transition and passage are learnt. Roles in zones and after each other are never left out:
at full pace the path would go by them rather than by what the blocks are."""

_COSTS = {
    Role.HEADLINE: 3.0,
    Role.DECK: 2.0,
    Role.BYLINE: 2.0,
    Role.CROSSHEAD: 1.5,
    Role.CAPTION: 1.5,
    Role.PARAGRAPH: 1.0,
}
_COST_BESIDE = 0.5
_COSTS_BESIDE = {Role.CROSSHEAD: 1.0}
"""What costs more than that where something beside the story is taken for it."""

_COST_AMONG_BESIDE = 0.2
_COST_ELSE = 0.5
_UNSURE = 6
_COST_UNSURE = 1.0
_COST_NO_HEADLINE = 3.0


@cache
def costs(roles: frozenset[int]) -> tuple[float, ...]:
    """What each role costs for a block that can have `roles`: parts of the story are dear, furniture is cheap."""
    names = {ROLES[role] for role in roles}
    if names <= BESIDE:
        prices = [_COST_AMONG_BESIDE if role in BESIDE else _COSTS_BESIDE.get(role, _COST_BESIDE) for role in ROLES]
    elif len(names) >= _UNSURE:
        prices = [_COST_UNSURE] * len(ROLES)
    else:
        prices = [max(_COSTS.get(role, _COST_ELSE) for role in names)] * len(ROLES)
    return tuple([0.0 if role in roles else price for role, price in enumerate(prices)])


def train(examples: Iterable[Example], start: Parameters, epochs: int, seed: int = 0) -> Parameters:
    """Weights learnt from `examples`, beginning with `start`, which is left as it is.

    `seed` says in which order they are learnt and what is left out of each.
    """
    learner = _Learner.of(list(examples), start, seed)
    for epoch in range(epochs):
        learner.run(_LARGEST_STEP / (1 + _SLOWING * epoch))
    return learner.mean()


@attrs.frozen(eq=False)
class Lesson:
    """An example as arrays."""

    features: Ints  # of all blocks, one after the other
    bounds: Ints  # where those of each block begin, and the end
    possible: Bits
    costs: Floats
    weight: float
    has_headline: bool

    @classmethod
    def of(cls, example: Example, numbers: dict[str, int]) -> Lesson:
        """The arrays of `example`; features without a number in `numbers` are left out."""
        rows = [[numbers[name] for name in names if name in numbers] for names in example.features]
        return cls(
            np.array([number for row in rows for number in row], dtype=np.int64),
            np.cumsum([0, *map(len, rows)]),
            possible_roles(example.roles),
            np.array([costs(roles) for roles in example.roles]),
            example.weight,
            example.has_headline,
        )

    def thinned(self, keep: Bits) -> Lesson:
        """Without the features that are not to be kept."""
        before = np.concatenate([[0], np.cumsum(keep)])
        return attrs.evolve(self, features=self.features[keep], bounds=before[self.bounds])

    def is_right(self, path: Ints) -> bool:
        """Whether every block has a role that it can have."""
        return bool(self.possible[np.arange(len(path)), path[:, 0]].all()) and not self._lacks_headline(path)

    def loss(self, path: Ints) -> float:
        """What the mistakes of `path` cost."""
        loss = float(self.costs[np.arange(len(path)), path[:, 0]].sum())
        return loss + _COST_NO_HEADLINE if self._lacks_headline(path) else loss

    def _lacks_headline(self, path: Ints) -> bool:
        return self.has_headline and HEADLINE not in path[:, 0]


def mistake(lesson: Lesson, scores: Floats, tables: Tables) -> tuple[Ints, Ints] | None:
    """The best right path, and the wrong one that comes before it or too near to it; None where there is none."""
    price = _COST_NO_HEADLINE if lesson.has_headline else 0.0
    wrong = tables.path(scores + lesson.costs, price=price)
    if wrong is None or lesson.is_right(wrong):
        return None
    right = tables.path(scores, lesson.possible, headline=lesson.has_headline)
    return None if right is None else (right, wrong)


@attrs.frozen(eq=False)
class _Weights:
    """Arrays of everything that is learnt."""

    emission: Floats
    tables: Tables

    def arrays(self) -> tuple[Floats, ...]:
        """The four tables."""
        return self.emission, self.tables.zones, self.tables.transition, self.tables.passage

    def zeros(self) -> _Weights:
        """As much of nothing."""
        emission, *others = (np.zeros_like(table) for table in self.arrays())
        return _Weights(emission, Tables(*others))


@attrs.define
class _Learner:
    """The state of a training."""

    lessons: list[Lesson]
    names: Sequence[str]
    start: Parameters
    weights: _Weights
    moved: _Weights  # sum of all moves, each times the number of its step: what the mean is made of
    movable: Bits
    certain: Bits  # the features that are never left out
    room: Floats  # for counting, as large as the emission
    random: Random
    chances: np.random.Generator
    step: int = 1

    @classmethod
    def of(cls, examples: Sequence[Example], start: Parameters, seed: int) -> _Learner:
        counts = Counter(name for example in examples for names in example.features for name in names)
        kept = {name for name, count in counts.items() if count >= _LEAST_COUNT} - _house_words(examples)
        names = sorted(kept | start.emission.keys())
        numbers = {name: number for number, name in enumerate(names)}
        zero = [0.0] * len(ROLES)
        weights = _Weights(np.array([start.emission.get(name, zero) for name in names]), Tables.of(start))
        return cls(
            [Lesson.of(example, numbers) for example in examples],
            names,
            start,
            weights,
            weights.zeros(),
            np.array([name in kept for name in names]),
            np.array([name.startswith(_NEVER_LEFT_OUT) for name in names]),
            np.zeros_like(weights.emission),
            Random(seed),  # noqa: S311
            np.random.default_rng(seed),
        )

    def run(self, largest: float) -> None:
        """One pass over all examples."""
        self.random.shuffle(self.lessons)
        for lesson in self.lessons:
            self.step += 1
            keep = self.certain[lesson.features] | (self.chances.random(len(lesson.features)) >= _LEFT_OUT)
            self.learn(lesson.thinned(keep), largest * lesson.weight)

    def learn(self, lesson: Lesson, largest: float) -> None:
        """Move the weights so far that the right path wins over the wrong one, but no further than `largest`."""
        tables = self.weights.tables
        scores = score(lesson.features, lesson.bounds, self.weights.emission) / (1 - _LEFT_OUT)
        paths = mistake(lesson, scores, tables)
        if paths is None:
            return
        right, wrong = paths
        moves = self.moves(lesson, right, wrong)
        pairs = list(zip(self.weights.arrays(), moves, strict=True))
        worth = sum(float(table.flat[places] @ counts) for table, (places, counts) in pairs)
        gap = lesson.loss(wrong) - worth
        size = sum(float(counts @ counts) for _, counts in moves)
        if gap > 0 and size:
            self.move(moves, min(largest, gap / size))

    def moves(self, lesson: Lesson, right: Ints, wrong: Ints) -> list[tuple[Ints, Floats]]:
        """What the right path has more often than the wrong one: places in each table, and the counts."""
        emission = difference(lesson.features, lesson.bounds, self.movable, right, wrong, len(ROLES), self.room)
        zones = _counted(right[:, 1] * len(ROLES) + right[:, 0], wrong[:, 1] * len(ROLES) + wrong[:, 0])
        transition = _counted(_pairs(right[:, 0], len(ROLES)), _pairs(wrong[:, 0], len(ROLES)))
        return [emission, zones, transition, _counted(_passages(right[:, 1]), _passages(wrong[:, 1]))]

    def move(self, moves: Sequence[tuple[Ints, Floats]], size: float) -> None:
        """Add `size` times the difference to the weights."""
        for weights, factor in ((self.weights, size), (self.moved, size * self.step)):
            for table, pace, (places, counts) in zip(weights.arrays(), _PACE, moves, strict=True):
                table.flat[places] += pace * factor * counts

    def mean(self) -> Parameters:
        """The mean of the weights over all steps."""
        emission, zones, transition, passage = (
            table - moved / self.step for table, moved in zip(self.weights.arrays(), self.moved.arrays(), strict=True)
        )
        return Parameters(
            dict(zip(self.names, emission.tolist(), strict=True)),
            transition.tolist(),
            [{role: float(zones[zone, role]) for role in row} for zone, row in enumerate(self.start.allowed)],
            {way: float(passage[way]) for way in self.start.passage},
        )


def _counted(right: Ints, wrong: Ints) -> tuple[Ints, Floats]:
    """The places of which one side has more than the other, and how many more."""
    places, inverse = np.unique(np.concatenate([right, wrong]), return_inverse=True)
    signs = np.concatenate([np.ones(len(right)), -np.ones(len(wrong))])
    counts = np.bincount(inverse, weights=signs, minlength=len(places))
    return places[counts != 0], counts[counts != 0]


def _pairs(values: Ints, base: int) -> Ints:
    pairs: Ints = values[:-1] * base + values[1:]
    return pairs


def _passages(zones: Ints) -> Ints:
    """The ways from one zone into another, beginning above the headline."""
    pairs = _pairs(np.concatenate([[0], zones]), len(ZONES))
    ways: Ints = pairs[pairs // len(ZONES) != pairs % len(ZONES)]
    return ways


def _house_words(examples: Iterable[Example]) -> set[str]:
    """The words that too few publishers use."""
    publishers: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for names in example.features:
            for name in names:
                if name.startswith(WORD):
                    publishers[name].add(example.group)
    return {name for name, groups in publishers.items() if len(groups - {""}) < _LEAST_PUBLISHERS}
