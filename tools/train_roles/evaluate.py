"""Scores of weights on pages that they were not trained on, by the corpus's own scorer and the whole pipeline."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from statistics import pvariance

import attrs
import orjson

from articleparse.article import adjust_roles, build_article
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.export import to_record
from articleparse.fields.line import FieldReader
from articleparse.roles import Judgement, classify
from articleparse.roles.weights import Weights
from articleparse.source import Source
from articleparse.tree import Meta
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.corpus import DIALECTS, Truth, dump_path, fold_of, read_dump, units_of
from tools.train_roles.examples import Example
from tools.train_roles.parameters import Data

COLUMNS = ("headline", "authors", "deck", "body", "paragraphs", "headings", "captions", "credit", "segments", "overall")

_FEWEST = 3
"""Countries with fewer pages get no row of their own."""

Scores = Mapping[str, float | None]
Record = Mapping[str, object]
Trainer = Callable[[Sequence[Example]], Data]
Judge = Callable[[Sequence[Unit], Truth], Sequence[Judgement]]
"""Says what each block of a page's dump is for."""


@attrs.frozen
class Row:
    """One line of the table: the scores of some pages in one dialect."""

    title: str
    pages: int
    scores: Scores

    def __str__(self) -> str:
        """The line in Markdown."""
        cells = [_cell(self.scores.get(column)) for column in COLUMNS]
        return f"| {self.title} | {self.pages} | {' | '.join(cells)} |"


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def header() -> str:
    """The first two lines of a table of rows."""
    return f"| pages | number | {' | '.join(COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 2)}"


def cross_validate(
    corpus: Path,
    truths: Sequence[Truth],
    examples: Sequence[Example],
    folds: int,
    trainer: Trainer,
    keep: Path | None = None,
) -> list[Row]:
    """Each page scored with weights from the other folds; a publisher's pages are all in the same fold.

    The records go to `keep`/<dialect>.jsonl, each with the roles of its blocks, if that folder is given.
    """
    models = []
    for fold in range(folds):
        others = [example for example in examples if not example.group or fold_of(example.group, folds) != fold]
        models.append(Weights.from_data(trainer(others)))
    return table(
        corpus,
        truths,
        lambda units, truth: classify(units, load_vocabulary(), models[fold_of(truth.group, folds)]),
        keep,
    )


def table(corpus: Path, truths: Sequence[Truth], judge: Judge, keep: Path | None = None) -> list[Row]:
    """The scores in each dialect: of the fully annotated pages, with their errors, of all, and of these by country."""
    rows = []
    for dialect in DIALECTS:
        there = [truth for truth in truths if dump_path(corpus, dialect, truth.page).exists()]
        full = [truth for truth in there if truth.is_full]
        records = {truth.page: _record(corpus, dialect, truth, judge) for truth in there}
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{dialect}.jsonl").write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in records.values()))
        rows += [_row(dialect, corpus, full, records), _errors(f"{dialect}, ±", corpus, full, records)]
        if len(full) < len(there):
            rows.append(_row(f"{dialect}, all pages", corpus, there, records))
        if dialect == "hash":
            rows += _countries(corpus, full, records)
    return rows


def _errors(title: str, corpus: Path, truths: Sequence[Truth], records: Mapping[str, Record]) -> Row:
    """The standard errors: how much the scores differ by chance of which publishers the corpus has.

    A tenth of the publishers is left out each time, the delete-a-group jackknife (Kott 2001).
    """
    parts = [[truth for truth in truths if fold_of(truth.group, _PARTS) != part] for part in range(_PARTS)]
    rows = [_row(title, corpus, pages, records).scores for pages in parts]
    return Row(title, len(truths), {column: standard_error([row.get(column) for row in rows]) for column in COLUMNS})


_PARTS = 10


def standard_error(scores: Sequence[float | None]) -> float | None:
    """The standard error of a score, from `scores` without one of the equal parts each; None where one lacks."""
    known = [score for score in scores if score is not None]
    return sqrt((len(known) - 1) * pvariance(known)) if len(known) == len(scores) > 1 else None


def _countries(corpus: Path, truths: Iterable[Truth], records: Mapping[str, Record]) -> list[Row]:
    countries: dict[str, list[Truth]] = defaultdict(list)
    for truth in truths:
        countries[truth.country].append(truth)
    return [
        _row(f"hash, {country}", corpus, pages, records)
        for country, pages in sorted(countries.items())
        if len(pages) >= _FEWEST
    ]


def _record(corpus: Path, dialect: str, truth: Truth, judge: Judge) -> Record:
    path = dump_path(corpus, dialect, truth.page)
    text = read_dump(path)
    units = units_of(text)
    judgements = judge(units, truth)
    reader, diagnostics = FieldReader(load_vocabulary()), Diagnostics()
    blocks, adjusted = adjust_roles(units, judgements, reader, diagnostics)
    article = build_article(Source(text, path.name), blocks, adjusted, Meta(name=path.name), reader, diagnostics)
    return {**to_record(article), "roles": [judgement.role.name for judgement in judgements]}


def _row(title: str, corpus: Path, truths: Sequence[Truth], records: Mapping[str, Record]) -> Row:
    """Run the corpus's scorer on these pages and no others."""
    with tempfile.TemporaryDirectory() as folder:
        gold, answers = Path(folder, "gold"), Path(folder, "records.jsonl")
        gold.mkdir()
        for truth in truths:
            shutil.copy(corpus / "gold" / f"{truth.page}.json", gold)
        answers.write_bytes(b"".join(orjson.dumps(records[truth.page]) + b"\n" for truth in truths))
        command = [sys.executable, str(corpus.parent / "score.py"), str(gold), str(answers), "--json"]
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # the scorer of the given corpus
    return Row(title, len(truths), orjson.loads(done.stdout))
