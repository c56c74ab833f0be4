"""An article as plain text."""

from __future__ import annotations

from articleparse.tree import Article, Byline, find


def to_text(article: Article) -> str:
    r"""What a reader reads: headline, decks, bylines and story, parted by blank lines, with a line end at the end.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> to_text(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    'Hi\n'
    """
    head = (article.headline, *article.decks, *find(article, Byline))
    parts = [*(node.text for node in head if node is not None), article.text]
    stripped = (part.strip() for part in parts)
    text = "\n\n".join(part for part in stripped if part)
    return f"{text}\n" if text else ""
