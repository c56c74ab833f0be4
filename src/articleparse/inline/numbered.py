"""Where a link ends that text browsers mark by a number in front of it alone: `[4]Jane Doe`."""

from __future__ import annotations

import re

URL_TAIL = ".,;:!?\"'"
"""Signs behind a link that are of the sentence."""

BETWEEN = " \t\r\n|·•/"
"""What may part two links of a menu."""

_NEXT_NUMBER = re.compile(r"[ \t]*(?:\[\d{1,4}\]|\(BUTTON\))")
_NAME = re.compile(r"[^\s\[]+(?:[ \t]+(?=[^\W\d_a-z])[^\s\[]+)*")
_LABEL = re.compile(r"[^\r\n\[.:]{2,40}+:[ \t]*+")
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LONGEST_LINE = 80
_LONGEST_TITLE = 160


def numbered_end(text: str, first: int, start: int, end: int, last: int) -> int:
    """Where the text of the link ends whose number lies from `start` to `end`, in the block from `first` to `last`.

    Alone on its line it is the line. Behind a label it is the sentence (`Read more: [4]how the port was saved`), unless
    it begins with a name. Else it is a word or a name.
    """
    if start == first and last - end <= _LONGEST_LINE:
        return _before_next(text, end, last)
    name = _NAME.match(text, end, last)
    if name is None:
        return end
    is_word = len(name.group().split()) == 1
    if is_word and last - end <= _LONGEST_TITLE and _LABEL.fullmatch(text, first, start):
        sentence = _SENTENCE.search(text, end, last)
        last = _before_next(text, end, sentence.start() if sentence else last)
        return end + len(text[end:last].rstrip(URL_TAIL))
    return end + len(name.group().rstrip(URL_TAIL + ")"))


def _before_next(text: str, start: int, end: int) -> int:
    """Where the next number or button begins, or the end.

    Signs that part it from the next one are not of it: `[1]Home | [2]News`.
    """
    match = _NEXT_NUMBER.search(text, start, end)
    return start + len(text[start : match.start()].rstrip(BETWEEN)) if match else end
