"""Blocks before and after their text is read: raw blocks, and units, which the stages behind judge."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

import attrs

from articleparse.tree import Node

BlockKind = Literal[
    "heading", "paragraph", "list", "item", "quote", "table", "row", "cell", "code", "rule", "reference", "field"
]

Segments = list[tuple[int, int]]
"""The text of a block, a range of code points for each of its lines."""


@attrs.define(eq=False)
class RawBlock:
    """A block and the blocks within it. Not frozen, and compared by identity: a page has hundreds."""

    kind: BlockKind
    start: int
    end: int
    segments: Segments  # of headings, paragraphs, items, cells; the lines of code
    children: list[RawBlock] = attrs.field(factory=list)
    level: int = 0  # of a heading; the first number of a numbered list; 1: a header row, a field whose lines stay apart
    key: str = ""  # of a field or reference; the language of code
    inlines: tuple[Node, ...] | None = None  # what the segments are read as; None until they are


class UnitKind(StrEnum):
    """What a top-level block is by its syntax."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    REFERENCE = "reference"  # a link definition, or a line of the list of targets below a dump
    FIELD = "field"  # a line `key: value` of the header that some converters write above the dump


class Unit(NamedTuple):
    """A top-level block: its kind and its node, not yet knowing what it is for.

    The node is a Heading, Paragraph, ItemList, Quotation, Table, CodeBlock or Separator; references
    and fields are Paragraphs, a field's text being its value and `key` its name in lower case.
    """

    kind: UnitKind
    node: Node
    key: str = ""
