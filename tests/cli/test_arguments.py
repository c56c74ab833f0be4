"""Options that say how dumps are to be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A vocabulary that makes a control of a line that is none otherwise."""
    path = tmp_path / "words.json"
    path.write_text('{"category": "control.print", "term": "Quux!", "match": "line"}\n')
    return path


def test_vocabulary(run: Any, dump: Path, words: Path) -> None:
    """Own words count as the package's do."""
    dump.write_text(dump.read_text() + "\nQuux!\n")
    told = json.loads(run("explain", dump, "--json", "--vocabulary", words).stdout)
    assert told[-1]["role"] == "control"


def test_vocabulary_in_workers(run: Any, dumps: Path, words: Path) -> None:
    """Every process gets the words and the language: the results are those of one process."""
    for path in dumps.glob("*.*"):
        path.write_text(path.read_text() + "\nQuux!\n")
    given = ("convert", dumps, "--to", "record", "--language", "cy", "--vocabulary", words)
    alone = run(*given).stdout
    assert run(*given, "--jobs", "2").stdout == alone
    assert {json.loads(line)["language"] for line in alone.splitlines()} == {"cy"}
    assert alone != run(*given[:-2]).stdout


@pytest.mark.parametrize(("text", "told"), [("{}", "line 1: 'category' must be"), ("\n{", "line 2: not a JSON object")])
def test_wrong_vocabulary(run: Any, dump: Path, words: Path, text: str, told: str) -> None:
    """A file that is no vocabulary is wrong usage; the message names file and line."""
    words.write_text(text)
    result = run("show", dump, "--vocabulary", words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "words.json" in result.stderr


def test_missing_vocabulary(run: Any, dump: Path, tmp_path: Path) -> None:
    """So is one that is not there."""
    result = run("check", dump, "--vocabulary", tmp_path / "none.json")
    assert result.exit_code == 2
    assert "none.json: No such file" in result.stderr
