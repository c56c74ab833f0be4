"""Where the lines go that open a division: their words have to lie in a block, and are no text of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from articleparse.blocks.block import RawBlock
from articleparse.lines import Line

_WORDLESS = frozenset(("quote", "table", "row"))
"""Blocks that hold words only in the blocks within them."""


def own_divisions(text: str, lines: Sequence[Line], blocks: list[RawBlock]) -> None:
    """Let the block behind each such line begin with it; below the last block, let that end with it."""
    for line in lines:
        if line.type == "DIV" and text[line.mark : line.text_end].strip(": \t"):
            _own(line, blocks)


def _own(line: Line, blocks: list[RawBlock]) -> None:
    index = bisect_right(blocks, line.start, key=lambda block: block.start)
    before = blocks[index - 1] if index else None
    if before and before.end > line.mark:
        if before.kind in _WORDLESS:
            _own(line, before.children)
    elif index < len(blocks) and (chain := _worded(blocks[index], 0)):
        for block in chain:
            block.start = line.mark
    elif before and (chain := _worded(before, -1)):
        for block in chain:
            block.end = line.text_end
    else:  # nothing else is there: it is a text
        blocks.insert(index, RawBlock("paragraph", line.mark, line.text_end, [(line.text_start, line.text_end)]))


def _worded(block: RawBlock, side: int) -> list[RawBlock]:
    """`block` and those at that side of it, down to the first that can hold words; none where there is no such."""
    chain = [block]
    while chain[-1].kind in _WORDLESS:
        if not chain[-1].children:
            return []
        chain.append(chain[-1].children[side])
    return chain
