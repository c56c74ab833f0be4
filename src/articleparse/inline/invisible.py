"""Characters that nobody sees: which of them no reader needs.

They are marks: kept in the tree as such, in no text. What shapes the letters of a script stays: a joiner in Persian,
Hindi or an emoji, a space without width in Thai, a mark of direction in a text with letters from right to left.
"""

from __future__ import annotations

import re

_SETTING = r"\u00ad\u2060-\u2064\u206a-\u206f\ufeff"
"""Soft hyphens, word joiners, byte-order marks: they concern how a line is set."""

_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_JOINED = r"\u0590-\u109f\u1700-\u1cff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U00010800-\U0001faff"
"""Scripts whose letters change shape beside a joiner, and emoji."""

_BROKEN = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer: no blanks between words, so a space without width tells where a line may break."""

INVISIBLE = rf"{_SETTING}\u200b-\u200d{_DIRECTIONS}\u2028\u2029"
"""The inside of a set in a regular expression: every sign that a mark of these begins with, and separators of lines."""

MARKS = (
    rf"(?<=[{_SETTING}])(?P<unseen>[{_SETTING}]*+)",
    rf"(?<=[\u200c\u200d])(?<![{_JOINED}].)(?P<unjoined>)",
    rf"(?<=\u200b)(?P<unbroken>(?<![{_BROKEN}].)|(?![{_BROKEN}]))",
    rf"(?<=[{_DIRECTIONS}])(?P<direction>[{_DIRECTIONS}]*+)",
    r"(?<=[\u2028\u2029])(?P<separator>[\u2028\u2029]*+)",
)
"""Alternatives for the scanner of marks, which look back at the sign they begin with."""

RIGHT_TO_LEFT = re.compile(
    r"[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter that is written from right to left."""

SETTING = re.compile(f"[{_SETTING}]+")
_NEEDLESS = re.compile(rf"[{_SETTING}]|(?<![{_JOINED}])[\u200c\u200d]|(?<![{_BROKEN}])\u200b|\u200b(?![{_BROKEN}])")


def is_needless(before: str, character: str, after: str) -> bool:
    r"""Whether `character`, between those two, is one that no reader needs. Marks of direction are not told here.

    >>> is_needless("a", "\u200c", "b"), is_needless("ی", "\u200c", "ر")
    (True, False)
    """
    return _NEEDLESS.match(f"{before}{character}{after}", len(before)) is not None


def seen(text: str) -> str:
    r"""`text` without the invisible characters that it does not need. Marks of direction stay.

    >>> seen("\ufeffWetter\u00addienst"), seen("می\u200cرود") == "می\u200cرود"
    ('Wetterdienst', True)
    """
    return text if text.isascii() else _NEEDLESS.sub("", text)
