"""Which pairs of features get a weight of their own: those that tell what neither of the two does.

A trained model's mistakes balance for each feature: it is on as many blocks that miss a role as on such that have it
falsely. Where that does not hold for the blocks that have another feature, too, but the reverse for the others, no
weight of a single feature mends it (feature induction as of McCallum 2003, by counts instead of likelihoods).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs
import numpy as np

from articleparse.roles import Role
from articleparse.roles.joints import JOINT, joined, joints_of
from articleparse.roles.shape import WORD
from articleparse.roles.weights import ROLES
from tools.train_roles.decode import Tables
from tools.train_roles.examples import Example
from tools.train_roles.kernel import Floats, count_pairs, score
from tools.train_roles.learn import Lesson, mistake
from tools.train_roles.parameters import Parameters

_JOINTS = 400
"""How many pairs are chosen."""

_FEATURES = 400
"""Pairs are made of so many features, the most frequent ones; single words are none of them."""

_MOST_OF_ONE = 8.0
"""What a publisher counts at most."""

_STEADY = 20.0
"""What is added to the squares, so that few publishers do not weigh as much as many."""

_MADE_UP = 100
"""Made-up pages count as those of so many publishers."""

_TOLD_APART = (
    Role.HEADLINE,
    Role.KICKER,
    Role.DECK,
    Role.BYLINE,
    Role.PARAGRAPH,
    Role.CROSSHEAD,
    Role.CAPTION,
)
"""The roles that pairs are chosen for; all others count as one."""

_CLASSES = np.array([_TOLD_APART.index(role) if role in _TOLD_APART else len(_TOLD_APART) for role in ROLES])


def find_joints(examples: Sequence[Example], weights: Parameters) -> list[str]:
    """The names of the pairs that mend most of what `weights` get wrong in `examples`, the best first."""
    names = _frequent(examples, weights)
    totals, squares = _sums(examples, weights, names)
    strengths = _strengths(totals, squares)
    single = np.arange(len(names))
    known = {(role, total) for row in totals[single, single] for role, total in enumerate(row.tolist())}
    found: dict[str, None] = {}
    places = np.argwhere(strengths > 0)
    order = np.argsort(-strengths[tuple(places.T)], kind="stable")
    for first, second, role in places[order].tolist():
        same = (role, float(totals[first, second, role]))
        if first < second and same not in known:  # else it is on the same blocks as another one, or as a single feature
            known.add(same)
            found[names[second] + JOINT + names[first]] = None
        if len(found) == _JOINTS:
            break
    return list(found)


def with_joints(examples: Iterable[Example], names: Iterable[str]) -> list[Example]:
    """The examples with the pairs of these `names` among their features."""
    joints = joints_of(names)
    return [attrs.evolve(one, features=[sorted(joined(own, joints)) for own in one.features]) for one in examples]


def _frequent(examples: Iterable[Example], weights: Parameters) -> list[str]:
    counts = Counter(chain.from_iterable(names for example in examples for names in example.features))
    usable = [name for name in weights.emission if not name.startswith(WORD)]
    return sorted(usable, key=lambda name: (-counts[name], name))[:_FEATURES]


def _sums(examples: Sequence[Example], weights: Parameters, names: Sequence[str]) -> tuple[Floats, Floats]:
    """For each two features and each role: in how many of the blocks that have both it is missed, less falsely given.

    That is summed over the publishers, and so are its squares; on the diagonal stand the single features.
    """
    shape = (len(names), len(names), len(_TOLD_APART) + 1)
    counts, totals, squares = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    numbers = {name: number for number, name in enumerate(weights.emission)}
    emission, tables = np.array([*weights.emission.values()]), Tables.of(weights)
    ranks = np.full(len(numbers), -1)
    ranks[[numbers[name] for name in names]] = np.arange(len(names))
    for group in _groups(examples):
        for lesson in (Lesson.of(example, numbers) for example in group):
            paths = mistake(lesson, score(lesson.features, lesson.bounds, emission), tables)
            if paths is not None:
                right, wrong = (_CLASSES[path[:, 0]] for path in paths)
                count_pairs(lesson.features, lesson.bounds, ranks, right, wrong, counts)
        own = counts.clip(-_MOST_OF_ONE, _MOST_OF_ONE)
        totals += own
        squares += own * own
        counts[:] = 0.0
    return totals, squares


def _groups(examples: Iterable[Example]) -> Iterator[list[Example]]:
    groups: dict[str, list[Example]] = defaultdict(list)
    for index, example in enumerate(examples):
        groups[example.group or f"made up {index % _MADE_UP}"].append(example)
    yield from groups.values()


def _strengths(totals: Floats, squares: Floats) -> Floats:
    """How surely each pair asks for a weight, less how surely either feature asks for the same without the other."""
    single = np.arange(len(totals))
    alone, alone_squares = totals[single, single], squares[single, single]
    signs = np.sign(totals)

    def without(total: Floats, square: Floats) -> Floats:
        rest: Floats = (total - totals) * signs / np.sqrt(np.abs(square - squares) + _STEADY)
        return rest

    first = without(alone[:, None], alone_squares[:, None])
    second = without(alone[None], alone_squares[None])
    found: Floats = np.abs(totals) / np.sqrt(squares + _STEADY) - np.maximum(0.0, np.maximum(first, second))
    return found
