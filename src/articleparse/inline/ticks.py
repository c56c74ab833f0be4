"""Which run of back quotes closes which."""

from __future__ import annotations

import re

_TICKS = re.compile(r"`++")


def pair_ticks(text: str, start: int, end: int) -> dict[int, int]:
    """For each run of back quotes, by its start, the end of the next run of the same length.

    Behind a backslash the run also begins one later: where the first quote is escaped, the others may open code. They
    never close it without the first, for within code a backslash is text.
    """
    ends: dict[int, int] = {}
    following: dict[int, int] = {}  # length -> the end of the nearest run behind
    for match in reversed([*_TICKS.finditer(text, start, end)]):
        length = match.end() - match.start()
        openers = ((match.start(), length), (match.start() + 1, length - 1))
        for opener, size in openers if text[match.start() - 1 : match.start()] == "\\" else openers[:1]:
            if size in following:
                ends[opener] = following[size]
        following[length] = match.end()
    return ends
