"""The network that says how well each role fits each block, in whole numbers: the same on every machine.

Each block's features are added up to a vector. Five layers let it see the blocks around it, at distances of 1, 2, 3, 6
and 12 blocks, and one more the page as a whole; then each role is scored (gated convolutions: Dauphin et al. 2017).

Weights are whole numbers of a byte, and so are the values between the layers. A product of matrices is a sum of at
most 288 terms of at most 127 x 127: below 2**24, so that 32-bit floating point holds it exactly, in whatever order a
library adds up. `docs/architecture.md` tells more.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from articleparse.roles.registry import NAMES

Floats = NDArray[np.float32]
"""Whole numbers in 32-bit floating point, which holds them exactly up to 2**24."""

Numbers = NDArray[np.float64]
"""Whole numbers in 64-bit floating point, which holds them exactly up to 2**53, and is faster than integers."""

UNIT = 2048
"""What a score of 1, a natural logarithm, is in scores and in the tables of `Ways`."""

REACH = (1, 2, 3, 6, 12)
"""Blocks to either side that each layer looks at."""

STEP = 64
"""What a weight of 1 is in a matrix, and what its products are divided by."""

_HALF = 64
"""Half of a gate that is wholly open."""

_MOST = 127.0


class Ways(NamedTuple):
    """What it is worth to follow one role with another, to stand in a zone, to pass from one zone to a later one."""

    start: Numbers  # zone
    transition: Numbers  # class, class that follows
    zone: Numbers  # zone, role
    passage: Numbers  # zone, later zone


class Scores(NamedTuple):
    """What the network says of a dump."""

    roles: Numbers  # blocks x roles, in `UNIT`s
    kinds: Numbers  # one a kind of page, in `UNIT`s


@attrs.frozen(eq=False)
class Network:
    """The weights: whole numbers, the matrices as floating point that holds them exactly."""

    embedding: Floats  # features x width
    embedding_bias: Floats
    layers: tuple[tuple[Floats, Floats], ...]  # width x 6 width: for what is before, itself, behind; and what is added
    page: Floats  # 2 width x width
    output: Floats  # 2 width x roles
    output_bias: Floats
    direct: Floats  # features x roles
    kinds: Floats  # 2 width x kinds
    kinds_bias: Floats
    ways: Ways
    certainty: Floats  # intercept and slope for each field, see `certainty`

    @classmethod
    def of(cls, data: dict[str, NDArray[np.generic]]) -> Network:
        """Read the arrays of a weights file.

        Raises ValueError when it was trained with other features than the registry has.
        """
        if tuple(data["names"].tolist()) != NAMES:
            raise ValueError("the weights were trained with other features than the registry has")
        floats = {name: array.astype(np.float32) for name, array in data.items() if name != "names"}
        ways = Ways(*(data[f"ways_{name}"].astype(np.float64) for name in Ways._fields))
        layers = tuple((_side_by_side(floats[f"layer{at}"]), floats[f"layer{at}_bias"]) for at in range(len(REACH)))
        names = (
            "embedding",
            "embedding_bias",
            "page",
            "output",
            "output_bias",
            "direct",
            "kinds",
            "kinds_bias",
            "certainty",
        )
        return cls(layers=layers, ways=ways, **{name: floats[name] for name in names})

    def scores(self, blocks: Sequence[Sequence[int]]) -> Scores:
        """Return the scores of blocks with these features, given by their numbers in the registry.

        Time and memory are linear in the number of blocks.
        """
        with one_thread():
            return self._scores(blocks)

    def _scores(self, blocks: Sequence[Sequence[int]]) -> Scores:
        numbers = np.concatenate([np.asarray(own, dtype=np.int64) for own in blocks])
        starts = np.cumsum([0, *map(len, blocks[:-1])])
        values = self.values(clipped(np.add.reduceat(self.embedding[numbers], starts) + self.embedding_bias))
        last = clipped(values[-1] + self.of_page(values[-1]))
        roles = self.output_of(values[0], last) + STEP * np.add.reduceat(self.direct[numbers], starts)
        kinds = _whole(last) @ self.kinds + self.kinds_bias
        return Scores(roles.astype(np.float64), kinds.astype(np.float64))

    def values(self, first: Floats) -> list[Floats]:
        """Return what goes into each layer and what comes out of the last one, given the blocks' own vectors."""
        found = [first]
        for (weights, bias), reach in zip(self.layers, REACH, strict=True):
            before, own, behind = np.split(found[-1] @ weights, 3, axis=1)
            sums = own + bias
            if reach < len(first):
                sums[reach:] += before[:-reach]
                sums[:-reach] += behind[reach:]
            found.append(_gated(found[-1], sums))
        return found

    def through(self, layer: int, before: Floats, own: Floats, behind: Floats) -> Floats:
        """Return what a layer makes of some blocks, given those that it sees before and behind them."""
        weights, bias = self.layers[layer]
        parts = np.split(weights, 3, axis=1)
        return _gated(own, before @ parts[0] + own @ parts[1] + behind @ parts[2] + bias)

    def of_page(self, values: Floats) -> Floats:
        """Return what the page as a whole adds to each block."""
        return clipped(_scaled(_whole(values) @ self.page))

    def output_of(self, first: Floats, last: Floats) -> Floats:
        """Return the roles' scores but for what features say directly, given the first and the last vectors."""
        return np.concatenate([first, last], axis=1) @ self.output + self.output_bias


def one_thread() -> AbstractContextManager[object]:
    """Return a context in which NumPy's library of matrices takes no threads.

    The matrices are small: threads would wait for each other, and beside other busy processes for milliseconds.
    """
    limited: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limited


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def clipped(values: Floats) -> Floats:
    """Return the values, those beyond a byte made as large as a byte holds."""
    return np.minimum(np.maximum(values, -_MOST), _MOST)


def _scaled(sums: Floats) -> Floats:
    """Sums of products in the unit of the values between layers, rounded half up."""
    return np.floor(sums / STEP + 0.5)


def _gated(own: Floats, sums: Floats) -> Floats:
    """The blocks' values changed by as much as their gates are open."""
    change, gate = np.split(_scaled(sums), 2, axis=1)
    step = clipped(change) * np.minimum(np.maximum(gate + _HALF, 0), 2 * _HALF)
    return clipped(own + np.floor(step / (2 * _HALF) + 0.5))


def _side_by_side(weights: Floats) -> Floats:
    """The three matrices that stand one below the other, one beside the other."""
    return np.concatenate(np.split(weights, 3), axis=1)


def _whole(values: Floats) -> Floats:
    """The page as a whole: the mean of the blocks, rounded, and the maximum."""
    mean = np.floor(values.sum(axis=0, dtype=np.float64) / len(values) + 0.5)
    return np.concatenate([mean.astype(np.float32), values.max(axis=0)])


@cache
def network() -> Network:
    """Return the network that the package ships."""
    with files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as data:
        return Network.of(dict(data))
