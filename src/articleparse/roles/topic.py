"""Does a block speak of what the story speaks of? Told by the words they share, in any language."""

from __future__ import annotations

import re
from bisect import bisect_right
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


def topics(measures: Sequence[Measure], story: Story) -> list[tuple[str, ...]]:
    """For each block that is no prose: what share of its words stands in the prose of the story."""
    told: set[str] = set()
    for block in measures[story.first : story.end]:
        if block.is_prose:
            told.update(_words(block))
    return [_shared(block, told) for block in measures]


def _shared(block: Measure, told: set[str]) -> tuple[str, ...]:
    if not 15 <= block.width < _WIDEST or block.items or block.is_prose:
        return ()
    words = _words(block)
    if len(words) < _FEWEST:
        return ()
    share = _NAMES[bisect_right(_SHARES, sum(word in told for word in words) / len(words))]
    return _named(share, "line" if block.width < 140 else "wide", block.kind.value)


@cache
def _named(share: str, size: str, kind: str) -> tuple[str, ...]:
    return (share, f"{size}&{share}", f"{size}&{share}&{kind}")


def _words(block: Measure) -> list[str]:
    """The longer words of the block; pairs of characters where the script does not part words."""
    if block.width > 2 * len(block.text):
        text = block.text
        return [text[index : index + 2] for index in range(len(text) - 1)]
    return _WORD.findall(block.text.casefold())
