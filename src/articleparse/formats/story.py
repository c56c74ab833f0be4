"""The story of an article as formats want it: its head apart from its text, its topics, pictures and identifier."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import TypedDict, TypeVar, cast

import attrs

from articleparse import tree
from articleparse.formats.events import block_events
from articleparse.formats.runs import credit_of
from articleparse.formats.scalars import without_surrogates
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


_HEAD = (
    *(tree.Kicker, tree.Headline, tree.Deck, tree.Highlights, tree.Byline, tree.TimestampLine),
    *(tree.Correction, tree.Copyright, tree.AuthorBio, tree.Tags),
)

N = TypeVar("N", bound=Node)


@attrs.frozen
class Story:
    """The blocks at the top level of front, sections and back: first those that a newsroom has fields for, then others.

    None of the head is empty. A second headline is no headline of the story; it stays where it is.
    """

    head: tuple[Node, ...]  # the first headline, and kickers, decks, highlights, bylines, timestamps, corrections ...
    lead: tuple[Node, ...]  # what else the front has
    sections: tuple[tree.Section, ...]  # without what is in `head`
    tail: tuple[Node, ...]  # what else the back has
    dateline: tree.Dateline | None  # the first; where it stood, it is empty now

    def of(self, kind: type[N]) -> Iterator[N]:
        """The nodes of `head` that are of class `kind`, in source order."""
        return (node for node in self.head if isinstance(node, kind))


def story_of(article: Article) -> Story:
    """Return `article`, sorted.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> next(story_of(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),))).of(Headline)).text
    'Hi'
    """
    dateline = article.dateline
    if dateline is not None:
        article = cast(
            "Article",
            tree.rebuild(article, lambda node: attrs.evolve(dateline, children=()) if node is dateline else node),
        )
    parts = (article.front, *article.sections, article.back)
    headline = next((node for part in parts for node in part.children if isinstance(node, tree.Headline)), None)

    def is_head(node: Node) -> bool:
        return node is headline or (isinstance(node, _HEAD) and not isinstance(node, tree.Headline))

    def rest(part: Node) -> tuple[Node, ...]:
        return tuple(node for node in part.children if not is_head(node))

    return Story(
        tuple(node for part in parts for node in part.children if is_head(node) and any(block_events([node]))),
        rest(article.front),
        tuple(attrs.evolve(section, children=rest(section)) for section in article.sections),
        rest(article.back),
        dateline,
    )


_ORDER = (tree.Kicker, tree.Headline, tree.Deck, tree.Byline, tree.TimestampLine)


def in_head_order(nodes: Iterable[Node]) -> list[Node]:
    """Return `nodes` as a page has them at its head: kicker, headline, deck, byline, dates, then all else."""

    def rank(node: Node) -> int:
        return next((rank for rank, kind in enumerate(_ORDER) if isinstance(node, kind)), len(_ORDER))

    return sorted(nodes, key=rank)


def lines_of(article: Article, kind: type[Node]) -> str:
    """Return the texts of all nodes of class `kind`, a line each."""
    return "\n".join(text for node in tree.find(article, kind) if (text := node.text.strip()))


def related_links(article: Article) -> list[tree.Link]:
    """Return the links of all blocks of related stories."""
    return [link for block in article.related for link in block.links]


def key_points(article: Article) -> str:
    """Return the key points, a line each, for formats that have them as text: a break within one is a space."""
    blocks = (tree.rebuild(block, _without_break).text for block in article.highlights)
    return "\n".join(line for text in blocks for line in map(str.strip, text.splitlines()) if line)


def _without_break(node: Node) -> Node:
    return tree.Text(node.span, " ") if isinstance(node, tree.LineBreak) else node


_LABEL = re.compile(r"\s*[^:,;|]{1,40}:")
_BETWEEN_TAGS = re.compile(r"[,;|\n\u2022\u00b7]")


def keywords(blocks: Iterable[tree.Tags]) -> list[str]:
    """Return the topics of all `blocks`, each once."""
    return [*dict.fromkeys(topic for block in blocks for topic in _topics(block))]


def _topics(block: tree.Tags) -> Iterator[str]:
    """Return the topics: the links, else the items of a list, else what commas part, after a label."""
    nodes: list[Node] = [*tree.find(block, tree.Link)] or [*tree.find(block, tree.Item)]
    texts = [node.text for node in nodes] or _BETWEEN_TAGS.split(_LABEL.sub("", block.text, count=1))
    yield from (tag for text in texts if (tag := text.strip().removeprefix("#").strip()))


def identifier(article: Article) -> str:
    """Return the URI of `article`: `ni:///sha-256;` and the base64url of a hash without padding (RFC 6920).

    What is hashed are the words of headline, decks and story (`article.text`), with a space between any two, as UTF-8
    with U+FFFD for lone surrogates. So the same words have the same identifier, from whatever dump or document they
    came, and a changed word another one. Articles without any words share one.

    >>> from articleparse.source import Span
    >>> identifier(Article(Span(0, 0)))
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    parts = [node.text for node in (article.headline, *article.decks) if node is not None]
    words = " ".join(" ".join([*parts, article.text]).split())
    hashed = hashlib.sha256(without_surrogates(words).encode())
    digest = base64.urlsafe_b64encode(hashed.digest()).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"
