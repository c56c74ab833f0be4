"""Build what the package loads from what people edit.

    python tools/build_vocabulary.py [--cldr]

Without an option: merge the files of `src/articleparse/vocabulary/data/` into `vocabulary/tables.json`.
With `--cldr` (needs Babel): first write the rows tagged L ("and", months, weekdays, "2 hours ago") anew from
the Unicode Common Locale Data Repository; all other rows stay as they are.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from articleparse.vocabulary.rows import build_tables, languages, rows_of

PACKAGE = Path(__file__).parents[1] / "src" / "articleparse" / "vocabulary"

# fmt: off
LOCALES = (
    "af", "am", "ar", "ar_DZ", "ar_LB", "ar_MA", "az", "bg", "bn", "bs", "bs_Cyrl", "ca", "cs", "cy", "da", "de",
    "de_AT", "el", "en", "en_GB", "es", "es_MX", "et", "eu", "fa", "fi", "fil", "fr", "fr_CA", "ga", "gl", "gu",
    "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "ml", "mr",
    "ms", "nb", "nl", "nn", "oc", "pa", "pl", "pt", "pt_PT", "ro", "ru", "sk", "sl", "sq", "sr", "sr_Latn", "sv",
    "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh", "zh_Hant", "zu",
)
# fmt: on

FILE_OF = {"nb": "no", "nn": "no", "fil": "fil"}
"""Languages that the files call otherwise than CLDR does."""

GLUED = {"he": ("ב", ""), "eu": ("", "ren")}
"""What a date writes before or behind the month's name, in one word with it."""


def main(arguments: list[str]) -> None:
    """Write the files."""
    if "--cldr" in arguments:
        write_cldr()
    tables = build_tables(row for language in languages() for row in rows_of(language))
    (PACKAGE / "tables.json").write_bytes(orjson.dumps(tables) + b"\n")


def write_cldr() -> None:
    """Replace the rows tagged L in every language's file."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name in LOCALES:
        language = FILE_OF.get(name.partition("_")[0], name.partition("_")[0])
        found.setdefault(language, []).extend(cldr_rows(name))
    for language, rows in found.items():
        path = PACKAGE / "data" / f"{language}.json"
        kept = [row for row in json.loads(path.read_text("utf-8")) if row["evidence"] != "L"] if path.exists() else []
        unique = {json.dumps(row, ensure_ascii=False): None for row in [*kept, *rows]}
        path.write_text("[\n" + ",\n".join(unique) + "\n]\n", "utf-8")


def cldr_rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of one locale."""
    from babel import Locale  # noqa: PLC0415  # needed for this alone

    locale = Locale.parse(name)
    for category, names, first in (("month", locale.months, 0), ("weekday", locale.days, 1)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                terms = names[context][width]
                lasts = Counter(_last(term) for term in terms.values())
                for number, term in terms.items():
                    # A last word that several have ("كانون الثاني", "تشرين الثاني") says nothing alone.
                    alone = (_last(term),) if lasts[_last(term)] == 1 else ()
                    for form in forms((term, *alone), *GLUED.get(name, ("", ""))):
                        yield row(category, form, number + first)
    pattern = locale.list_patterns["standard"]["2"]
    conjunction = pattern.replace("{0}", "").replace("{1}", "").strip(" \xa0,、")
    if conjunction:
        yield row("and", conjunction)
    for term in ago(locale):
        yield row("relative-date", term)


UNITS = ("minute", "hour", "day", "week", "month", "year")


def ago(locale: Any) -> Iterator[str]:
    """How the locale says how long ago something was: `{n} hours ago`, `{n} hr. ago`."""
    fields = locale._data["date_fields"]  # noqa: SLF001  # Babel has no public way to the patterns
    for unit in UNITS:
        for width in ("", "-short"):
            past = fields.get(unit + width, {}).get("past", {})
            yield from (term.replace("{0}", "{n}") for term in past.values() if "{0}" in term)


def forms(terms: Iterable[str], before: str, behind: str) -> Iterator[str]:
    """How `terms` may stand in a date: as they are, and with what is glued to them; not those that are numbers."""
    for form in dict.fromkeys(terms):
        if not any(character.isdigit() for character in form) and len(form.strip(".")) >= 2:
            yield form
            if before or behind:
                yield before + form + behind


def _last(term: str) -> str:
    return re.split(r"[ ’']", term)[-1]


def row(category: str, term: str, value: int | None = None) -> dict[str, Any]:
    """A row as the files hold it."""
    fields: dict[str, Any] = {"category": category, "term": term, "match": "word", "evidence": "L"}
    return fields if value is None else {**fields, "value": value}


if __name__ == "__main__":
    main(sys.argv[1:])
