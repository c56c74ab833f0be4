"""An article as NITF 3.6, the News Industry Text Format of the IPTC."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from articleparse import tree
from articleparse.formats.events import Close, Event, Grid, Leaf, Line, Open, Picture, block_events
from articleparse.formats.record import topics
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.story import Story, fields_in, story
from articleparse.formats.xml_content import append_child, append_runs, append_wrapped, break_lines, is_empty, xml_text
from articleparse.tree import Article, Node

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
MIXED = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        *("title", "hl1", "hl2", "p", "li", "th", "td", "pre", "em", "a", "byline", "byttl", "person", "org"),
        *("distributor", "dateline", "location", "story.date", "tagline", "media-caption", "media-producer", "keyword"),
    )
)
"""Elements in which white space is text."""

NOTES: dict[type[Node], str] = {tree.Correction: "editorsnote", tree.Copyright: "cpyrt"}
"""The `noteclass` of notes."""

_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?([.]\d+)?(Z|[+-]\d\d:\d\d)?)?")


def tag(name: str) -> str:
    """The element `name` of NITF, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def norm(when: str | None) -> str:
    """An ISO 8601 date or date-time (as `Timestamp.when`) in the basic form that the schema asks for; "" for others.

    >>> norm("2024-03-03T10:15+01:00"), norm("2024-03-03"), norm("soon")
    ('20240303T101500+0100', '20240303', '')
    """
    found = _WHEN.fullmatch(when or "")
    if found is None:
        return ""
    day, minute, second, _, zone = found.groups("")
    return day.replace("-", "") + (f"T{minute}{second or ':00'}{zone}".replace(":", "") if minute else "")


