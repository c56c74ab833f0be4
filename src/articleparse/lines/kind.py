"""What a physical line can be."""

from __future__ import annotations

from enum import StrEnum


class LineKind(StrEnum):
    """The kind of a line: the letters of `blocks.lark`, together with the zero-width ones of `Bound`.

    The first group is what a line is by its own looks; the second is what it can turn out to be beside others.
    """

    BLANK = "BLANK"
    TEXT = "TEXT"
    HEADING = "HEADING"  # ## heading
    SETEXT = "SETEXT"  # ===== or ----- under a line of text
    RULE = "RULE"  # * * *
    BULLET = "BULLET"  # - item
    NUMBER = "NUMBER"  # 1. item
    FENCE = "FENCE"  # ```
    ROW = "ROW"  # | a | b |
    TABLE_RULE = "TABLE_RULE"  # |---|---|
    REFERENCE = "REFERENCE"  # [1]: https://example.org/
    DIV = "DIV"  # ::: {.note}

    CONTINUATION = "CONTINUATION"  # a further line of a paragraph or an item
    HEADING_CONTINUATION = "HEADING_CONTINUATION"  # a further line of a heading that was wrapped
    INDENTED = "INDENTED"  # the first line of code by indentation
    CODE = "CODE"  # a further line of code, or a line between fences
    FENCE_END = "FENCE_END"
    FIELD = "FIELD"  # key: value, at the head of the dump
    VALUE = "VALUE"  # a further line of a field


class Bound(StrEnum):
    """Zero-width letters: where something begins or ends that LALR(1) can't see ahead."""

    LIST_OPEN = "LIST_OPEN"
    LIST_CLOSE = "LIST_CLOSE"
    QUOTE_OPEN = "QUOTE_OPEN"
    QUOTE_CLOSE = "QUOTE_CLOSE"
    TABLE_OPEN = "TABLE_OPEN"
    TABLE_CLOSE = "TABLE_CLOSE"
