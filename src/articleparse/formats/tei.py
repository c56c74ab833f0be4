"""An article as TEI P5, the XML of the Text Encoding Initiative."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import quote

from lxml import etree

from articleparse import tree
from articleparse.formats.events import Close, Event, Grid, Leaf, Line, Open, Picture, block_events
from articleparse.formats.record import topics
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.story import Story, fields_in, story
from articleparse.formats.xml_content import append_child, append_runs, append_wrapped, break_lines, is_empty
from articleparse.tree import Article, Node

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

_NOTES = (tree.AuthorBio, tree.Copyright, tree.Correction, tree.Highlights, tree.Tags)
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
        for event in block_events(nodes, (tree.Related,)):
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
        if isinstance(node, tree.Section):
            return append_child(parent, tag("div"), type=node.type)
        if isinstance(node, tree.ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return append_child(parent, tag("list"), rend="numbered" if node.ordered else "bulleted", n=start)
        if isinstance(node, tree.Item):
            return append_child(parent, tag("item"))
        if isinstance(node, (tree.Quotation, tree.PullQuote)):
            return append_child(parent, tag("quote"), type="" if isinstance(node, tree.Quotation) else node.type)
        if isinstance(node, _NOTES):
            return append_child(parent, tag("note"), type=node.type)
        box = append_child(parent, tag("floatingText"), type=node.type)
        return append_child(append_child(box, tag("body")), tag("div"))

    def _line(self, line: Line) -> None:
        parent = self._open[-1]
        node = line.node
        if isinstance(node, tree.Heading) and parent.tag == tag("div") and is_empty(parent):
            element = append_child(parent, tag("head"))
        elif node is None and parent.tag == tag("item") and is_empty(parent):
            element = parent
        elif node is None or isinstance(node, tree.Paragraph):
            element = append_child(parent, tag("p"))
        else:
            element = append_child(parent, tag("ab"), type=node.type)
        append_line(element, line.runs)

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
        if isinstance(leaf.node, tree.CodeBlock):
            append_child(self._open[-1], tag("eg"), leaf.node.text)
        else:
            append_child(self._open[-1], tag("milestone"), unit="section", rend="rule")


def append_line(element: etree._Element, runs: Iterable[Run]) -> None:
    """Put runs into an element of running text."""
    append_runs(element, runs, _mark, _run)


def _mark(name: str, link: tree.Link | None) -> tuple[str, dict[str, str]]:
    if link is not None:
        return tag("ref"), {"target": uri(link.target or "")}
    element, attributes = _MARKS[name]
    return tag(element), attributes


def _run(parent: etree._Element, run: Run) -> None:
    if isinstance(run.text, tree.LineBreak):
        append_child(parent, tag("lb"))
    elif isinstance(run.text, tree.Image):
        _append_image(append_child(parent, tag("figure")), run.text)
    elif isinstance(run.text, tree.Code):
        append_child(parent, tag("code"), run.text.text)


def _append_image(figure: etree._Element, image: tree.Image) -> None:
    if target := uri(image.target or ""):
        append_child(figure, tag("graphic"), url=target)
    if image.alt:
        append_child(figure, tag("figDesc"), image.alt)


def append_author(element: etree._Element, author: tree.Author) -> None:
    """Put the name of a person or an agency into an element."""
    append_child(
        element, tag("orgName" if author.is_agency else "persName"), " ".join((author.name or author.text).split())
    )


def append_fields(element: etree._Element, line: Node) -> None:
    """Put a line of names and dates into a `byline` or `docDate`: text, names, roles, affiliations and dates."""
    titles: list[tuple[tuple[str, ...], str]] = []
    for part in fields_in(line, (tree.Author, tree.Timestamp) if element.tag == tag("byline") else (tree.Timestamp,)):
        if isinstance(part, str):
            append_wrapped(element, part, titles)
            titles = []
        elif isinstance(part, tree.Author):
            append_author(append_child(element, tag("docAuthor")), part)
            titles = [((tag("roleName"),), part.role or ""), ((tag("orgName"),), part.affiliation or "")]
        elif isinstance(part, tree.Timestamp):
            append_child(
                element, tag("date"), " ".join((part.raw or part.text).split()), type=part.kind, when=moment(part.when)
            )


_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # xsd:language
_HEADS: dict[type[Node], str] = {tree.Kicker: "kicker", tree.Headline: "main", tree.Deck: "deck"}


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
    behind = [node for node in told.head if isinstance(node, (tree.AuthorBio, tree.Correction, tree.Copyright))]
    if any(block_events([*told.tail, *behind], (tree.Related,))):
        Content(append_child(main, tag("div"), type="back")).add([*told.tail, *behind])
    break_lines(root, MIXED)
    return '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _header(header: etree._Element, article: Article, told: Story) -> None:
    file = append_child(header, tag("fileDesc"))
    titles = append_child(file, tag("titleStmt"))
    title = append_child(titles, tag("title"), type="main")
    for headline in told.of(tree.Headline):
        append_line(title, text_runs(headline.children))
    for author in article.authors:
        append_author(append_child(titles, tag("author")), author)
    published = append_child(append_child(file, tag("publicationStmt")), tag("p"))
    for kind, stamp in (("published", article.published), ("updated", article.updated)):
        if stamp is not None and (when := moment(stamp.when)):
            append_child(published, tag("date"), when, type=kind, when=when)
    append_child(append_child(file, tag("sourceDesc")), tag("p"), article.meta.name or "")
    keywords = dict.fromkeys(topic for tags in told.of(tree.Tags) for topic in topics(tags))
    if keywords:
        text_class = append_child(append_child(header, tag("profileDesc")), tag("textClass"))
        terms = append_child(text_class, tag("keywords"))
        for keyword in keywords:
            append_child(terms, tag("term"), keyword)


def _top(main: etree._Element, told: Story) -> None:
    """What must stand first in a `div`: headings, byline, dateline."""
    for node in told.head:
        if type(node) in _HEADS:
            append_line(append_child(main, tag("head"), type=_HEADS[type(node)]), text_runs(node.children))
        elif isinstance(node, tree.Byline):
            append_fields(append_child(main, tag("byline")), node)
        elif isinstance(node, tree.TimestampLine):
            append_fields(append_child(main, tag("docDate")), node)
    if told.dateline is not None:
        line = told.dateline
        phrases = [("placeName", line.place), ("orgName", line.agency), ("date", line.date)]
        wrapped = [((tag(name),), phrase or "") for name, phrase in phrases]
        append_wrapped(append_child(main, tag("dateline")), plain_text(text_runs(line.children)), wrapped)
    Content(main).add(told.of(tree.Highlights))
