"""Texts made comparable: lower case, words only, each Chinese, Japanese or Korean character a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")
_GRAM = 4


def words(text: str | None) -> list[str]:
    """The words of `text`.

    >>> words("It's 東京!")
    ['it', 's', '東', '京']
    """
    return _WORD.findall(_UNSPACED.sub(r" \1 ", (text or "").lower()))


def normal(text: str | None) -> str:
    """The words of `text`, joined with spaces."""
    return " ".join(words(text))


def grams(found: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of four words, or the one run that a shorter text is."""
    if not found:
        return []
    return [tuple(found[index : index + _GRAM]) for index in range(max(1, len(found) - _GRAM + 1))]


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words that two texts share, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
