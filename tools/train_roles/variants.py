"""More dumps of a page: with parts that are rare on real pages, in styles that the corpus lacks, as print views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from articleparse.blocks import Unit
from articleparse.roles import Role
from tools.train_roles.align import align
from tools.train_roles.corpus import Truth, units_of
from tools.train_roles.restyle import STYLES, Style, pieces, restyle
from tools.train_roles.splice import splice
from tools.train_roles.synthetic.page import Part

_FULLEST = ("markdownify", "hash")
"""The dialects that keep most of a page."""


def variants(dumps: Mapping[str, str], truth: Truth) -> Iterator[tuple[str, list[Part]]]:
    """Dumps made of those of a page, by dialect, each with the parts that were put into it; always the same ones."""
    for dialect in _FULLEST:
        if dialect in dumps:
            yield from _spliced(dumps[dialect], truth, dialect)
    base = next((dumps[dialect] for dialect in _FULLEST if dialect in dumps), "")
    if "print" not in dumps:
        yield from _cropped(base, truth)
    for name, style in _styles(truth):
        for text, parts in _spliced(base, truth, name):
            units = units_of(text)
            written = restyle(units, style, f"{truth.page} {name}")
            yield written, [*parts, *_split(units, truth)] if style.splits else parts


def _styles(truth: Truth) -> Iterable[tuple[str, Style]]:
    """All styles for the fully annotated pages, some for each of those that were labelled, which are many more."""
    return Random(truth.page).sample([*STYLES.items()], _STYLES_OF_LABELLED) if truth.blocks else STYLES.items()  # noqa: S311


_STYLES_OF_LABELLED = 3

_ABOVE, _BELOW = (0, 0, 1, 1, 1, 2, 3, 8), (0, 0, 1, 3, 5, 8, 12, 18, 30)
"""Blocks that a print view keeps above headline and story, and below the story: about as the corpus has it."""


def _cropped(text: str, truth: Truth) -> Iterator[tuple[str, list[Part]]]:
    """What a print view shows of a page: the smallest part of it that holds headline and story."""
    units = units_of(text)
    roles = align(units, truth) or ()
    story = [index for index, own in enumerate(roles) if Role.HEADLINE in own or own == {Role.PARAGRAPH}]
    if story:
        random = Random(truth.page)  # noqa: S311
        first = max(0, story[0] - random.choice(_ABOVE))
        last = min(len(units) - 1, story[-1] + random.choice(_BELOW))
        yield text[units[first].node.span.start : units[last].node.span.end], []


def _split(units: Sequence[Unit], truth: Truth) -> list[Part]:
    """The pieces of the story's paragraphs: too short, many of them, to be known by their words."""
    told = zip(units, align(units, truth) or (), strict=False)
    return [
        Part(roles, piece, piece) for unit, roles in told if roles == {Role.PARAGRAPH} for piece in pieces(unit.node)
    ]


def _spliced(text: str, truth: Truth, name: str) -> Iterator[tuple[str, list[Part]]]:
    units = units_of(text)
    if (roles := align(units, truth)) is not None:
        yield splice(text, units, roles, f"{truth.page} {name}")
