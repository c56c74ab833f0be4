"""The text of paragraphs that a page had cut in two."""

from __future__ import annotations

from articleparse.source import Span, needs_space
from articleparse.tree import Node, Paragraph, Text


def paragraph_nodes(paragraph: Paragraph) -> list[Node]:
    """The inline nodes of a paragraph, with a space where its pieces meet (none in scripts that write no spaces)."""
    nodes: list[Node] = []
    starts = [piece.start for piece in paragraph.pieces[:0:-1]]
    for child in paragraph.children:
        if not child.inline:
            continue
        if starts and child.span.start >= starts[-1]:
            while starts and child.span.start >= starts[-1]:
                starts.pop()
            if nodes and needs_space(nodes[-1].text, child.text):
                nodes.append(Text(Span(child.span.start, child.span.start), " "))
        nodes.append(child)
    return nodes
