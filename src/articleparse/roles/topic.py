"""Does a block speak of what the story speaks of? Told by the words they share, in any language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from articleparse.roles.measure import Measure
from articleparse.roles.story import Story

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Short words are in every text."""

_SHARES = (0.01, 0.25, 0.45, 0.65)
_NAMES = ("shares nothing", "shares little", "shares some", "shares much", "shares most")
_WIDEST = 300
_FEWEST = 2
"""Words that a block needs for its share to mean something."""

Words = list[str]


def told(measures: Sequence[Measure], story: Story) -> Counter[str]:
    """How often the prose of the story says each of its words."""
    counts: Counter[str] = Counter()
    for block in measures[story.first : story.end]:
        if block.is_prose:
            counts.update(words_of(block))
    return counts


def line_words(measures: Sequence[Measure]) -> list[Words]:
    """The words of each block that is no prose and no list, and of a length that a share of them means something."""
    return [
        words_of(block) if 12 <= block.width < _WIDEST and not block.items and not block.is_prose else []
        for block in measures
    ]


def topics(measures: Sequence[Measure], words: Sequence[Words], story_words: Counter[str]) -> list[tuple[str, ...]]:
    """For each block that is no prose: what share of its words stands in the prose of the story."""
    return [_shared(block, own, story_words) for block, own in zip(measures, words, strict=True)]


def _shared(block: Measure, words: Words, story_words: Counter[str]) -> tuple[str, ...]:
    if len(words) < _FEWEST:
        return ()
    share = _NAMES[bisect_right(_SHARES, sum([word in story_words for word in words]) / len(words))]
    return _named(share, "line" if block.width < 140 else "wide", block.name)


@cache
def _named(share: str, size: str, kind: str) -> tuple[str, ...]:
    return (share, f"{size}&{share}", f"{size}&{share}&{kind}")


def words_of(block: Measure) -> Words:
    """The longer words of the block; pairs of characters where the script does not part words."""
    if block.width > 2 * len(block.text):
        text = block.text
        return [text[index : index + 2] for index in range(len(text) - 1)]
    return _WORD.findall(block.text.casefold())
