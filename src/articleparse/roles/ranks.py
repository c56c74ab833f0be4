"""How a heading stands to the headings around it: the headline is above its deck in rank, a kicker below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.roles.measure import Measure

_NEAR = 8
"""Blocks within which two headings belong together."""


def ranks(measures: Sequence[Measure]) -> list[tuple[str, ...]]:
    """For each heading: are those before and behind it of a higher or lower rank; is it alone in the highest."""
    found: list[tuple[str, ...]] = [()] * len(measures)
    headings = [index for index, block in enumerate(measures) if block.level and block.text]
    counts = Counter(measures[index].level for index in headings)
    top = min(counts, default=0)
    first = next((index for index in headings if measures[index].level == top), -1)
    for number, index in enumerate(headings):
        level = measures[index].level
        above = _relation(measures, index, headings[number - 1]) if number else "none"
        below = _relation(measures, index, headings[number + 1]) if number + 1 < len(headings) else "none"
        names = [f"heading above={above}", f"heading below={below}", f"headings={above}&{below}"]
        if level == top:
            place = "sole" if counts[level] == 1 else "first" if index == first else "later"
            names += ("top level", f"{place} top level")
        end = headings[number + 1] if number + 1 < len(headings) else len(measures)
        held = _held(measures[index + 1 : min(end, index + _NEAR)])
        names += [f"holds {held}", f"holds {held}&{below}"]
        found[index] = tuple(names)
    return found


def _held(blocks: Sequence[Measure]) -> str:
    """What stands between a heading and the next one."""
    if any(block.is_prose for block in blocks):
        return "prose"
    if any(block.text and block.is_linked and (block.items or block.width >= 50) for block in blocks):
        return "links"
    return "lines" if blocks else "nothing"


def _relation(measures: Sequence[Measure], index: int, other: int) -> str:
    if abs(index - other) > _NEAR:
        return "far"
    difference = measures[other].level - measures[index].level
    return "same" if not difference else "lower" if difference > 0 else "higher"
