"""How often judgements hold, by their margin."""

from __future__ import annotations

from math import exp
from random import Random

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.roles.certainty import GROUPS
from tools.train.calibrate import Case, fitted_lines, table


def cases(intercept: float, slope: float) -> list[Case]:
    """Many judgements on headlines that hold as often as this line says."""
    random = Random(3)  # noqa: S311
    margins = [random.uniform(-4, 4) for _ in range(20_000)]
    return [Case(0, margin, random.random() < 1 / (1 + exp(-intercept - slope * margin))) for margin in margins]


def test_fitted() -> None:
    """The line that judgements follow is found, and a group without any has the margin's own odds."""
    lines = fitted_lines(cases(0.5, 1.5))
    assert lines[0] == pytest.approx([0.5, 1.5], abs=0.1)
    assert lines[1].tolist() == [0.0, 1.0]
    assert len(lines) == len(GROUPS)


def test_table() -> None:
    """What is said to be sure in so many cases holds in about as many."""
    given = cases(0.5, 1.5)
    row = next(line for line in table(given, fitted_lines(given)) if line.startswith("| 0.80"))
    share = float(row.split("|")[3])
    assert 0.78 < share < 0.92
