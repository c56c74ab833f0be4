"""From offsets in a line's flat text back to its inline nodes: wrap a stretch of them in a field."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import attrs

from articleparse.source import Span
from articleparse.tree import Node, Text
from articleparse.tree.inline import InlineBranch

Make = Callable[[Span, tuple[Node, ...]], Node]
"""Makes the node of a field from its span and its children."""

Cut = tuple[int, int, Make]
"""A half-open range of the flat text (code points), and what to make of it."""


def carve(children: tuple[Node, ...], cuts: Sequence[Cut]) -> tuple[Node, ...]:
    """`children` with each stretch of `cuts` wrapped in the node that its function makes.

    The cuts are in order. A text is split where a cut begins or ends within it; a cut inside bold text or a link is
    made in there; one that has only one end in there grows to take it whole. What cannot be split (code, a character
    reference) is taken whole too. A cut that is empty, beyond the text or overlaps one before it is left out.

    >>> from articleparse.tree import Author
    >>> line = (Text(Span(0, 11), "By Jane Doe"),)
    >>> [node.text for node in carve(line, [(3, 11, Author)])]
    ['By ', 'Jane Doe']
    """
    if not cuts:
        return children
    carver = _Carver(cuts)
    queue = deque(children)
    while queue:
        carver.take(queue)
    return carver.finish()


@attrs.define
class _Carver:
    """Walks along the nodes of a line with the cuts still to make."""

    cuts: Sequence[Cut]
    next_cut: int = 0
    position: int = 0  # of the node in hand, in the flat text
    done: list[Node] = attrs.field(factory=list)
    is_open: bool = False  # whether the nodes in hand belong to the next cut
    wrapped: list[Node] = attrs.field(factory=list)  # the nodes of the open cut so far

    def take(self, queue: deque[Node]) -> None:
        """Deal with the first node of `queue`; what is left of a text goes back to it."""
        node = queue.popleft()
        length = len(node.text) if node.inline else 0
        end = self.position + length
        if self.is_open:
            self._go_on(node, end, queue)
            return
        cut = self._pending()
        if cut is None or cut[0] >= end:
            self._append(node, end)
        elif _splits(node) and cut[0] > self.position:
            first, rest = _split(node, cut[0] - self.position)
            queue.appendleft(rest)
            self._append(first, cut[0])
        elif isinstance(node, InlineBranch) and cut[1] <= end and (cut[0], cut[1]) != (self.position, end):
            self._append(self._carve_inside(node, end), end)
        else:
            self.is_open = True
            self._go_on(node, end, queue)

    def finish(self) -> tuple[Node, ...]:
        """All nodes, the last cut closed."""
        self._close()
        return tuple(self.done)

    def _pending(self) -> Cut | None:
        """The next cut that can still be made."""
        while self.next_cut < len(self.cuts):
            cut = self.cuts[self.next_cut]
            if self.position <= cut[0] < cut[1]:
                return cut
            self.next_cut += 1
        return None

    def _go_on(self, node: Node, end: int, queue: deque[Node]) -> None:
        """Add `node` to the open cut, or as much of it as belongs there."""
        stop = self.cuts[self.next_cut][1]
        if stop <= self.position and self.wrapped:
            queue.appendleft(node)
            self._close()
        elif not node.inline:
            self._close()
            self.done.append(node)
        elif end > stop and _splits(node):
            first, rest = _split(node, stop - self.position)
            queue.appendleft(rest)
            self.wrapped.append(first)
            self.position = stop
            self._close()
        else:
            self.wrapped.append(node)
            self.position = end

    def _close(self) -> None:
        if self.wrapped:
            make = self.cuts[self.next_cut][2]
            self.done.append(make(Span(self.wrapped[0].span.start, self.wrapped[-1].span.end), tuple(self.wrapped)))
        self.next_cut += self.is_open
        self.is_open = False
        self.wrapped = []

    def _append(self, node: Node, end: int) -> None:
        self.done.append(node)
        self.position = end

    def _carve_inside(self, node: InlineBranch, end: int) -> Node:
        """`node` with all the cuts made that lie within it."""
        inner = []
        while (cut := self._pending()) is not None and cut[1] <= end:
            inner.append((cut[0] - self.position, cut[1] - self.position, cut[2]))
            self.next_cut += 1
        return attrs.evolve(node, children=carve(node.children, inner))


def _splits(node: Node) -> bool:
    return isinstance(node, Text) and len(node.text) == node.span.end - node.span.start


def _split(node: Node, length: int) -> tuple[Node, Node]:
    middle = node.span.start + length
    return (
        Text(Span(node.span.start, middle), node.text[:length]),
        Text(Span(middle, node.span.end), node.text[length:]),
    )
