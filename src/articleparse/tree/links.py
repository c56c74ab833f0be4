"""Fill link placeholders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

import attrs

from articleparse.tree.article import Article
from articleparse.tree.base import Node
from articleparse.tree.inline import Link
from articleparse.tree.rebuild import rebuild

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
