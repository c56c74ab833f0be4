"""A block before its text was read: where it lies and which stretches of the source are its text."""

from __future__ import annotations

from typing import Literal

from articleparse.tree import Node

BlockKind = Literal[
    "heading", "paragraph", "list", "item", "quote", "table", "row", "cell", "code", "rule", "reference", "field"
]

Segments = list[tuple[int, int]]
"""The text of a block, a range of code points for each of its lines."""


class RawBlock:
    """A block and the blocks within it. A light class, for a page has hundreds."""

    __slots__ = ("children", "end", "inlines", "key", "kind", "level", "segments", "start")

    def __init__(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        segments: Segments,
        children: list[RawBlock] | None = None,
        level: int = 0,
        key: str = "",
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.segments = segments  # of headings, paragraphs, items, cells; the lines of code
        self.children = children or []
        # Of a heading; the first number of a numbered list; 1 for a header row and a field whose lines stay apart.
        self.level = level
        self.key = key  # of a field or reference; the language of code
        self.inlines: tuple[Node, ...] = ()  # what the text of the segments is read as

    def __repr__(self) -> str:
        return f"RawBlock({self.kind}, {self.start}-{self.end}, {self.children})"
