"""The command: trains weights, or scores how well such training does on publishers that it has not seen."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from articleparse.roles.weights import Weights
from tools.train_roles.corpus import Truth, read_truths
from tools.train_roles.evaluate import cross_validate, header, table
from tools.train_roles.examples import Example, read_examples, settle
from tools.train_roles.learn import train
from tools.train_roles.parameters import Data, start, write
from tools.train_roles.synthetic import synthetic_examples


def main() -> None:
    """Run the command."""
    given = _arguments()
    truths = read_truths(given.corpus)
    examples = _examples(given.corpus, truths, given.pages, given.synthetic)
    print(f"{len(examples)} examples")
    if given.cross_validate:
        trainer = partial(_trained, epochs=given.epochs)
        rows = cross_validate(given.corpus, truths, examples, given.cross_validate, trainer, given.records)
        print(header(), *rows, sep="\n")
        return
    data = _trained(examples, given.epochs)
    write(data, given.out)
    if given.in_sample:
        weights = Weights.from_data(data)
        print(header(), *table(given.corpus, truths, lambda _: weights), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.train_roles", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with gold/, dumps/ and silver.jsonl; score.py lies beside it")
    parser.add_argument("--out", type=Path, default=Path("src/articleparse/roles/weights.json"), help="%(default)s")
    parser.add_argument(
        "--cross-validate", type=int, metavar="FOLDS", help="print scores on held-out publishers instead"
    )
    parser.add_argument("--records", type=Path, metavar="DIR", help="write the records of the cross-validation there")
    parser.add_argument("--in-sample", action="store_true", help="also print the scores on the training pages")
    parser.add_argument("--pages", type=int, default=1200, help="pages beside the fully annotated ones (%(default)s)")
    parser.add_argument("--synthetic", type=int, default=1500, help="made-up pages (%(default)s)")
    parser.add_argument("--epochs", type=int, default=8, help="passes over all pages (%(default)s)")
    return parser.parse_args()


def _examples(corpus: Path, truths: Sequence[Truth], pages: int, synthetic: int) -> list[Example]:
    """Everything to learn from, with roles settled where the gold says nothing."""
    weights = start()
    found = [*read_examples(corpus, truths, pages), *synthetic_examples(synthetic)]
    return [settle(example, weights) for example in found]


def _trained(examples: Sequence[Example], epochs: int) -> Data:
    return train(examples, start(), epochs).data()


if __name__ == "__main__":
    main()
