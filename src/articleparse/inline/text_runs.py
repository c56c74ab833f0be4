"""The text between the marks of a block as tokens of `inline.lark`, one a line, and what its line ends mean."""

from __future__ import annotations

from articleparse.blocks import Segments
from articleparse.dialect import Dialect, spare_columns
from articleparse.inline.scan import InlineToken
from articleparse.source import needs_space, span_of
from articleparse.tree import LineBreak, Text

_NO_SPACE_BEFORE = frozenset(",.;:!?)]’")
_NO_SPACE_AFTER = frozenset("([„")
"""What a link is set in, or followed by, without a space. Other quotes close in one language and open in another."""


class TextWriter:
    """Writes the text of one block as tokens. Positions only move forward."""

    def __init__(self, text: str, segments: Segments, dialect: Dialect, tokens: list[InlineToken]) -> None:
        self.text = text
        self.segments = segments
        self.wrap = dialect.wrap
        self.pieces = dialect.pieces
        self.escapes = dialect.escapes
        self.tokens = tokens
        self._line = 0

    def write(self, start: int, end: int) -> None:
        """The text from `start` to `end`, which may reach over line ends."""
        segments = self.segments
        last = len(segments) - 1
        if not last:
            self._text(start, end, self.text[start:end])
            return
        while self._line < last and segments[self._line + 1][0] <= start:
            self._line += 1
        start = max(start, segments[self._line][0])  # behind a mark that stands before a line's text
        while self._line < last and end > segments[self._line][1]:
            following = segments[self._line + 1][0]
            if start <= segments[self._line][1]:
                self._line_end(start, segments[self._line][1], following)
            start = max(start, following)
            self._line += 1
        self._text(start, end, self.text[start:end])

    def is_between(self, position: int) -> bool:
        """Whether `position`, behind what was written, lies between the texts of two lines."""
        segments = self.segments
        index = self._line
        while index < len(segments) - 1 and segments[index + 1][0] <= position:
            index += 1
        first, last = segments[index]
        return not first <= position < last

    def _text(self, start: int, end: int, text: str) -> None:
        if start < end:
            self.tokens.append(Text(span_of((start, end)), text))

    def _line_end(self, start: int, line_end: int, following: int) -> None:
        """The rest of a line and its end: a space, nothing between letters of scripts without spaces, or a break."""
        text = self.text
        if self._is_break(start, line_end, following):
            stop = line_end - (text[line_end - 1] == "\\" and self._is_mark(start, line_end))
            self._text(start, stop, text[start:stop])
            self.tokens.append(LineBreak(span_of((stop, following))))
        elif self._is_seamless(text[line_end - 1], text[following : following + 1]):
            self._text(start, line_end, text[start:line_end])
        else:
            self._text(start, line_end + 1, text[start:line_end] + " ")

    def _is_seamless(self, last: str, first: str) -> bool:
        """Whether no space stands between two letters: of scripts without spaces, or where a link meets a sign."""
        if self.pieces and (first in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER):
            return True
        return not needs_space(last, first)

    def _is_mark(self, start: int, line_end: int) -> bool:
        """Whether the backslash at the end of the line makes a break: no other one before it escapes it."""
        if not self.escapes or line_end == start:
            return False
        # What an escape took the meaning of begins a stretch of text: the backslash before it is a mark.
        return not (line_end - 1 == start and self.text[start - 1 : start] == "\\")

    def _is_break(self, start: int, line_end: int, following: int) -> bool:
        """Whether the page had a line end here: always, in a dump that was neither wrapped nor cut in pieces.

        In a wrapped one, where two spaces or a backslash say so, or the next word would have fitted on the line.
        """
        text = self.text
        if self.pieces:
            return False
        if self.wrap is None or text.startswith("  ", line_end):
            return True
        if text[line_end - 1] == "\\" and self._is_mark(start, line_end):
            return True
        line = text[max(0, line_end - self.wrap) : line_end]
        column = len(line) - 1 - max(line.rfind("\n"), line.rfind("\r"))
        word = text[following : following + self.wrap].split(maxsplit=1)[:1]
        return bool(word) and spare_columns(column, word[0], self.wrap) > 0
