"""An article as NITF 3.6, the News Industry Text Format of the IPTC."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lxml import etree

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats import xml_content as xml
from articleparse.formats.events import Grid, Leaf, Line, Picture
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.nitf_reader import NAMESPACE, from_nitf
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.scalars import basic_date, xml_text
from articleparse.formats.story import Story, keywords, story_of
from articleparse.tree import Article, Node

_MIXED = frozenset(
    {"title", "hl1", "hl2", "p", "li", "th", "td", "pre", "em", "a", "byline", "byttl", "person", "org", "distributor"}
    | {"dateline", "location", "story.date", "tagline", "media-caption", "media-producer", "keyword"}
)
"""Elements in which white space is text."""

_NOTES: dict[type[Node], str] = {tree.Correction: "editorsnote", tree.Copyright: "cpyrt"}
"""The `noteclass` of notes."""


class _Content(xml.BlockContent):
    """Fills a `body.content`, `abstract` or other element that holds blocks."""

    def add_images(self, images: Iterable[tree.Image]) -> None:
        """Write pictures that stood where NITF has no place for them."""
        for image in images:
            self.picture(Picture(image, [image], [], ""))

    def container(self, node: Node) -> etree._Element:
        """The element that what is in `node` goes to. A block can't be in a block: an inner one is left out."""
        parent = self._open[-1]
        if isinstance(node, tree.ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return xml.add(parent, "ol" if node.ordered else "ul", seqnum=start)
        if isinstance(node, tree.Item):
            return xml.add(parent, "li")
        if isinstance(node, (tree.Quotation, tree.PullQuote)):
            class_ = "" if isinstance(node, tree.Quotation) else node.type
            return xml.add(xml.add(parent, "bq", class_=class_), "block")
        if type(node) in _NOTES:
            note = xml.add(parent, "note", noteclass=_NOTES[type(node)], type="std")
            return xml.add(note, "body.content")
        if isinstance(node, tree.Section) or parent.tag != "body.content":
            return parent
        return xml.add(parent, "block", class_=node.type)

    def _place(self) -> etree._Element:
        """The element that a leaf goes to: an item where lists are too deep for their items to be told."""
        parent = self._open[-1]
        return xml.add(parent, "li") if parent.tag in ("ul", "ol") else parent

    def line(self, line: Line) -> None:
        """Append a line of text, and behind it the images in it."""
        if words := [run for run in line.runs if not isinstance(run.text, tree.Image)]:
            _append_line(self._element_of(line.node), words)
        self.add_images(run.text for run in line.runs if isinstance(run.text, tree.Image))

    def _element_of(self, node: Node | None) -> etree._Element:
        """A new element for a line of text, or the item itself for its first one."""
        parent = self._place()
        if isinstance(node, tree.Heading):
            return xml.add(parent, "hl2", class_=f"level-{node.level}" if node.level else "")
        if node is None:
            return parent if parent.tag == "li" and xml.is_empty(parent) else xml.add(parent, "p")
        class_ = "" if isinstance(node, tree.Paragraph) else node.type
        return xml.add(parent, "hl2" if isinstance(node, tree.Headline) else "p", class_=class_)

    def picture(self, picture: Picture) -> None:
        """Append a picture."""
        media = xml.add(self._place(), "media", media_type="image")
        for image in picture.images or [tree.Image(picture.node.span)]:  # one is required, even if the dump lost it
            attributes = {"source": image.target or "", "alternate_text": image.alt, "name": image.title or ""}
            xml.add(media, "media-reference", **attributes)
        if picture.caption:
            _append_line(xml.add(media, "media-caption"), picture.caption)
        if picture.credit:
            xml.add(media, "media-producer", picture.credit)

    def grid(self, grid: Grid) -> None:
        """Append a table."""
        table = xml.add(self._place(), "table")
        for is_header, cells in grid.rows:
            row = xml.add(table, "tr")
            for cell in cells:
                element = xml.add(row, "th" if is_header else "td")
                _append_line(element, [run for run in cell if not isinstance(run.text, tree.Image)])
                self._open.append(element)
                self.add_images(run.text for run in cell if isinstance(run.text, tree.Image))
                self._open.pop()

    def leaf(self, leaf: Leaf) -> None:
        """Append code or a rule."""
        if isinstance(leaf.node, tree.CodeBlock):
            xml.add(self._place(), "pre", leaf.node.text)
        else:
            xml.add(self._place(), "hr")


def _mark(name: str, link: tree.Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return "a", {"href": link.target or "", "title": link.title or ""}
    return "em", {} if name == "emphasis" else {"class_": name}


def _leaf_run(parent: etree._Element, run: Run) -> None:
    if isinstance(run.text, tree.LineBreak):
        xml.add(parent, "br")
    elif not isinstance(run.text, (str, tree.Image)):
        xml.add(parent, "em", run.text.text, class_="code")


_append_line = partial(xml.add_runs, name=_mark, leaf=_leaf_run)
"""Puts runs into an element of running text. Images have no place there."""


def _append_author(byline: etree._Element, author: tree.Author) -> xml.Phrases:
    """Put an author into a `byline`; role and affiliation are marked in the text behind the name."""
    if author.is_agency:
        xml.add(xml.add(byline, "byttl"), "org", xml.author_name(author), class_="agency")
    else:
        xml.add(byline, "person", xml.author_name(author))
    return [(("byttl",), author.role or ""), (("byttl", "org"), author.affiliation or "")]


def _append_date(dateline: etree._Element, stamp: tree.Timestamp) -> None:
    xml.add(dateline, "story.date", xml.date_words(stamp), norm=basic_date(stamp.when))


_VERSION = "-//IPTC//DTD NITF 3.6//EN"
"""What the attribute `version` says, by nitf-3-6.xsd."""

_LINES = (tree.Kicker, tree.Headline, tree.Deck, tree.Byline, tree.TimestampLine, tree.AuthorBio)
"""Parts of the head of the story that NITF has no place for an image in."""


def to_nitf(article: Article) -> str:
    """Return the story of `article` as an NITF 3.6 document, which `from_nitf` reads back as far as NITF holds it.

    Furniture is left out, but for related stories. Characters that XML forbids become U+FFFD.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> "<hl1>Hi</hl1>" in to_nitf(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    True
    """
    told = story_of(article)
    root = etree.Element("nitf", xmlns=NAMESPACE, version=_VERSION)
    if article.meta.language:
        root.set("baselang", xml_text(article.meta.language))
    _head(root, article, told)
    body = xml.add(root, "body")
    _body_head(xml.add(body, "body.head"), told)
    content = _Content(xml.add(body, "body.content"))
    content.add_images(image for node in told.head if isinstance(node, _LINES) for image in tree.find(node, tree.Image))
    content.add((*told.lead, *told.sections, *told.tail))
    bios = [*told.of(tree.AuthorBio)]
    if bios:
        tagline = xml.add(xml.add(body, "body.end"), "tagline")
        for index, bio in enumerate(bios):
            if index:
                xml.add(tagline, "br")
            _append_line(tagline, text_runs(bio.children))
    return xml.document(root, _MIXED)


def _head(root: etree._Element, article: Article, told: Story) -> None:
    head = xml.add(root, "head")
    title = " ".join(plain_text(text_runs(headline.children)) for headline in told.of(tree.Headline))
    if title:
        xml.add(head, "title", title)
    if article.meta.name:
        xml.add(head, "meta", name="source", content=article.meta.name)
    data = xml.add(head, "docdata")
    published, updated = article.published, article.updated
    if published is not None and (moment := basic_date(published.when)):
        xml.add(data, "date.issue", norm=moment)
    if topics := keywords(told.of(tree.Tags)):
        keys = xml.add(data, "key-list")
        for keyword in topics:
            xml.add(keys, "keyword", key=keyword)
    if updated is not None and (moment := basic_date(updated.when)):
        xml.add(head, "revision-history", norm=moment, comment="updated")


def _body_head(head: etree._Element, told: Story) -> None:
    _hedline(head, told)
    _Content(head).add(node for node in told.head if type(node) in _NOTES)
    for byline in told.of(tree.Byline):
        xml.add_fields(xml.add(head, "byline"), byline, {tree.Author: _append_author})
    if agency := _distributor(told):
        xml.add(head, "distributor", agency)
    if told.dateline is not None:
        phrases = [(("location",), told.dateline.place or ""), (("story.date",), told.dateline.date or "")]
        xml.add_phrases(xml.add(head, "dateline"), plain_text(text_runs(told.dateline.children)), phrases)
    for stamps in told.of(tree.TimestampLine):
        element = xml.add(head, "dateline", class_=stamps.type)
        xml.add_fields(element, stamps, {tree.Timestamp: _append_date})
    for highlights in told.of(tree.Highlights):
        _Content(xml.add(head, "abstract", class_=highlights.type)).add(highlights.children)


def _hedline(head: etree._Element, told: Story) -> None:
    """The headline, then kickers and decks."""
    titles = [*told.of(tree.Headline), *told.of(tree.Kicker), *told.of(tree.Deck)]
    if not titles:
        return
    hedline = xml.add(head, "hedline")
    hl1 = xml.add(hedline, "hl1")  # required, even where the article has but a kicker
    for title in titles:
        is_main = isinstance(title, tree.Headline)
        line = hl1 if is_main else xml.add(hedline, "hl2", class_=title.type)
        _append_line(line, text_runs(title.children))


def _distributor(told: Story) -> str:
    """The agency of the dateline, else the first that a byline names; empty where there is none."""
    if told.dateline is not None and told.dateline.agency:
        return told.dateline.agency
    authors = (author for byline in told.of(tree.Byline) for author in byline.authors)
    return next((author.name for author in authors if author.is_agency), "")


FORMAT = Format(
    name="nitf",
    suffix=".nitf.xml",
    description="NITF 3.6 of the IPTC",
    write=to_nitf,
    read=from_nitf,
    omits=FURNITURE_BUT_RELATED,
    # There is a place for the holder of a picture and none for "Photo:" before it, and a dateline opens the story.
    extra_losses=lost.all_of(lost.credit_labels, lost.moved_dateline, lost.code_languages),
    losses="furniture but for related stories, labels of credits, places of pictures within lines, positions",
    schema="nitf-3-6.xsd",
)
