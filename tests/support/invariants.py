"""What holds of the syntax stages' work for every text."""

from __future__ import annotations

import re

from articleparse.source import Span
from articleparse.tree import ALLOWED, ItemList, Node, Quotation, Row, Table, Text
from tests.support.syntax import Syntax

DEEPEST = 100
"""Nodes within nodes."""

_WORD = re.compile(r"[^\W_]")
_WORDLESS = (ItemList, Quotation, Table, Row)
"""Blocks whose own marks are signs. Of a list they are numbers too, which stand before its items' text."""


def assert_lines_tile(syntax: Syntax) -> None:
    """Lines follow each other without a gap, and their text lies within them."""
    position = 0
    for line in syntax.lines:
        assert line.start == position
        assert line.start <= line.mark <= line.text_start <= line.text_end <= line.end
        position = line.end
    assert position == len(syntax.source.text)


def assert_well_formed(syntax: Syntax) -> None:
    """Units are in order, nodes nest, no word falls outside of them, and text is as long as its span."""
    text = syntax.source.text
    position = 0
    for unit in syntax.units:
        assert not _WORD.search(text[position : unit.node.span.start]), "a word lies between units"
        assert unit.node.span.start >= position
        position = unit.node.span.end
        _assert_nests(text, unit.node)
    assert not _WORD.search(text[position:]), "a word lies behind the last unit"


def _assert_nests(text: str, root: Node) -> None:
    stack = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        assert depth <= DEEPEST
        assert node.span.start <= node.span.end <= len(text)
        position = node.span.start
        for child in node.children:
            assert isinstance(child, ALLOWED[type(node)])
            assert node.span.covers(child.span)
            assert child.span.start >= position
            _assert_wordless(text, node, Span(position, child.span.start))
            position = child.span.end
            stack.append((child, depth + 1))
        _assert_wordless(text, node, Span(position, node.span.end))
        if isinstance(node, Text):
            _assert_as_long(text, node)


def _assert_wordless(text: str, node: Node, gap: Span) -> None:
    if isinstance(node, _WORDLESS):
        assert not _WORD.search(gap.of(text)), f"{gap.of(text)!r} is lost in {node}"


def _assert_as_long(text: str, node: Text) -> None:
    source = node.span.of(text)
    if len(source) != len(node.text):
        assert source.startswith("&")
        assert source.endswith(";")
