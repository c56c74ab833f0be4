"""The pages that are learnt from: their dumps, the roles of the blocks of one of these, and what kind each is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from articleparse.blocks import Unit
from articleparse.roles import STORY, PageKind, Role
from articleparse.tree import Image, find
from tools.train.align import align
from tools.train.corpus import Truth, read_dumps, read_readings, read_truths, units_of
from tools.train.labels import (
    Roles,
    furniture,
    guessed_roles,
    read_labels,
    roles_of_labels,
    roles_of_reading,
)
from tools.train.transfer import Labelled, labelled

_LABELLED, _ALIGNED = "hash", "html2text"
"""The dialects whose blocks are labelled: where a reader read them, and where only the page's body is known."""

KINDS = {
    "article": PageKind.ARTICLE,
    "documentation": PageKind.DOCUMENTATION,
    "service": PageKind.PRODUCT,
    "product": PageKind.PRODUCT,
    "forum": PageKind.THREAD,
    "collection": PageKind.LISTING,
    "listing": PageKind.LISTING,
}
"""What the types of pages in wcxb/ are here."""

_LEAST_TURNS = 3
"""Questions of an interview, entries of a live report."""


@attrs.frozen
class Page:
    """A page to learn from."""

    name: str
    group: str  # the publisher
    dumps: Mapping[str, str]  # by dialect
    base: str  # the dump whose blocks are labelled
    known: list[Labelled]
    kind: PageKind | None  # None: nobody knows
    is_read: bool  # by a reader, all of it
    weight: float = 1.0


def read_pages(corpus: Path) -> Iterator[Page]:
    """All pages of a corpus folder, in a fixed order."""
    yield from _read(corpus / "dev")
    yield from _read(corpus / "world")
    yield from _labelled(corpus / "dev")
    yield from _aligned(corpus / "wcxb")


def _read(collection: Path) -> Iterator[Page]:
    """The pages that a reader read block by block."""
    for reading in read_readings(collection):
        dumps = read_dumps(collection, reading["id"])
        text = dumps[_LABELLED]
        units = units_of(text)
        roles = _completed(reading["id"], text, roles_of_reading(text, units, reading))
        kind = _kind_of_reading(reading)
        yield Page(
            reading["id"],
            reading["group"],
            dumps,
            text,
            labelled(units, _with_figures(units, roles)),
            kind,
            is_read=True,
        )


def _kind_of_reading(reading: Mapping[str, Any]) -> PageKind:
    lines = reading["lines"]
    if len(lines.get("live", ())) >= _LEAST_TURNS:
        return PageKind.LIVE
    if len(lines.get("questions", ())) >= _LEAST_TURNS:
        return PageKind.INTERVIEW
    return PageKind.ARTICLE


_LABELS_WEIGHT = 0.7
"""Labels corrected from guesses hold fewer of the rare parts than a reader's gold does."""


def _labelled(collection: Path) -> Iterator[Page]:
    """The pages of labels.jsonl that no reader read."""
    read = {reading["id"] for reading in read_readings(collection)}
    groups = {truth.page: truth.group for truth in read_truths(collection)}
    for name in read_labels():
        if name in read or name not in groups:
            continue
        dumps = read_dumps(collection, name)
        text = dumps[_LABELLED]
        units = units_of(text)
        roles = _completed(name, text, roles_of_labels(name, text, units))
        yield Page(
            name,
            groups[name],
            dumps,
            text,
            labelled(units, _with_figures(units, roles)),
            None,
            is_read=False,
            weight=_LABELS_WEIGHT,
        )


_ALIGNED_WEIGHT = 0.4
"""What only the words of a body tell is less sure than what a reader tells."""


def _aligned(collection: Path) -> Iterator[Page]:
    """The pages of which the body is known, articles and others."""
    for truth in read_truths(collection):
        dumps = read_dumps(collection, truth.page)
        if (page := _of_truth(truth, dumps)) is not None:
            yield page


def _of_truth(truth: Truth, dumps: Mapping[str, str]) -> Page | None:
    text = dumps.get(_ALIGNED, "")
    units = units_of(text)
    kind = KINDS.get(truth.kind)
    guesses = guessed_roles(truth.page, text) if kind is PageKind.ARTICLE else []
    roles = align(units, truth, guesses)
    if roles is None:
        return None
    group = truth.group
    return Page(
        truth.page,
        group,
        dumps,
        text,
        labelled(units, _with_figures(units, roles)),
        kind,
        is_read=False,
        weight=_ALIGNED_WEIGHT,
    )


def _completed(page: str, text: str, roles: list[Role | None]) -> list[Roles]:
    """The roles that readers gave, and where they named none, furniture of the kind that earlier weights guessed."""
    guesses: list[Role | None] = [*guessed_roles(page, text)] or [None] * len(roles)
    return [frozenset({role}) if role else furniture(guess) for role, guess in zip(roles, guesses, strict=True)]


_SHOWN = STORY | {Role.CAPTION, Role.CREDIT, Role.HEADLINE, Role.DECK, Role.BYLINE}
"""What a picture of the story stands beside."""


def _with_figures(units: Sequence[Unit], roles: Sequence[Roles]) -> list[Roles]:
    """The roles, pictures without text that stand beside a part of the article being figures: no reader names these."""
    found = [*roles]
    for index, unit in enumerate(units):
        beside = [one for own in roles[max(0, index - 1) : index + 2] for one in own if len(own) == 1]
        if not unit.node.text.strip() and next(find(unit.node, Image), None) and not _SHOWN.isdisjoint(beside):
            found[index] = frozenset({Role.FIGURE})
    return found
