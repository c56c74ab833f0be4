"""Blocks and what is in them as lines of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from articleparse.formats.markdown import lines
from articleparse.formats.markdown.layout import Indent, Indents, Layout
from articleparse.formats.pieces import paragraph_nodes
from articleparse.tree import (
    Author,
    Byline,
    Caption,
    CodeBlock,
    CreditLine,
    Deck,
    Furniture,
    Heading,
    Headline,
    ItemList,
    Node,
    Paragraph,
    PullQuote,
    Quotation,
    Separator,
    Table,
)

Part = Node | list[Node]
"""A block, or inline nodes that stand among blocks and make a paragraph."""

_Task = tuple[Part | str | int, Indents]
"""What is to be written, in which lists and quotations: a part, a line as it is, or a number of blank lines."""

_LEAVES: dict[type[Node], Callable[[Any], list[str]]] = {
    Headline: lambda node: lines.heading_lines(node.children, 1),
    Heading: lines.crosshead_lines,
    Caption: lines.caption_lines,
    CreditLine: lines.credits_lines,
    Table: lines.table_lines,
    CodeBlock: lines.code_lines,
    Separator: lambda _: [lines.RULE],
}


class BlockWriter:
    """Writes blocks one after the other, blank lines between. Works with a stack, however deep they are nested."""

    def __init__(self, by: str = "") -> None:
        self.by = by  # what a byline begins with that names its author at once
        self.layout = Layout()
        self._stack: list[_Task] = []

    def write(self, nodes: Iterable[Node]) -> str:
        """`nodes` and all that is in them as Markdown, furniture left out. Empty where there is nothing else."""
        self._push(_parts(nodes), ())
        while self._stack:
            part, indents = self._stack.pop()
            if isinstance(part, int):
                self.layout.gap(part, indents)
            elif isinstance(part, str):
                self.layout.add([part], indents)
            elif isinstance(part, list):
                self._add(lines.text_lines(part), indents)
            else:
                self._block(part, indents)
        return "".join(f"{line}\n" for line in self.layout.lines)

    def _add(self, block: list[str], indents: Indents) -> None:
        if block:
            self.layout.add(block, indents)

    def _block(self, node: Node, indents: Indents) -> None:
        leaf = _LEAVES.get(type(node))
        if leaf is not None:
            self._add(leaf(node), indents)
        elif isinstance(node, Paragraph):
            blocks = [child for child in node.children if not child.inline]
            self._push([paragraph_nodes(node), *_parts(blocks)], indents)
        elif isinstance(node, (Quotation, PullQuote)):
            self._push(_parts(node.children), (*indents, Indent("> ", "> ")))
        elif isinstance(node, ItemList):
            self._push_items(node, indents)
        elif isinstance(node, Deck) and all(child.inline for child in node.children):
            self._add(lines.bold_lines(node.children), indents)
        elif isinstance(node, Byline) and _names_first(node):
            self._add(lines.by_lines(self.by, node.children), indents)
        else:
            self._push(_parts(node.children), indents)

    def _push(self, parts: Sequence[Part], indents: Indents) -> None:
        pending: list[_Task] = []
        for index, part in enumerate(parts):
            if index:
                pending.append((_blank_lines(parts[index - 1], part), indents))
            pending.append((part, indents))
        self._stack.extend(reversed(pending))

    def _push_items(self, node: ItemList, indents: Indents) -> None:
        """The items, no blank lines between them; within one, only a list follows its text without a blank line."""
        pending: list[_Task] = []
        number = node.start if node.start is not None else 1
        space = " " if len(node.children) > 1 else "  "  # a lone number with one space behind it could be a date
        for index, item in enumerate(node.children):
            mark = f"{number + index}.{space}" if node.ordered else "- "
            inner = (*indents, Indent(mark, " " * len(mark)))
            parts = _parts(item.children)
            if parts and isinstance(parts[0], ItemList):
                pending.append(("", inner))
            for position, part in enumerate(parts):
                if position and not isinstance(part, ItemList):
                    pending.append((1, inner))
                pending.append((part, inner))
        self._stack.extend(reversed(pending))


def _parts(nodes: Iterable[Node]) -> list[Part]:
    """The blocks of `nodes` that are no furniture, and each run of inline nodes among them."""
    parts: list[Part] = []
    for inline, group in groupby(nodes, key=lambda node: node.inline):
        if inline:
            parts.append(list(group))
        else:
            parts.extend(node for node in group if not isinstance(node, Furniture) and not _is_empty(node))
    return parts


def _is_empty(node: Node) -> bool:
    """Whether it is a quotation of nothing, which would hide that the lists around it meet."""
    return isinstance(node, (Quotation, PullQuote)) and not node.children


def _blank_lines(before: Part, after: Part) -> int:
    """Two between lists of one kind, which would be one list otherwise."""
    twins = isinstance(before, ItemList) and isinstance(after, ItemList) and before.ordered == after.ordered
    return 2 if twins else 1


def _names_first(byline: Byline) -> bool:
    """Whether the byline begins with a name, without a word such as "By", and is a line of its own."""
    first = next((child for child in byline.children if child.text.strip()), None)
    while first is not None and not isinstance(first, Author):
        first = first.children[0] if first.children else None
    return first is not None and all(child.inline for child in byline.children)
