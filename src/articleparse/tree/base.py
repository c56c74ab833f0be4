"""What every node of the tree has: a span, children in source order, a name for its type, and its text.

None of the walks recurses: the depth of a tree never meets Python's limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, TypeVar, cast

import attrs

from articleparse.errors import ArticleparseError
from articleparse.source import Span

N = TypeVar("N", bound="Node")

NodesByClass = Mapping[type["Node"], tuple["Node", ...]]
"""The nodes of a tree, in source order, by their classes."""

_INNER_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class TreeError(ArticleparseError, ValueError):
    """A tree that lacks what is asked of it: its source text, or a node."""


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

    @property
    def by_class(self) -> NodesByClass | None:
        """The nodes at and below this one by their classes, where they are kept: in a whole `Article`. Else None."""
        return None


@attrs.frozen
class Branch(Node):
    """A node that holds other nodes."""

    separator: ClassVar[str] = "\n\n"
    """What parts two blocks in `text`."""

    reads_all: ClassVar[bool] = False
    """Whether blocks that don't flow count in `text`, too."""

    children: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """The text of the children: inline ones run together, blocks that flow are parted by `separator`."""
        return read_text(self)

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


def read_text(node: Branch, without: type[Node] | None = None) -> str:
    """The text of `node`, children before parents; nodes of class `without` and what they hold have none."""
    # A stack and no recursion, however deep the tree is.
    above: list[tuple[Branch, Iterator[Node], list[str]]] = []
    children, texts = iter(node.children), []
    while True:
        for child in children:
            counts = child.inline or child.flows or node.reads_all
            if not counts or (without is not None and isinstance(child, without)):
                texts.append("")
            elif isinstance(child, Branch) and type(child).text is Branch.text:
                above.append((node, children, texts))
                node, children, texts = child, iter(child.children), []
                break
            else:  # a leaf, or a branch that reads its text in a way of its own
                texts.append(child.text)
        else:
            text = node.composed(texts)
            if not above:
                return text
            node, children, texts = above.pop()
            texts.append(text)


def walk(node: Node) -> Iterator[Node]:
    """`node` and everything below it, parents before children, in source order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if node.children:
            stack.extend(reversed(node.children))


def find(node: Node, kind: type[N]) -> Iterator[N]:
    """Every node of class `kind` (or a subclass) at or below `node`, in source order.

    An article keeps its nodes by class, so that only the first call for it walks the tree.

    >>> import articleparse as ap
    >>> [link.text for link in ap.find(ap.parse("See [this](#) and [that](#)."), ap.tree.Link)]
    ['this', 'that']
    """
    kept = node.by_class
    if kept is None or kind.__subclasses__():
        return search(node, kind)
    return iter(cast("tuple[N, ...]", kept.get(kind, ())))


def search(node: Node, kind: type[N]) -> Iterator[N]:
    """What `find` finds, by a walk that goes no further than it is asked."""
    stack = [node]
    while stack:  # as `walk`, whose generator would double the time
        node = stack.pop()
        if isinstance(node, kind):
            yield node
        if node.children:
            stack.extend(reversed(node.children))


def first(nodes: Iterable[Node], kind: type[N]) -> N | None:
    """The first of `nodes` that is of class `kind`."""
    return next((node for node in nodes if isinstance(node, kind)), None)
