"""What the shipped weights are trained on, for how long, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.train_roles.corpus import Truth
from tools.train_roles.examples import Example, read_examples, settle
from tools.train_roles.learn import train
from tools.train_roles.parameters import Data, mean, start
from tools.train_roles.synthetic.examples import synthetic_examples

PAGES, SYNTHETIC, EPOCHS = 1200, 1500, 6
"""Pages beside the fully annotated ones, made-up pages, passes over all of them."""

TRAININGS = 4
"""The weights are the mean of so many trainings, which differ by chance: one alone may be lucky or not."""


def settled_examples(corpus: Path, truths: Iterable[Truth], pages: int, synthetic: int) -> list[Example]:
    """Everything to learn from, with roles settled where the gold says nothing."""
    weights = start()
    found = [*read_examples(corpus, truths, pages), *synthetic_examples(synthetic)]
    return [settle(example, weights) for example in found]


def trained(examples: Sequence[Example], epochs: int) -> Data:
    """The weights that are learnt from `examples`, as a data file has them."""
    return mean([train(examples, start(), epochs, seed) for seed in range(TRAININGS)]).data()
