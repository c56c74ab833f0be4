"""The content of TEI: blocks, lines and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import quote

from lxml import etree

from articleparse.formats.events import Close, Event, Grid, Leaf, Line, Open, Picture, flow
from articleparse.formats.inline_xml import append_atoms, append_child, append_wrapped, is_empty
from articleparse.formats.runs import Atom
from articleparse.formats.story import fields_in
from articleparse.tree import (
    Author,
    AuthorBio,
    Code,
    CodeBlock,
    Copyright,
    Correction,
    Heading,
    Highlights,
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
    Tags,
    Timestamp,
)

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def tag(name: str) -> str:
    """The element `name` of TEI, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


MIXED = frozenset(
    tag(name)
    for name in (
        *("title", "author", "p", "head", "byline", "docAuthor", "docDate", "dateline", "ab", "hi", "ref", "del"),
        *("item", "cell", "eg", "code", "term", "figDesc", "date", "persName", "orgName", "roleName", "placeName"),
    )
)
"""Elements in which white space is text."""

_NOTES = (AuthorBio, Copyright, Correction, Highlights, Tags)
_MARKS = {
    "strong": ("hi", {"rend": "bold"}),
    "emphasis": ("hi", {"rend": "italic"}),
    "strikethrough": ("del", {}),
}
_WHEN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-](0\d|1[0-3]):[0-5]\d)?)?")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_URI = re.compile(
    r"""
    (?: (?:[A-Za-z][A-Za-z0-9+.-]*:)? //[A-Za-z0-9._~%-]* (?: :[0-9]+)? (?=[/?\#]|\Z)  # a host
      | [A-Za-z][A-Za-z0-9+.-]*: (?!//)
      | (?!//)(?![^/?\#]*:)                                                            # no scheme, so no colon
    ) [^\#]* (?: \#[^\#]* )?
    """,
    re.VERBOSE,
)


def moment(when: str | None) -> str:
    """An ISO 8601 date or date-time (as `Timestamp.when`) as XML Schema writes it; "" for what is none.

    >>> moment("2024-03-03T10:15+01:00"), moment("2024-03-03"), moment("2024-13-03")
    ('2024-03-03T10:15:00+01:00', '2024-03-03', '')
    """
    if not _WHEN.fullmatch(when or ""):
        return ""
    try:
        return (datetime if "T" in str(when) else date).fromisoformat(str(when)).isoformat()
    except ValueError:
        return ""


def uri(target: str) -> str:
    """`target` with what a URI (RFC 3986) can't hold percent-encoded.

    >>> uri("https://example.org/a b?c=[d]#e"), uri("://x")
    ('https://example.org/a%20b?c=%5Bd%5D#e', '%3A%2F%2Fx')
    """
    flat = _STRAY_PERCENT.sub("%25", target.strip())
    encoded = quote(flat, safe="%/:?#@!$&'()*+,;=~", errors="replace")
    return encoded if _URI.fullmatch(encoded) else quote(target, safe="", errors="replace")


