"""Where a link begins whose target stands behind its text alone: `Jane Doe [/jane-doe]`."""

from __future__ import annotations

import re

from articleparse.inline.numbered import BETWEEN

LONGEST_LABEL = 160
"""Code points of a link's text; a longer line has text beside it."""

_NAME = re.compile(r"(?:(?<!\S)[^\W\d_a-z][^\s\[\]]*\s+)+\Z|(?<!\S)[^\s\[\]]+\s*+\Z")
"""Words that begin with capitals, or a word."""

_PICTURE = re.compile(r"data:image|[^?#]*\.(?:jpe?g|png|gif|webp|svg|avif)(?:[.?#]|\Z)", re.IGNORECASE)


def label_start(text: str, first: int, start: int, *, is_whole: bool) -> int:
    """Where the text begins of the link whose target begins at `start`, not before `first`.

    It is all from `first` on, if that `is_whole` and not long. Else it is a word or a name.
    """
    while first < start and text[first] in BETWEEN:
        first += 1
    if is_whole and start - first <= LONGEST_LABEL:
        return first
    name = _NAME.search(text, first, start)
    return name.start() if name else start


def is_picture(target: str) -> bool:
    """Whether `target` is that of a picture.

    >>> is_picture("https://example.org/bridge.jpg?width=640"), is_picture("/jpg")
    (True, False)
    """
    return _PICTURE.match(target) is not None
