"""Which fence closes which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from articleparse.lines import Line


def fence_ends(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """For each fence, by its index, the index of the fence that would close it.

    That is the next one with the same sign, as long or longer, and no words behind it. Found from the back with a
    stack for each sign; no fence reaches out of its quotation.
    """
    ends: dict[int, int] = {}
    closers: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
    depth = 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.depth != depth:
            depth = line.depth
            closers = {"`": [], "~": []}
        if line.type != "FENCE":
            continue
        fence = text[line.mark : line.text_end]
        length = len(fence) - len(fence.lstrip(fence[0]))
        stack = closers[fence[0]]
        # Lengths fall along the stack: the last one that is long enough is the nearest.
        fitting = bisect_right(stack, -length, key=lambda closer: -closer[0])
        if fitting:
            ends[index] = stack[fitting - 1][1]
        if length == len(fence):
            while stack and stack[-1][0] <= length:
                stack.pop()
            stack.append((length, index))
    return ends
