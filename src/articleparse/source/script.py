"""What the characters of a text tell about how it is written."""

from __future__ import annotations


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that writes no spaces between words: Thai, Lao, kana, Chinese.

    >>> is_unspaced("本"), is_unspaced("한"), is_unspaced("a"), is_unspaced("")
    (True, False, False, False)
    """
    return "\u0e00" <= character <= "\u0eff" or "\u3001" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
