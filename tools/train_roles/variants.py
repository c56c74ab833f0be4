"""More dumps of a page: with parts that are rare on real pages, and in styles that the corpus lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from articleparse.blocks import Unit
from articleparse.roles import Role
from tools.train_roles.align import align
from tools.train_roles.corpus import Truth, units_of
from tools.train_roles.restyle import STYLES, pieces, restyle
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
    for name, style in STYLES.items():
        for text, parts in _spliced(base, truth, name):
            units = units_of(text)
            written = restyle(units, style, f"{truth.page} {name}")
            yield written, [*parts, *_split(units, truth)] if style.splits else parts


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
