"""Trees written by hand: the nodes without spans, which are laid out here in a source of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from articleparse.source import Span
from articleparse.tree import Article, Back, Body, CodeBlock, Front, Meta, Node, Section, Text

Part = "Plan | str"


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
        self.source = ""

    def node(self, plan: Plan | str) -> Node:
        """The node, its text appended to the source, with a line feed behind a block."""
        start = len(self.source)
        if isinstance(plan, str):
            self.source += plan
            return Text(Span(start, len(self.source)), plan)
        children = tuple(self.node(part) for part in plan.parts)
        if plan.kind is CodeBlock:
            self.source += plan.fields["text"]
        end = len(self.source)
        if not plan.kind.inline:
            self.source += "\n"
        held = {"children": children} if children else {}
        return plan.kind(Span(start, end), **held, **plan.fields)


def page(
    front: Iterable[Plan] = (),
    body: Iterable[Plan] = (),
    back: Iterable[Plan] = (),
    meta: Meta = Meta(),  # noqa: B008
) -> Article:
    """An article of the given blocks; what is no section in the body makes one without a heading."""
    layout = _Layout()
    body = tuple(body)
    if body and all(block.kind is not Section for block in body):
        body = (n(Section, *body),)
    parts = []
    for kind, blocks in ((Front, front), (Body, body), (Back, back)):
        start = len(layout.source)
        nodes = tuple(layout.node(block) for block in blocks)
        parts.append(kind(Span(start, len(layout.source)), nodes))
    return Article(Span(0, len(layout.source)), tuple(parts), meta, source=layout.source)
