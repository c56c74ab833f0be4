"""Made-up pages: articles for the most part, and some of the other kinds."""

from __future__ import annotations

from random import Random

from articleparse.roles import PageKind
from tools.train.synthetic.body import body
from tools.train.synthetic.head import head, top
from tools.train.synthetic.others import OTHERS
from tools.train.synthetic.page import Page
from tools.train.synthetic.pseudo import CASELESS, LATIN, Writer
from tools.train.synthetic.small import small
from tools.train.synthetic.tail import tail
from tools.train.synthetic.turns import interview, live
from tools.train.transfer import Labelled
from tools.train.words import normal

_SMALL, _OTHER = 0.35, 0.08
"""The shares of pages that are nothing but a few lines of a story, and of pages that are no article."""

_CASELESS = 0.2
"""The share of pages in a script without capitals."""

_STORIES = (*[(body, PageKind.ARTICLE)] * 11, *[(interview, PageKind.INTERVIEW)] * 2, (live, PageKind.LIVE))


def made_up_page(number: int) -> tuple[str, list[Labelled], PageKind]:
    """The page of this number: the dump, its labelled blocks, its kind; always the same."""
    page = Page(_writer(Random(f"page {number}")))  # noqa: S311
    kind = _write(page)
    return page.source, [(normal(part.text), part.roles) for part in page.parts], kind


def _writer(random: Random) -> Writer:
    return Writer(random, random.choice(CASELESS) if random.random() < _CASELESS else LATIN)


def _write(page: Page) -> PageKind:
    """Write some of the parts that pages have, in the order of most pages."""
    writer = page.writer
    if writer.chance(_OTHER):
        write, kind = writer.random.choice(OTHERS)
        write(page)
        return kind
    if writer.chance(_SMALL):
        small(page)
        return PageKind.ARTICLE
    top(page)
    authors = head(page)
    story, kind = writer.random.choice(_STORIES)
    story(page)
    tail(page, authors)
    return kind
