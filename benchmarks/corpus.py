"""The promises of a parse, held against a folder of real dumps.

    python benchmarks/corpus.py DIR               # DIR/**/*.txt
    python benchmarks/corpus.py DIR --jobs 4

Every dump must become a well-formed tree without an exception, give back the dump, and come back from JSON and XML as
it was. Prints how many dumps were read as each dialect and what was broken; the exit status is 1 if anything was.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import articleparse as ap

_CHUNK = 20
"""Dumps that a process takes at a time."""


class Outcome(NamedTuple):
    """What became of one dump."""

    path: Path
    dialect: str
    characters: int
    broken: tuple[str, ...]  # the promises that did not hold


PROMISES: dict[str, Callable[[ap.Article], bool]] = {
    "well formed": lambda article: ap.validate(article) == [],
    "lossless": lambda article: ap.unparse(article) == article.source,
    "JSON": lambda article: _survives(article, ap.to_json, ap.from_json),
    "XML": lambda article: _survives(article, ap.to_xml, ap.from_xml),
}


def _survives(article: ap.Article, write: Callable[[ap.Article], str], read: Callable[[str], ap.Article]) -> bool:
    returned = read(write(article))
    return returned == article and returned.source == article.source


def examine(path: Path) -> Outcome:
    """Parse the dump and check every promise; an exception is a broken promise too."""
    try:
        article = ap.parse_file(path)
    except Exception:
        return Outcome(path, "?", 0, (f"parse: {_last_line()}",))
    return Outcome(path, article.meta.dialect, article.span.end, tuple(_broken(article)))


def _broken(article: ap.Article) -> Iterable[str]:
    for name, holds in PROMISES.items():
        try:
            if not holds(article):
                yield name
        except Exception:
            yield f"{name}: {_last_line()}"


def _last_line() -> str:
    return traceback.format_exc().strip().splitlines()[-1]


def table(outcomes: Iterable[Outcome]) -> str:
    """A line for each folder and dialect: dumps, characters, dumps with a broken promise."""
    dumps: Counter[tuple[str, str]] = Counter()
    characters: Counter[tuple[str, str]] = Counter()
    broken: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        key = outcome.path.parent.name, outcome.dialect
        dumps[key] += 1
        characters[key] += outcome.characters
        broken[key] += bool(outcome.broken)
    lines = [f"{'folder':14}{'read as':20}{'dumps':>7}{'characters':>13}{'broken':>8}"]
    lines += [f"{a:14}{b:20}{dumps[a, b]:7,}{characters[a, b]:13,}{broken[a, b]:8,}" for a, b in sorted(dumps)]
    lines.append(f"{'':34}{dumps.total():7,}{characters.total():13,}{broken.total():8,}")
    return "\n".join(lines)


def main() -> None:
    """Examine every dump of a folder and print what was found."""
    parser = argparse.ArgumentParser(description="Hold the promises of a parse against a folder of dumps.")
    parser.add_argument("folder", type=Path, help="searched for *.txt, in folders below too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a processor)")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"))
    if not paths:
        parser.error(f"no dumps in {arguments.folder}")
    start = perf_counter()
    with ProcessPoolExecutor(arguments.jobs) as pool:
        outcomes = list(pool.map(examine, paths, chunksize=_CHUNK))
    print(table(outcomes))
    print(f"{perf_counter() - start:.1f} s with {arguments.jobs} processes")
    failed = [outcome for outcome in outcomes if outcome.broken]
    for outcome in failed:
        print(f"{outcome.path}: {'; '.join(outcome.broken)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
