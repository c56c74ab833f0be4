"""What formats lose that kinds of nodes can't tell: by place, by number, by a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articleparse.export.captions import credits_beside
from articleparse.export.targets import absolute_target
from articleparse.tree import (
    Article,
    Author,
    AuthorBio,
    Byline,
    Caption,
    Code,
    CodeBlock,
    Copyright,
    Correction,
    Credit,
    CreditLine,
    Dateline,
    Deck,
    Emphasis,
    Figure,
    Furniture,
    Headline,
    Highlights,
    Image,
    Kicker,
    Link,
    Node,
    Strikethrough,
    Strong,
    Tags,
    Timestamp,
    TimestampLine,
    find,
)

Losses = Iterator[tuple[str, Node]]
"""Codes of findings (AP401: words are left out, AP402: what they are, AP403: furniture), and the nodes concerned."""

_LINES = (Kicker, Headline, Deck, Highlights, Byline, AuthorBio, Correction, Copyright)
_FIELDS = (*_LINES, TimestampLine, Tags, Figure, Caption, CreditLine, Furniture)
_MARKS = (Strong, Emphasis, Strikethrough, Link, Code)


def of_record(article: Article) -> Losses:
    """A record has one headline, one kicker, names and moments for bylines and dates, and credits of captions alone."""
    yield from _outside(article)
    beside = {id(line) for line in credits_beside(article).values()}
    yield from _left_out(line for line in find(article, CreditLine) if id(line) not in beside)
    yield from _left_out((*_behind_first(article, Headline), *_behind_first(article, Kicker)))
    yield from _left_out(byline for byline in find(article, Byline) if not any(byline.authors) and byline.text.strip())
    yield from _unread(article)
    yield from _titled(article)


def of_text(article: Article) -> Losses:
    """Plain text has one headline."""
    yield from _outside(article)
    yield from _left_out(_behind_first(article, Headline))


def of_json_ld(article: Article) -> Losses:
    """schema.org has one headline, moments in place of dates in words, and no date of a dateline."""
    yield from _outside(article)
    yield from _left_out(_behind_first(article, Headline))
    yield from _unread(article)
    yield from _beside_links(article)
    yield from (("AP402", dateline) for dateline in find(article, Dateline) if dateline.date)
    yield from (("AP402", author) for author in article.authors if author.is_agency and _has_title(author))


def of_ninjs(article: Article) -> Losses:
    """Outside of the body ninjs has one headline and plain text; addresses of stories are absolute."""
    yield from _outside(article)
    heads = [headline for part in (article.front, article.back) for headline in find(part, Headline)]
    yield from _left_out(headline for headline in heads if headline is not article.headline)
    told = (article.published, article.updated)
    yield from _left_out(stamp for stamp in find(article, Timestamp) if stamp not in told)
    yield from _titled(article)
    yield from of_code(article)
    yield from _beside_links(article)
    links = (link for block in article.related for link in block.links)
    yield from (("AP402", link) for link in links if link.target != absolute_target(link.target))
    for part in (article.front, article.back):
        lines = (child for child in part.children if isinstance(child, _LINES))
        yield from (("AP402", mark) for line in lines for mark in find(line, Node) if isinstance(mark, _MARKS))


def of_code(article: Article) -> Losses:
    """HTML and formats like it have no language of code."""
    return (("AP402", block) for block in find(article, CodeBlock) if block.language)


def of_nitf(article: Article) -> Losses:
    """NITF has a place for the holder of a picture, and none for "Photo:" before it; a dateline opens the story."""
    yield from _labels(article)
    yield from _moved_dateline(article)
    yield from of_code(article)


def of_tei(article: Article) -> Losses:
    """TEI has no titles of links and images, and no language of code."""
    yield from of_nitf(article)
    yield from _entitled(article)


def of_docling(article: Article) -> Losses:
    """Docling has no titles, no language of code, and no addresses of pictures."""
    yield from of_code(article)
    yield from _entitled(article)
    yield from (("AP402", image) for image in find(article, Image) if image.target and not image.title)


def of_pandoc(article: Article) -> Losses:
    """Pandoc has one date, and no label of credits; a dateline opens the story."""
    yield from _labels(article)
    yield from _moved_dateline(article)
    yield from _left_out(stamp for stamp in find(article, Timestamp) if stamp is not article.published)


def _moved_dateline(article: Article) -> Losses:
    """A dateline below other words, which the format has above them."""
    dateline = article.dateline
    if dateline is not None and not article.text.startswith(dateline.text.strip()):
        yield "AP402", dateline


def _labels(article: Article) -> Losses:
    return (("AP402", credit) for credit in find(article, Credit) if credit.label)


def _entitled(article: Article) -> Losses:
    return (("AP402", node) for node in find(article, Node) if isinstance(node, (Link, Image)) and node.title)


def _left_out(nodes: Iterable[Node]) -> Losses:
    return (("AP401", node) for node in nodes)


def _outside(article: Article) -> Losses:
    """Blocks of a story that stand above or below it. A parse leaves none there."""
    blocks = (child for part in (article.front, article.back) for child in part.children)
    return _left_out(block for block in blocks if not isinstance(block, _FIELDS) and block.text.strip())


def _beside_links(article: Article) -> Losses:
    """Headings and other words in blocks of related stories, which some formats have as a list of links."""
    for block in article.related:
        stack: list[Node] = [block]
        while stack:
            node = stack.pop()
            if not isinstance(node, Link):
                stack += node.children
            if not node.children and node.text.strip():
                yield "AP403", block
                break


def _behind_first(article: Article, kind: type[Node]) -> Iterator[Node]:
    return islice(find(article, kind), 1, None)


def _unread(article: Article) -> Losses:
    """Dates whose moment is not that of publication or of the last change."""
    told = (article.published, article.updated)
    return _left_out(stamp for stamp in find(article, Timestamp) if stamp.when is None or stamp not in told)


def _titled(article: Article) -> Losses:
    return (("AP402", author) for author in article.authors if _has_title(author))


def _has_title(author: Author) -> bool:
    return bool(author.role or author.affiliation)
