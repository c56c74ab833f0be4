"""Fields into nodes: wrap the stretch of a line that a field was read from in the field's node."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

from articleparse import tree
from articleparse.fields.byline import AuthorField, BylineFields
from articleparse.fields.credit import CreditField
from articleparse.fields.dateline import DatelineField
from articleparse.fields.timestamps import TimestampField
from articleparse.source import Span
from articleparse.tree import Node, Text
from articleparse.tree.inline import InlineBranch

Nodes = tuple[Node, ...]


class Annotation(NamedTuple):
    """A half-open range of a line's flat text (code points), and what makes a node of it from span and children."""

    start: int
    end: int
    make: Callable[[Span, Nodes], Node]


def byline_annotations(fields: BylineFields) -> list[Annotation]:
    """Return what the authors and dates of a byline become."""
    found = [*map(_author, fields.authors), *map(timestamp_annotation, fields.timestamps)]
    return sorted(found, key=lambda annotation: annotation[:2])


def _author(field: AuthorField) -> Annotation:
    def make(span: Span, children: Nodes) -> Node:
        return tree.Author(span, children, field.name, field.role, field.affiliation, field.is_agency)

    return Annotation(field.start, field.end, make)


def timestamp_annotation(field: TimestampField) -> Annotation:
    """Return what a date becomes."""

    def make(span: Span, children: Nodes) -> Node:
        return tree.Timestamp(span, children, field.kind, field.raw, field.when)

    return Annotation(field.start, field.end, make)


def credit_annotation(field: CreditField) -> Annotation:
    """Return what a credit becomes."""

    def make(span: Span, children: Nodes) -> Node:
        return tree.Credit(span, children, field.label, field.holder, field.names, field.agencies)

    return Annotation(field.start, field.end, make)


def dateline_annotation(field: DatelineField) -> Annotation:
    """Return what a dateline becomes."""

    def make(span: Span, children: Nodes) -> Node:
        return tree.Dateline(span, children, field.place, field.agency, field.date)

    return Annotation(field.start, field.end, make)


def annotate(children: Nodes, annotations: Sequence[Annotation]) -> Nodes:
    """Return the inline `children` with each annotated stretch wrapped in the node that is made of it.

    The annotations are in order. A text is split where one begins or ends within it; one inside bold text or a link is
    made in there; one that has only one end in there grows to take it whole. What cannot be split (code, a character
    reference) is taken whole too. An annotation that is empty, beyond the text or overlaps one before it is left out.

    >>> from articleparse.tree import Author
    >>> line = (Text(Span(0, 11), "By Jane Doe"),)
    >>> [node.text for node in annotate(line, [Annotation(3, 11, Author)])]
    ['By ', 'Jane Doe']
    """
    if not annotations:
        return children
    annotator = _Annotator(annotations)
    queue = deque(children)
    while queue:
        annotator.take(queue)
    return annotator.finish()


@attrs.define
class _Annotator:
    """Walks along the nodes of a line with the annotations still to make."""

    annotations: Sequence[Annotation]
    following: int = 0  # index of the annotation to make next
    position: int = 0  # of the node in hand, in the flat text
    done: list[Node] = attrs.field(factory=list)
    is_open: bool = False  # whether the nodes in hand belong to that annotation
    wrapped: list[Node] = attrs.field(factory=list)  # its nodes so far

    def take(self, queue: deque[Node]) -> None:
        """Deal with the first node of `queue`; what is left of a text goes back to it."""
        node = queue.popleft()
        end = self.position + (len(node.text) if node.inline else 0)
        if self.is_open:
            self._continue(node, end, queue)
            return
        pending = self._pending()
        if pending is None or pending.start >= end:
            self._append(node, end)
        elif _splits(node) and pending.start > self.position:
            first, rest = _split(node, pending.start - self.position)
            queue.appendleft(rest)
            self._append(first, pending.start)
        elif isinstance(node, InlineBranch) and pending.end <= end and pending[:2] != (self.position, end):
            self._append(self._annotate_inside(node, end), end)
        else:
            self.is_open = True
            self._continue(node, end, queue)

    def finish(self) -> Nodes:
        """Return all nodes, the last annotation closed."""
        self._close()
        return tuple(self.done)

    def _pending(self) -> Annotation | None:
        """Return the next annotation that can still be made."""
        while self.following < len(self.annotations):
            annotation = self.annotations[self.following]
            if self.position <= annotation.start < annotation.end:
                return annotation
            self.following += 1
        return None

    def _continue(self, node: Node, end: int, queue: deque[Node]) -> None:
        """Add `node` to the open annotation, or as much of it as belongs there."""
        stop = self.annotations[self.following].end
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
            make = self.annotations[self.following].make
            self.done.append(make(Span(self.wrapped[0].span.start, self.wrapped[-1].span.end), tuple(self.wrapped)))
        self.following += self.is_open
        self.is_open = False
        self.wrapped = []

    def _append(self, node: Node, end: int) -> None:
        self.done.append(node)
        self.position = end

    def _annotate_inside(self, node: InlineBranch, end: int) -> Node:
        """Return `node` with all the annotations made that lie within it."""
        inner = []
        while (pending := self._pending()) is not None and pending.end <= end:
            inner.append(Annotation(pending.start - self.position, pending.end - self.position, pending.make))
            self.following += 1
        return attrs.evolve(node, children=annotate(node.children, inner))


def _splits(node: Node) -> bool:
    return isinstance(node, Text) and len(node.text) == node.span.end - node.span.start


def _split(node: Node, length: int) -> tuple[Node, Node]:
    middle = node.span.start + length
    return (
        Text(Span(node.span.start, middle), node.text[:length]),
        Text(Span(middle, node.span.end), node.text[length:]),
    )
