"""What can be counted in a block without knowing its language."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.blocks import Unit, UnitKind
from articleparse.source import ends_sentence
from articleparse.tree import Heading, Image, ItemList, Link, Node, Strong, Text

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDE_EXTRA = 2
"""A Chinese, Japanese or Korean character says about as much as three letters do."""

_SAMPLE = 600
"""Characters of a block that are looked at for its script: enough for every length that matters."""


PROSE_WIDTH = 80
"""From this width on a paragraph that ends as sentences do is prose and not a teaser or a label."""


class Measure(NamedTuple):
    """The counts of one block. Lengths are in code points of its text, `width` with wide characters as three."""

    kind: UnitKind
    name: str  # of the kind
    level: int  # of a heading, 0 for all else
    text: str
    width: int
    words: int
    links: int
    linked: int  # characters that are under links
    images: int
    strong: int  # characters that are bold
    items: int  # of a list
    link_items: int  # items that begin with a link
    ends_sentence: bool
    is_prose: bool  # whether the block reads like a paragraph of a story

    @property
    def is_linked(self) -> bool:
        """Whether more than half of the text is under links."""
        return self.linked * 2 > len(self.text)

    @property
    def is_bold(self) -> bool:
        """Whether nine tenths of the text or more are bold."""
        return self.strong * 10 >= len(self.text) * 9 > 0


def measure(unit: Unit) -> Measure:
    """Count what is in `unit`. Time is linear in its nodes."""
    node = unit.node
    pieces: list[str] = []
    links = linked = images = strong = 0
    stack: list[Node] = list(reversed(node.children))
    while stack:
        current = stack.pop()
        kind = current.__class__
        if kind is Text:
            pieces.append(current.text)
            continue
        if kind is Link:
            inner = current.children
            text = inner[0].text if len(inner) == 1 and inner[0].__class__ is Text else current.text
            links += 1
            linked += len(text)
            images += sum(child.__class__ is Image for child in current.children)
            pieces.append(text)
            continue
        if kind is Image:
            images += 1
            continue
        if kind is Strong:
            strong += len(current.text)
        elif not current.inline:
            pieces.append("\n")
        if current.children:
            stack.extend(reversed(current.children))
        else:
            pieces.append(current.text)
    text = ("".join(pieces) if pieces else node.text).strip()
    items, link_items = _items(node)
    width = len(text) if text.isascii() else len(text) + _WIDE_EXTRA * len(_WIDE.findall(text[:_SAMPLE]))
    level = node.level if isinstance(node, Heading) else 0
    ended = ends_sentence(text)
    is_prose = ended and unit.kind is UnitKind.PARAGRAPH and width >= PROSE_WIDTH and linked * 2 < len(text)
    counts = (text.count(" ") + 1, links, linked, images, strong, items, link_items)
    return Measure(unit.kind, unit.kind.value, level, text, width, *counts, ended, is_prose)


def _items(node: Node) -> tuple[int, int]:
    """How many items a list has, and how many of them begin with a link; none for all else."""
    if node.__class__ is not ItemList:
        return 0, 0
    return len(node.children), sum(_is_link(item) for item in node.children)


def _is_link(item: Node) -> bool:
    return bool(item.children) and item.children[0].__class__ is Link
