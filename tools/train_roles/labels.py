"""Pages that were read and labelled block by block.

labels.jsonl has a line for each page: {"page": "t_0d7e5f0b64", "roles": {"headline": "12", "paragraph": "15-21 25"}}.
The numbers are the lines, from 1, of the page's dump in the dialect `hash` on which blocks begin; a range means all
blocks that begin within it. A block that is not named is beside the story. No text of a page is in the file.

The labels are a language model's, which read each page and corrected the roles that earlier weights had given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs
import orjson

from articleparse.blocks import Unit
from articleparse.roles import FURNITURE, Role
from articleparse.source import Source
from tools.train_roles.corpus import Truth, dump_path, read_dump, units_of

_LABELLED = "hash"
"""The dialect whose lines the labels name."""

_FILE = Path(__file__).parent / "labels.jsonl"

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTATION, Role.LIST, Role.QUESTION, Role.ANSWER, Role.LIVE_ENTRY, Role.TABLE})
"""The roles of blocks whose words are the story's."""

_BESIDE_STORY = FURNITURE | {Role.SEPARATOR, Role.COPYRIGHT, Role.FIGURE, Role.EMBED}
"""What a block can be that nobody has named."""

Labels = Mapping[str, Mapping[int, Role]]
"""The role of each labelled block by page and line."""


def read_labels() -> Labels:
    """What labels.jsonl says."""
    rows = map(orjson.loads, _FILE.read_bytes().splitlines())
    return {row["page"]: _roles(row["roles"]) for row in rows}


def _roles(lines: Mapping[str, str]) -> Mapping[int, Role]:
    return {line: Role(role) for role, numbers in lines.items() for line in _numbers(numbers)}


def _numbers(lines: str) -> Iterable[int]:
    for part in lines.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def with_labels(corpus: Path, truths: Iterable[Truth], known: Labels) -> list[Truth]:
    """`truths`, those of labelled pages with everything that the labels tell."""
    return [_read(corpus, truth, known[truth.page]) if truth.page in known else truth for truth in truths]


def _read(corpus: Path, truth: Truth, roles: Mapping[int, Role]) -> Truth:
    text = read_dump(dump_path(corpus, _LABELLED, truth.page))
    source = Source(text)
    lines = [(unit, source.position(unit.node.span.start)[0]) for unit in units_of(text)]
    told = [(unit, roles.get(line)) for unit, line in lines if unit.node.text]
    return attrs.evolve(
        truth,
        title=next((unit.node.text for unit, role in told if role is Role.HEADLINE), truth.title),
        decks=tuple(unit.node.text for unit, role in told if role in (Role.DECK, Role.HIGHLIGHTS)),
        sections=tuple(_sections(told)),
        body="",
        captions=tuple((unit.node.text, "") for unit, role in told if role is Role.CAPTION),
        is_silver=False,
        blocks=tuple((unit.node.text, frozenset({role}) if role else _BESIDE_STORY) for unit, role in told),
    )


def _sections(told: Iterable[tuple[Unit, Role | None]]) -> Iterable[tuple[str | None, tuple[str, ...]]]:
    heading: str | None = None
    paragraphs: list[str] = []
    for unit, role in told:
        if role is Role.CROSSHEAD:
            if heading or paragraphs:
                yield heading, tuple(paragraphs)
            heading, paragraphs = unit.node.text, []
        elif role in _PROSE:
            paragraphs.append(unit.node.text)
    if heading or paragraphs:
        yield heading, tuple(paragraphs)
