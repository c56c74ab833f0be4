"""Rows, the source of truth: one file a language in the package, one row a term, and a user's file of more.

Tables are made of them, which the package loads: keys normalised, categories numbered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import orjson

from articleparse.errors import ArticleparseError
from articleparse.vocabulary.spelling import cue_key, normalise

Match = Literal["line", "label", "prefix", "suffix", "word", "raw"]
"""How a term matches.

line: it is the whole line. label: it is the whole line or opens it, followed by a colon (or `=`, `/`, `|`).
prefix: it is the whole line or opens it. suffix: it is the whole line or ends it. word: it stands anywhere;
only the field grammars look for it. raw: as line, but compared letter for letter.
"""


class VocabularyError(ArticleparseError, ValueError):
    """A vocabulary file that can't be used; the message names the file and the line."""


@attrs.frozen
class Row:
    """What is known about one term. `evidence` is a tag that `data/README.md` explains."""

    language: str
    category: str
    term: str
    match: Match
    evidence: str
    value: int | None = None  # the number of a month or weekday


_MATCHES = get_args(Match)
_FIELDS = tuple(attrs.fields_dict(Row))
_NEEDED = ("category", "term", "match")


def languages() -> list[str]:
    """Return the languages that there is a file for, sorted (BCP 47)."""
    return sorted(entry.name.removesuffix(".json") for entry in _folder().iterdir() if entry.name.endswith(".json"))


def rows_of(language: str) -> Iterator[Row]:
    """Yield the rows of a language's file. Raises FileNotFoundError where there is none.

    >>> any(row.term == "Photo" and row.category == "credit.label" for row in rows_of("en"))
    True
    """
    data = orjson.loads((_folder() / f"{language}.json").read_bytes())
    return (Row(language=language, **row) for row in data)


@cache
def categories() -> frozenset[str]:
    """Return all categories that a term can be of."""
    return frozenset(row.category for language in languages() for row in rows_of(language))


def read_vocabulary(path: str | PathLike[str]) -> tuple[Row, ...]:
    """Return the rows of the file `path`, for `Options(vocabulary=...)`.

    The file is UTF-8: a JSON object on each line, with `category`, `term` and `match`, and perhaps `language`, `value`
    and `evidence` (see `articleparse.vocabulary.Row`). Commas behind the objects and brackets around them are allowed,
    so the package's own files are of this form. Blank lines are passed over.

    Raises OSError when the file can't be read, and VocabularyError for a line that is no row.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise VocabularyError(f"{path}: not UTF-8") from None
    return tuple(_rows(path, lines))


def _rows(path: Path, lines: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        written = line.strip().removesuffix(",")
        if written in ("", "[", "]"):
            continue
        try:
            yield _row(orjson.loads(written))
        except orjson.JSONDecodeError as error:
            raise VocabularyError(f"{path}, line {number}: not a JSON object on a line of its own: {error}") from None
        except VocabularyError as error:
            raise VocabularyError(f"{path}, line {number}: {error}") from None


def _row(data: Any) -> Row:
    """Return the row that `data` describes. Raises VocabularyError."""
    if not isinstance(data, dict):
        raise VocabularyError("a row is an object")
    if unknown := sorted(data.keys() - set(_FIELDS)):
        raise VocabularyError(f"{unknown[0]!r} is unknown; a row has {', '.join(_FIELDS)}")
    for name in _NEEDED:
        if not isinstance(data.get(name), str) or not data[name].strip():
            raise VocabularyError(f"{name!r} must be a text that is not empty")
    if data["category"] not in categories():
        raise VocabularyError(f"'category' must be one of the package's, not {data['category']!r}")
    if data["match"] not in _MATCHES:
        raise VocabularyError(f"'match' must be one of {', '.join(_MATCHES)}, not {data['match']!r}")
    if not isinstance(data.get("value"), int | None) or isinstance(data.get("value"), bool):
        raise VocabularyError("'value' must be a whole number")
    texts = {name: str(data.get(name, default)) for name, default in (("language", "und"), ("evidence", "U"))}
    return Row(**{**data, **texts})


def _folder() -> Traversable:
    return files(__package__) / "data"


UNCHECKED = "K"
"""The tag of rows that nobody has checked against a source. They tell nothing about a line; only the field grammars
know their words, where a name, a date or a label mark must stand beside them."""

SPELT = ("agency", "clock.", "calendar.")
"""How the names of categories begin whose terms are kept as they are spelt, beside their normalised form."""

_TABLES = ("whole", "label", "prefix", "suffix", "raw")


def build_tables(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the tables for `rows`, as `tables.json` holds those of the package.

    `whole`, `label`, `prefix`, `suffix` and `raw` map a term to a set of categories by its number in `sets`. `words`
    has the terms of each category, with how they match, an agency's usual spelling, or number -> languages for a month.

    >>> build_tables([Row("en", "control.print", "Print", "line", "D")])["whole"]
    {'print': 0}
    """
    cues: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in _TABLES}
    words: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in rows:
        if row.match == "raw":
            if row.evidence != UNCHECKED:
                cues["raw"][row.term].add(row.category)
            continue
        key = normalise(row.term)
        if row.value is not None:
            words[row.category].setdefault(key, {}).setdefault(str(row.value), []).append(row.language)
            continue
        if words[row.category].get(key) != "prefix":  # the wider of two ways to match
            words[row.category][key] = row.term if row.category.startswith(SPELT) else row.match
        if row.evidence == UNCHECKED:
            continue
        key = cue_key(normalise(row.term.replace("{n}", "0")))
        if row.match == "word":
            if row.category == "agency":
                cues["whole"][key].add(row.category)
            continue
        cues["whole"][key].add(row.category)
        if row.match != "line":
            cues[row.match][key].add(row.category)
    return {"words": _sorted(words), **_numbered(cues)}


def add_tables(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables `base` with those of `more` added, which win where both know a word's value."""
    sets = [*base["sets"]]
    combined: dict[str, Any] = {"sets": sets}
    for name in _TABLES:
        combined[name] = dict(base[name])
        for key, number in more[name].items():
            known = base["sets"][base[name][key]] if key in base[name] else ()
            combined[name][key] = len(sets)
            sets.append(sorted({*known, *more["sets"][number]}))
    words = dict(base["words"])
    for category, table in more["words"].items():
        words[category] = {**words.get(category, {}), **table}
    return {**combined, "words": words}


def _numbered(cues: dict[str, dict[str, set[str]]]) -> dict[str, Any]:
    """Sets of categories written once; the tables refer to them by number."""
    sets = sorted({tuple(sorted(found)) for table in cues.values() for found in table.values()})
    number = {found: position for position, found in enumerate(sets)}
    tables = {
        name: {key: number[tuple(sorted(found))] for key, found in sorted(table.items())}
        for name, table in cues.items()
    }
    return {"sets": sets, **tables}


def _sorted(words: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {category: dict(sorted(table.items())) for category, table in sorted(words.items())}
