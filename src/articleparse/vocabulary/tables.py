"""From rows to the tables that the package loads: keys normalised, categories numbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from articleparse.vocabulary.rows import Row
from articleparse.vocabulary.spelling import cue_key, normalise

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
