"""What the shipped weights are trained on, for how long, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from multiprocessing import Pool
from pathlib import Path

from tools.train_roles.corpus import Truth
from tools.train_roles.examples import Example, choose, interned, read_examples, settle
from tools.train_roles.joints import find_joints, with_joints
from tools.train_roles.labels import read_labels, with_labels
from tools.train_roles.learn import train
from tools.train_roles.parameters import Data, Parameters, mean, start
from tools.train_roles.synthetic.examples import synthetic_examples

PAGES, SYNTHETIC, EPOCHS = 1200, 3500, 6
"""Pages beside the fully annotated ones, made-up pages, passes over all of them."""

TRAININGS = 4
"""The weights are the mean of so many trainings, which differ by chance: one alone may be lucky or not."""


def settled_examples(corpus: Path, truths: Iterable[Truth], pages: int, synthetic: int) -> list[Example]:
    """Everything to learn from, with the labels that there are, and roles settled where nothing is known."""
    chosen = choose(with_labels(corpus, truths, read_labels()), pages)
    weights = start()
    with Pool() as pool:
        of_pages = pool.map(partial(_settled, corpus, weights), chosen, chunksize=8)
    made_up = [settle(example, weights) for example in synthetic_examples(synthetic)]
    return [*map(interned, chain.from_iterable(of_pages)), *made_up]


def _settled(corpus: Path, weights: Parameters, truth: Truth) -> list[Example]:
    return [settle(example, weights) for example in read_examples(corpus, truth)]


def trained(examples: Sequence[Example], epochs: int) -> Data:
    """The weights that are learnt from `examples`, as a data file has them.

    What a first training gets wrong says which pairs of features the others learn weights for.
    """
    examples = with_joints(examples, find_joints(examples, _one_training(examples, epochs, 0)))
    with Pool() as pool:
        return mean(pool.map(partial(_one_training, examples, epochs), range(TRAININGS), chunksize=1)).data()


def _one_training(examples: Sequence[Example], epochs: int, seed: int) -> Parameters:
    return train(examples, start(), epochs, seed)
