"""The roles that readers gave to the blocks of pages.

labels.jsonl has a line for each page of dev/ that was labelled block by block: `{"page": "t_0d7e5f0b64", "roles":
{"headline": "12", "paragraph": "15-21 25"}, "hashes": "..."}`. The numbers are the lines, from 1, of the page's dump in
the dialect `hash` on which blocks begin; a range means all blocks that begin within it. A block that is not named is
beside the story. `hashes` has four digits for each labelled block, so that labels are never laid on another text. No
text of a page is in the file. Its labels are a language model's, which read each page and corrected the roles that
earlier weights had given.

guesses.jsonl has the roles that earlier weights gave to all blocks of a dump, a letter each: what they say of furniture
is taken where no reader says anything of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import orjson

from articleparse.blocks import Unit
from articleparse.roles import FURNITURE, Role
from articleparse.source import Source

Roles = frozenset[Role]

_FOLDER = Path(__file__).parent
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", Role, strict=False))

BESIDE: Roles = FURNITURE | {Role.SEPARATOR, Role.COPYRIGHT, Role.FIGURE, Role.TAGS, Role.EMBED}
"""What a block can be that no reader has named."""

_READINGS = {
    "headline": Role.HEADLINE,
    "byline": Role.BYLINE,
    "times": Role.TIMESTAMP,
    "kicker": Role.KICKER,
    "deck": Role.DECK,
    "highlights": Role.HIGHLIGHTS,
    "paragraphs": Role.PARAGRAPH,
    "crossheads": Role.CROSSHEAD,
    "quotes": Role.QUOTATION,
    "pull_quotes": Role.PULL_QUOTE,
    "lists": Role.LIST,
    "tables": Role.TABLE,
    "questions": Role.QUESTION,
    "answers": Role.ANSWER,
    "live": Role.LIVE_ENTRY,
    "fact_box": Role.FACT_BOX,
    "bio": Role.AUTHOR_BIO,
    "correction": Role.CORRECTION,
}
"""How a reader's gold names the purposes of lines."""


def roles_of_reading(text: str, units: Sequence[Unit], reading: Mapping[str, Any]) -> list[Role | None]:
    """The role that a reader's gold gives to each of `units`, the blocks of the dump `text`; None: it names none."""
    known: dict[int, Role] = {}
    for name, role in _READINGS.items():
        _note(known, reading["lines"].get(name, []), role)
    for caption, lines in zip(reading["captions"], reading["lines"].get("captions", []), strict=True):
        _note(known, lines, Role.CAPTION if caption["text"] else Role.CREDIT)
    source = Source(text)
    return [next((known[line] for line in _lines(source, unit) if line in known), None) for unit in units]


def _note(known: dict[int, Role], lines: Any, role: Role) -> None:
    for line in lines if isinstance(lines, list) else [lines]:
        if isinstance(line, list):
            _note(known, line, role)
        else:
            known.setdefault(line, role)


def _lines(source: Source, unit: Unit) -> range:
    start, end = unit.node.span
    return range(source.position(start)[0], source.position(max(start, end - 1))[0] + 1)


@cache
def read_labels() -> Mapping[str, Mapping[str, Any]]:
    """What labels.jsonl says, by page."""
    rows = map(orjson.loads, (_FOLDER / "labels.jsonl").read_bytes().splitlines())
    return {row["page"]: row for row in rows}


def roles_of_labels(page: str, text: str, units: Sequence[Unit]) -> list[Role | None]:
    """The role that labels.jsonl gives to each of `units`, the blocks of the page's dump `text`; None: it names none.

    Raises ValueError when the labels were made for another text.
    """
    row = read_labels()[page]
    roles = {line: Role(role) for role, lines in row["roles"].items() for line in _numbers(lines)}
    source = Source(text)
    found = [roles.get(source.position(unit.node.span.start)[0]) for unit in units]
    if row["hashes"] != hashes(unit for unit, role in zip(units, found, strict=True) if role):
        raise ValueError(f"labels.jsonl: the labels of {page} are for another text")
    return found


def hashes(units: Iterable[Unit]) -> str:
    """Four hexadecimal digits for each block's text."""
    return "".join(f"{crc32(unit.node.text.encode('utf-8', 'replace')) & 0xFFFF:04x}" for unit in units)


def _numbers(lines: str) -> Iterable[int]:
    for part in lines.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


@cache
def _guesses() -> Mapping[str, Mapping[str, Any]]:
    rows = map(orjson.loads, (_FOLDER / "guesses.jsonl").read_bytes().splitlines())
    return {row["page"]: row for row in rows}


def guessed_roles(page: str, text: str) -> list[Role]:
    """The role that earlier weights gave to each block of the page's dump `text`; none where they saw another text."""
    row = _guesses().get(page)
    if row is None or row["crc"] != crc32(text.encode("utf-8", "replace")):
        return []
    return [_LETTERS[letter] for letter in row["roles"]]


_LOOSE = frozenset({Role.NAVIGATION, Role.OTHER})
"""One as good as the other, for what is of no use."""


def furniture(guess: Role | None) -> Roles:
    """What a block can be that no reader names, given a guess."""
    if guess not in BESIDE or guess is None:
        return BESIDE
    return _LOOSE if guess in _LOOSE else frozenset({guess})
