"""How the scores of weights are told."""

from __future__ import annotations

from statistics import stdev

import pytest

pytest.importorskip("numba", reason="Numba is not installed (extra `train`)")

from tools.train_roles.evaluate import standard_error


def test_standard_error_of_a_mean() -> None:
    """For a mean the jackknife gives the error that is known: the deviation by the root of the number."""
    values = [0.2, 0.9, 0.4, 0.4, 0.7]
    without = [(sum(values) - value) / 4 for value in values]
    assert standard_error(without) == pytest.approx(stdev(values) / 5**0.5)


def test_no_standard_error() -> None:
    """A score that some part of the pages has not has no error, and neither has one alone."""
    assert standard_error([0.5, None, 0.7]) is None
    assert standard_error([0.5]) is None
