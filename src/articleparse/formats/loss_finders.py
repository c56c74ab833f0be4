"""Nodes that a format loses by their place, their number or a field, where the type alone doesn't tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from articleparse import tree
from articleparse.tree import Article, Node

N = TypeVar("N", bound=Node)

Losses = Iterator[tuple[str, Node]]
"""Codes of findings (AP401: words are left out, AP402: what they are, AP403: furniture), and the nodes concerned."""

HEAD_LINES = (
    *(tree.Kicker, tree.Headline, tree.Deck, tree.Highlights, tree.Byline),
    *(tree.AuthorBio, tree.Correction, tree.Copyright),
)
_NOT_OF_THE_STORY = (
    *HEAD_LINES,
    *(tree.TimestampLine, tree.Tags, tree.Figure, tree.Caption, tree.CreditLine, tree.Furniture),
)


Finder = Callable[[Article], Losses]


def all_of(*finders: Finder) -> Finder:
    """Return the finder of what any of `finders` finds, one after the other."""
    return lambda article: chain.from_iterable(finder(article) for finder in finders)


def marked(article: Article, kind: type[N], is_lost: Callable[[N], object]) -> Losses:
    """Return the nodes of class `kind` that `is_lost` holds for, as losses of what they are."""
    return (("AP402", node) for node in tree.find(article, kind) if is_lost(node))


def left_out(nodes: Iterable[Node]) -> Losses:
    """Return the nodes as losses of words."""
    return (("AP401", node) for node in nodes)


def outside_story(article: Article) -> Losses:
    """Return blocks of a story that stand above or below it. A parse leaves none there."""
    blocks = (child for part in (article.front, article.back) for child in part.children)
    return left_out(block for block in blocks if not isinstance(block, _NOT_OF_THE_STORY) and block.text.strip())


def behind_first(article: Article, kind: type[Node]) -> Iterator[Node]:
    """Return all nodes of class `kind` but the first."""
    return islice(tree.find(article, kind), 1, None)


def code_languages(article: Article) -> Losses:
    """Return blocks of code whose language is known, which HTML and formats like it have no place for."""
    return marked(article, tree.CodeBlock, lambda block: block.language)


def credit_labels(article: Article) -> Losses:
    """Return credits with labels (such as "Photo:")."""
    return marked(article, tree.Credit, lambda credit: credit.label)


def moved_dateline(article: Article) -> Losses:
    """Return a dateline below other words, which the format has above them."""
    dateline = article.dateline
    if dateline is not None and not article.text.startswith(dateline.text.strip()):
        yield "AP402", dateline


def titles(article: Article) -> Losses:
    """Return links and images with titles."""
    return marked(article, Node, lambda node: isinstance(node, (tree.Link, tree.Image)) and node.title)


def beside_links(article: Article) -> Losses:
    """Return blocks of related stories with words beside their links, which some formats have no place for."""
    for block in article.related:
        stack: list[Node] = [block]
        while stack:
            node = stack.pop()
            if not isinstance(node, tree.Link):
                stack += node.children
            if not node.children and node.text.strip():
                yield "AP403", block
                break


def unread_dates(article: Article) -> Losses:
    """Return dates whose moment is not that of publication or of the last change."""
    told = (article.published, article.updated)
    return left_out(stamp for stamp in tree.find(article, tree.Timestamp) if stamp.when is None or stamp not in told)


def author_titles(article: Article) -> Losses:
    """Return authors with roles or affiliations."""
    return (("AP402", author) for author in article.authors if has_title(author))


def has_title(author: tree.Author) -> bool:
    """Whether an author has a role or an affiliation."""
    return bool(author.role or author.affiliation)


def more_headlines(article: Article) -> Losses:
    """Return all headlines but the first."""
    return left_out(behind_first(article, tree.Headline))
