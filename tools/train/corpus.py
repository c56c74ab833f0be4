"""Reads a corpus folder, which has one folder for each collection of pages.

dev/, world/   <id>.json in reader/: what a reader saw in the dump; gold/ of dev: the publishers of all its pages
wcxb/          <id>.json in gold/: the kind of page, its title, authors and body
*/dumps/<dialect>/<id>.txt   the page as a dump
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import attrs
import orjson

from articleparse.blocks import Unit, read_blocks
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import detect_dialect
from articleparse.inline import read_units
from articleparse.lines import read_lines
from articleparse.source import Source

DIALECTS = ("print", "hash", "plain", "html2text", "wrapped", "markdownify", "inscriptis")


@attrs.frozen
class Truth:
    """What is known of a page whose blocks nobody labelled."""

    page: str
    group: str  # the publisher: all its pages are on one side of a split
    title: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""
    inside: tuple[str, ...] = ()  # passages that are of the body for certain
    outside: tuple[str, ...] = ()  # passages that are not
    kind: str = ""  # of page


def read_truths(collection: Path) -> list[Truth]:
    """All pages of a collection's gold/, in the order of their names. Raises ValueError when the folder has none."""
    golds = (orjson.loads(path.read_bytes()) for path in sorted((collection / "gold").glob("*.json")))
    truths = [_truth(gold) for gold in golds]
    if not truths:
        raise ValueError(f"no pages in {collection / 'gold'}")
    return truths


def _truth(gold: Mapping[str, Any]) -> Truth:
    return Truth(
        gold["id"],
        gold["group"],
        gold.get("title") or "",
        tuple(gold.get("authors") or ()),
        gold.get("body_text") or "",
        tuple(gold.get("must_contain") or ()),
        tuple(gold.get("must_not_contain") or ()),
        gold.get("type") or "",
    )


def read_readings(collection: Path) -> list[Mapping[str, Any]]:
    """What a reader saw on each page of a collection, in the order of their names."""
    return [orjson.loads(path.read_bytes()) for path in sorted((collection / "reader").glob("*.json"))]


def read_dumps(collection: Path, page: str) -> dict[str, str]:
    """The dumps that there are of a page, by dialect."""
    paths = {dialect: collection / "dumps" / dialect / f"{page}.txt" for dialect in DIALECTS}
    return {dialect: read_dump(path) for dialect, path in paths.items() if path.exists()}


def read_dump(path: Path) -> str:
    """The text of a dump, its line ends as they are."""
    return path.read_bytes().decode("utf-8", "replace")


def units_of(text: str) -> list[Unit]:
    """The blocks of a dump, as the syntax stages make them."""
    source, diagnostics = Source(text), Diagnostics()
    lines = read_lines(source, diagnostics)
    dialect = detect_dialect(source, lines, None)
    return list(read_units(source, read_blocks(source, lines, dialect, diagnostics), dialect, diagnostics))


def fold_of(group: str, folds: int) -> int:
    """Which fold the pages of a publisher are in: the same on every machine.

    >>> fold_of("The Daily", 3) == fold_of("The Daily", 3)
    True
    """
    return crc32(group.encode()) % folds
