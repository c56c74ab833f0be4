"""The network says the same on every machine: its arithmetic is that of whole numbers."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

import articleparse as ap
from articleparse.roles.features import features
from articleparse.roles.network import REACH, STEP, UNIT, Network, network
from articleparse.roles.registry import NAMES, numbers_of
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import story

Rows = list[list[int]]


@cache
def numbers() -> list[list[int]]:
    """The features of a page's blocks."""
    return [numbers_of(names) for names in features(story().units, load_vocabulary())]


def clipped(value: int) -> int:
    """Within a byte, as the network keeps its values."""
    return max(-127, min(127, value))


def rounded(value: int, unit: int) -> int:
    """`value / unit`, rounded half up."""
    return (2 * value + unit) // (2 * unit)


def product(row: list[int], matrix: Rows) -> list[int]:
    """A row times a matrix."""
    return [sum(map(int.__mul__, row, column)) for column in zip(*matrix, strict=True)]


def whole(values: Rows) -> list[int]:
    """The mean of each column, rounded half up, and the maximum."""
    columns = [*zip(*values, strict=True)]
    return [rounded(sum(column), len(column)) for column in columns] + [max(column) for column in columns]


def plain_scores(model: Network, blocks: list[list[int]]) -> tuple[Rows, list[int]]:
    """What `Network.scores` says, in nothing but Python's whole numbers."""

    def ints(array: np.ndarray) -> list:  # type: ignore[type-arg]
        return array.astype(np.int64).tolist()  # type: ignore[no-any-return]

    table, bias, direct = ints(model.embedding), ints(model.embedding_bias), ints(model.direct)
    first = [[clipped(sum(column)) for column in zip(bias, *(table[at] for at in own), strict=True)] for own in blocks]
    values, nothing = first, [0] * len(bias)
    for (weights, added), reach in zip(model.layers, REACH, strict=True):
        matrix, extra = ints(np.concatenate(np.split(weights, 3, axis=1))), ints(added)
        around = [
            (values[at - reach] if at >= reach else nothing)
            + values[at]
            + (values[at + reach] if at + reach < len(values) else nothing)
            for at in range(len(values))
        ]
        sums = [
            [rounded(one + more, STEP) for one, more in zip(product(row, matrix), extra, strict=True)] for row in around
        ]
        width = len(bias)
        values = [
            [
                clipped(old + rounded(clipped(change) * max(0, min(128, gate + 64)), 128))
                for old, change, gate in zip(row, new[:width], new[width:], strict=True)
            ]
            for row, new in zip(values, sums, strict=True)
        ]
    page = [clipped(rounded(value, STEP)) for value in product(whole(values), ints(model.page))]
    values = [[clipped(one + more) for one, more in zip(row, page, strict=True)] for row in values]
    output, output_bias = ints(model.output), ints(model.output_bias)
    roles = [
        [
            one + more + STEP * sum(direct[at][role] for at in own)
            for role, (one, more) in enumerate(zip(product(low + high, output), output_bias, strict=True))
        ]
        for low, high, own in zip(first, values, blocks, strict=True)
    ]
    kinds = [
        one + more for one, more in zip(product(whole(values), ints(model.kinds)), ints(model.kinds_bias), strict=True)
    ]
    return roles, kinds


def test_whole_numbers() -> None:
    """NumPy's scores are those of Python's whole numbers, to the last unit."""
    found = network().scores(numbers())
    assert (found.roles.tolist(), found.kinds.tolist()) == plain_scores(network(), numbers())


@pytest.mark.parametrize("threads", [1, 4])
def test_threads(threads: int) -> None:
    """The scores don't depend on how many threads the library of matrices takes."""
    many = [own for _ in range(200) for own in numbers()]
    with threadpool_limits(limits=threads):
        found = network()._scores(many)
    assert found.roles.tolist() == network().scores(many).roles.tolist()


def test_threads_are_given_back() -> None:
    """After a dump the library of matrices may take as many threads as before."""
    with threadpool_limits(limits=2):
        before = [found["num_threads"] for found in threadpool_info()]
        network().scores(numbers())
        assert [found["num_threads"] for found in threadpool_info()] == before


def test_order_of_features() -> None:
    """In which order a block's features are named makes no difference."""
    backwards = [own[::-1] for own in numbers()]
    assert network().scores(backwards).roles.tolist() == network().scores(numbers()).roles.tolist()


def test_other_features() -> None:
    """Weights that were trained with other features are refused."""
    with pytest.raises(ValueError, match="other features"):
        Network.of({"names": np.array(NAMES[1:])})


def test_exact_products() -> None:
    """No sum of products can leave what 32-bit floating point holds exactly."""
    model = network()
    layers = [np.concatenate(np.split(weights, 3, axis=1)) for weights, _ in model.layers]
    for matrix in (*layers, model.page, model.output, model.kinds):
        assert np.abs(matrix).sum(axis=0).max() * 127 + np.abs(model.output_bias).max() < 2**24


def test_numpy_waits() -> None:
    """NumPy is imported with the first dump that is parsed, not with the library."""
    has = "print('numpy' in sys.modules)"
    code = f"import sys, articleparse as ap; {has}; ap.parse('# Rain'); {has}"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]


def test_unit() -> None:
    """Scores are logarithms: a block is some units surer of its role than of the next."""
    assert UNIT == 2048
    assert ap.parse("# Rain at last\n\nIt rained on Tuesday, the first rain in three months.").headline is not None
