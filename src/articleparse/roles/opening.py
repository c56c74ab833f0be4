"""The first prose of the story: deck or first paragraph? What stands between it and the next prose tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from articleparse.roles.measure import Measure
from articleparse.roles.topic import words_of

_LAST = 4
"""Blocks of prose from the start of the story on that are looked at."""

_WIDEST_GAP = 12


def openings(
    measures: Sequence[Measure], signals: Sequence[set[str]], story_words: Counter[str], first: int
) -> list[tuple[str, ...]]:
    """For the first blocks of prose from the block `first` on: their number, and what parts them from the next.

    And how much of what they say the story says again: a deck is a summary.
    """
    found: list[tuple[str, ...]] = [()] * len(measures)
    prose = [index for index in range(first, len(measures)) if measures[index].is_prose][: _LAST + 1]
    for number, index in enumerate(prose[:_LAST]):
        after = prose[number + 1] if number + 1 < len(prose) else len(measures)
        gap = _gap(signals, index + 1, after)
        place = "first prose" if number == 0 else "second prose" if number == 1 else "early prose"
        sentences = min(measures[index].text.count(". "), 3)
        found[index] = (
            place,
            *[f"{place}, then {what}" for what in gap],
            f"{place}, {sentences} stops",
            f"{place}, next {_compared(measures, index, after)}",
            f"{place}, {_again(measures[index], story_words)}",
        )
    return found


def _gap(signals: Sequence[set[str]], start: int, end: int) -> list[str]:
    """What stands between two blocks of prose."""
    if start == end:
        return ["prose"]
    if end - start > _WIDEST_GAP:
        return ["far"]
    seen = set().union(*signals[start:end]) & _TELLING
    return sorted(seen) or ["something"]


_SHARES = (0.2, 0.35, 0.5, 0.65)
_AGAIN = ("hardly told again", "little told again", "half told again", "much told again", "all told again")


def _again(block: Measure, story_words: Counter[str]) -> str:
    """How many of its words the story has elsewhere too."""
    own = Counter(words_of(block))
    again = sum(story_words[word] > count for word, count in own.items())
    return _AGAIN[bisect_right(_SHARES, again / len(own) if own else 0.0)]


_TELLING = {"date", "name", "names", "byline", "read time", "credit", "picture", "heading", "related"}


def _compared(measures: Sequence[Measure], index: int, after: int) -> str:
    if after >= len(measures):
        return "none"
    ratio = measures[after].width / measures[index].width
    return "much longer" if ratio > 2 else "longer" if ratio > 1.2 else "alike" if ratio > 0.7 else "shorter"
