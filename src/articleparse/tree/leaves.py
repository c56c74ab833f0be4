"""The leaves of a tree: pieces that tile the source, each character in exactly one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from articleparse.source import Span
from articleparse.tree.article import Article
from articleparse.tree.base import Node


@attrs.frozen
class Leaf:
    """A stretch of the source and the node it belongs to.

    `kind` is "text" for what a childless node holds, "mark" for the signs of a node around its
    children, and "space" for marks of nothing but white space.
    """

    span: Span
    kind: Literal["text", "mark", "space"]
    owner: Node


def leaves(article: Article) -> Iterator[Leaf]:
    """Every leaf of `article` in source order; their spans tile the source.

    Raises ValueError for an article without its source text.

    >>> import articleparse as ap
    >>> [(leaf.kind, leaf.span.of("**a** b")) for leaf in leaves(ap.parse("**a** b"))]
    [('mark', '**'), ('text', 'a'), ('mark', '**'), ('text', ' b')]
    """
    source = source_of(article)
    # A pair on the stack is either a node still to be entered or the gap behind a child.
    stack: list[tuple[Node, Span | None]] = [(article, None)]
    while stack:
        node, gap = stack.pop()
        if gap is not None:
            if gap.start != gap.end:
                yield Leaf(gap, "mark" if gap.of(source).strip(BLANKS) else "space", node)
            continue
        if not node.children:
            if node.span.start != node.span.end:
                yield Leaf(node.span, "text" if node.span.of(source).strip(BLANKS) else "space", node)
            continue
        pending: list[tuple[Node, Span | None]] = []
        position = node.span.start
        for child in node.children:
            pending += [(node, Span(position, child.span.start)), (child, None)]
            position = child.span.end
        pending.append((node, Span(position, node.span.end)))
        stack.extend(reversed(pending))


BLANKS = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
)
"""White space, and the two invisible characters that dumps begin or pad lines with."""


def source_of(article: Article) -> str:
    """The source text that `article` carries. Raises ValueError where it has none."""
    if article.source is None:
        raise ValueError("this article has no source text; write it with include_source=True, or set `source`")
    return article.source


def unparse(article: Article) -> str:
    r"""The dump that `article` was read from, put together from its leaves.

    Raises ValueError for an article without its source text.

    >>> import articleparse as ap
    >>> ap.unparse(ap.parse("## A\n\nb"))
    '## A\n\nb'
    """
    source = source_of(article)
    return "".join(leaf.span.of(source) for leaf in leaves(article))
