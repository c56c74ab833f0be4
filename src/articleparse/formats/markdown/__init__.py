"""An article as Markdown, in a clean normal form."""

from __future__ import annotations

from articleparse.formats.format import BOXES, FURNITURE, Format
from articleparse.formats.markdown.blocks import BlockWriter
from articleparse.formats.story import in_head_order
from articleparse.tree import Article


def to_markdown(article: Article) -> str:
    r"""Return the story as Markdown: kicker, headline (`#`), deck (bold), byline, dates, then all else in source order.

    Crossheads are `##`, captions italic with their credit in parentheses, placeholder links lead to `#`. Furniture
    is left out. Characters that Markdown or HTML would take for marks are escaped; no script can be in a target.
    The same text always looks the same, however the dump had written it, and every line ends in a line feed.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 3), (Text(Span(0, 3), "1*1"),))
    >>> to_markdown(Article(Span(0, 3), (Front(Span(0, 3), (headline,)),)))
    '# 1\\*1\n'
    """
    head = in_head_order(article.front.children)
    english = (article.meta.language or "en").partition("-")[0] == "en"
    return BlockWriter("By " if english else "").write([*head, article.body, article.back])


FORMAT = Format(
    name="markdown",
    suffix=".md",
    description="the story as Markdown, without furniture",
    write=to_markdown,
    omits=FURNITURE,
    loses_markup_of=BOXES | {"pull_quote", "embed", "highlights", "author_bio", "correction", "copyright", "tags"},
    losses="furniture, what boxes and notes are, positions",
)
