"""The source of truth: one file a language, one row a term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import attrs
import orjson

Match = Literal["line", "label", "prefix", "suffix", "word", "raw"]
"""How a term matches.

line: it is the whole line. label: it is the whole line or opens it, followed by a colon (or `=`, `/`, `|`).
prefix: it is the whole line or opens it. suffix: it is the whole line or ends it. word: it stands anywhere;
only the field grammars look for it. raw: as line, but compared letter for letter.
"""


@attrs.frozen
class Row:
    """What is known about one term. `evidence` is a tag that `data/README.md` explains."""

    language: str
    category: str
    term: str
    match: Match
    evidence: str
    value: int | None = None  # the number of a month or weekday


def languages() -> list[str]:
    """The languages that there is a file for, sorted (BCP 47)."""
    return sorted(entry.name.removesuffix(".json") for entry in _folder().iterdir() if entry.name.endswith(".json"))


def rows_of(language: str) -> Iterator[Row]:
    """Every row of a language's file. Raises FileNotFoundError where there is none.

    >>> any(row.term == "Photo" and row.category == "credit.label" for row in rows_of("en"))
    True
    """
    data = orjson.loads((_folder() / f"{language}.json").read_bytes())
    return (Row(language=language, **row) for row in data)


@cache
def categories() -> frozenset[str]:
    """All categories that a term can be of."""
    return frozenset(row.category for language in languages() for row in rows_of(language))


def _folder() -> Traversable:
    return files(__package__) / "data"
