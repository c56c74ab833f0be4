"""What a block's scores lose when one thing is left out that the network sees, and all else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from articleparse.roles.network import REACH, STEP, UNIT, Floats, Network, clipped


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

    def losses(self, index: int, role: int, other: int) -> Floats:
        """Return by how much `role` would score less above `other` without each thing, as natural logarithms.

        These are the features of the block at `index`, in their order, the blocks that are `seen`, and the page.
        """
        scores = self.scores(index)
        margins = scores[:, role] - scores[:, other]
        losses: Floats = (margins[0] - margins[1:]) / UNIT
        return losses

    def scores(self, index: int) -> Floats:
        """Return the scores of all roles: with everything, then without each thing, in the order of `losses`."""
        own, seen = self._blocks[index], self.seen(index)
        direct = self._model.direct[own] * STEP
        whole = direct.sum(axis=0)
        count = 1 + len(own) + len(seen) + 1
        first = np.repeat(self._values[0][index][None], count, axis=0)
        first[1 : 1 + len(own)] = clipped(self._sums[index] - self._model.embedding[own])
        hidden = np.array([-1] * (1 + len(own)) + seen + [-1])
        last = first
        for layer, reach in enumerate(REACH):
            sides = [self._beside(layer, at, hidden) for at in (index - reach, index + reach)]
            last = self._model.through(layer, sides[0], last, sides[1])
        last[:-1] = clipped(last[:-1] + self._page)
        found: Floats = self._model.output_of(first, last) + whole
        found[1 : 1 + len(own)] -= direct
        return found

    def _beside(self, layer: int, at: int, hidden: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Floats:
        """What a layer sees in the block `at`, in each row: nothing where there is none, or where it is hidden."""
        values = self._values[layer]
        rows = np.zeros((len(hidden), values.shape[1]), np.float32)
        if 0 <= at < len(values):
            rows[hidden != at] = values[at]
        return rows
