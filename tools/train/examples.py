"""Examples to learn from: the features of a dump's blocks, and the roles that each can have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from multiprocessing import Pool
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import PageKind, Role
from articleparse.roles.certainty import KINDS
from articleparse.roles.features import features
from articleparse.roles.registry import numbers_of
from articleparse.roles.role import INDEX, ROLES
from articleparse.vocabulary import load_vocabulary
from tools.train.corpus import units_of
from tools.train.labels import Roles
from tools.train.pages import Page, read_pages
from tools.train.synthetic.pages import made_up_page
from tools.train.transfer import Labelled, transferred
from tools.train.variants import dumps_of

_COSTS = {
    Role.HEADLINE: 3.0,
    Role.DECK: 2.0,
    Role.BYLINE: 2.0,
    Role.KICKER: 2.0,
    Role.CROSSHEAD: 1.5,
    Role.CAPTION: 1.5,
    Role.CREDIT: 1.5,
    Role.QUESTION: 1.5,
    Role.TIMESTAMP: 1.5,
    Role.PARAGRAPH: 1.0,
    Role.ANSWER: 1.0,
    Role.CORRECTION: 1.0,
}
"""What a mistake costs on a block that has the role, others 0.5."""

_COST_ELSE = 0.5
_UNSURE, _COST_UNSURE = 6, 0.2
"""From so many possible roles on a block says little."""

_FEWEST = 2
"""Blocks of a dump from which on something is to be learnt."""


@attrs.frozen(eq=False)
class Example:
    """A dump to learn from."""

    numbers: NDArray[np.int16]  # of the features of all blocks, one after the other
    bounds: NDArray[np.int32]  # where those of each block begin, and the end
    possible: NDArray[np.bool_]  # blocks x roles
    costs: NDArray[np.float32]  # of a mistake on each block
    kind: int  # of the page, an index of KINDS; -1: nobody knows
    weight: float
    group: str  # the publisher; none for a made-up page


def example_of(
    units: Sequence[Unit], roles: Sequence[Roles | None], kind: PageKind | None, weight: float = 1.0, group: str = ""
) -> Example:
    """What is learnt from a dump's blocks that can have these roles (None: all but the headline's)."""
    rows = [sorted(set(numbers_of(own))) for own in features(units, load_vocabulary())]
    sure = [own or _unknown(unit) for unit, own in zip(units, roles, strict=True)]
    possible = np.zeros((len(units), len(ROLES)), dtype=np.bool_)
    for row, own in zip(possible, sure, strict=True):
        row[[INDEX[role] for role in own]] = True
    return Example(
        np.array([number for row in rows for number in row], dtype=np.int16),
        np.cumsum([0, *map(len, rows)]).astype(np.int32),
        possible,
        np.array([_cost(own) for own in sure], dtype=np.float32),
        KINDS.index(kind) if kind else -1,
        weight,
        group,
    )


def _unknown(unit: Unit) -> Roles:
    """What a block can be that is in no other dump of the page, or was joined or split."""
    if unit.kind is UnitKind.RULE:
        return frozenset({Role.SEPARATOR})
    return frozenset(Role) - {Role.HEADLINE} if unit.node.text.strip() else frozenset({Role.FIGURE, Role.OTHER})


def _cost(roles: Roles) -> float:
    if len(roles) >= _UNSURE:
        return _COST_UNSURE
    return max(_COSTS.get(role, _COST_ELSE) for role in roles)


def examples_of_page(page: Page) -> list[Example]:
    """What is learnt from all dumps of a page."""
    return [found for text, known in dumps_of(page) if (found := _example(page, text, known))]


def _example(page: Page, text: str, known: Sequence[Labelled]) -> Example | None:
    units = units_of(text)
    if len(units) < _FEWEST:
        return None
    return example_of(units, transferred(units, known), page.kind, page.weight, page.group)


def made_up_example(number: int) -> Example:
    """What is learnt from the made-up page of this number."""
    text, known, kind = made_up_page(number)
    units = units_of(text)
    return example_of(units, transferred(units, known), kind, _MADE_UP_WEIGHT)


_MADE_UP_WEIGHT = 0.7


def all_examples(corpus: Path, made_up: int) -> list[Example]:
    """What is learnt from all pages of a corpus folder and from so many made-up ones; always the same."""
    with Pool() as pool:
        of_pages = pool.imap(examples_of_page, read_pages(corpus), chunksize=8)
        found = list(chain.from_iterable(of_pages))
        return found + pool.map(made_up_example, range(made_up), chunksize=64)
