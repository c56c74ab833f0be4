"""Extractors that read HTML, fed with a dump: cmarkgfm turns it into HTML first.

Each returns a record of the fields that the scorer reads; what a tool does not tell is absent. None of them was made
for this: where a dump has lost the classes and ids of the page, they have lost what they look for.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable
from typing import Any

import cmarkgfm
import lxml.html
import trafilatura
from lxml.etree import ParserError
from readability import Document

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it misses nltk, which only its summaries need
    import newspaper

PeerRecord = dict[str, Any]

logging.disable(logging.ERROR)  # they complain about pages in which they find no article

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
_NO_AUTHOR = "[no-author]"


def to_html(dump: str) -> str:
    r"""`dump` as a page of HTML, read as GitHub's Markdown.

    >>> to_html("# Rain")
    '<html><body><h1>Rain</h1>\\n</body></html>'
    """
    return f"<html><body>{cmarkgfm.github_flavored_markdown_to_html(dump)}</body></html>"


def trafilatura_record(html: str) -> PeerRecord:
    """What trafilatura finds, comments left out."""
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return {}
    authors = [name.strip() for name in (found.author or "").split(";")]
    return _record(found.title, authors, found.date, [] if found.body is None else found.body.iter())


def readability_record(html: str) -> PeerRecord:
    """What readability-lxml finds. It tells no date."""
    page = Document(html)
    try:
        summary = lxml.html.fromstring(page.summary())
    except ParserError:  # nothing found
        return {}
    authors = [name for name in [page.author()] if name != _NO_AUTHOR]
    return _record(page.short_title(), authors, None, summary.iter())


def newspaper_record(html: str) -> PeerRecord:
    """What newspaper4k finds, its paragraphs parted by blank lines."""
    article = newspaper.Article("http://localhost/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "headline": article.title,
        "authors": article.authors,
        "published": str(article.publish_date) if article.publish_date else None,
        "sections": [{"heading": None, "paragraphs": article.text.split("\n\n")}],
        "text": article.text,
    }


PEERS: dict[str, Callable[[str], PeerRecord]] = {
    "trafilatura": trafilatura_record,
    "readability-lxml": readability_record,
    "newspaper4k": newspaper_record,
}


def _record(title: str | None, authors: list[str], date: str | None, elements: Iterable[Any]) -> PeerRecord:
    """The record of a tree of elements: its paragraphs under its headings."""
    sections: list[dict[str, Any]] = [{"heading": None, "paragraphs": []}]
    for element in elements:
        if element.tag in _HEADINGS:
            sections.append({"heading": _text(element), "paragraphs": []})
        elif element.tag == "p":
            sections[-1]["paragraphs"].append(_text(element))
    texts = [text for section in sections for text in (section["heading"], *section["paragraphs"]) if text]
    return {"headline": title, "authors": authors, "published": date, "sections": sections, "text": "\n\n".join(texts)}


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
