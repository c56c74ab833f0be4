"""What every node of the tree has: a span, children in source order, a name for its type, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from articleparse.source import Span

_INNER_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@attrs.frozen
class Node:
    """A part of the article: frozen data with a half-open `span` in code points of the source.

    Children are in source order and lie within the span. What the span covers and no child does
    (`**`, `](#)`, blank lines) are the node's own marks; `articleparse.tree.leaves` lists them.
    """

    type: ClassVar[str] = "node"
    """The class name in snake case: the node's name in JSON, XML and the docs."""

    inline: ClassVar[bool] = False
    """Whether the node stands within a line of text."""

    flows: ClassVar[bool] = False
    """Whether a block is part of the running text that a reader reads: a paragraph is, a caption is not."""

    composes: ClassVar[bool] = False
    """Whether `text` is made of the children's, by `composed`."""

    span: Span

    def __init_subclass__(cls) -> None:
        cls.type = _INNER_CAPITAL.sub("_", cls.__name__).lower()

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes within this one, in source order."""
        return ()

    @property
    def text(self) -> str:
        """What a reader reads here, without marks and without furniture."""
        return ""


@attrs.frozen
class Branch(Node):
    """A node that holds other nodes."""

    separator: ClassVar[str] = "\n\n"
    """What parts two blocks in `text`."""

    composes: ClassVar[bool] = True
    reads_all: ClassVar[bool] = False
    """Whether blocks that don't flow count in `text`, too."""

    children: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """The text of the children: inline ones run together, blocks that flow are parted by `separator`."""
        return _read(self)

    def composed(self, texts: Sequence[str]) -> str:
        """The text of this node, given that of each of its children ("" for one that doesn't count)."""
        return joined_text(self.children, texts, self.separator)


@attrs.frozen
class Block(Branch):
    """A node that stands for a block of the dump, or for several, and was judged to have the role that its class tells.

    Blocks within blocks (the paragraphs of a quotation) were not judged by themselves.
    """

    confidence: float | None = attrs.field(default=None, kw_only=True)
    """How sure the judgement is, from 0 to 1: of several blocks, the least sure one. None where nothing was judged."""


def joined_text(nodes: Sequence[Node], texts: Sequence[str], separator: str) -> str:
    """The `texts` of `nodes`: runs of inline ones and blocks, each stripped and parted by `separator`, none empty."""
    if len(texts) == 1:
        return texts[0].strip()
    parts: list[str] = []
    run: list[str] = []
    for node, text in zip(nodes, texts, strict=True):
        if node.inline:
            run.append(text)
        else:
            parts += "".join(run).strip(), text.strip()
            run = []
    parts.append("".join(run).strip())
    return separator.join([part for part in parts if part])


def _read(node: Branch) -> str:
    """The text of `node`, children before parents. A stack and no recursion, however deep the tree is."""
    above: list[tuple[Branch, Iterator[Node], list[str]]] = []
    children, texts = iter(node.children), []
    while True:
        for child in children:
            if not (child.inline or child.flows or node.reads_all):
                texts.append("")
            elif child.composes and isinstance(child, Branch):
                above.append((node, children, texts))
                node, children, texts = child, iter(child.children), []
                break
            else:
                texts.append(child.text)
        else:
            text = node.composed(texts)
            if not above:
                return text
            node, children, texts = above.pop()
            texts.append(text)
