"""Reads a corpus folder.

gold/<page>.json            what the page says: title, authors, deck, sections or body_text, captions, group, country
silver.jsonl                what an extractor makes of the pages: a weaker label for pages whose gold has no body
dumps/<dialect>/<page>.txt  the page as a dump
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
from articleparse.roles import Role
from articleparse.source import Source

DIALECTS = ("print", "hash", "plain", "html2text", "wrapped", "markdownify")


@attrs.frozen
class Truth:
    """What is known of one page."""

    page: str
    group: str  # the publisher: all its pages are on one side of a split
    country: str
    title: str
    decks: tuple[str, ...]
    authors: tuple[str, ...]
    sections: tuple[tuple[str | None, tuple[str, ...]], ...]  # heading, paragraphs
    body: str  # the whole body where `sections` is empty
    captions: tuple[tuple[str, str], ...]  # text, credit
    inside: tuple[str, ...]  # passages that are of the body for certain
    outside: tuple[str, ...]  # passages that are not
    is_silver: bool  # told by an extractor and not by a reader
    published: str = ""  # ISO 8601; nothing where the gold has no date
    blocks: tuple[tuple[str, frozenset[Role]], ...] = ()  # text and possible roles, where somebody has labelled them

    @property
    def has_body(self) -> bool:
        """Whether anything is known of the body."""
        return bool(self.sections or self.body)

    @property
    def is_full(self) -> bool:
        """Whether everything about the page is known for sure."""
        return bool(self.sections) and not self.is_silver


def read_truths(corpus: Path) -> list[Truth]:
    """All pages, in the order of their names. Raises ValueError when the folder has none."""
    silver = _silver(corpus / "silver.jsonl")
    golds = (orjson.loads(path.read_bytes()) for path in sorted((corpus / "gold").glob("*.json")))
    truths = [_truth(gold, silver.get(gold["id"], {})) for gold in golds]
    if not truths:
        raise ValueError(f"no pages in {corpus / 'gold'}")
    return truths


def _silver(path: Path) -> dict[str, Mapping[str, Any]]:
    rows = [orjson.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []
    return {Path(row["source"]).stem: row for row in rows}


def _truth(gold: Mapping[str, Any], silver: Mapping[str, Any]) -> Truth:
    is_silver = not gold.get("sections") and not gold.get("body_text")
    sections = (silver if is_silver else gold).get("sections") or ()
    captions = () if is_silver else gold.get("captions") or ()
    return Truth(
        gold["id"],
        gold["group"],
        gold.get("country") or "",
        gold.get("title") or "",
        tuple(gold.get("deck") or ()),
        tuple(gold.get("authors") or ()),
        tuple((section.get("heading"), tuple(section["paragraphs"])) for section in sections),
        gold.get("body_text") or "",
        tuple((caption["text"] or "", caption.get("credit") or "") for caption in captions),
        tuple(gold.get("must_contain") or ()),
        tuple(gold.get("must_not_contain") or ()),
        is_silver,
        gold.get("published") or "",
    )


def dump_path(corpus: Path, dialect: str, page: str) -> Path:
    """Where the dump of a page is, if there is one."""
    return corpus / "dumps" / dialect / f"{page}.txt"


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
