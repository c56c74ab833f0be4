"""What the syntax stages hand on, drawn as indented text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from articleparse.blocks import RawBlock, Unit
from articleparse.lines import Line
from articleparse.tree import Article, CodeBlock, Node, Text

_INDENT = "  "


def draw_lines(text: str, lines: Iterable[Line]) -> str:
    """A line for each physical line: kind, level, indentation, quote marks, text."""
    drawn = []
    for line in lines:
        numbers = {"level": line.level, "indent": line.indent, "depth": line.depth}
        facts = [f"{name}={number}" for name, number in numbers.items() if number]
        words = [repr(text[line.text_start : line.text_end])] if line.type != "BLANK" else []
        drawn.append(" ".join([line.type, *facts, *words]))
    return "\n".join(drawn)


def draw_blocks(text: str, blocks: Sequence[RawBlock]) -> str:
    """A line for each block: kind, level, key, its texts line by line."""
    drawn: list[str] = []
    stack = [(block, 0) for block in reversed(blocks)]
    while stack:
        block, depth = stack.pop()
        facts = [f"level={block.level}"] if block.level else []
        facts += [f"key={block.key}"] if block.key else []
        facts += [repr(text[start:end]) for start, end in block.segments]
        drawn.append(_INDENT * depth + " ".join([block.kind, *facts]))
        stack.extend((child, depth + 1) for child in reversed(block.children))
    return "\n".join(drawn)


def draw_units(text: str, units: Iterable[Unit]) -> str:
    """The nodes of the units, inline nodes and all: type, fields that are set, text.

    A reference or field begins with its kind and key. Where what stands in the source differs from the text that is
    read, the source follows.
    """
    drawn: list[str] = []
    for unit in units:
        head = f"[{unit.kind.value} {unit.key}] " if unit.kind.value in ("reference", "field") else ""
        stack = [(unit.node, 0)]
        while stack:
            node, depth = stack.pop()
            drawn.append(_INDENT * depth + (head if not depth else "") + _line_of(text, node))
            stack.extend((child, depth + 1) for child in reversed(node.children))
    return "\n".join(drawn)


def _line_of(text: str, node: Node) -> str:
    values = [(field, getattr(node, field.name)) for field in attrs.fields(type(node))]
    facts = [
        f"{field.name}={value!r}"
        for field, value in values
        if field.name not in ("span", "children", "text", "confidence") and value != field.default
    ]
    if (not node.children and not isinstance(node, CodeBlock) and node.text not in ("", "\n")) or isinstance(
        node, CodeBlock
    ):
        facts.append(repr(node.text))
    source = node.span.of(text)
    if isinstance(node, Text) and source != node.text:
        facts.append(f"from {source!r}")
    return " ".join([node.type, *facts])


def draw_article(article: Article) -> str:
    """The whole tree, drawn as units are: every node with its type, its fields and its text."""
    text = article.source or ""
    drawn: list[str] = []
    stack: list[tuple[Node, int]] = [(part, 0) for part in reversed(article.children)]
    while stack:
        node, depth = stack.pop()
        drawn.append(_INDENT * depth + _line_of(text, node))
        stack.extend((child, depth + 1) for child in reversed(node.children))
    return "\n".join(drawn)
