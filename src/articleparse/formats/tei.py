"""An article as TEI P5, the XML of the Text Encoding Initiative."""

from __future__ import annotations

import re

from lxml import etree

from articleparse.formats.events import flow
from articleparse.formats.inline_xml import append_child, append_wrapped, break_lines
from articleparse.formats.record import topics
from articleparse.formats.runs import atoms, plain_text
from articleparse.formats.story import Story, story
from articleparse.formats.tei_content import (
    MIXED,
    NAMESPACE,
    Content,
    append_author,
    append_fields,
    append_line,
    moment,
    tag,
)
from articleparse.tree import (
    Article,
    AuthorBio,
    Byline,
    Copyright,
    Correction,
    Deck,
    Headline,
    Highlights,
    Kicker,
    Node,
    Related,
    Tags,
    TimestampLine,
)

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # xsd:language
_HEADS: dict[type[Node], str] = {Kicker: "kicker", Headline: "main", Deck: "deck"}


def to_tei(article: Article) -> str:
    """The story of `article` as a TEI P5 document. Furniture is left out, but for related stories.

    Characters that XML forbids become U+FFFD, and those that a URI can't hold are percent-encoded.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> '<head type="main">Hi</head>' in to_tei(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    True
    """
    told = story(article)
    root = etree.Element(tag("TEI"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None is the default namespace
    if _LANGUAGE.fullmatch(article.meta.language or ""):
        root.set("{http://www.w3.org/XML/1998/namespace}lang", article.meta.language or "")
    _header(append_child(root, tag("teiHeader")), article, told)
    body = append_child(append_child(root, tag("text")), tag("body"))
    main = append_child(body, tag("div"), type="article")
    _top(main, told)
    Content(main).add(told.lead)
    Content(main).add(told.sections)
    behind = [node for node in told.head if isinstance(node, (AuthorBio, Correction, Copyright))]
    if any(flow([*told.tail, *behind], (Related,))):
        Content(append_child(main, tag("div"), type="back")).add([*told.tail, *behind])
    break_lines(root, MIXED)
    return '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _header(header: etree._Element, article: Article, told: Story) -> None:
    file = append_child(header, tag("fileDesc"))
    titles = append_child(file, tag("titleStmt"))
    title = append_child(titles, tag("title"), type="main")
    for headline in told.of(Headline):
        append_line(title, atoms(headline.children))
    for author in article.authors:
        append_author(append_child(titles, tag("author")), author)
    published = append_child(append_child(file, tag("publicationStmt")), tag("p"))
    for kind, stamp in (("published", article.published), ("updated", article.updated)):
        if stamp is not None and (when := moment(stamp.when)):
            append_child(published, tag("date"), when, type=kind, when=when)
    append_child(append_child(file, tag("sourceDesc")), tag("p"), article.meta.name or "")
    keywords = dict.fromkeys(topic for tags in told.of(Tags) for topic in topics(tags))
    if keywords:
        text_class = append_child(append_child(header, tag("profileDesc")), tag("textClass"))
        terms = append_child(text_class, tag("keywords"))
        for keyword in keywords:
            append_child(terms, tag("term"), keyword)


def _top(main: etree._Element, told: Story) -> None:
    """What must stand first in a `div`: headings, byline, dateline."""
    for node in told.head:
        if type(node) in _HEADS:
            append_line(append_child(main, tag("head"), type=_HEADS[type(node)]), atoms(node.children))
        elif isinstance(node, Byline):
            append_fields(append_child(main, tag("byline")), node)
        elif isinstance(node, TimestampLine):
            append_fields(append_child(main, tag("docDate")), node)
    if told.dateline is not None:
        line = told.dateline
        phrases = [("placeName", line.place), ("orgName", line.agency), ("date", line.date)]
        wrapped = [((tag(name),), phrase or "") for name, phrase in phrases]
        append_wrapped(append_child(main, tag("dateline")), plain_text(atoms(line.children)), wrapped)
    Content(main).add(told.of(Highlights))
