"""Classes of characters: what a script tells about spaces, joiners, direction and the ends of sentences.

The constants that are ranges are the inside of a set in a regular expression: `re.compile(f"[{KANA}{HAN}]")`. They
follow the blocks and script properties of Unicode 15.
"""

from __future__ import annotations

import re

KANA = r"\u3041-\u30ff\u31f0-\u31ff"
HAN = r"\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HANGUL = r"\uac00-\ud7a3"
"""Whole syllables, of which all Korean text consists. Korean writes spaces between words."""

SOUTHEAST_ASIAN = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer: no spaces between words, so a space without width tells where a line may break."""

UNSPACED = rf"{SOUTHEAST_ASIAN}{KANA}{HAN}"
"""Letters of scripts that write no spaces between words."""

JOINED = r"\u0590-\u109f\u1700-\u1cff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U00010800-\U0001faff"
"""Scripts whose letters change shape beside a joiner (U+200C, U+200D), and emoji."""

RIGHT_TO_LEFT = (
    r"\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    r"\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""Letters that are written from right to left."""

_UNSPACED = re.compile(rf"[{UNSPACED}\u3001-\u303f\u3100-\u312f\u3190-\u33ff\uff00-\uff9f\uffe0-\uffef]")
"""The letters, and the signs that stand among them at full width."""

SENTENCE_MARKS = ".!?…。！？।॥؟۔։።"
_UNMARKED = re.compile(r"[\u0e01-\u0eff]")
"""Thai and Lao, which end sentences with nothing: there, only the length tells a sentence from a line."""

_UNMARKED_SENTENCE = 80
"""Code points from which on a line of Thai or Lao is a sentence."""

QUOTES = "\"'“”„«»‘’「『"
CLOSERS = "\"'”“’»›«)]）」』】*_ "
"""What may stand behind the mark that ends a sentence."""


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that writes no spaces between words: Thai, Khmer, kana, Chinese.

    >>> is_unspaced("本"), is_unspaced("한"), is_unspaced("a"), is_unspaced("")
    (True, False, False, False)
    """
    return _UNSPACED.match(character) is not None


def needs_space(before: str, after: str) -> bool:
    """Whether a space parts two texts that a line end or a cut parted: everywhere but within an unspaced script.

    >>> needs_space("the port", "opened"), needs_space("동안", "닫기로")
    (True, True)
    >>> needs_space("港は", "再開"), needs_space("ท่า", "เรือ")
    (False, False)
    """
    return not (is_unspaced(before[-1:]) and is_unspaced(after[:1]))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with the mark that ends a sentence, in any script, quotes and brackets aside.

    >>> ends_sentence('He said: "No."'), ends_sentence("Read more"), ends_sentence("終わり。")
    (True, False, True)
    """
    last = text.rstrip(CLOSERS)[-1:]
    if last in SENTENCE_MARKS:
        return last != ""
    return len(text) >= _UNMARKED_SENTENCE and _UNMARKED.match(last) is not None
