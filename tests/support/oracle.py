"""What a reader can know of an article: the facts that a dump keeps, and those that its converter loses.

They compare the tree that a dump was written from with the tree that it is read as. The roles of blocks are left out,
for they are judged by evidence: a short plain line may be a kicker or a caption. What a block holds is no matter of
judgement.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from articleparse.tree import (
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Image,
    Item,
    ItemList,
    Link,
    Node,
    Paragraph,
    Strikethrough,
    Strong,
    Text,
    find,
    walk,
)

_KEPT = re.compile(r"~~|[\[\]]")


def _flat(text: str) -> str:
    """The text without white space, which converters set as they like, and marks that some keep as words."""
    return "".join(_KEPT.sub("", text).split())


def _leaf(node: Node) -> str:
    """The words of a leaf; many a converter writes the alternative text of an image as text."""
    if isinstance(node, Image):
        return node.alt
    return node.text if isinstance(node, (Text, Code, CodeBlock)) else ""


def _own(item: Item) -> str:
    """The text of an item without that of a list within it."""
    return _flat("".join(child.text for child in item.children if child.inline or isinstance(child, Paragraph)))


def _joined(kind: type[Node]) -> Callable[[Node], str]:
    """All text under a mark: neighbours of one style may have become one node."""
    return lambda root: _flat("".join(node.text for node in find(root, kind)))


FACTS: dict[str, Callable[[Node], Any]] = {
    "words": lambda root: _flat("".join(map(_leaf, walk(root)))),
    "strong": _joined(Strong),
    "emphasis": _joined(Emphasis),
    "strikethrough": _joined(Strikethrough),
    "code": lambda root: [code.text for code in find(root, Code)],
    "code blocks": lambda root: [code.text.rstrip("\n") for code in find(root, CodeBlock)],
    "images": lambda root: [_flat(image.alt) for image in find(root, Image)],
    "links": lambda root: [_flat(link.text) for link in find(root, Link)],
    "targets": lambda root: [link.target for link in find(root, Link)],
    "items": lambda root: [_own(item) for item in find(root, Item)],
    "numbers": lambda root: [found.start for found in find(root, ItemList) if found.ordered],
    "cells": lambda root: [_flat(cell.text) for cell in find(root, Cell)],
}
"""The facts by name."""

LISTED = {"words", "links", "targets"}
"""Facts that grow by a list of targets at the end of the dump, where the converter writes one."""

_MARKS = {"strong", "emphasis", "strikethrough", "code"}
_BROWSER = {*_MARKS, "code blocks", "images", "links", "targets"}
_LIST_BEFORE = {"code blocks", "items"}
"""Lost where an indented block that follows a list could be part of its last item."""

LOST: dict[str, set[str]] = {
    "html2text": _LIST_BEFORE,
    "markdownify": {"strikethrough"},
    "markitdown": {"strikethrough", "targets"},  # some signs become their percent encoding
    "turndown": {"strikethrough", *_LIST_BEFORE},
    "node-html-markdown": {"targets"},
    "pandoc": {"images"},  # an image alone in its paragraph is its own caption
    "pandoc-plain": {*_BROWSER, "items"},
    "trafilatura-text": {*_BROWSER, "numbers"},
    "lynx": _BROWSER,
    "links": _BROWSER,
    "elinks": _BROWSER,
    "w3m": {*_BROWSER, "items"},
    "inscriptis": _BROWSER,
    "html-to-text": {*_BROWSER, "cells"},
    "resiliparse": _BROWSER,
    "get-text": {*_BROWSER, "items", "numbers", "cells"},  # the line above a table could be its head
}
"""What the dumps of a dialect no longer tell, with one setting of the converter or another."""
