"""Made-up pages and what is learnt from them."""

from __future__ import annotations

from random import Random

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import Role
from articleparse.roles.features import features
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.align import ALL, Roles
from tools.train_roles.corpus import units_of
from tools.train_roles.examples import Example, of_roles
from tools.train_roles.synthetic.body import body
from tools.train_roles.synthetic.head import head, top
from tools.train_roles.synthetic.page import Page, told
from tools.train_roles.synthetic.pseudo import CASELESS, LATIN, Writer
from tools.train_roles.synthetic.small import small
from tools.train_roles.synthetic.tail import tail
from tools.train_roles.synthetic.turns import interview, live
from tools.train_roles.words import normal

_SEED = 7
_SMALL = 0.2
"""The share of pages that are nothing but a few lines of a story."""

_CASELESS = 0.12
"""The share of pages in a script without capitals."""

_STORIES = (*[body] * 12, interview, live)


def synthetic_examples(count: int) -> list[Example]:
    """So many made-up pages; always the same ones."""
    random = Random(_SEED)  # noqa: S311
    return [_example(make_page(random)) for _ in range(count)]


def _example(page: Page) -> Example:
    units = units_of(page.source)
    found = told(units, page.parts)
    return of_roles(
        features(units, load_vocabulary()), [roles or _else(unit) for unit, roles in zip(units, found, strict=True)]
    )


def _else(unit: Unit) -> Roles:
    """Blocks that were joined or split can be anything."""
    if unit.kind is UnitKind.RULE:
        return frozenset({Role.SEPARATOR})
    return ALL - {Role.HEADLINE} if normal(unit.node.text) else frozenset({Role.FIGURE, Role.OTHER})


def make_page(random: Random) -> Page:
    """A page with some of the parts that pages have, in the order of most pages."""
    writer = Writer(random, random.choice(CASELESS) if random.random() < _CASELESS else LATIN)
    page = Page(writer)
    if writer.chance(_SMALL):
        small(page)
        return page
    top(page)
    authors = head(page)
    writer.random.choice(_STORIES)(page)
    tail(page, authors)
    return page
