"""Where the main story probably is: the stretch of blocks with the most prose and the least else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articleparse.blocks import UnitKind
from articleparse.roles.measure import PROSE_WIDTH, Measure

_FULL_WIDTH = 500
"""A paragraph wider than this counts no more than one of this width."""


class Story(NamedTuple):
    """The half-open range of blocks, and the nearest heading above it (-1: none)."""

    first: int
    end: int
    heading: int


_SHORT, _SHORT_TIGHT = -0.4, -0.2
"""What a short line takes from a story: less where no blank lines and no marks tell furniture from crossheads."""


def find_story(measures: Sequence[Measure], *, tight: bool = False) -> Story:
    """The range with the highest sum of worths (Kadane's algorithm), empty where no block is worth anything.

    `tight` says that the dump has a line for each block and no blank lines.
    """
    short = _SHORT_TIGHT if tight else _SHORT
    best = total = 0.0
    start = first = end = 0
    for index, block in enumerate(measures):
        if total <= 0:
            total, start = 0.0, index
        total += _worth(block, short)
        if total > best:
            best, first, end = total, start, index + 1
    # A headline that is a question opens no story: prose does, where there is any.
    first = next((index for index in range(first, end) if measures[index].is_prose), first)
    return Story(first, end, _heading_above(measures, first))


_BELOW = 10
"""Blocks below a story in which its authors and dates can stand."""


def spot(index: int, story: Story) -> str:
    """Where the block `index` stands, roughly."""
    if index < story.first:
        return "top" if index < story.heading or story.heading < 0 else "head"
    return "story" if index < story.end else "tail" if index < story.end + _BELOW else "bottom"


def _worth(block: Measure, short: float) -> float:
    if block.is_prose:
        return min(block.width, _FULL_WIDTH) / 100
    if block.kind in _SET_OFF:
        return 0.5
    if block.kind is UnitKind.LIST:
        return -min(4.0, 0.3 + 0.2 * block.items) if block.is_linked else 0.4
    if block.is_linked:
        return -0.8
    if block.kind is UnitKind.HEADING:
        return -0.3
    return 0.1 if block.ends_sentence else 0.0 if block.width >= PROSE_WIDTH else short


_SET_OFF = frozenset({UnitKind.QUOTE, UnitKind.CODE, UnitKind.TABLE})
"""Kinds of blocks that hardly ever stand outside of a story."""


_NEAR = 40
"""How many blocks above the story its headline is looked for."""


def _heading_above(measures: Sequence[Measure], first: int) -> int:
    """The nearest heading above the story, the highest rank among those near it."""
    found = -1
    for index in range(min(first, len(measures) - 1), max(-1, first - _NEAR), -1):
        block = measures[index]
        if block.kind is UnitKind.HEADING and block.text and (found < 0 or block.level < measures[found].level):
            found = index
    return found
