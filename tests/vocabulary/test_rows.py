"""The words' files and the tables made of them."""

from __future__ import annotations

from importlib.resources import files

import orjson
import pytest

from articleparse.vocabulary import load_vocabulary, normalise
from articleparse.vocabulary.rows import UNCHECKED, Row, build_tables, languages, rows_of

ROWS = [row for language in languages() for row in rows_of(language)]
LOADED = [row for row in ROWS if row.evidence != UNCHECKED]
CUES = [row for row in LOADED if row.match not in ("word", "raw") and row.value is None]


def test_tables_are_fresh() -> None:
    """The tables that the package loads are what the files make; `tools/build_vocabulary.py` writes them."""
    tables = orjson.loads((files("articleparse.vocabulary") / "tables.json").read_bytes())
    assert tables == orjson.loads(orjson.dumps(build_tables(ROWS)))


def test_fields_are_known() -> None:
    """Every row has a known way to match and a known kind of evidence."""
    assert {row.match for row in ROWS} <= {"line", "label", "prefix", "suffix", "word", "raw"}
    assert {row.evidence for row in ROWS} <= set("BCDFGKLMNPSV")
    assert all(row.term.strip() == row.term and row.term for row in ROWS)


def test_whole_lines() -> None:
    """Every term that is loaded is found when it is the whole line, in any case."""
    missed = [
        row
        for row in CUES
        for line in (row.term.replace("{n}", "12"), row.term.replace("{n}", "3").upper())
        if row.category not in load_vocabulary().cues(line)
        and normalise(line) == normalise(row.term.replace("{n}", "3"))
    ]
    assert missed == []


@pytest.mark.parametrize(("match", "line"), [("label", "{}: Xyz"), ("prefix", "{} Xyz"), ("prefix", "{}: Xyz")])
def test_openings(match: str, line: str) -> None:
    """Every label opens a line before a colon, every prefix before a space or a colon."""
    missed = [
        row
        for row in CUES
        if row.match == match
        and f"{row.category}:prefix" not in load_vocabulary().cues(line.format(row.term.replace("{n}", "3")))
    ]
    assert [row.term for row in missed] == []


def test_endings() -> None:
    """Every suffix ends a line behind a space."""
    missed = [
        row
        for row in CUES
        if row.match == "suffix"
        and f"{row.category}:suffix" not in load_vocabulary().cues(f"Xyz {row.term.replace('{n}', '3')}")
    ]
    assert missed == []


def test_raw_terms() -> None:
    """End marks are compared letter for letter, for normalising would leave nothing of them."""
    for row in LOADED:
        if row.match == "raw":
            assert row.category in load_vocabulary().cues(row.term)


def test_unchecked_rows_are_off() -> None:
    """A row without evidence is no cue; the field grammars know its word all the same."""
    rows = [Row("xx", "navigation", "Abc", "line", "D"), Row("xx", "credit.label", "Def", "label", "K")]
    tables = build_tables(rows)
    assert tables["whole"] == {"abc": 0}
    assert tables["words"]["credit.label"] == {"def": "label"}


def test_months() -> None:
    """Each language with months has all twelve."""
    for language in languages():
        numbers = {row.value for row in rows_of(language) if row.category == "month"}
        assert not numbers or numbers == set(range(1, 13))
