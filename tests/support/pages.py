"""Trees written by hand: `page(front=[n(Headline, "Rain")], body=[n(Paragraph, "It rained.")])`."""

from __future__ import annotations

from collections.abc import Iterable

from articleparse.tree import Article, Meta, Section
from articleparse.tree.drafts import Draft as Plan
from articleparse.tree.drafts import compose
from articleparse.tree.drafts import draft as n

__all__ = ["Plan", "n", "page"]

_UNKNOWN = Meta()


def page(
    front: Iterable[Plan] = (), body: Iterable[Plan] = (), back: Iterable[Plan] = (), meta: Meta = _UNKNOWN
) -> Article:
    """An article of the given blocks; what is no section in the body makes one without a heading."""
    body = tuple(body)
    if body and all(block.kind is not Section for block in body):
        body = (n(Section, *body),)
    return compose(front, body, back, meta)
