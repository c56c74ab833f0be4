"""Cut a text into passages of a bounded length."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from articleparse.formats.sentences import sentence_ends

_PARAGRAPH_END = re.compile(r"(?<=\S)\n\n")
_LINE_END = re.compile(r"(?<=\S)\n")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_WORD_BEGIN = re.compile(r"(?<=\s)(?=\S)")
_NOT_BLANK = re.compile(r"\S")


def passages(text: str, max_chars: int, overlap: int, heading: int = 0) -> Iterator[tuple[int, int]]:
    """The start and end of each passage of `text`, in code points; none is longer than `max_chars`.

    The first `heading` code points are a heading, which is not parted from what follows where that can be helped.
    A passage begins at most `overlap` before the end of the one before, with a sentence or else a word.
    No passage begins or ends with white space, and none is empty. The caller sees to it that 0 <= overlap < max_chars.

    >>> [*passages("It rained. It poured. It ended.", 21, 11)]
    [(0, 21), (11, 31)]
    """
    cuts = _Cuts(text, heading)
    last = len(text.rstrip())
    starts = [cuts.start(0)]  # where the next passage may begin, the best first
    end = 0
    while starts[-1] < last:
        for start in starts:
            kind, cut = cuts.last(end, start + max_chars) if start + max_chars < last else (_Cuts.SENTENCE, last)
            if kind <= _Cuts.SENTENCE:
                break
        yield start, cut
        starts = [*cuts.overlapping(start, cut, overlap), cuts.start(cut)]
        end = cut


class _Cuts:
    """Where a text can be cut: the ends of paragraphs, of sentences and lines, of the heading, of words."""

    SENTENCE = 1

    def __init__(self, text: str, heading: int) -> None:
        self._text = text
        sentences = sorted({end for end in (*sentence_ends(text), *_starts(_LINE_END, text)) if end > heading})
        paragraphs = [end for end in _starts(_PARAGRAPH_END, text) if end > heading]
        self._ends = (paragraphs, sentences, [heading], _starts(_WORD_END, text))
        self._begins = ([self.start(end) for end in sentences], _starts(_WORD_BEGIN, text))

    def start(self, end: int) -> int:
        """Where the text goes on behind `end`."""
        found = _NOT_BLANK.search(self._text, end)
        return found.start() if found else len(self._text)

    def last(self, after: int, limit: int) -> tuple[int, int]:
        """The best kind of cut behind `after` and up to `limit` (0 the best, 4 for none), and the last of that kind."""
        for kind, ends in enumerate(self._ends):
            index = bisect_right(ends, limit) - 1
            if index >= 0 and ends[index] > after:
                return kind, ends[index]
        return len(self._ends), limit

    def overlapping(self, start: int, end: int, overlap: int) -> list[int]:
        """Where the passage behind that from `start` to `end` may begin before `end`: at a sentence, else a word."""
        earliest = max(start + 1, end - overlap)
        for begins in self._begins:
            index = bisect_left(begins, earliest)
            if index < len(begins) and begins[index] < end:
                return [begins[index]]
        return []


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]
