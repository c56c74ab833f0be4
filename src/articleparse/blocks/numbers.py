"""Numbers that begin lines and count no items: `22. April 2024`, `1. The first reason` above its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articleparse.blocks.block import RawBlock
from articleparse.lines import Line

_NEAR = 30
"""Lines within which a numbered item's neighbour is looked for."""


def unmark_stray_numbers(text: str, lines: Sequence[Line]) -> None:
    """Make lines text, in place, whose number has no neighbour that counts on from it: `2019. That was the year`."""
    numbers = [(index, line) for index, line in enumerate(lines) if line.type == "NUMBER"]
    counted: set[int] = set()
    for (index, line), (next_index, following) in pairwise(numbers):
        if following.level - line.level in (0, 1) and next_index - index <= _NEAR:
            counted.update((index, next_index))
    for index, line in numbers:
        if index not in counted and not _is_set_off(text, line.mark, line.text_start):
            line.type = "TEXT"
            line.text_start = line.mark


def line_of_list(text: str, block: RawBlock) -> RawBlock:
    """A list of one numbered line as that line: `1. The first reason` above the paragraphs that give it.

    A colon keeps it a list: the item goes on below (`1. Jane says:`).
    """
    item = block.children[0] if block.kind == "list" and block.level >= 0 and len(block.children) == 1 else None
    if item is None or item.children or len(item.segments) != 1:
        return block
    start, end = item.segments[0]
    if start == end or _is_set_off(text, item.start, start) or text.endswith((":", "："), start, end):
        return block
    return RawBlock("paragraph", block.start, block.end, [(item.start, end)])


def _is_set_off(text: str, mark: int, start: int) -> bool:
    """Whether two spaces stand behind the number, which converters write and people don't: then it counts an item."""
    return text.endswith("  ", mark, start)
