"""The command: trains weights, or scores how well such training does on publishers that it has not seen."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import orjson

from articleparse.roles import classify
from articleparse.roles.weights import Weights
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.ceiling import permitted
from tools.train_roles.corpus import read_truths
from tools.train_roles.evaluate import cross_validate, header, table
from tools.train_roles.parameters import Parameters, write
from tools.train_roles.recipe import EPOCHS, PAGES, SYNTHETIC, settled_examples, trained


def main() -> None:
    """Run the command."""
    given = _arguments()
    truths = read_truths(given.corpus)
    if given.ceiling:
        weights = Parameters.of(orjson.loads(given.out.read_bytes()))
        full = [truth for truth in truths if truth.is_full]
        print(header(), *table(given.corpus, full, permitted(weights)), sep="\n")
        return
    examples = settled_examples(given.corpus, truths, given.pages, given.synthetic)
    print(f"{len(examples)} examples")
    if given.cross_validate:
        trainer = partial(trained, epochs=given.epochs)
        rows = cross_validate(given.corpus, truths, examples, given.cross_validate, trainer, given.records)
        print(header(), *rows, sep="\n")
        return
    data = trained(examples, given.epochs)
    write(data, given.out)
    if given.in_sample:
        model = Weights.from_data(data)
        words = load_vocabulary()
        print(header(), *table(given.corpus, truths, lambda units, _: classify(units, words, model)), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.train_roles", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with gold/, dumps/ and silver.jsonl; score.py lies beside it")
    parser.add_argument("--out", type=Path, default=Path("src/articleparse/roles/weights.json"), help="%(default)s")
    parser.add_argument(
        "--cross-validate", type=int, metavar="FOLDS", help="print scores on held-out publishers instead"
    )
    parser.add_argument("--records", type=Path, metavar="DIR", help="write the records of the cross-validation there")
    parser.add_argument(
        "--ceiling",
        action="store_true",
        help="print instead what the annotation's own roles score",
    )
    parser.add_argument("--in-sample", action="store_true", help="also print the scores on the training pages")
    parser.add_argument("--pages", type=int, default=PAGES, help="pages beside the fully annotated ones (%(default)s)")
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC, help="made-up pages (%(default)s)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="passes over all pages (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
