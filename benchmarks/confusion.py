"""A picture of which roles are taken for which: what the annotation says of a block, against its role."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from articleparse.roles import Role, classify
from articleparse.vocabulary import load_vocabulary

sys.path.append(str(Path(__file__).parents[1]))  # a checkout's tools are no part of the package
from tools.train_roles.align import KNOWN, align
from tools.train_roles.corpus import Truth, dump_path, read_dump, read_truths, units_of

TITLE = "words of the headline"
"""The label of the headline wherever it stands; one of several is the headline, the others are in menus."""
BESIDE = "no part of the story"
"""The label of a block that the annotation names nowhere."""

_RARE = 0.002
"""Roles that take fewer than this share of the labelled blocks make no column."""

Counts = Counter[tuple[str, str]]
"""How many blocks have this label and this role."""


def draw(corpus: Path, records: Mapping[str, Mapping[str, Mapping[str, Any]]], out: Path) -> None:
    """Draw the confusion in the dumps of `records` (by dialect and page) to the file `out`.

    The roles are those of the key `roles` of a record (a cross-validation's), else what the shipped weights say.
    """
    truths = [truth for truth in read_truths(corpus) if truth.is_full]
    counts: Counts = Counter()
    for dialect, pages in records.items():
        for truth in truths:
            if truth.page in pages:
                counts += confusion(corpus, dialect, truth, pages[truth.page].get("roles"))
    picture(counts, ", ".join(records)).savefig(out, dpi=150, bbox_inches="tight")


def confusion(corpus: Path, dialect: str, truth: Truth, roles: list[str] | None) -> Counts:
    """The labels and roles of a dump's blocks; blocks whose label is in doubt are left out."""
    units = units_of(read_dump(dump_path(corpus, dialect, truth.page)))
    found = roles or [judgement.role.name for judgement in classify(units, load_vocabulary())]
    labels = map(label, align(units, truth) or [])
    return Counter((told, role) for told, role in zip(labels, found, strict=False) if told)


def label(possible: frozenset[Role]) -> str:
    """What the annotation says of a block that can have these roles; empty where that is in doubt.

    >>> label(frozenset({Role.DECK})), label(frozenset({Role.DECK, Role.CAPTION}))
    ('DECK', '')
    """
    if Role.HEADLINE in possible:
        return TITLE
    if len(possible) == 1:
        return next(iter(possible)).name
    return BESIDE if possible.isdisjoint(KNOWN) and len(possible) > len(KNOWN) else ""


def picture(counts: Counts, title: str) -> Figure:
    """Rows are labels, columns roles; a cell has the number of blocks, its colour is the share of its row."""
    rows = Counter[str]()
    columns = Counter[str]()
    for (told, role), count in counts.items():
        rows[told] += count
        columns[role] += count
    names = [name for name, _ in rows.most_common()]
    own = [Role.HEADLINE.name if name == TITLE else name for name in names]
    roles = [name for name in own if name in columns]
    roles += [name for name, n in columns.most_common() if name not in roles and n >= _RARE * columns.total()]
    shares = [[counts[name, role] / rows[name] for role in roles] for name in names]
    figure = Figure(figsize=(1.5 + 0.62 * len(roles), 2 + 0.42 * len(names)))
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(roles)), map(_words, roles), rotation=45, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(names)), [f"{_words(name)} ({rows[name]:,})" for name in names])
    axes.set(xlabel="judged to be", ylabel="by the annotation", title=f"Roles of blocks: {title}")
    for y, name in enumerate(names):
        for x, role in enumerate(roles):
            if count := counts[name, role]:
                colour = "white" if shares[y][x] > 0.5 else "black"
                axes.text(x, y, f"{count:,}", ha="center", va="center", color=colour, fontsize=7)
    return figure


def _words(name: str) -> str:
    return name.lower().replace("_", " ")
