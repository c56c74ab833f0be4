"""Captions with their credits, which may stand in the caption or in a line of their own beside it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TypedDict

from articleparse.tree import Article, Caption, Credit, CreditLine, Figure, Node, find, first, walk


class CaptionRecord(TypedDict):
    """A caption without its credit, and the credit without its label; None where there is none."""

    text: str
    credit: str | None


def caption_records(article: Article) -> list[CaptionRecord]:
    """All captions in source order, but for empty ones.

    A line of credits counts for the caption that shares a figure with it or that it follows directly.
    """
    beside = credits_beside(article)
    records: list[CaptionRecord] = []
    for caption in article.captions:
        line = beside.get(id(caption))
        credit = credit_of(caption) or (credit_of(line) or line.text.strip() if line is not None else None)
        if caption.text or credit:
            records.append({"text": caption.text, "credit": credit or None})
    return records


def credit_of(node: Node) -> str | None:
    """Who the credits in `node` name, or None where there are none."""
    return ", ".join(_holders(find(node, Credit))) or None


def _holders(credits_: Iterable[Credit]) -> Iterable[str]:
    return (holder for credit in credits_ if (holder := (credit.holder or credit.text).strip()))


def credits_beside(article: Article) -> dict[int, CreditLine]:
    """The line of credits beside each caption, by the identity of the caption."""
    beside: dict[int, CreditLine] = {}
    if next(find(article, CreditLine), None) is None:
        return beside
    for parent in walk(article):
        for node, following in pairwise(parent.children):
            caption = node.caption if isinstance(node, Figure) else node
            if isinstance(caption, Caption) and isinstance(following, CreditLine):
                beside[id(caption)] = following
        if isinstance(parent, Figure) and parent.caption is not None:
            line = first(parent.children, CreditLine)
            if line is not None:
                beside[id(parent.caption)] = line
    return beside
