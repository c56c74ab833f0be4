"""Links around a line without marks, which are letters of `inline.lark` as they are."""

from __future__ import annotations

from articleparse.inline.target import clean_target
from articleparse.source import span_of
from articleparse.tree import Link, Text


def plain_link(text: str, start: int, end: int) -> Link:
    """The link `[line](target)` from `start` to `end`."""
    close = text.index("](", start)
    return line_link(text, start, start + 1, close, end, clean_target(text[close + 2 : end - 1]))


def line_link(text: str, start: int, text_start: int, text_end: int, end: int, target: str | None) -> Link:
    """The link from `start` to `end` whose text lies between `text_start` and `text_end`."""
    inner = (Text(span_of((text_start, text_end)), text[text_start:text_end]),) if text_start < text_end else ()
    return Link(span_of((start, end)), inner, target)
