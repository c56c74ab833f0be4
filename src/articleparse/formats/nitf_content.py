"""The content of NITF: blocks and lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from articleparse.formats.events import Close, Event, Grid, Leaf, Line, Open, Picture, flow
from articleparse.formats.inline_xml import append_atoms, append_child, append_wrapped, is_empty
from articleparse.formats.runs import Atom
from articleparse.formats.story import fields_in
from articleparse.tree import (
    Author,
    CodeBlock,
    Copyright,
    Correction,
    Heading,
    Headline,
    Image,
    Item,
    ItemList,
    LineBreak,
    Link,
    Node,
    Paragraph,
    PullQuote,
    Quotation,
    Related,
    Section,
    Timestamp,
)

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
MIXED = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        *("title", "hl1", "hl2", "p", "li", "th", "td", "pre", "em", "a", "byline", "byttl", "person", "org"),
        *("distributor", "dateline", "location", "story.date", "tagline", "media-caption", "media-producer", "keyword"),
    )
)
"""Elements in which white space is text."""

NOTES: dict[type[Node], str] = {Correction: "editorsnote", Copyright: "cpyrt"}
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
        for event in flow(nodes, (Related,)):
            self._add(event)

    def add_images(self, images: Iterable[Image]) -> None:
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
        if isinstance(node, ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return append_child(parent, tag("ol" if node.ordered else "ul"), seqnum=start)
        if isinstance(node, Item):
            return append_child(parent, tag("li"))
        if isinstance(node, (Quotation, PullQuote)):
            class_ = "" if isinstance(node, Quotation) else node.type
            return append_child(append_child(parent, tag("bq"), class_=class_), tag("block"))
        if type(node) in NOTES:
            note = append_child(parent, tag("note"), noteclass=NOTES[type(node)], type="std")
            return append_child(note, tag("body.content"))
        if isinstance(node, Section) or parent.tag != tag("body.content"):
            return parent
        return append_child(parent, tag("block"), class_=node.type)

    def _place(self) -> etree._Element:
        """The element that a leaf goes to: an item where lists are too deep for their items to be told."""
        parent = self._open[-1]
        return append_child(parent, tag("li")) if parent.tag in (tag("ul"), tag("ol")) else parent

    def _line(self, line: Line) -> None:
        words = [atom for atom in line.atoms if not isinstance(atom.text, Image)]
        parent = self._place() if words else self._open[-1]
        if not words:
            pass
        elif isinstance(line.node, Heading):
            level = f"level-{line.node.level}" if line.node.level else ""
            append_line(append_child(parent, tag("hl2"), class_=level), words)
        elif line.node is None and parent.tag == tag("li") and is_empty(parent):
            append_line(parent, words)
        else:
            class_ = "" if line.node is None or isinstance(line.node, Paragraph) else line.node.type
            name = "hl2" if isinstance(line.node, Headline) else "p"
            append_line(append_child(parent, tag(name), class_=class_), words)
        self.add_images(atom.text for atom in line.atoms if isinstance(atom.text, Image))

    def _picture(self, images: Iterable[Image], caption: list[Atom], credit: str) -> None:
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
                append_line(element, [atom for atom in cell if not isinstance(atom.text, Image)])
                self._open.append(element)
                self.add_images(atom.text for atom in cell if isinstance(atom.text, Image))
                self._open.pop()

    def _leaf(self, leaf: Leaf) -> None:
        if isinstance(leaf.node, CodeBlock):
            append_child(self._place(), tag("pre"), leaf.node.text)
        else:
            append_child(self._place(), tag("hr"))


def append_line(element: etree._Element, atoms: Iterable[Atom]) -> None:
    """Put atoms into an element of running text. Images have no place there."""
    append_atoms(element, atoms, _mark, _atom)


def _mark(name: str, link: Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return tag("a"), {"href": link.target or "", "title": link.title or ""}
    return tag("em"), {} if name == "emphasis" else {"class_": name}


def _atom(parent: etree._Element, atom: Atom) -> None:
    if isinstance(atom.text, LineBreak):
        append_child(parent, tag("br"))
    elif not isinstance(atom.text, (str, Image)):
        append_child(parent, tag("em"), atom.text.text, class_="code")


def append_fields(element: etree._Element, line: Node) -> None:
    """Put a line of names and dates into a `byline` or `dateline`, which hold text, names and dates, but no marks."""
    is_byline = element.tag == tag("byline")
    titles: list[tuple[tuple[str, ...], str]] = []
    for part in fields_in(line, (Author,) if is_byline else (Timestamp,)):
        if isinstance(part, str):
            append_wrapped(element, part, titles)
            titles = []
        elif isinstance(part, Author):
            name = " ".join((part.name or part.text).split())
            if part.is_agency:
                append_child(append_child(element, tag("byttl")), tag("org"), name, class_="agency")
            else:
                append_child(element, tag("person"), name)
            titles = [((tag("byttl"),), part.role or ""), ((tag("byttl"), tag("org")), part.affiliation or "")]
        elif isinstance(part, Timestamp):
            append_child(element, tag("story.date"), " ".join((part.raw or part.text).split()), norm=norm(part.when))
