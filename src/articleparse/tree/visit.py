"""Ways through a tree. None of them recurses: depth never meets Python's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from articleparse.tree.base import Node

N = TypeVar("N", bound=Node)
R = TypeVar("R")


def walk(node: Node) -> Iterator[Node]:
    """`node` and everything below it, parents before children, in source order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if node.children:
            stack.extend(reversed(node.children))


def find(node: Node, kind: type[N]) -> Iterator[N]:
    """Every node of class `kind` (or a subclass) at or below `node`, in source order."""
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


class Visitor(Generic[R]):
    """Calls the method named after a node's type: `visit_headline`, `visit_item_list`.

    A node without a method goes to `visit_default`, which visits its children.
    """

    def visit(self, node: Node) -> R | None:
        """Hand `node` to its method and return what that returns."""
        method = getattr(self, f"visit_{node.type}", self.visit_default)
        result: R | None = method(node)
        return result

    def visit_children(self, node: Node) -> list[R | None]:
        """Visit the children of `node` in order."""
        return [self.visit(child) for child in node.children]

    def visit_default(self, node: Node) -> R | None:
        """Called where there is no method: visits the children and returns None."""
        self.visit_children(node)
        return None
