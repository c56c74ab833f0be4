"""An article sorted for formats that part what stands at the head of a story from its running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar, cast

import attrs

from articleparse import tree
from articleparse.formats.events import block_events
from articleparse.tree import Article, Node

_HEAD = (
    tree.Kicker,
    tree.Headline,
    tree.Deck,
    tree.Highlights,
    tree.Byline,
    tree.TimestampLine,
    tree.Correction,
    tree.Copyright,
    tree.AuthorBio,
    tree.Tags,
)

_SPACES = re.compile(r"\s+")

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


def story(article: Article) -> Story:
    """`article`, sorted.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> next(story(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),))).of(Headline)).text
    'Hi'
    """
    dateline = article.dateline
    if dateline is not None:
        article = cast("Article", tree.rebuild(article, lambda node: _emptied(node) if node is dateline else node))
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


def _emptied(node: Node) -> Node:
    return attrs.evolve(cast("tree.Dateline", node), children=())


def fields_in(line: Node, kinds: tuple[type[Node], ...]) -> list[Node | str]:
    """What a line is made of: the outermost nodes of `kinds`, and the text between them, white space made one space."""
    parts: list[Node | str] = [""]
    stack: list[Node] = [line]
    while stack:
        node = stack.pop()
        if isinstance(node, kinds):
            parts += [node, ""]
        elif node.children:
            stack.extend(reversed(node.children))
        else:
            parts[-1] = f"{parts[-1]}{node.text}"
    parts[0] = str(parts[0]).lstrip()
    parts[-1] = str(parts[-1]).rstrip()
    return [_SPACES.sub(" ", part) if isinstance(part, str) else part for part in parts if part != ""]