class Content:
    """Fills a `div`, `note`, `quote` or other element that holds blocks."""

    def __init__(self, element: etree._Element) -> None:
        self._open = [element]

    def add(self, nodes: Iterable[Node]) -> None:
        """Write `nodes` and all that is in them, furniture left out but for related stories."""
        for event in flow(nodes, (Related,)):
            self._add(event)

    def _add(self, event: Event) -> None:
        if isinstance(event, Open):
            self._open.append(self._container(event.node))
        elif isinstance(event, Close):
            self._open.pop()
        elif isinstance(event, Line):
            self._line(event)
        elif isinstance(event, Picture):
            self._picture(event)
        elif isinstance(event, Grid):
            self._table(event)
        else:
            self._leaf(event)

    def _container(self, node: Node) -> etree._Element:
        parent = self._open[-1]
        if isinstance(node, Section):
            return append_child(parent, tag("div"), type=node.type)
        if isinstance(node, ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return append_child(parent, tag("list"), rend="numbered" if node.ordered else "bulleted", n=start)
        if isinstance(node, Item):
            return append_child(parent, tag("item"))
        if isinstance(node, (Quotation, PullQuote)):
            return append_child(parent, tag("quote"), type="" if isinstance(node, Quotation) else node.type)
        if isinstance(node, _NOTES):
            return append_child(parent, tag("note"), type=node.type)
        box = append_child(parent, tag("floatingText"), type=node.type)
        return append_child(append_child(box, tag("body")), tag("div"))

    def _line(self, line: Line) -> None:
        parent = self._open[-1]
        node = line.node
        if isinstance(node, Heading) and parent.tag == tag("div") and is_empty(parent):
            element = append_child(parent, tag("head"))
        elif node is None and parent.tag == tag("item") and is_empty(parent):
            element = parent
        elif node is None or isinstance(node, Paragraph):
            element = append_child(parent, tag("p"))
        else:
            element = append_child(parent, tag("ab"), type=node.type)
        append_line(element, line.atoms)

    def _picture(self, picture: Picture) -> None:
        figure = append_child(self._open[-1], tag("figure"))
        if picture.caption:
            append_line(append_child(figure, tag("head")), picture.caption)
        for image in picture.images:
            _append_image(figure, image)
        if picture.credit:
            append_child(figure, tag("ab"), picture.credit, type="credit")

    def _table(self, grid: Grid) -> None:
        table = append_child(self._open[-1], tag("table"))
        for is_header, cells in grid.rows:
            row = append_child(table, tag("row"), role="label" if is_header else "data")
            for cell in cells:
                append_line(append_child(row, tag("cell")), cell)

    def _leaf(self, leaf: Leaf) -> None:
        if isinstance(leaf.node, CodeBlock):
            append_child(self._open[-1], tag("eg"), leaf.node.text)
        else:
            append_child(self._open[-1], tag("milestone"), unit="section", rend="rule")


def append_line(element: etree._Element, atoms: Iterable[Atom]) -> None:
    """Put atoms into an element of running text."""
    append_atoms(element, atoms, _mark, _atom)


def _mark(name: str, link: Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return tag("ref"), {"target": uri(link.target or "")}
    element, attributes = _MARKS[name]
    return tag(element), attributes


def _atom(parent: etree._Element, atom: Atom) -> None:
    if isinstance(atom.text, LineBreak):
        append_child(parent, tag("lb"))
    elif isinstance(atom.text, Image):
        _append_image(append_child(parent, tag("figure")), atom.text)
    elif isinstance(atom.text, Code):
        append_child(parent, tag("code"), atom.text.text)


def _append_image(figure: etree._Element, image: Image) -> None:
    if target := uri(image.target or ""):
        append_child(figure, tag("graphic"), url=target)
    if image.alt:
        append_child(figure, tag("figDesc"), image.alt)


def append_author(element: etree._Element, author: Author) -> None:
    """Put the name of a person or an agency into an element."""
    append_child(
        element, tag("orgName" if author.is_agency else "persName"), " ".join((author.name or author.text).split())
    )


def append_fields(element: etree._Element, line: Node) -> None:
    """Put a line of names and dates into a `byline` or `docDate`: text, names, roles, affiliations and dates."""
    titles: list[tuple[tuple[str, ...], str]] = []
    for part in fields_in(line, (Author, Timestamp) if element.tag == tag("byline") else (Timestamp,)):
        if isinstance(part, str):
            append_wrapped(element, part, titles)
            titles = []
        elif isinstance(part, Author):
            append_author(append_child(element, tag("docAuthor")), part)
            titles = [((tag("roleName"),), part.role or ""), ((tag("orgName"),), part.affiliation or "")]
        elif isinstance(part, Timestamp):
            append_child(
                element, tag("date"), " ".join((part.raw or part.text).split()), type=part.kind, when=moment(part.when)
            )
