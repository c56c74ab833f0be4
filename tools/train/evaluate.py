"""Scores of weights on publishers that they were not trained on, by the corpus's own scorers."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from math import sqrt
from multiprocessing import Pool
from pathlib import Path
from statistics import pvariance
from typing import Any

import orjson

from articleparse.article import adjust_roles, build_article
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.formats import to_record
from articleparse.language import detect_language
from articleparse.roles import judge
from articleparse.roles.network import Network
from articleparse.source import Source
from articleparse.tree import Meta
from articleparse.vocabulary import load_vocabulary
from tools.train.corpus import DIALECTS, fold_of, read_dump, read_readings, read_truths, units_of
from tools.train.pages import KINDS

Record = Mapping[str, Any]
Scores = Mapping[str, float | None]

_PARTS = 10
"""A tenth of the publishers is left out each time for the standard errors."""


def record_of(path: Path, model: Network) -> Record:
    """The record that `model` makes of a dump."""
    text = read_dump(path)
    units = units_of(text)
    page = judge(units, load_vocabulary(), model)
    language = detect_language(text)
    reader, diagnostics = FieldReader(load_vocabulary(), language), Diagnostics()
    blocks, judgements = adjust_roles(units, page.judgements, reader, diagnostics)
    meta = Meta(language=language, name=path.name, kind=page.kind, kind_confidence=page.kind_confidence)
    return to_record(build_article(Source(text, path.name), blocks, judgements, meta, reader, diagnostics))


def _held_out(collection: Path, dialect: str, models: Sequence[Network], page: tuple[str, str]) -> Record:
    name, group = page
    return record_of(collection / "dumps" / dialect / f"{name}.txt", models[fold_of(group, len(models))])


def held_out_records(
    collection: Path, dialect: str, pages: Sequence[tuple[str, str]], models: Sequence[Network]
) -> dict[str, Record]:
    """The records of the pages (name and publisher) that there are dumps of, by name."""
    there = [page for page in pages if (collection / "dumps" / dialect / f"{page[0]}.txt").exists()]
    with Pool() as pool:
        records = pool.map(partial(_held_out, collection, dialect, models), there, chunksize=4)
    return {name: record for (name, _), record in zip(there, records, strict=True)}


def reader_rows(
    corpus: Path, collection: str, models: Sequence[Network], keep: Path | None = None
) -> Iterator[tuple[str, Scores, Scores]]:
    """For each dialect of a collection that readers read: the scores, and their standard errors.

    With `keep` the records are written to `keep`/<collection>/<dialect>.jsonl.

    These are the delete-a-group jackknife's (Kott 2001): how much a score differs by chance of which publishers there
    are.
    """
    folder = corpus / collection
    score = _scorer(corpus, "score_reader")
    groups = {reading["id"]: reading["group"] for reading in read_readings(folder)}
    for dialect in DIALECTS:
        dumps = folder / "dumps" / dialect
        if not dumps.exists():
            continue
        records = held_out_records(folder, dialect, [*groups.items()], models)
        if keep is not None:
            (keep / collection).mkdir(parents=True, exist_ok=True)
            lines = (orjson.dumps(record) + b"\n" for record in records.values())
            (keep / collection / f"{dialect}.jsonl").write_bytes(b"".join(lines))
        scores = score(folder / "reader", records, dumps)[0]
        scores = {**scores, "false authors": false_authors(folder, records)}
        parts = []
        for part in range(_PARTS):
            with tempfile.TemporaryDirectory() as kept:
                for name, group in groups.items():
                    if fold_of(group, _PARTS) != part:
                        Path(kept, f"{name}.json").symlink_to((folder / "reader" / f"{name}.json").resolve())
                parts.append(score(Path(kept), records, dumps)[0])
        yield dialect, scores, {field: standard_error([part.get(field) for part in parts]) for field in parts[0]}


def standard_error(scores: Sequence[float | None]) -> float | None:
    """The standard error of a score, from `scores` without one of the equal parts each; None where one lacks."""
    known = [score for score in scores if score is not None]
    return sqrt((len(known) - 1) * pvariance(known)) if len(known) == len(scores) > 1 else None


def false_authors(folder: Path, records: Mapping[str, Record]) -> float:
    """The share of pages on which some author is none: neither a person nor an agency that the reader names.

    A name counts as the reader's where one holds the other: a title before it is no invention.
    """
    false = total = 0
    for reading in read_readings(folder):
        record = records.get(reading["id"])
        if record is None:
            continue
        known = [name.casefold() for name in (*reading["authors"], *reading["agencies"])]
        names = [name.casefold() for name in record["authors"]]
        total += 1
        false += any(not any(name in one or one in name for one in known) for name in names)
    return false / total if total else 0.0


def wcxb_rows(corpus: Path, models: Sequence[Network]) -> Iterator[tuple[str, str, int, float, float, float]]:
    """For each dialect and type of page: pages, mean word F1, that of the raw dump, and the share of right kinds."""
    folder = corpus / "wcxb"
    overlap: Callable[..., float] = import_module("score").overlap_f1
    truths = read_truths(folder)
    for dialect in ("html2text", "inscriptis"):
        records = held_out_records(folder, dialect, [(truth.page, truth.group) for truth in truths], models)
        for kind in ("article", *sorted({truth.kind for truth in truths} - {"article"})):
            some = [truth for truth in truths if truth.kind == kind and truth.page in records]
            text = [overlap(records[truth.page]["text"], truth.body, 1) for truth in some]
            raw = [
                overlap(read_dump(folder / "dumps" / dialect / f"{truth.page}.txt"), truth.body, 1) for truth in some
            ]
            right = [records[truth.page]["kind"] == KINDS[kind] for truth in some]
            found, plain, kinds = (sum(values) / len(some) for values in (text, raw, right))
            yield dialect, kind, len(some), found, plain, kinds


def _scorer(corpus: Path, name: str) -> Callable[..., Any]:
    """The function `score` of one of the corpus's scorers."""
    if str(corpus) not in sys.path:
        sys.path.append(str(corpus))
    scorer: Callable[..., Any] = import_module(name).score
    return scorer


def table(rows: Iterable[tuple[str, Scores, Scores]]) -> Iterator[str]:
    """The rows as a table in Markdown, each with its standard errors."""
    first = True
    for name, scores, errors in rows:
        if first:
            yield f"| | {' | '.join(scores)} |"
            yield "|---" * (len(scores) + 1) + "|"
            first = False
        yield f"| {name} | {' | '.join(_number(scores[field]) for field in scores)} |"
        yield f"| ± | {' | '.join(_number(errors.get(field)) for field in scores)} |"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")
