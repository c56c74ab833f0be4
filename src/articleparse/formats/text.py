"""An article as plain text."""

from __future__ import annotations

from articleparse.formats.format import BLOCKS, FURNITURE, MARKS, Format
from articleparse.formats.loss_finders import beyond_plain_text
from articleparse.tree import Article, Byline, find


def to_text(article: Article) -> str:
    r"""Return what a reader reads: headline, decks, bylines and story, parted by blank lines, and a line end.

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


FORMAT = Format(
    name="text",
    suffix=".txt",
    description="the story as plain text",
    write=to_text,
    omits=FURNITURE
    | {"kicker", "highlights", "timestamp_line", "author_bio", "correction", "copyright", "tags"}
    | {"caption", "credit_line", "image", "pull_quote", "embed"},
    loses_markup_of=MARKS | BLOCKS,
    extra_losses=beyond_plain_text,
    losses="all but headline, decks, bylines and story, marks, targets of links, positions",
)
