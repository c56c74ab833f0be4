"""Training: what is learnt is what the package computes, and the same each time."""

from __future__ import annotations

import pytest

pytest.importorskip("jax", reason="JAX is not installed (extra `train`)")

import jax.numpy as jnp
import numpy as np

from articleparse.roles import Role
from articleparse.roles.features import features
from articleparse.roles.network import UNIT, Network
from articleparse.roles.path import best_path
from articleparse.roles.registry import NAMES, numbers_of
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE
from tests.training.making import DUMP, page
from tools.train.corpus import units_of
from tools.train.examples import Example, example_of, examples_of_page, made_up_example
from tools.train.learn import forward, train, whole
from tools.train.synthetic.pages import made_up_page


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """The dumps of one page, and a few made-up ones."""
    return [*examples_of_page(page()), *map(made_up_example, range(12))]


@pytest.fixture(scope="module")
def learnt(examples: list[Example]) -> dict[str, np.ndarray]:
    """A small network that has seen them some times."""
    return train(examples, epochs=40, width=16)


def blocks() -> list[list[int]]:
    """The features of the page's blocks."""
    return [numbers_of(own) for own in features(units_of(DUMP), load_vocabulary())]


def test_learns(learnt: dict[str, np.ndarray]) -> None:
    """What was seen often is known."""
    model = Network.of(learnt)
    path = [role for role, _ in best_path(model.scores(blocks()).roles, model.ways)]
    assert path[1:6] == [Role.HEADLINE, Role.BYLINE, *[Role.PARAGRAPH] * len(PROSE)]


def test_same_inputs(examples: list[Example]) -> None:
    """The same examples make the same weights, to the last."""
    one, two = train(examples, epochs=1, width=8), train(examples, epochs=1, width=8)
    assert all(np.array_equal(one[name], two[name]) for name in one)


def test_trained_and_shipped_network_agree(learnt: dict[str, np.ndarray]) -> None:
    """The network that is trained and the one in whole numbers give the same scores, to the last unit."""
    model = Network.of(learnt)
    given = np.zeros((1, len(blocks()), len(NAMES)), np.float32)
    for row, own in zip(given[0], blocks(), strict=True):
        row[own] = 1
    units = {"embedding": 32, "embedding_bias": 32, "direct": 32, "page": 64, "output": 64, "kinds": 64}
    params = {
        name: jnp.asarray(value, jnp.float32) / (units.get(name) or (UNIT if name.endswith("bias") else 64))
        for name, value in learnt.items()
        if name not in ("names", "certainty")
    }
    roles, kinds = forward(params, given, np.ones((1, len(blocks()), 1), np.float32))
    expected = model.scores(blocks())
    assert np.array_equal(np.asarray(roles[0]) * UNIT, expected.roles)
    assert np.array_equal(np.asarray(kinds[0]) * UNIT, expected.kinds)


def test_bytes(learnt: dict[str, np.ndarray]) -> None:
    """Matrices and tables of features are whole numbers of a byte."""
    assert {learnt[name].dtype.name for name in ("embedding", "direct", "page", "output", "layer0")} == {"int8"}
    assert whole({"page": jnp.array([[9.0, -9.0, 0.5]])})["page"].tolist() == [[127, -127, 32]]


def test_example() -> None:
    """An example has the roles that each block can have, and a dump's feature once, however often it was named."""
    made = example_of(units_of("# Bridge opens\n\nRain.\n"), [frozenset({Role.HEADLINE}), None], None)
    assert made.possible[0].sum() == 1
    assert not made.possible[1, 0]
    assert made.kind == -1
    own = made.numbers[made.bounds[0] : made.bounds[1]].tolist()
    assert own == sorted(set(own))


def test_made_up_pages_are_always_the_same() -> None:
    """A made-up page is the same whenever it is made, and has other words than the next one."""
    assert made_up_page(3) == made_up_page(3)
    assert made_up_page(3)[0] != made_up_page(4)[0]
