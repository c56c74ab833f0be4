"""The pages of `docs/grammar`: what they say of each rule and of each line is so.

A page has a table `| Rule | Accepted | Refused |` with a row for every rule of its grammar. A cell holds sequences of
tokens, each in backticks. Below it, a table that begins with `| Line |` says what is read from real lines: `READINGS`
has a function for each page that reads a line and returns what the other columns hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from articleparse.fields.byline import parse_byline
from articleparse.fields.credit import parse_credit
from articleparse.fields.dateline import parse_dateline
from articleparse.grammar import grammar_names, load_grammar
from articleparse.vocabulary import load_vocabulary
from tests.support.lalr import rules_used

PAGES = Path(__file__).parents[2] / "docs" / "grammar"
WORDS = load_vocabulary()


def dateline(line: str) -> dict[str, str | None]:
    """What is read from a line of the page on datelines."""
    field = parse_dateline(line, vocabulary=WORDS)
    if field is None:
        return {}
    return {"Dateline": line[field.start : field.end], "Place": field.place, "Agency": field.agency, "Date": field.date}


def credit(line: str) -> dict[str, str | None]:
    """What is read from a line of the page on credits."""
    field = parse_credit(line, vocabulary=WORDS)
    if field is None:
        return {}
    return {"Credit": line[field.start : field.end], "Label": field.label, "Holder": field.holder}


def byline(line: str) -> dict[str, str | None]:
    """What is read from a line of the page on bylines, in which `[text]` is a link."""
    texts = re.split(r"\[([^\]]*)\]", line)
    ends = [len("".join(texts[:count])) for count in range(len(texts) + 1)]
    links = [(ends[at], ends[at + 1]) for at in range(1, len(texts), 2)]
    fields = parse_byline("".join(texts), links, vocabulary=WORDS)
    columns: dict[str, list[str | None]] = {
        "Authors": [author.name for author in fields.authors],
        "Roles": [author.role for author in fields.authors],
        "Affiliations": [author.affiliation for author in fields.authors],
        "Agencies": [author.name for author in fields.authors if author.is_agency],
        "Dates": [stamp.when for stamp in fields.timestamps],
    }
    return {column: "; ".join(filter(None, found)) for column, found in columns.items()}


READINGS: dict[str, Callable[[str], dict[str, str | None]]] = {"byline": byline, "credit": credit, "dateline": dateline}


@attrs.frozen
class Row:
    """A row of a table: its cells by the names of their columns."""

    page: str
    cells: dict[str, str]

    def quoted(self, column: str) -> list[str]:
        """What stands in backticks in the cell of the column."""
        return re.findall(r"`([^`]*)`", self.cells[column])

    def __str__(self) -> str:
        return f"{self.page} {next(iter(self.cells.values()))}"


def rows(first: str) -> Iterator[Row]:
    """The rows of the tables whose first column is `first`, of all pages."""
    for path in sorted(PAGES.glob("*.md")):
        header: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not cells:
                header = []
            elif not header:
                header = cells
            elif header[0] == first and not set("".join(cells)) <= set(":- "):
                yield Row(path.stem, dict(zip(header, cells, strict=True)))


RULES = list(rows("Rule"))
LINES = list(rows("Line"))


@pytest.mark.parametrize("name", sorted({row.page for row in RULES}))
def test_every_rule_has_a_row(name: str) -> None:
    """A page names all rules of its grammar, and no other."""
    assert name in grammar_names()
    rules = {str(rule.origin.name).partition("{")[0] for rule in load_grammar(name).rules}
    named = [row.quoted("Rule")[0] for row in RULES if row.page == name]
    assert sorted(named) == sorted(rule for rule in rules if not rule.startswith("__"))


@pytest.mark.parametrize("row", RULES, ids=str)
def test_rule(row: Row) -> None:
    """A rule accepts its examples, and the others are refused, or read by a rule for what is misplaced."""
    (rule,) = row.quoted("Rule")
    accepted, refused = row.quoted("Accepted"), row.quoted("Refused")
    assert accepted
    assert refused
    for sequence in accepted:
        assert rule in (rules_used(row.page, sequence.split()) or ()), sequence
    for sequence in refused:
        used = rules_used(row.page, sequence.split())
        assert used is None or any(rule.startswith("misplaced_") for rule in used), sequence


@pytest.mark.parametrize("row", LINES, ids=str)
def test_line(row: Row) -> None:
    """A line is read as the page says; an empty cell is a part that it doesn't have."""
    found = READINGS[row.page](row.quoted("Line")[0])
    for column in list(row.cells)[1:]:
        assert "".join(row.quoted(column)) == (found.get(column) or ""), column
