"""Links whose beginning or end isn't written: by a number or a target alone, and around several blocks.

Lynx, w3m and elinks put a number before a link, `[4]Jane Doe`; other writers put the target behind it, `Jane Doe
[/jane-doe]`. Where the text of such a link begins or ends is judged by its words. A link that an HTML page has around
several blocks, a teaser's, begins in one block, `[Title`, and ends in another, `words](target)`; no node of the tree
reaches over blocks, so each of them becomes such a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articleparse.inline.scan import Mark

URL_TAIL = ".,;:!?\"'"
"""Signs behind a link that are of the sentence."""

BETWEEN = " \t\r\n|·•/"
"""What may part two links of a menu."""

MAX_LABEL_CHARS = 160
"""Code points of a link's text whose target stands behind it; a longer line has text beside it."""

_MAX_LINE_CHARS = 80
"""Code points of a line that is the text of the one link on it."""

_MAX_TITLE_CHARS = 160
"""Code points of the title of a story behind a label and a number."""

_MAX_BLOCKS = 12
"""Blocks behind the one with the bracket in which the target is looked for: a teaser has a picture, titles, a date."""

_NEXT_NUMBER = re.compile(r"[ \t]*(?:\[\d{1,4}\]|\(BUTTON\))")
_NAME_AFTER = re.compile(r"[^\s\[]+(?:[ \t]+(?=[^\W\d_a-z])[^\s\[]+)*")
_LABEL = re.compile(r"[^\r\n\[.:]{2,40}+:[ \t]*+")
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_NAME_BEFORE = re.compile(r"(?:(?<!\S)[^\W\d_a-z][^\s\[\]]*\s+)+\Z|(?<!\S)[^\s\[\]]+\s*+\Z")
"""Words that begin with capitals, or a word."""

_PICTURE = re.compile(r"data:image|[^?#]*\.(?:jpe?g|png|gif|webp|svg|avif)(?:[.?#]|\Z)", re.IGNORECASE)


def numbered_link_end(text: str, first: int, start: int, end: int, last: int) -> int:
    """Return where the text of a link ends whose number lies from `start` to `end`, in a block from `first` to `last`.

    Alone on its line it is the line. Behind a label it is the sentence (`Read more: [4]how the port was saved`), unless
    it begins with a name. Else it is a word or a name.
    """
    if start == first and last - end <= _MAX_LINE_CHARS:
        return _before_next(text, end, last)
    name = _NAME_AFTER.match(text, end, last)
    if name is None:
        return end
    is_word = len(name.group().split()) == 1
    if is_word and last - end <= _MAX_TITLE_CHARS and _LABEL.fullmatch(text, first, start):
        sentence = _SENTENCE.search(text, end, last)
        last = _before_next(text, end, sentence.start() if sentence else last)
        return end + len(text[end:last].rstrip(URL_TAIL))
    return end + len(name.group().rstrip(URL_TAIL + ")"))


def _before_next(text: str, start: int, end: int) -> int:
    """Return where the next number or button begins, or the end.

    Signs that part it from the next one are not of it: `[1]Home | [2]News`.
    """
    match = _NEXT_NUMBER.search(text, start, end)
    return start + len(text[start : match.start()].rstrip(BETWEEN)) if match else end


def label_start(text: str, first: int, start: int, *, is_whole: bool) -> int:
    """Return where the text begins of the link whose target begins at `start`, not before `first`.

    It is all from `first` on, if that `is_whole` and not long. Else it is a word or a name.
    """
    while first < start and text[first] in BETWEEN:
        first += 1
    if is_whole and start - first <= MAX_LABEL_CHARS:
        return first
    name = _NAME_BEFORE.search(text, first, start)
    return name.start() if name else start


def is_picture(target: str) -> bool:
    """Whether `target` is that of a picture.

    >>> is_picture("https://example.org/bridge.jpg?width=640"), is_picture("/jpg")
    (True, False)
    """
    return _PICTURE.match(target) is not None


def multi_block_links(ends: Sequence[tuple[Mark | None, Mark | None]]) -> Iterator[tuple[int, int, Mark]]:
    """Yield the links that begin with the first bracket of a block and end with the end of a later one.

    `ends` has for each block the bracket that begins its text and that nothing in it closes, and `](target)` at its end
    that nothing in it opens. A link is told by the first block, the last, and the mark at its end. Time is linear in
    the number of blocks.
    """
    opened: int | None = None
    for index, (opens, closes) in enumerate(ends):
        if closes is not None and opened is not None and index - opened <= _MAX_BLOCKS:
            yield opened, index, closes
            opened = None
        if opens is not None:
            opened = index
