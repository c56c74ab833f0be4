"""Scores as tables: by dialect, part of the corpus and tool; the worst documents; what changed since another run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from score import score

Record = dict[str, Any]
Scores = dict[str, float | None]

COLUMNS = (
    "headline", "authors", "deck", "body", "paragraphs", "headings", "captions", "credit",
    "published_given", "published_right", "segments", "overall",
)  # fmt: skip
TITLES = {"published_given": "date given", "published_right": "date right"}
ALL = "all"

QUOTED: Scores = {
    "headline": 0.656, "authors": 0.796, "body": 0.946, "paragraphs": 0.904, "headings": 0.753, "captions": 0.0,
}  # fmt: skip
"""trafilatura 2.3 on the original HTML of the fully annotated pages of `dev`, by the README of that corpus."""
QUOTED_PART = "fundus"
"""The part that these figures are of."""

_CUT = 60
"""Code points of a text in the list of the worst."""
_SMALLEST = 0.0005
"""Differences below this do not show in three digits."""


class Gold(NamedTuple):
    """What one page says."""

    page: str
    part: str  # where the annotation comes from, and so what is annotated
    path: Path
    answers: Record


class Row(NamedTuple):
    """The scores of a tool on the pages of a part in a dialect."""

    dialect: str
    part: str
    tool: str
    pages: int
    scores: Scores


class _Folder:
    """Stands in for a folder of gold: the scorer asks no more of one than its files."""

    def __init__(self, golds: Iterable[Gold]) -> None:
        self.paths = [gold.path for gold in golds]

    def glob(self, _pattern: str) -> list[Path]:
        return self.paths


def read_golds(folder: Path) -> list[Gold]:
    """The annotations of a folder, in the order of their names."""
    paths = sorted(folder.glob("*.json"))
    return [Gold(path.stem, (answers := orjson.loads(path.read_bytes()))["source"], path, answers) for path in paths]


def scores_of(golds: Iterable[Gold], records: Mapping[str, Record]) -> Scores:
    """What the scorer says of these pages."""
    found, _ = score(_Folder(golds), records)
    return {column: found[column] for column in COLUMNS}


def rows_of(dialect: str, golds: Sequence[Gold], records: Mapping[str, Mapping[str, Record]]) -> list[Row]:
    """A row for each part and tool; one for all pages where there are several parts."""
    parts = {part: [gold for gold in golds if gold.part == part] for part in sorted({gold.part for gold in golds})}
    if len(parts) > 1:
        parts[ALL] = list(golds)
    return [
        Row(dialect, part, tool, len(some), scores_of(some, found))
        for part, some in parts.items()
        for tool, found in records.items()
    ]


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown, with the quoted ones beside those of the same part."""
    titles = ("dialect", "part", "tool", "pages", *(TITLES.get(column, column) for column in COLUMNS))
    cells = [[row.dialect, row.part, row.tool, str(row.pages), *_figures(row.scores)] for row in rows]
    quoted = [row for row in rows if row.part == QUOTED_PART][-1:]
    cells += [
        ["HTML", QUOTED_PART, "trafilatura (quoted)", str(row.pages), *_figures(dict.fromkeys(COLUMNS) | QUOTED)]
        for row in quoted
    ]
    widths = [max(map(len, column)) for column in zip(titles, *cells, strict=True)]
    lines = [titles, ["-" * width for width in widths], *cells]
    return "\n".join("| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines)


def _figures(scores: Mapping[str, float | None]) -> list[str]:
    return [_figure(scores[column]) for column in COLUMNS]


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def published(golds: Iterable[Gold], records: Mapping[str, Record]) -> str:
    """How often a date of publication is given, and how often it is the right day."""
    dated = [(gold.answers["published"], records.get(gold.page, {}).get("published")) for gold in golds]
    dated = [(wanted, found) for wanted, found in dated if wanted]
    given = [(wanted, found) for wanted, found in dated if found]
    right = sum(wanted[:10] == found[:10] for wanted, found in given)
    return f"published: {len(dated)} pages have a date, {len(given)} times it was given, {right} times right"


def worst(golds: Sequence[Gold], records: Mapping[str, Record], count: int) -> str:
    """The `count` pages with the lowest score for each field: score, page, what it says and what was found."""
    if not count:
        return ""
    by_page = [(gold, scores_of([gold], records)) for gold in golds]
    return "\n".join(line for field in FIELDS for line in _worst(field, by_page, records, count))


def _worst(
    field: str, by_page: Iterable[tuple[Gold, Scores]], records: Mapping[str, Record], count: int
) -> Iterator[str]:
    column, read_gold, read_record = FIELDS[field]
    scored = []
    for gold, scores in by_page:
        value = scores[column]
        if column == "published_right" and gold.answers.get("published"):
            value = value or 0.0  # none given
        if value is not None and value < 1:
            scored.append((value, gold.page, read_gold(gold.answers), read_record(records.get(gold.page, {}))))
    for value, page, wanted, found in sorted(scored)[:count]:
        yield f"{field:11}{_figure(value):>5}  {page:32}  {_cut(wanted)!r}\n{'':50}  {_cut(found)!r}"


def _cut(text: str) -> str:
    return " ".join(text.split())[:_CUT]


def _joined(key: str) -> Any:
    return lambda record: " | ".join(record.get(key) or ())


def _plain(key: str) -> Any:
    return lambda record: record.get(key) or ""


def _paragraphs(record: Record) -> str:
    return " ".join(text for section in record.get("sections") or () for text in section["paragraphs"])


def _body(record: Record) -> str:
    return _paragraphs(record) or record.get("body_text") or record.get("text") or ""


def _headings(record: Record) -> str:
    return " | ".join(section["heading"] or "" for section in record.get("sections") or ())


def _captions(record: Record) -> str:
    return " | ".join(caption["text"] or "" for caption in record.get("captions") or ())


FIELDS: dict[str, tuple[str, Any, Any]] = {
    "headline": ("headline", _plain("title"), _plain("headline")),
    "authors": ("authors", _joined("authors"), _joined("authors")),
    "deck": ("deck", _joined("deck"), _joined("deck")),
    "body": ("body", _body, _body),
    "paragraphs": ("paragraphs", _paragraphs, _paragraphs),
    "headings": ("headings", _headings, _headings),
    "captions": ("captions", _captions, _captions),
    "published": ("published_right", _plain("published"), _plain("published")),
}
"""The fields that the worst are listed for: the scorer's column, and how gold and record tell them."""


def differences(before: Iterable[Mapping[str, Any]], rows: Iterable[Row]) -> str:
    """What changed since the rows of a file, a line for each row with the columns that differ."""
    old = {(row["dialect"], row["part"], row["tool"]): row["scores"] for row in before}
    lines = []
    for row in rows:
        was = old.get(row[:3], {})
        changes = [
            f"{column} {_figure(was[column])} to {_figure(value)} ({value - was[column]:+.3f})"
            for column, value in row.scores.items()
            if value is not None and was.get(column) is not None and abs(value - was[column]) >= _SMALLEST
        ]
        if changes:
            lines.append(f"{row.dialect}, {row.part}, {row.tool}: {', '.join(changes)}")
    return "\n".join(lines) or "no score differs"
