"""Ways through a tree and back: its leaves, the dump that they make up, copies with changes, and visitors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Generic, Literal, TypeVar, cast

import attrs

from articleparse.source import Span
from articleparse.tree.article import Article, source_of
from articleparse.tree.base import Branch, Node
from articleparse.tree.content_model import ALLOWED
from articleparse.tree.inline import Link

R = TypeVar("R")


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

    Raises TreeError for an article without its source text.

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


def unparse(article: Article) -> str:
    r"""The dump that `article` was read from, put together from its leaves.

    Raises TreeError for an article without its source text.

    >>> import articleparse as ap
    >>> ap.unparse(ap.parse("## A\n\nb"))
    '## A\n\nb'
    """
    source = source_of(article)
    return "".join(leaf.span.of(source) for leaf in leaves(article))


def rebuild(node: Node, change: Callable[[Node], Node]) -> Node:
    """A copy of `node` in which `change` was applied to every node, children before parents. Does not recurse.

    What `change` returns unchanged is shared with the old tree, not copied.
    """
    done: list[Node] = []
    stack: list[tuple[Node, bool]] = [(node, False)]
    while stack:
        current, entered = stack.pop()
        if current.children and not entered:
            stack.append((current, True))
            stack.extend((child, False) for child in reversed(current.children))
            continue
        if entered:
            count = len(current.children)
            children = tuple(done[-count:])
            del done[-count:]
            if any(new is not old for new, old in zip(children, current.children, strict=True)):
                current = attrs.evolve(cast("Branch", current), children=children)
        done.append(change(current))
    return done[0]


Targets = Iterable[str | None] | Mapping[str, str] | Callable[[Link], str | None]


def resolve_links(article: Article, targets: Targets) -> Article:
    """A copy of `article` whose placeholder links have targets; links that have one already are left alone.

    `targets` is an iterable of targets, one for each placeholder in source order (None skips one, and a
    short iterable leaves the rest), a mapping from link text to target, or a function from `Link` to target or None.

    >>> import articleparse as ap
    >>> article = ap.parse("See [this](#) and [that](#).")
    >>> [link.target for link in ap.resolve_links(article, {"that": "https://example.org/"}).links]
    [None, 'https://example.org/']
    """
    pick = _picker(targets)

    def fill(node: Node) -> Node:
        if not isinstance(node, Link) or not node.is_placeholder:
            return node
        target = pick(node)
        return node if target is None else attrs.evolve(node, target=target)

    return cast("Article", rebuild(article, fill))


def _picker(targets: Targets) -> Callable[[Link], str | None]:
    if callable(targets):
        return targets
    if isinstance(targets, Mapping):
        by_text = targets
        return lambda link: by_text.get(link.text.strip())
    in_order = iter(targets)
    return lambda _: next(in_order, None)


class Visitor(Generic[R]):
    r"""Calls the method named after a node's type, `visit_control`, or else after a class above it, `visit_furniture`.

    A node without a method goes to `visit_default`, which visits its children. A subclass with a method for a type that
    no class of nodes has raises TypeError when it is defined. Methods call each other as deep as the tree is.

    >>> import articleparse as ap
    >>> class Headings(ap.tree.Visitor[None]):
    ...     def visit_heading(self, node):
    ...         print(node.level, node.text)
    >>> Headings().visit(ap.parse("# Rain\n\nIt rained for days.\n\n## Where?\n\nAll over."))
    2 Where?
    """

    def __init_subclass__(cls) -> None:
        for name in vars(cls):
            kind = name.removeprefix("visit_")
            if kind != name and kind not in _VISITED:
                near = get_close_matches(kind, _VISITED)
                hint = f"; do you mean {' or '.join(f'visit_{other}' for other in near)}?" if near else ""
                raise TypeError(f"{cls.__name__}.{name}: no node has the type {kind!r}{hint}")

    def visit(self, node: Node) -> R | None:
        """Hand `node` to its method and return what that returns."""
        names = (f"visit_{kind.type}" for kind in type(node).__mro__ if issubclass(kind, Node))
        name = next((name for name in names if hasattr(self, name)), "visit_default")
        result: R | None = getattr(self, name)(node)
        return result

    def visit_children(self, node: Node) -> list[R | None]:
        """Visit the children of `node` in order."""
        return [self.visit(child) for child in node.children]

    def visit_default(self, node: Node) -> R | None:
        """Visit the children and return None: what is done with a node that has no method."""
        self.visit_children(node)
        return None


_VISITED = [
    *sorted({base.type for kind in ALLOWED for base in kind.__mro__ if issubclass(base, Node)}),
    "children",
    "default",
]
"""What may stand behind `visit_` in the name of a method."""
