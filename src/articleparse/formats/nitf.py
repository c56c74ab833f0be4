"""An article as NITF 3.6, the News Industry Text Format of the IPTC."""

from __future__ import annotations

from lxml import etree

from articleparse.formats.inline_xml import append_child, append_wrapped, break_lines, xml_text
from articleparse.formats.nitf_content import MIXED, NAMESPACE, NOTES, Content, append_fields, append_line, norm, tag
from articleparse.formats.record import topics
from articleparse.formats.runs import atoms, plain_text
from articleparse.formats.story import Story, story
from articleparse.tree import (
    Article,
    AuthorBio,
    Byline,
    Deck,
    Headline,
    Highlights,
    Image,
    Kicker,
    Tags,
    TimestampLine,
    find,
)

VERSION = "-//IPTC//DTD NITF 3.6//EN"
"""What the attribute `version` says, by nitf-3-6.xsd."""

_LINES = (Kicker, Headline, Deck, Byline, TimestampLine, AuthorBio)
"""Parts of the head of the story that NITF has no place for an image in."""


def to_nitf(article: Article) -> str:
    """The story of `article` as an NITF 3.6 document, which `from_nitf` reads back as far as NITF holds it.

    Furniture is left out, but for related stories. Characters that XML forbids become U+FFFD.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> "<hl1>Hi</hl1>" in to_nitf(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    True
    """
    told = story(article)
    root = etree.Element(tag("nitf"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None is the default namespace
    root.set("version", VERSION)
    if article.meta.language:
        root.set("baselang", xml_text(article.meta.language))
    _head(root, article, told)
    body = append_child(root, tag("body"))
    _body_head(append_child(body, tag("body.head")), told)
    content = Content(append_child(body, tag("body.content")))
    for node in told.head:
        if isinstance(node, _LINES):
            content.add_images(find(node, Image))
    content.add((*told.lead, *told.sections, *told.tail))
    bios = [*told.of(AuthorBio)]
    if bios:
        tagline = append_child(append_child(body, tag("body.end")), tag("tagline"))
        for index, bio in enumerate(bios):
            if index:
                append_child(tagline, tag("br"))
            append_line(tagline, atoms(bio.children))
    break_lines(root, MIXED)
    return '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _head(root: etree._Element, article: Article, told: Story) -> None:
    head = append_child(root, tag("head"))
    title = " ".join(plain_text(atoms(headline.children)) for headline in told.of(Headline))
    if title:
        append_child(head, tag("title"), title)
    if article.meta.name:
        append_child(head, tag("meta"), name="source", content=article.meta.name)
    data = append_child(head, tag("docdata"))
    published, updated = article.published, article.updated
    if published is not None and (moment := norm(published.when)):
        append_child(data, tag("date.issue"), norm=moment)
    keywords = dict.fromkeys(topic for tags in told.of(Tags) for topic in topics(tags))
    if keywords:
        keys = append_child(data, tag("key-list"))
        for keyword in keywords:
            append_child(keys, tag("keyword"), key=keyword)
    if updated is not None and (moment := norm(updated.when)):
        append_child(head, tag("revision-history"), norm=moment, comment="updated")


def _body_head(head: etree._Element, told: Story) -> None:
    titles = [*told.of(Headline), *told.of(Kicker), *told.of(Deck)]
    if titles:
        hedline = append_child(head, tag("hedline"))
        hl1 = append_child(hedline, tag("hl1"))  # required, even where the article has but a kicker
        for title in titles:
            is_main = isinstance(title, Headline)
            line = hl1 if is_main else append_child(hedline, tag("hl2"), class_=title.type)
            append_line(line, atoms(title.children))
    for note in told.head:
        if type(note) in NOTES:
            element = append_child(head, tag("note"), noteclass=NOTES[type(note)], type="std")
            Content(append_child(element, tag("body.content"))).add(note.children)
    for byline in told.of(Byline):
        append_fields(append_child(head, tag("byline")), byline)
    agencies = [author.name for byline in told.of(Byline) for author in byline.authors if author.is_agency]
    agency = told.dateline.agency if told.dateline is not None and told.dateline.agency else next(iter(agencies), "")
    if agency:
        append_child(head, tag("distributor"), agency)
    if told.dateline is not None:
        phrases = [((tag("location"),), told.dateline.place or ""), ((tag("story.date"),), told.dateline.date or "")]
        append_wrapped(append_child(head, tag("dateline")), plain_text(atoms(told.dateline.children)), phrases)
    for stamps in told.of(TimestampLine):
        append_fields(append_child(head, tag("dateline"), class_="timestamp_line"), stamps)
    for highlights in told.of(Highlights):
        Content(append_child(head, tag("abstract"), class_="highlights")).add(highlights.children)
