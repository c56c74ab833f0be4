"""More dumps of a page: with parts that are rare on real pages, in styles that the corpus lacks, cut, thinned out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from articleparse.blocks import Unit
from articleparse.roles import STORY, Role
from tools.train.corpus import units_of
from tools.train.labels import Roles
from tools.train.pages import Page
from tools.train.restyle import STYLES, pieces, restyle
from tools.train.splice import splice
from tools.train.transfer import Labelled, labelled, transferred
from tools.train.words import normal

Dump = tuple[str, list[Labelled]]
"""A dump, and the labelled blocks that its own are known by."""

_STYLES_OF_READ, _STYLES_OF_OTHERS = 4, 1
"""In how many styles a page is written that a reader read, and one of the others, which are many more."""

_THINNED = 2
_WORTH_MORE = 0.5
"""From this weight on a page's labels are sure enough that more dumps of it teach more."""


def dumps_of(page: Page) -> Iterator[Dump]:
    """The dumps of a page, those that there are and those that are made of them; always the same ones."""
    for text in page.dumps.values():
        yield text, page.known
    if page.is_read:
        yield _spliced(page.base, page.known, page.name)
        for number in range(_THINNED):
            yield _thinned(page, f"{page.name} {number}")
    elif page.weight >= _WORTH_MORE:
        yield _cropped(page)
    else:
        return
    count = _STYLES_OF_READ if page.is_read else _STYLES_OF_OTHERS
    for name in Random(page.name).sample(sorted(STYLES), count):  # noqa: S311
        style = STYLES[name]
        text, known = (
            _spliced(page.base, page.known, f"{page.name} {name}") if page.is_read else (page.base, page.known)
        )
        units = units_of(text)
        yield restyle(units, style, f"{page.name} {name}"), _split(units, known) if style.splits else known


_ABOVE, _BELOW = (0, 0, 1, 1, 1, 2, 3, 8), (0, 0, 1, 3, 5, 8, 12, 18, 30)
"""Blocks that a print view keeps above headline and story, and below the story: about as the corpus has it."""

_TOLD = STORY | {Role.HEADLINE}


def _of_story(roles: Sequence[Roles | None]) -> list[int]:
    return [index for index, own in enumerate(roles) if own and own <= _TOLD]


def _cropped(page: Page) -> Dump:
    """What a print view shows of a page: the smallest part of it that holds headline and story."""
    units = units_of(page.base)
    story = _of_story(transferred(units, page.known)) or [0]
    random = Random(page.name)  # noqa: S311
    first = max(0, story[0] - random.choice(_ABOVE))
    last = min(len(units) - 1, story[-1] + random.choice(_BELOW))
    return page.base[units[first].node.span.start : units[last].node.span.end] if units else "", page.known


_KEPT = (0.03, 0.1, 0.25)
"""Shares of the furniture that a thinned page keeps."""


def _thinned(page: Page, seed: str) -> Dump:
    """The page with a few of the blocks beside its story, and some of these of its head: as short dumps are."""
    units = units_of(page.base)
    roles = transferred(units, page.known)
    random = Random(seed)  # noqa: S311
    kept = random.choice(_KEPT)
    chosen = [
        (unit, own)
        for unit, own in zip(units, roles, strict=True)
        if random.random()
        < (1.0 if own and own <= _TOLD else 0.75 if own and len(own) == 1 and not own <= _MANY else kept)
    ]
    if random.random() < _SHORT:
        chosen = _shortened(chosen)
    text = "\n\n".join(page.base[unit.node.span.start : unit.node.span.end].strip("\n") for unit, _ in chosen)
    return text, labelled([unit for unit, _ in chosen], [own or frozenset(Role) for _, own in chosen])


_MANY = frozenset({Role.NAVIGATION, Role.OTHER, Role.RELATED, Role.PROMOTION, Role.COMMENTS})
"""What pages have so much of that a short dump hardly has any."""

_PROSE = frozenset({Role.PARAGRAPH})
_SHORT, _MOST_PROSE = 0.5, 4


def _shortened(chosen: Sequence[tuple[Unit, Roles | None]]) -> list[tuple[Unit, Roles | None]]:
    """Without the later paragraphs of the story."""
    found = []
    count = 0
    for unit, own in chosen:
        if own == _PROSE:
            count += 1
            if count > _MOST_PROSE:
                continue
        found.append((unit, own))
    return found


def _split(units: Sequence[Unit], known: Sequence[Labelled]) -> list[Labelled]:
    """The blocks, those of the story's paragraphs in the pieces that a converter parts them into."""
    roles = transferred(units, known)
    found: list[Labelled] = []
    for unit, own in zip(units, roles, strict=True):
        found += [(normal(piece), own or frozenset(Role)) for piece in pieces(unit.node) or [unit.node.text]]
    return found


def _spliced(text: str, known: Sequence[Labelled], seed: str) -> Dump:
    """The dump with rare parts put between its paragraphs."""
    units = units_of(text)
    roles = [own or frozenset() for own in transferred(units, known)]
    return splice(text, units, roles, seed)
