"""Which lines above the story name its subject best? A headline says what the story says, in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.blocks import UnitKind
from articleparse.roles.context import size
from articleparse.roles.measure import Measure
from articleparse.roles.story import Story

_NEAR = 40
"""How many blocks above the story are looked at."""

_BEHIND = 3
"""And how many from its first on: the headline itself may have been taken for its first block."""

_NARROWEST, _WIDEST = 12, 220
_ENOUGH = 3
"""A word that the story says so often or more is what it is about."""

_SMOOTH = 6
"""Added to the number of words, so that a line of one word that fits does not win over one of five that do."""

_PLACES = ("best title", "second title", "third title")


def best_titles(
    measures: Sequence[Measure], words: Sequence[Sequence[str]], told: Counter[str], story: Story
) -> list[int]:
    """The three lines at the top whose `words` the story tells most, the best first."""
    near = range(max(0, story.first - _NEAR), min(story.first + _BEHIND, len(measures)))
    lines = [
        (worth, -index)
        for index in near
        if _may_be_title(measures[index]) and (worth := _worth(words[index], told)) > 0
    ]
    lines.sort(reverse=True)
    return [-index for _, index in lines[: len(_PLACES)]]


def titles(measures: Sequence[Measure], best: Sequence[int]) -> list[tuple[str, ...]]:
    """For each block: its place among the `best` titles."""
    found: list[tuple[str, ...]] = [()] * len(measures)
    for place, index in zip(_PLACES, best, strict=False):
        block = measures[index]
        found[index] = (place, f"{place}&{block.name}", f"{place}&{size(block)}")
    return found


def _may_be_title(block: Measure) -> bool:
    return (
        _NARROWEST <= block.width < _WIDEST
        and block.kind in (UnitKind.HEADING, UnitKind.PARAGRAPH)
        and not (block.ends_sentence and block.width >= 80 and not block.level)
    )


def _worth(words: Sequence[str], told: Counter[str]) -> float:
    return sum(min(told[word], _ENOUGH) for word in set(words)) / (len(words) + _SMOOTH)
