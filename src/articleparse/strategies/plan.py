"""Trees written down without spans, which are laid out here in a source of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from articleparse.source import Span
from articleparse.tree import Article, Back, Body, CodeBlock, Front, Meta, Node, Section, Text


@attrs.frozen
class Plan:
    """A node to be made: its class, what is in it (a str is a `Text`), and its fields."""

    kind: type[Node]
    parts: tuple[Plan | str, ...]
    fields: dict[str, Any]


def n(kind: type[Node], /, *parts: Plan | str, **fields: Any) -> Plan:
    """A node of class `kind`."""
    return Plan(kind, parts, fields)


class _Layout:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def node(self, plan: Plan | str) -> Node:
        """The node, its text appended to the source, with a line feed behind a block. Recurses as deep as the plan."""
        start = self.length
        if isinstance(plan, str):
            self.write(plan)
            return Text(Span(start, self.length), plan)
        children = tuple([self.node(part) for part in plan.parts])
        if plan.kind is CodeBlock:
            self.write(plan.fields["text"])
        end = self.length
        if not plan.kind.inline:
            self.write("\n")
        held = {"children": children} if children else {}
        return plan.kind(Span(start, end), **held, **plan.fields)


def page(
    front: Iterable[Plan] = (),
    body: Iterable[Plan] = (),
    back: Iterable[Plan] = (),
    meta: Meta = Meta(),  # noqa: B008
) -> Article:
    """An article of the given blocks; what is no section in the body makes one without a heading.

    Its source is the bare text of its leaves, a line a block.
    """
    layout = _Layout()
    body = tuple(body)
    if body and all(block.kind is not Section for block in body):
        body = (n(Section, *body),)
    parts = []
    for kind, blocks in ((Front, front), (Body, body), (Back, back)):
        start = layout.length
        nodes = tuple(layout.node(block) for block in blocks)
        parts.append(kind(Span(start, layout.length), nodes))
    return Article(Span(0, layout.length), tuple(parts), meta, source="".join(layout.pieces))
