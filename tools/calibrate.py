"""How often judgements hold, by their margin: fits the figures in `articleparse.roles.certainty`.

    python -m tools.calibrate CORPUS     # a corpus folder as tools.train_roles reads it

It trains weights on the publishers of two folds of three, and judges the pages of the third. A headline is right
where its words are those of the annotation's title; pages whose title is no block of the dump are left out. Any other
role is right where the annotation permits it for the block.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path

import attrs

from articleparse.roles import Role
from articleparse.roles.certainty import confidence, margins
from articleparse.roles.features import features
from articleparse.roles.path import best_path
from articleparse.roles.weights import ROLES, Weights
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.align import align
from tools.train_roles.corpus import Truth, dump_path, fold_of, read_dump, read_truths, units_of
from tools.train_roles.recipe import EPOCHS, SYNTHETIC, settled_examples, trained
from tools.train_roles.words import normal

_HEADLINE = ROLES.index(Role.HEADLINE)
_DIALECTS = ("hash", "plain")
_STEPS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_ROUNDS = 30
_FOLDS = 3


@attrs.frozen
class Case:
    """A judgement with its margin, and whether it is right."""

    dialect: str
    role: int
    margin: float
    is_right: bool


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tools.calibrate", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with gold/, dumps/ and silver.jsonl")
    corpus = parser.parse_args().corpus
    truths = read_truths(corpus)
    held_out = [truth for truth in truths if fold_of(truth.group, _FOLDS) == 0]
    others = [truth for truth in truths if fold_of(truth.group, _FOLDS) != 0]
    model = Weights.from_data(trained(settled_examples(corpus, others, len(others), SYNTHETIC), EPOCHS))
    cases = [case for truth in held_out for case in _cases(corpus, truth, model)]
    headlines = [case for case in cases if case.role == _HEADLINE]
    rest = [case for case in cases if case.role != _HEADLINE]
    for name, some in (("headline", headlines), ("other roles", rest)):
        print(f"{name}: intercept {_fitted(some)[0]:.2f}, slope {_fitted(some)[1]:.2f}")
    print(*table(headlines, rest), sep="\n")


def _cases(corpus: Path, truth: Truth, model: Weights) -> Iterator[Case]:
    for dialect in _DIALECTS:
        path = dump_path(corpus, dialect, truth.page)
        units = units_of(read_dump(path)) if path.exists() else []
        if not units:
            continue
        texts = [normal(unit.node.text) for unit in units]
        permitted = align(units, truth) if truth.has_body and not truth.is_silver else None
        scores = [model.emissions(names) for names in features(units, load_vocabulary())]
        roles = [ROLES.index(role) for role, _ in best_path(scores, model)]
        for index, (role, margin) in enumerate(zip(roles, margins(units, scores, roles), strict=True)):
            if role == _HEADLINE:
                if truth.title and normal(truth.title) in texts:
                    yield Case(dialect, role, margin, texts[index] == normal(truth.title))
            elif permitted is not None:
                yield Case(dialect, role, margin, ROLES[role] in permitted[index])


def _fitted(cases: Sequence[Case]) -> tuple[float, float]:
    """Intercept and slope of the logistic regression of being right on the margin (Newton's method)."""
    intercept = slope = 0.0
    for _ in range(_ROUNDS):
        a = b = aa = ab = bb = 0.0
        for case in cases:
            share = 1 / (1 + exp(-intercept - slope * case.margin))
            error, weight = case.is_right - share, share * (1 - share)
            a, b = a + error, b + error * case.margin
            aa, ab, bb = aa + weight, ab + weight * case.margin, bb + weight * case.margin**2
        determinant = aa * bb - ab * ab
        intercept += (bb * a - ab * b) / determinant
        slope += (aa * b - ab * a) / determinant
    return intercept, slope


def table(headlines: Sequence[Case], others: Sequence[Case]) -> Iterator[str]:
    """For each range of the confidence, how many judgements are in it and what share of them is right."""
    groups = [
        *((f"headline, {dialect}", [case for case in headlines if case.dialect == dialect]) for dialect in _DIALECTS),
        ("other roles", others),
    ]
    yield "| confidence | " + " | ".join(f"{name} | right" for name, _ in groups) + " |"
    yield "|---" * (1 + 2 * len(groups)) + "|"
    for low, high in zip((0.0, *_STEPS), _STEPS, strict=False):
        cells = [f"{low:.2f} – {min(high, 1):.2f}"]
        for _, cases in groups:
            some = [case.is_right for case in cases if low <= confidence(case.margin, case.role) < high]
            cells += [str(len(some)), f"{sum(some) / len(some):.2f}" if some else "–"]
        yield "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