class Content:
    """Fills a `body.content`, `abstract` or other element that holds blocks."""

    def __init__(self, element: etree._Element) -> None:
        self._open = [element]

    def add(self, nodes: Iterable[Node]) -> None:
        """Write `nodes` and all that is in them, furniture left out but for related stories."""
        for event in block_events(nodes, (tree.Related,)):
            self._add(event)

    def add_images(self, images: Iterable[tree.Image]) -> None:
        """Write pictures that stood where NITF has no place for them."""
        for image in images:
            self._picture([image], [], "")

    def _add(self, event: Event) -> None:
        if isinstance(event, Open):
            self._open.append(self._container(event.node))
        elif isinstance(event, Close):
            self._open.pop()
        elif isinstance(event, Line):
            self._line(event)
        elif isinstance(event, Picture):
            self._picture(event.images, event.caption, event.credit)
        elif isinstance(event, Grid):
            self._table(event)
        else:
            self._leaf(event)

    def _container(self, node: Node) -> etree._Element:
        """The element that what is in `node` goes to. A block can't be in a block: an inner one is left out."""
        parent = self._open[-1]
        if isinstance(node, tree.ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return append_child(parent, tag("ol" if node.ordered else "ul"), seqnum=start)
        if isinstance(node, tree.Item):
            return append_child(parent, tag("li"))
        if isinstance(node, (tree.Quotation, tree.PullQuote)):
            class_ = "" if isinstance(node, tree.Quotation) else node.type
            return append_child(append_child(parent, tag("bq"), class_=class_), tag("block"))
        if type(node) in NOTES:
            note = append_child(parent, tag("note"), noteclass=NOTES[type(node)], type="std")
            return append_child(note, tag("body.content"))
        if isinstance(node, tree.Section) or parent.tag != tag("body.content"):
            return parent
        return append_child(parent, tag("block"), class_=node.type)

    def _place(self) -> etree._Element:
        """The element that a leaf goes to: an item where lists are too deep for their items to be told."""
        parent = self._open[-1]
        return append_child(parent, tag("li")) if parent.tag in (tag("ul"), tag("ol")) else parent

    def _line(self, line: Line) -> None:
        words = [run for run in line.runs if not isinstance(run.text, tree.Image)]
        parent = self._place() if words else self._open[-1]
        if not words:
            pass
        elif isinstance(line.node, tree.Heading):
            level = f"level-{line.node.level}" if line.node.level else ""
            append_line(append_child(parent, tag("hl2"), class_=level), words)
        elif line.node is None and parent.tag == tag("li") and is_empty(parent):
            append_line(parent, words)
        else:
            class_ = "" if line.node is None or isinstance(line.node, tree.Paragraph) else line.node.type
            name = "hl2" if isinstance(line.node, tree.Headline) else "p"
            append_line(append_child(parent, tag(name), class_=class_), words)
        self.add_images(run.text for run in line.runs if isinstance(run.text, tree.Image))

    def _picture(self, images: Iterable[tree.Image], caption: list[Run], credit: str) -> None:
        media = append_child(self._place(), tag("media"), media_type="image")
        for image in images:
            append_child(
                media,
                tag("media-reference"),
                source=image.target or "",
                alternate_text=image.alt,
                name=image.title or "",
            )
        if not len(media):
            append_child(media, tag("media-reference"))  # required, even where the dump lost the image
        if caption:
            append_line(append_child(media, tag("media-caption")), caption)
        if credit:
            append_child(media, tag("media-producer"), credit)

    def _table(self, grid: Grid) -> None:
        table = append_child(self._place(), tag("table"))
        for is_header, cells in grid.rows:
            row = append_child(table, tag("tr"))
            for cell in cells:
                element = append_child(row, tag("th" if is_header else "td"))
                append_line(element, [run for run in cell if not isinstance(run.text, tree.Image)])
                self._open.append(element)
                self.add_images(run.text for run in cell if isinstance(run.text, tree.Image))
                self._open.pop()

    def _leaf(self, leaf: Leaf) -> None:
        if isinstance(leaf.node, tree.CodeBlock):
            append_child(self._place(), tag("pre"), leaf.node.text)
        else:
            append_child(self._place(), tag("hr"))


def append_line(element: etree._Element, runs: Iterable[Run]) -> None:
    """Put runs into an element of running text. Images have no place there."""
    append_runs(element, runs, _mark, _run)


def _mark(name: str, link: tree.Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return tag("a"), {"href": link.target or "", "title": link.title or ""}
    return tag("em"), {} if name == "emphasis" else {"class_": name}


def _run(parent: etree._Element, run: Run) -> None:
    if isinstance(run.text, tree.LineBreak):
        append_child(parent, tag("br"))
    elif not isinstance(run.text, (str, tree.Image)):
        append_child(parent, tag("em"), run.text.text, class_="code")


def append_fields(element: etree._Element, line: Node) -> None:
    """Put a line of names and dates into a `byline` or `dateline`, which hold text, names and dates, but no marks."""
    is_byline = element.tag == tag("byline")
    titles: list[tuple[tuple[str, ...], str]] = []
    for part in fields_in(line, (tree.Author,) if is_byline else (tree.Timestamp,)):
        if isinstance(part, str):
            append_wrapped(element, part, titles)
            titles = []
        elif isinstance(part, tree.Author):
            name = " ".join((part.name or part.text).split())
            if part.is_agency:
                append_child(append_child(element, tag("byttl")), tag("org"), name, class_="agency")
            else:
                append_child(element, tag("person"), name)
            titles = [((tag("byttl"),), part.role or ""), ((tag("byttl"), tag("org")), part.affiliation or "")]
        elif isinstance(part, tree.Timestamp):
            append_child(element, tag("story.date"), " ".join((part.raw or part.text).split()), norm=norm(part.when))


VERSION = "-//IPTC//DTD NITF 3.6//EN"
"""What the attribute `version` says, by nitf-3-6.xsd."""

_LINES = (tree.Kicker, tree.Headline, tree.Deck, tree.Byline, tree.TimestampLine, tree.AuthorBio)
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
            content.add_images(tree.find(node, tree.Image))
    content.add((*told.lead, *told.sections, *told.tail))
    bios = [*told.of(tree.AuthorBio)]
    if bios:
        tagline = append_child(append_child(body, tag("body.end")), tag("tagline"))
        for index, bio in enumerate(bios):
            if index:
                append_child(tagline, tag("br"))
            append_line(tagline, text_runs(bio.children))
    break_lines(root, MIXED)
    return '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _head(root: etree._Element, article: Article, told: Story) -> None:
    head = append_child(root, tag("head"))
    title = " ".join(plain_text(text_runs(headline.children)) for headline in told.of(tree.Headline))
    if title:
        append_child(head, tag("title"), title)
    if article.meta.name:
        append_child(head, tag("meta"), name="source", content=article.meta.name)
    data = append_child(head, tag("docdata"))
    published, updated = article.published, article.updated
    if published is not None and (moment := norm(published.when)):
        append_child(data, tag("date.issue"), norm=moment)
    keywords = dict.fromkeys(topic for tags in told.of(tree.Tags) for topic in topics(tags))
    if keywords:
        keys = append_child(data, tag("key-list"))
        for keyword in keywords:
            append_child(keys, tag("keyword"), key=keyword)
    if updated is not None and (moment := norm(updated.when)):
        append_child(head, tag("revision-history"), norm=moment, comment="updated")


def _body_head(head: etree._Element, told: Story) -> None:
    titles = [*told.of(tree.Headline), *told.of(tree.Kicker), *told.of(tree.Deck)]
    if titles:
        hedline = append_child(head, tag("hedline"))
        hl1 = append_child(hedline, tag("hl1"))  # required, even where the article has but a kicker
        for title in titles:
            is_main = isinstance(title, tree.Headline)
            line = hl1 if is_main else append_child(hedline, tag("hl2"), class_=title.type)
            append_line(line, text_runs(title.children))
    for note in told.head:
        if type(note) in NOTES:
            element = append_child(head, tag("note"), noteclass=NOTES[type(note)], type="std")
            Content(append_child(element, tag("body.content"))).add(note.children)
    for byline in told.of(tree.Byline):
        append_fields(append_child(head, tag("byline")), byline)
    agencies = [author.name for byline in told.of(tree.Byline) for author in byline.authors if author.is_agency]
    agency = told.dateline.agency if told.dateline is not None and told.dateline.agency else next(iter(agencies), "")
    if agency:
        append_child(head, tag("distributor"), agency)
    if told.dateline is not None:
        phrases = [((tag("location"),), told.dateline.place or ""), ((tag("story.date"),), told.dateline.date or "")]
        append_wrapped(append_child(head, tag("dateline")), plain_text(text_runs(told.dateline.children)), phrases)
    for stamps in told.of(tree.TimestampLine):
        append_fields(append_child(head, tag("dateline"), class_="timestamp_line"), stamps)
    for highlights in told.of(tree.Highlights):
        Content(append_child(head, tag("abstract"), class_="highlights")).add(highlights.children)
