"""Captions, their credits and the pictures that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import TypedDict

import attrs

from articleparse import tree
from articleparse.tree import Article, Node


class CaptionRecord(TypedDict):
    """A caption without its credit, and the credit without its label; None where there is none."""

    text: str
    credit: str | None


def caption_records(article: Article) -> list[CaptionRecord]:
    """Return all captions in source order, but for empty ones.

    A line of credits counts for the caption that shares a figure with it or that it follows directly.
    """
    beside = credits_beside(article)
    records = (CaptionRecord(text=caption.text, credit=_credit(caption, beside)) for caption in article.captions)
    return [record for record in records if record["text"] or record["credit"]]


def _credit(caption: tree.Caption, beside: dict[int, tree.CreditLine]) -> str | None:
    """Who the credits in a caption name, else those beside it; of a line that names nobody, its text."""
    line = beside.get(id(caption))
    return credit_of(caption) or (credit_of(line) or line.text.strip() if line is not None else None) or None


def credit_of(node: Node) -> str | None:
    """Return who the credits in `node` name, or None where there are none."""
    return ", ".join(_holders(tree.find(node, tree.Credit))) or None


def _holders(credits_: Iterable[tree.Credit]) -> Iterable[str]:
    return (holder for credit in credits_ if (holder := (credit.holder or credit.text).strip()))


def credits_beside(article: Article) -> dict[int, tree.CreditLine]:
    """Return the line of credits beside each caption, by the identity of the caption."""
    beside: dict[int, tree.CreditLine] = {}
    if next(tree.find(article, tree.CreditLine), None) is None:
        return beside
    for parent in tree.walk(article):
        for node, following in pairwise(parent.children):
            caption = node.caption if isinstance(node, tree.Figure) else node
            if isinstance(caption, tree.Caption) and isinstance(following, tree.CreditLine):
                beside[id(caption)] = following
        if isinstance(parent, tree.Figure) and parent.caption is not None:
            line = tree.first(parent.children, tree.CreditLine)
            if line is not None:
                beside[id(parent.caption)] = line
    return beside


@attrs.frozen
class Picture:
    """A picture of the story, of which a dump may have kept no more than the caption."""

    caption: str = ""  # without the credit
    credit: str | None = None  # without the label
    image: tree.Image | None = None


def pictures(article: Article) -> list[Picture]:
    """Return the pictures outside of furniture in source order; a lone caption, image or credit tells of one too."""
    beside = credits_beside(article)
    shared = {id(line) for line in beside.values()}
    found: list[Picture] = []
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        if isinstance(node, tree.Figure):
            found += _figure(node, beside)
        elif isinstance(node, tree.Caption):
            found.append(_picture(node, None, beside))
        elif isinstance(node, tree.Image):
            found.append(Picture(image=node))
        elif isinstance(node, tree.CreditLine):
            if id(node) not in shared:
                found.append(Picture(credit=credit_of(node) or node.text.strip() or None))
        elif not isinstance(node, tree.Furniture):
            stack.extend(reversed(node.children))
    return [picture for picture in found if picture != Picture()]


def _figure(figure: tree.Figure, beside: dict[int, tree.CreditLine]) -> Iterator[Picture]:
    """A picture for each image and caption of a figure, in pairs; a credit without a caption goes to the first."""
    captions, images = [*tree.find(figure, tree.Caption)], [*tree.find(figure, tree.Image)]
    if captions:
        for caption, image in zip_longest(captions, images):
            yield _picture(caption, image, beside)
    else:
        for image in images or (None,):
            yield Picture("", credit_of(figure), image)


def _picture(caption: tree.Caption | None, image: tree.Image | None, beside: dict[int, tree.CreditLine]) -> Picture:
    if caption is None:
        return Picture(image=image)
    return Picture(caption.text, _credit(caption, beside), image)
