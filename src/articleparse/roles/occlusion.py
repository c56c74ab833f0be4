"""What a block's scores lose when one thing is left out that the network sees, and all else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from articleparse.roles.network import REACH, STEP, UNIT, Floats, Network, clipped


class _Rows(NamedTuple):
    """A block as it is, and without each thing, a row for each."""

    first: Floats  # its own vector
    direct: Floats  # what its features say directly of the roles
    hidden: NDArray[np.int64]  # the block that is hidden, or -1


class Occlusion:
    """The values of all layers for one dump, and what they would be without something."""

    def __init__(self, model: Network, blocks: Sequence[Sequence[int]]) -> None:
        self._model = model
        self._blocks = [np.asarray(own, dtype=np.int64) for own in blocks]
        sums = np.stack([model.embedding[own].sum(axis=0) for own in self._blocks])
        self._sums = sums + model.embedding_bias
        self._values = model.values(clipped(self._sums))
        self._page = model.of_page(self._values[-1])

    def seen(self, index: int) -> list[int]:
        """Return the blocks beside the one at `index` that the layers look at, the nearest first."""
        sides = [index + side * reach for reach in REACH for side in (-1, 1)]
        return [at for at in sides if 0 <= at < len(self._blocks)]

    def losses(self, blocks: range, roles: Sequence[int], others: Sequence[int]) -> list[Floats]:
        """Return by how much each block's role would score less above its other one without each thing.

        `roles` and `others` are one of each for each of `blocks`. What comes out is for each block an array of natural
        logarithms: for its features, in their order, then for the blocks that are `seen`, then for the page.
        """
        found = []
        for scores, role, other in zip(self.scores(blocks), roles, others, strict=True):
            margins = scores[:, role] - scores[:, other]
            found.append((margins[0] - margins[1:]) / UNIT)
        return found

    def scores(self, blocks: range) -> list[Floats]:
        """Return each block's scores of all roles: with everything, then without each thing, as in `losses`."""
        rows = [self._rows(index) for index in blocks]
        counts = [len(row.hidden) for row in rows]
        of, hidden = np.repeat(blocks, counts), np.concatenate([row.hidden for row in rows])
        first = np.concatenate([row.first for row in rows])
        last = first
        for layer, reach in enumerate(REACH):
            before, behind = (self._seen_from(layer, of + side, hidden) for side in (-reach, reach))
            last = self._model.through(layer, before, last, behind)
        ends = np.cumsum(counts)
        has_page = np.ones((len(of), 1), np.float32)
        has_page[ends - 1] = 0
        scores = self._model.output_of(first, clipped(last + has_page * self._page))
        return np.split(scores + np.concatenate([row.direct for row in rows]), ends[:-1])

    def _rows(self, index: int) -> _Rows:
        own, seen = self._blocks[index], self.seen(index)
        count = 1 + len(own) + len(seen) + 1
        without = slice(1, 1 + len(own))
        first = np.repeat(self._values[0][index][None], count, axis=0)
        first[without] = clipped(self._sums[index] - self._model.embedding[own])
        each = self._model.direct[own] * STEP
        direct = np.repeat(each.sum(axis=0)[None], count, axis=0)
        direct[without] -= each
        return _Rows(first, direct, np.array([-1] * (1 + len(own)) + seen + [-1]))

    def _seen_from(self, layer: int, at: NDArray[np.int64], hidden: NDArray[np.int64]) -> Floats:
        """What a layer sees in the blocks `at`: nothing where there is none, or where it is hidden."""
        values = self._values[layer]
        is_there = (at >= 0) & (at < len(values)) & (at != hidden)
        found: Floats = values[np.where(is_there, at, 0)] * is_there[:, None]
        return found
