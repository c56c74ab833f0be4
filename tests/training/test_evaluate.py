"""How the scores of weights are told."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import stdev

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.roles.network import network
from tests.training.making import DUMP
from tools.train.evaluate import false_authors, record_of, standard_error, table


def test_standard_error_of_a_mean() -> None:
    """For a mean the jackknife gives the error that is known: the deviation by the root of the number."""
    values = [0.2, 0.9, 0.4, 0.4, 0.7]
    without = [(sum(values) - value) / 4 for value in values]
    assert standard_error(without) == pytest.approx(stdev(values) / 5**0.5)


def test_no_standard_error() -> None:
    """A score that some part of the pages has not has no error, and neither has one alone."""
    assert standard_error([0.5, None, 0.7]) is None
    assert standard_error([0.5]) is None


@pytest.mark.parametrize(
    ("names", "share"),
    [(["Jane Doe"], 0.0), (["Dr Jane Doe"], 0.0), (["Reuters"], 0.0), (["Key Points"], 1.0), ([], 0.0)],
)
def test_false_authors(tmp_path: Path, names: list[str], share: float) -> None:
    """An author is none that the reader names neither as a person nor as an agency."""
    (tmp_path / "reader").mkdir()
    reading = {"id": "a", "authors": ["Jane Doe"], "agencies": ["Reuters"]}
    (tmp_path / "reader" / "a.json").write_text(json.dumps(reading), encoding="utf-8")
    assert false_authors(tmp_path, {"a": {"authors": names}}) == share


def test_record(tmp_path: Path) -> None:
    """A dump's record is that which the given network makes of it."""
    path = tmp_path / "a.txt"
    path.write_text(DUMP, encoding="utf-8")
    assert record_of(path, network())["headline"] == "Bridge opens"


def test_table() -> None:
    """Each row has its scores, and its errors below."""
    rows = [*table([("hash", {"headline": 0.5, "deck": None}, {"headline": 0.01})])]
    assert rows == ["| | headline | deck |", "|---|---|---|", "| hash | .500 | – |", "| ± | .010 | – |"]
