"""Make a tree from a tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import attrs

from articleparse.tree.base import Branch, Node


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
