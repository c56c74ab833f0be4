"""An article as NITF 3.6, the News Industry Text Format of the IPTC."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lxml import etree

from articleparse import tree
from articleparse.formats.events import Grid, Leaf, Line, Picture
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.loss_finders import Losses, code_languages, credit_labels, moved_dateline
from articleparse.formats.nitf_reader import NAMESPACE, from_nitf
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.scalars import basic_date, xml_text
from articleparse.formats.story import Story, keywords, story_of
from articleparse.formats.xml_content import (
    BlockContent,
    Phrases,
    append_child,
    append_fields,
    append_runs,
    append_wrapped,
    author_name,
    date_words,
    document,
    is_empty,
)
from articleparse.tree import Article, Node

_MIXED = frozenset(
    {"title", "hl1", "hl2", "p", "li", "th", "td", "pre", "em", "a", "byline", "byttl", "person", "org", "distributor"}
    | {"dateline", "location", "story.date", "tagline", "media-caption", "media-producer", "keyword"}
)
"""Elements in which white space is text."""

_NOTES: dict[type[Node], str] = {tree.Correction: "editorsnote", tree.Copyright: "cpyrt"}
"""The `noteclass` of notes."""


class _Content(BlockContent):
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
            return append_child(parent, "ol" if node.ordered else "ul", seqnum=start)
        if isinstance(node, tree.Item):
            return append_child(parent, "li")
        if isinstance(node, (tree.Quotation, tree.PullQuote)):
            class_ = "" if isinstance(node, tree.Quotation) else node.type
            return append_child(append_child(parent, "bq", class_=class_), "block")
        if type(node) in _NOTES:
            note = append_child(parent, "note", noteclass=_NOTES[type(node)], type="std")
            return append_child(note, "body.content")
        if isinstance(node, tree.Section) or parent.tag != "body.content":
            return parent
        return append_child(parent, "block", class_=node.type)

    def _place(self) -> etree._Element:
        """The element that a leaf goes to: an item where lists are too deep for their items to be told."""
        parent = self._open[-1]
        return append_child(parent, "li") if parent.tag in ("ul", "ol") else parent

    def line(self, line: Line) -> None:
        """Append a line of text, and behind it the images in it."""
        if words := [run for run in line.runs if not isinstance(run.text, tree.Image)]:
            _append_line(self._element_of(line.node), words)
        self.add_images(run.text for run in line.runs if isinstance(run.text, tree.Image))

    def _element_of(self, node: Node | None) -> etree._Element:
        """A new element for a line of text, or the item itself for its first one."""
        parent = self._place()
        if isinstance(node, tree.Heading):
            return append_child(parent, "hl2", class_=f"level-{node.level}" if node.level else "")
        if node is None:
            return parent if parent.tag == "li" and is_empty(parent) else append_child(parent, "p")
        class_ = "" if isinstance(node, tree.Paragraph) else node.type
        return append_child(parent, "hl2" if isinstance(node, tree.Headline) else "p", class_=class_)

    def picture(self, picture: Picture) -> None:
        """Append a picture."""
        media = append_child(self._place(), "media", media_type="image")
        for image in picture.images:
            attributes = {"source": image.target or "", "alternate_text": image.alt, "name": image.title or ""}
            append_child(media, "media-reference", **attributes)
        if not len(media):
            append_child(media, "media-reference")  # required, even where the dump lost the image
        if picture.caption:
            _append_line(append_child(media, "media-caption"), picture.caption)
        if picture.credit:
            append_child(media, "media-producer", picture.credit)

    def grid(self, grid: Grid) -> None:
        """Append a table."""
        table = append_child(self._place(), "table")
        for is_header, cells in grid.rows:
            row = append_child(table, "tr")
            for cell in cells:
                element = append_child(row, "th" if is_header else "td")
                _append_line(element, [run for run in cell if not isinstance(run.text, tree.Image)])
                self._open.append(element)
                self.add_images(run.text for run in cell if isinstance(run.text, tree.Image))
                self._open.pop()

    def leaf(self, leaf: Leaf) -> None:
        """Append code or a rule."""
        if isinstance(leaf.node, tree.CodeBlock):
            append_child(self._place(), "pre", leaf.node.text)
        else:
            append_child(self._place(), "hr")


def _mark(name: str, link: tree.Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return "a", {"href": link.target or "", "title": link.title or ""}
    return "em", {} if name == "emphasis" else {"class_": name}


def _leaf_run(parent: etree._Element, run: Run) -> None:
    if isinstance(run.text, tree.LineBreak):
        append_child(parent, "br")
    elif not isinstance(run.text, (str, tree.Image)):
        append_child(parent, "em", run.text.text, class_="code")


_append_line = partial(append_runs, name=_mark, leaf=_leaf_run)
"""Puts runs into an element of running text. Images have no place there."""


def _append_author(byline: etree._Element, author: Node) -> Phrases:
    """Put an author into a `byline`; role and affiliation are marked in the text behind the name."""
    assert isinstance(author, tree.Author)  # noqa: S101  # the one kind of node that is asked for
    if author.is_agency:
        append_child(append_child(byline, "byttl"), "org", author_name(author), class_="agency")
    else:
        append_child(byline, "person", author_name(author))
    return [(("byttl",), author.role or ""), (("byttl", "org"), author.affiliation or "")]


def _append_date(dateline: etree._Element, stamp: Node) -> Phrases:
    assert isinstance(stamp, tree.Timestamp)  # noqa: S101  # the one kind of node that is asked for
    append_child(dateline, "story.date", date_words(stamp), norm=basic_date(stamp.when))
    return []


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
    body = append_child(root, "body")
    _body_head(append_child(body, "body.head"), told)
    content = _Content(append_child(body, "body.content"))
    for node in told.head:
        if isinstance(node, _LINES):
            content.add_images(tree.find(node, tree.Image))
    content.add((*told.lead, *told.sections, *told.tail))
    bios = [*told.of(tree.AuthorBio)]
    if bios:
        tagline = append_child(append_child(body, "body.end"), "tagline")
        for index, bio in enumerate(bios):
            if index:
                append_child(tagline, "br")
            _append_line(tagline, text_runs(bio.children))
    return document(root, _MIXED)


def _head(root: etree._Element, article: Article, told: Story) -> None:
    head = append_child(root, "head")
    title = " ".join(plain_text(text_runs(headline.children)) for headline in told.of(tree.Headline))
    if title:
        append_child(head, "title", title)
    if article.meta.name:
        append_child(head, "meta", name="source", content=article.meta.name)
    data = append_child(head, "docdata")
    published, updated = article.published, article.updated
    if published is not None and (moment := basic_date(published.when)):
        append_child(data, "date.issue", norm=moment)
    if topics := keywords(told.of(tree.Tags)):
        keys = append_child(data, "key-list")
        for keyword in topics:
            append_child(keys, "keyword", key=keyword)
    if updated is not None and (moment := basic_date(updated.when)):
        append_child(head, "revision-history", norm=moment, comment="updated")


def _body_head(head: etree._Element, told: Story) -> None:
    _hedline(head, told)
    for note in told.head:
        if type(note) in _NOTES:
            element = append_child(head, "note", noteclass=_NOTES[type(note)], type="std")
            _Content(append_child(element, "body.content")).add(note.children)
    for byline in told.of(tree.Byline):
        append_fields(append_child(head, "byline"), byline, (tree.Author,), _append_author)
    if agency := _distributor(told):
        append_child(head, "distributor", agency)
    if told.dateline is not None:
        phrases = [(("location",), told.dateline.place or ""), (("story.date",), told.dateline.date or "")]
        append_wrapped(append_child(head, "dateline"), plain_text(text_runs(told.dateline.children)), phrases)
    for stamps in told.of(tree.TimestampLine):
        element = append_child(head, "dateline", class_=stamps.type)
        append_fields(element, stamps, (tree.Timestamp,), _append_date)
    for highlights in told.of(tree.Highlights):
        _Content(append_child(head, "abstract", class_=highlights.type)).add(highlights.children)


def _hedline(head: etree._Element, told: Story) -> None:
    """The headline, then kickers and decks."""
    titles = [*told.of(tree.Headline), *told.of(tree.Kicker), *told.of(tree.Deck)]
    if not titles:
        return
    hedline = append_child(head, "hedline")
    hl1 = append_child(hedline, "hl1")  # required, even where the article has but a kicker
    for title in titles:
        is_main = isinstance(title, tree.Headline)
        line = hl1 if is_main else append_child(hedline, "hl2", class_=title.type)
        _append_line(line, text_runs(title.children))


def _distributor(told: Story) -> str:
    """The agency of the dateline, else the first that a byline names; empty where there is none."""
    if told.dateline is not None and told.dateline.agency:
        return told.dateline.agency
    authors = (author for byline in told.of(tree.Byline) for author in byline.authors)
    return next((author.name for author in authors if author.is_agency), "")


def _extra_losses(article: Article) -> Losses:
    """NITF has a place for the holder of a picture, and none for "Photo:" before it; a dateline opens the story."""
    yield from credit_labels(article)
    yield from moved_dateline(article)
    yield from code_languages(article)


FORMAT = Format(
    name="nitf",
    suffix=".nitf.xml",
    description="NITF 3.6 of the IPTC",
    write=to_nitf,
    read=from_nitf,
    omits=FURNITURE_BUT_RELATED,
    extra_losses=_extra_losses,
    losses="furniture but for related stories, labels of credits, places of pictures within lines, positions",
    schema="nitf-3-6.xsd",
)
