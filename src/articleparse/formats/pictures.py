"""Pictures with their captions and credits, for formats that list them apart from the story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import attrs

from articleparse.formats.captions import credit_of, credits_beside
from articleparse.tree import Article, Caption, CreditLine, Figure, Furniture, Image, Node, find


@attrs.frozen
class Picture:
    """A picture of the story, of which a dump may have kept no more than the caption."""

    caption: str = ""  # without the credit
    credit: str | None = None  # without the label
    image: Image | None = None


def pictures(article: Article) -> list[Picture]:
    """The pictures outside of furniture in source order; a lone caption, image or credit tells of one too."""
    beside = credits_beside(article)
    shared = {id(line) for line in beside.values()}
    found: list[Picture] = []
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        if isinstance(node, Figure):
            found += _figure(node, beside)
        elif isinstance(node, Caption):
            found.append(_picture(node, None, beside))
        elif isinstance(node, Image):
            found.append(Picture(image=node))
        elif isinstance(node, CreditLine):
            if id(node) not in shared:
                found.append(Picture(credit=credit_of(node) or node.text.strip() or None))
        elif not isinstance(node, Furniture):
            stack.extend(reversed(node.children))
    return [picture for picture in found if picture != Picture()]


def _figure(figure: Figure, beside: dict[int, CreditLine]) -> Iterator[Picture]:
    """A picture for each image and caption of a figure, in pairs; a credit without a caption goes to the first."""
    captions, images = [*find(figure, Caption)], [*find(figure, Image)]
    if captions:
        for caption, image in zip_longest(captions, images):
            yield _picture(caption, image, beside)
    else:
        for image in images or (None,):
            yield Picture("", credit_of(figure), image)


def _picture(caption: Caption | None, image: Image | None, beside: dict[int, CreditLine]) -> Picture:
    if caption is None:
        return Picture(image=image)
    line = beside.get(id(caption))
    credit = credit_of(caption) or (credit_of(line) or line.text.strip() if line is not None else None)
    return Picture(caption.text, credit or None, image)
