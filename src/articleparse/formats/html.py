"""An article as a page of HTML."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from lxml import etree

from articleparse import tree
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.html_elements import Writer, append_text
from articleparse.formats.jsonld import to_jsonld
from articleparse.formats.loss_finders import code_languages
from articleparse.formats.scalars import html_text
from articleparse.formats.story import in_head_order
from articleparse.tree import Article, Node

STYLE = "\n" + files(__package__).joinpath("page.css").read_text(encoding="utf-8")
"""The style sheet of the page."""


_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""Escapes of JSON for what could end a script or begin a comment in it."""


def to_html(article: Article) -> str:
    r"""Return `article` as one self-contained page: no script runs in it, and nothing but pictures is fetched.

    Header, sections, figures and dates are elements of their own; the page says so as schema.org data too
    (`to_jsonld`). Furniture is left out but for related stories. Links that could run a script lose their address.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 5), (Text(Span(0, 5), "1 < 2"),))
    >>> "<h1 class=\"headline\">1 &lt; 2</h1>" in to_html(Article(Span(0, 5), (Front(Span(0, 5), (headline,)),)))
    True
    """
    html = etree.Element("html")
    if article.meta.language:
        html.set("lang", html_text(article.meta.language))
    _head(article, html)
    element = etree.SubElement(etree.SubElement(html, "body"), "article")
    element.set("dir", "auto")
    writer = _writer(article, _UNRELATED)
    for tag, nodes in (
        ("header", in_head_order(article.front.children)),
        (None, article.body.children),
        ("footer", article.back.children),
    ):
        part = etree.Element(tag) if tag else element
        writer.write(nodes, part)
        if tag and (len(part) or part.text):
            element.append(part)
    return f"<!DOCTYPE html>\n{_serialised(html)}\n"


def body_html(article: Article) -> str:
    """Return the sections of the body as a fragment of HTML, for formats that hold a story as HTML.

    Furniture is left out, and so are blocks such as bylines, which these formats hold apart wherever they stand.
    """
    holder = etree.Element("div")
    _writer(article, (tree.Furniture, *_APART)).write(article.body.children, holder)
    return _serialised(holder).removeprefix("<div>").removesuffix("</div>")


_APART = (tree.Deck, tree.Highlights, tree.Byline, tree.AuthorBio, tree.Correction, tree.Copyright, tree.Tags)
_UNRELATED = tuple(
    kind for kind in tree.NODE_TYPES.values() if issubclass(kind, tree.Furniture) and kind is not tree.Related
)


def _writer(article: Article, left_out: tuple[type[Node], ...]) -> Writer:
    return Writer((section.level for section in article.sections if section.heading is not None), left_out)


def _serialised(element: etree._Element) -> str:
    return str(etree.tostring(element, method="html", encoding="unicode"))


def _head(article: Article, html: etree._Element) -> None:
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    policy = {"http-equiv": "Content-Security-Policy", "content": _policy()}
    etree.SubElement(head, "meta", policy)
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    etree.SubElement(head, "meta", name="referrer", content="no-referrer")
    title = article.headline.text if article.headline else article.meta.name
    append_text(etree.SubElement(head, "title"), " ".join((title or "Article").split()))
    etree.SubElement(head, "style").text = STYLE
    data = etree.SubElement(head, "script", type="application/ld+json")
    data.text = html_text(to_jsonld(article, include_text=False).translate(_IN_SCRIPT))


@cache
def _policy() -> str:
    """What the page may do: show pictures, and look as its one style sheet says (CSP level 3)."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src http: https:; base-uri 'none'; form-action 'none'"


FORMAT = Format(
    name="html",
    suffix=".html",
    description="the story as a page that a browser shows",
    write=to_html,
    omits=FURNITURE_BUT_RELATED,
    extra_losses=code_languages,
    losses="furniture but for related stories, languages of code, positions",
)
