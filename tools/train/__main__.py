"""The command: trains the network, or scores how well such training does on publishers that it has not seen."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from articleparse.roles.network import Network
from tools.train.calibrate import fitted_lines, held_out_cases
from tools.train.calibrate import table as calibration_table
from tools.train.corpus import fold_of
from tools.train.evaluate import reader_rows, table, wcxb_rows
from tools.train.examples import Example, all_examples
from tools.train.learn import EPOCHS, train

FOLDS = 3
MADE_UP = 9000
_OUT = Path("src/articleparse/roles/weights.npz")


def main() -> None:
    """Run the command."""
    given = _arguments()
    examples = all_examples(given.corpus, given.made_up)
    print(f"{len(examples)} dumps, {sum(len(example.costs) for example in examples)} blocks")
    folds = [train(_others(examples, fold), given.epochs) for fold in range(FOLDS)]
    models = [Network.of(fold) for fold in folds]
    cases = held_out_cases(given.corpus, models)
    lines = fitted_lines(cases)
    print(*calibration_table(cases, lines), sep="\n")
    if given.cross_validate:
        _print_scores(given.corpus, models, given.records)
        return
    write(train(examples, given.epochs) | {"certainty": lines}, given.out)


def _others(examples: Sequence[Example], fold: int) -> list[Example]:
    """The examples of other publishers than those of a fold, and all made-up ones."""
    return [example for example in examples if not example.group or fold_of(example.group, FOLDS) != fold]


def write(weights: dict[str, Any], path: Path) -> None:
    """Write a weights file; the same weights are always the same bytes."""
    with path.open("wb") as file:
        np.savez_compressed(file, **dict(sorted(weights.items())))


def _print_scores(corpus: Path, models: Sequence[Network], keep: Path | None) -> None:
    for collection in ("dev", "world"):
        print(f"\n{collection}", *table(reader_rows(corpus, collection, models, keep)), sep="\n")
    print("\n| wcxb | type | pages | word F1 | raw dump | right kind |\n|---|---|---|---|---|---|")
    for dialect, kind, count, *shares in wcxb_rows(corpus, models):
        print(f"| {dialect} | {kind} | {count} | {' | '.join(f'{share:.3f}' for share in shares)} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with dev/, world/ and wcxb/")
    parser.add_argument("--out", type=Path, default=_OUT, help="%(default)s")
    parser.add_argument("--cross-validate", action="store_true", help="print scores on held-out publishers instead")
    parser.add_argument("--records", type=Path, metavar="DIR", help="write the records of the cross-validation there")
    parser.add_argument("--made-up", type=int, default=MADE_UP, help="made-up pages (%(default)s)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="passes over all dumps (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
