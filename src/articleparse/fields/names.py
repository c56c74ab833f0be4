"""Whether words are a person's name: a small learned judgement by the letters of each word, in any script."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from zlib import crc32

BUCKETS = 1 << 15
"""Weights for pieces of words: pieces are told apart by a hash of so many values."""

_LAST = BUCKETS - 1

MOST_WORDS = 6
"""Words of a name; a longer stretch is none."""

UNIT = 16
"""What a weight of 1 is in the file: a byte holds weights up to 8."""

_SURELY_NONE = -8.0
"""The score of what can't be a name, whatever its letters: less than any threshold that tells names from words."""

_LONGEST_WORD = 24
"""Code points of a word that are looked at."""

_CACHED_WORDS = 16_384
"""How many words' scores are remembered: names and menus repeat their words, within a page and from page to page."""

_EDGE = "'’‘`\"“”.,:;()[]!?-–—"
_PARTS = re.compile(r"[,/&|·•、，;]|\s+(?:[^\W\d_A-Z]{1,3})\s+(?=[^\W\d_a-z])")
"""What parts names in a line: a sign, or a short word like "and", whatever the language."""


def name_score(text: str) -> float:
    """Return how much the words of `text` look like a person's name, as a natural logarithm of odds.

    Above 0 it is rather a name, below 0 rather not; a text of no words or of more than six is none.

    >>> name_score("Thabo Mokoena") > 0 > name_score("Key Points")
    True
    """
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS:
        return _SURELY_NONE
    count = len(words)
    total = _weights()[_bucket(f"words {count}")]
    for index, word in enumerate(words):
        total += _word_score(word, _place(index, count))
    return total / UNIT


@lru_cache(maxsize=_CACHED_WORDS)
def _word_score(word: str, where: str) -> int:
    """What a word at its place in a name adds, in the unit of the file."""
    weights = _weights()
    return sum([weights[number] for number in _word_buckets(word, where)])


def stretches(text: str) -> list[str]:
    """Return the stretches of a line that can be a name each: the line cut at commas and the like.

    >>> stretches("Lê Hạnh, Hà Nội")
    ['Lê Hạnh', 'Hà Nội']
    """
    return [part for part in map(str.strip, _PARTS.split(text)) if part]


def buckets_of(words: Sequence[str]) -> list[int]:
    """Return where the weights of some words stand, which `name_score` adds up and training learns."""
    found = [_bucket(f"words {len(words)}")]
    for index, word in enumerate(words):
        found += _word_buckets(word, _place(index, len(words)))
    return found


def _place(index: int, count: int) -> str:
    """Where in a name of so many words a word stands."""
    if count == 1:
        return "only"
    return "first" if index == 0 else "last" if index == count - 1 else "inner"


def _word_buckets(word: str, where: str) -> list[int]:
    """The buckets of the pieces of a word.

    These are the word, its letters in runs of two to four, its length and its shape; the word is one with its place in
    the name and one without, runs of three and four are without, all else is with it.
    """
    text = word[:_LONGEST_WORD].strip(_EDGE)
    lower = f"^{text.casefold()}$"
    data = lower.encode("utf-8", "replace")
    ends: Sequence[int] = range(len(data) + 1)  # where each letter's bytes begin, and the last one's end
    if len(data) > len(lower):
        ends = [0, *accumulate(len(letter.encode("utf-8", "replace")) for letter in lower)]
    count = len(lower)
    opening = crc32(where[0].encode())
    return [
        *_common_buckets(where, _shape(text), min(len(text), 9)),
        crc32(data) & _LAST,
        crc32(data, crc32(f"{where} ".encode())) & _LAST,
        *[crc32(data[ends[at] : ends[at + 2]], opening) & _LAST for at in range(count - 1)],
        *[crc32(data[ends[at] : ends[at + 3]]) & _LAST for at in range(count - 2)],
        *[crc32(data[ends[at] : ends[at + 4]]) & _LAST for at in range(count - 3)],
    ]


@cache
def _common_buckets(where: str, shape: str, length: int) -> tuple[int, int]:
    return _bucket(f"{where} {shape}"), _bucket(f"{where} {length}")


def _shape(word: str) -> str:
    """Which of a word's letters are capitals.

    >>> _shape("Ann"), _shape("ANN"), _shape("ann"), _shape("McDonald"), _shape("박준호")
    ('title', 'capitals', 'lower', 'mixed', 'no case')
    """
    if word.lower() == word.upper():
        return "no case"
    if word.isupper():
        return "capitals" if len(word) > 1 else "title"
    if word.islower():
        return "lower"
    return "title" if word[:1].isupper() and word[1:].islower() else "mixed"


def _bucket(piece: str) -> int:
    """The number of a piece's weight: the same on every machine."""
    return crc32(piece.encode("utf-8", "replace")) & _LAST


@cache
def _weights() -> array[int]:
    """The weights that the package ships: a signed byte each."""
    return array("b", files(__package__).joinpath("names.bin").read_bytes())
