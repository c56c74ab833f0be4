"""How much of the articles of a corpus is found, beside extractors of HTML that are fed the same dumps.

    python benchmarks/accuracy.py CORPUS                    # CORPUS/gold/*.json, CORPUS/dumps/DIALECT/*.txt
    python benchmarks/accuracy.py CORPUS --worst 10 --peers # the worst documents for each field, no peers
    python benchmarks/accuracy.py CORPUS --records DIR      # score DIR/DIALECT.jsonl and parse nothing
    python benchmarks/accuracy.py CORPUS --json new.json --against old.json

Needs the extra `bench`. The weights that ship were trained on pages of a corpus: on those pages they have seen the
answers. `python -m tools.train CORPUS --cross-validate --records DIR` writes what weights find that have not,
for `--records DIR` here. `benchmarks/score.py` is the scorer and says which fields it reads.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import orjson
from peers import PEERS, to_html
from reading import Records, read_dumps
from report import Gold, Record, Row, differences, published, read_golds, rows_of, table, worst

import articleparse as ap

OURS = "articleparse"
IN_SAMPLE = """\
articleparse: by the weights that ship. Where they were trained on these pages (see docs/accuracy.md), its rows are
in-sample and tell nothing about unseen publishers; --records scores a cross-validation.
"""


def examine(path: Path, peers: Sequence[str]) -> dict[str, Record]:
    """What each tool finds in the dump, by its name."""
    text = path.read_bytes().decode("utf-8", "replace")
    found: dict[str, Record] = {OURS: dict(ap.to_record(ap.parse(text, name=path.name)))}
    html = to_html(text) if peers else ""
    return found | {name: PEERS[name](html) for name in peers}


def read_records(path: Path) -> dict[str, Record]:
    """The records of a file, by page."""
    rows = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    return {Path(row["source"]).stem: row for row in rows}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score what is found in the dumps of a corpus.")
    parser.add_argument("corpus", type=Path, help="a folder with gold/ and dumps/")
    parser.add_argument("--dialects", nargs="+", metavar="DIALECT", help="folders of dumps (default: all)")
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS), help="default: all")
    parser.add_argument("--records", type=Path, metavar="DIR", help="score DIR/DIALECT.jsonl and parse nothing")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst documents for each field")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="print how the scores differ from a file of --json"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a processor)")
    given = parser.parse_args()
    if not list(given.corpus.glob("gold/*.json")):
        parser.error(f"no pages in {given.corpus / 'gold'}")
    given.dialects = given.dialects or sorted(path.name for path in given.corpus.glob("dumps/*") if path.is_dir())
    return given


def _records(given: argparse.Namespace, dialect: str, pages: Sequence[str]) -> Records:
    if given.records:
        return {OURS: read_records(given.records / f"{dialect}.jsonl")}
    paths = [given.corpus / "dumps" / dialect / f"{page}.txt" for page in pages]
    return read_dumps(paths, partial(examine, peers=given.peers), given.jobs)


def _score(given: argparse.Namespace, dialect: str, golds: Sequence[Gold]) -> list[Row]:
    """Print what there is to say of a dialect; its rows."""
    folder = given.corpus / "dumps" / dialect
    there = [gold for gold in golds if (folder / f"{gold.page}.txt").exists()]
    records = _records(given, dialect, [gold.page for gold in there])
    rows = rows_of(dialect, there, records)
    ours = records[OURS]
    print(table(rows), published(there, ours), worst(there, ours, given.worst), sep="\n", end="\n\n", flush=True)
    return rows


def main() -> None:
    """Score each dialect, and print what was asked for."""
    given = _arguments()
    golds = read_golds(given.corpus / "gold")
    print(f"articleparse: as {given.records} has it.\n" if given.records else IN_SAMPLE)
    rows: list[Row] = []
    for dialect in given.dialects:
        rows += _score(given, dialect, golds)
    if given.against:
        print(differences(orjson.loads(given.against.read_bytes()), rows))
    if given.json:
        given.json.write_bytes(orjson.dumps([row._asdict() for row in rows], option=orjson.OPT_INDENT_2))


if __name__ == "__main__":
    main()
