"""A physical line with its kind."""

from __future__ import annotations


class Line:
    """A line: where it lies, what it is and where its text lies. A light class, for a page has hundreds.

    `start` and `end` cover it whole, with its line end; `text_start` and `text_end` its text, without quote
    marks, indentation, bullet, heading mark or trailing white space. `mark` is where the bullet, heading mark or
    (with none of these) the text begins. `indent` counts the columns before the mark, quote marks left out,
    and `depth` the quote marks. `level` is that of a heading, the number of a numbered line, else 0.
    """

    __slots__ = ("depth", "end", "indent", "level", "mark", "start", "text_end", "text_start", "type")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        mark: int,
        text_start: int,
        text_end: int,
        indent: int,
        depth: int,
        level: int,
    ) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.mark = mark
        self.text_start = text_start
        self.text_end = text_end
        self.indent = indent
        self.depth = depth
        self.level = level

    def __repr__(self) -> str:
        return f"Line({self.type}, {self.start}-{self.end}, text {self.text_start}-{self.text_end})"
