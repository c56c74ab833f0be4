"""What the syntax stages hand on: the top-level blocks of a dump as raw nodes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from articleparse.tree import Node


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
