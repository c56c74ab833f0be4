"""What every node of the tree has: a span, children in source order, a name for its type, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
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

    children: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """The text of the children: inline ones run together, blocks that flow are parted by `separator`."""
        return joined_text(self.children, self.separator)


@attrs.frozen
class Judged(Branch):
    """A node that stands for a block of the dump, or for several, and was judged to have the role that its class tells.

    Blocks within blocks (the paragraphs of a quotation) were not judged by themselves.
    """

    confidence: float | None = attrs.field(default=None, kw_only=True)
    """How sure the judgement is, from 0 to 1: of several blocks, the least sure one. None where nothing was judged."""


def joined_text(children: Iterable[Node], separator: str, *, flowing_only: bool = True) -> str:
    """Runs of inline nodes and blocks, each stripped and parted by `separator`, empty ones left out.

    Blocks that don't flow (captions, furniture) are left out too unless `flowing_only` is false.
    """
    parts: list[str] = []
    run: list[str] = []
    for child in children:
        if child.inline:
            run.append(child.text)
            continue
        parts.append("".join(run))
        run = []
        if child.flows or not flowing_only:
            parts.append(child.text)
    parts.append("".join(run))
    stripped = (part.strip() for part in parts)
    return separator.join(part for part in stripped if part)
