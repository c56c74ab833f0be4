"""An article as TEI P5, the XML of the Text Encoding Initiative."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import quote

from lxml import etree

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats import xml_content as xml
from articleparse.formats.events import Grid, Leaf, Line, Picture, block_events
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.scalars import schema_date
from articleparse.formats.story import Story, keywords, story_of
from articleparse.tree import Article, Node

NAMESPACE = "http://www.tei-c.org/ns/1.0"


_MIXED = frozenset(
    {"title", "author", "p", "head", "byline", "docAuthor", "docDate", "dateline", "ab", "hi", "ref", "del", "item"}
    | {"cell", "eg", "code", "term", "figDesc", "date", "persName", "orgName", "roleName", "placeName"}
)
"""Elements in which white space is text."""

_NOTES = (tree.AuthorBio, tree.Copyright, tree.Correction, tree.Highlights, tree.Tags)
_MARKS: dict[str, tuple[str, dict[str, str]]] = {
    "strong": ("hi", {"rend": "bold"}),
    "emphasis": ("hi", {"rend": "italic"}),
    "strikethrough": ("del", {}),
}
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


def _uri(target: str) -> str:
    """`target` with what a URI (RFC 3986) can't hold percent-encoded.

    >>> _uri("https://example.org/a b?c=[d]#e"), _uri("://x")
    ('https://example.org/a%20b?c=%5Bd%5D#e', '%3A%2F%2Fx')
    """
    flat = _STRAY_PERCENT.sub("%25", target.strip())
    encoded = quote(flat, safe="%/:?#@!$&'()*+,;=~", errors="replace")
    return encoded if _URI.fullmatch(encoded) else quote(target, safe="", errors="replace")


class _Content(xml.BlockContent):
    """Fills a `div`, `note`, `quote` or other element that holds blocks."""

    def container(self, node: Node) -> etree._Element:
        """Append the element that what is in `node` goes to, and return it."""
        parent = self._open[-1]
        if isinstance(node, tree.Section):
            return xml.add(parent, "div", type=node.type)
        if isinstance(node, tree.ItemList):
            start = str(node.start) if node.ordered and node.start is not None else ""
            return xml.add(parent, "list", rend="numbered" if node.ordered else "bulleted", n=start)
        if isinstance(node, tree.Item):
            return xml.add(parent, "item")
        if isinstance(node, (tree.Quotation, tree.PullQuote)):
            return xml.add(parent, "quote", type="" if isinstance(node, tree.Quotation) else node.type)
        if isinstance(node, _NOTES):
            return xml.add(parent, "note", type=node.type)
        box = xml.add(parent, "floatingText", type=node.type)
        return xml.add(xml.add(box, "body"), "div")

    def line(self, line: Line) -> None:
        """Append a line of text."""
        parent = self._open[-1]
        node = line.node
        if isinstance(node, tree.Heading) and parent.tag == "div" and xml.is_empty(parent):
            element = xml.add(parent, "head")
        elif node is None and parent.tag == "item" and xml.is_empty(parent):
            element = parent
        elif node is None or isinstance(node, tree.Paragraph):
            element = xml.add(parent, "p")
        else:
            element = xml.add(parent, "ab", type=node.type)
        _append_line(element, line.runs)

    def picture(self, picture: Picture) -> None:
        """Append a picture."""
        figure = xml.add(self._open[-1], "figure")
        if picture.caption:
            _append_line(xml.add(figure, "head"), picture.caption)
        for image in picture.images:
            _append_image(figure, image)
        if picture.credit:
            xml.add(figure, "ab", picture.credit, type="credit")

    def grid(self, grid: Grid) -> None:
        """Append a table."""
        table = xml.add(self._open[-1], "table")
        for is_header, cells in grid.rows:
            row = xml.add(table, "row", role="label" if is_header else "data")
            for cell in cells:
                _append_line(xml.add(row, "cell"), cell)

    def leaf(self, leaf: Leaf) -> None:
        """Append code or a rule."""
        if isinstance(leaf.node, tree.CodeBlock):
            xml.add(self._open[-1], "eg", leaf.node.text)
        else:
            xml.add(self._open[-1], "milestone", unit="section", rend="rule")


def _mark(name: str, link: tree.Link | None) -> tuple[str, dict[str, str]]:
    return _MARKS[name] if link is None else ("ref", {"target": _uri(link.target or "")})


def _leaf_run(parent: etree._Element, run: Run) -> None:
    if isinstance(run.text, tree.LineBreak):
        xml.add(parent, "lb")
    elif isinstance(run.text, tree.Image):
        _append_image(xml.add(parent, "figure"), run.text)
    elif isinstance(run.text, tree.Code):
        xml.add(parent, "code", run.text.text)


def _append_image(figure: etree._Element, image: tree.Image) -> None:
    if target := _uri(image.target or ""):
        xml.add(figure, "graphic", url=target)
    if image.alt:
        xml.add(figure, "figDesc", image.alt)


_append_line = partial(xml.add_runs, name=_mark, leaf=_leaf_run)
"""Puts runs into an element of running text."""


def _append_name(parent: etree._Element, author: tree.Author) -> None:
    """Put the name of a person or an agency into an element."""
    xml.add(parent, "orgName" if author.is_agency else "persName", xml.author_name(author))


def _append_date(parent: etree._Element, stamp: tree.Timestamp) -> None:
    xml.add(parent, "date", xml.date_words(stamp), type=stamp.kind, when=schema_date(stamp.when))


def _append_author(parent: etree._Element, author: tree.Author) -> xml.Phrases:
    """Put an author into a line; role and affiliation are marked in the text behind the name."""
    _append_name(xml.add(parent, "docAuthor"), author)
    return [(("roleName",), author.role or ""), (("orgName",), author.affiliation or "")]


_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # xsd:language
_HEADS: dict[type[Node], str] = {tree.Kicker: "kicker", tree.Headline: "main", tree.Deck: "deck"}


def to_tei(article: Article) -> str:
    """Return the story of `article` as a TEI P5 document. Furniture is left out, but for related stories.

    Characters that XML forbids become U+FFFD, and those that a URI can't hold are percent-encoded.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> '<head type="main">Hi</head>' in to_tei(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    True
    """
    told = story_of(article)
    root = etree.Element("TEI", xmlns=NAMESPACE)
    if _LANGUAGE.fullmatch(article.meta.language or ""):
        root.set("{http://www.w3.org/XML/1998/namespace}lang", article.meta.language or "")
    _header(xml.add(root, "teiHeader"), article, told)
    body = xml.add(xml.add(root, "text"), "body")
    main = xml.add(body, "div", type="article")
    _top(main, told)
    _Content(main).add(told.lead)
    _Content(main).add(told.sections)
    behind = [node for node in told.head if isinstance(node, (tree.AuthorBio, tree.Correction, tree.Copyright))]
    if any(block_events([*told.tail, *behind], (tree.Related,))):
        _Content(xml.add(main, "div", type="back")).add([*told.tail, *behind])
    return xml.document(root, _MIXED)


def _header(header: etree._Element, article: Article, told: Story) -> None:
    file = xml.add(header, "fileDesc")
    titles = xml.add(file, "titleStmt")
    title = xml.add(titles, "title", type="main")
    for headline in told.of(tree.Headline):
        _append_line(title, text_runs(headline.children))
    for author in article.authors:
        _append_name(xml.add(titles, "author"), author)
    published = xml.add(xml.add(file, "publicationStmt"), "p")
    for kind, stamp in (("published", article.published), ("updated", article.updated)):
        if stamp is not None and (when := schema_date(stamp.when)):
            xml.add(published, "date", when, type=kind, when=when)
    xml.add(xml.add(file, "sourceDesc"), "p", article.meta.name or "")
    if topics := keywords(told.of(tree.Tags)):
        text_class = xml.add(xml.add(header, "profileDesc"), "textClass")
        terms = xml.add(text_class, "keywords")
        for keyword in topics:
            xml.add(terms, "term", keyword)


def _top(main: etree._Element, told: Story) -> None:
    """What must stand first in a `div`: headings, byline, dateline."""
    for node in told.head:
        if type(node) in _HEADS:
            _append_line(xml.add(main, "head", type=_HEADS[type(node)]), text_runs(node.children))
        elif isinstance(node, tree.Byline):
            xml.add_fields(xml.add(main, "byline"), node, {tree.Author: _append_author, tree.Timestamp: _append_date})
        elif isinstance(node, tree.TimestampLine):
            xml.add_fields(xml.add(main, "docDate"), node, {tree.Timestamp: _append_date})
    if told.dateline is not None:
        line = told.dateline
        phrases = [("placeName", line.place), ("orgName", line.agency), ("date", line.date)]
        wrapped = [((name,), phrase or "") for name, phrase in phrases]
        xml.add_phrases(xml.add(main, "dateline"), plain_text(text_runs(line.children)), wrapped)
    _Content(main).add(told.of(tree.Highlights))


FORMAT = Format(
    name="tei",
    suffix=".tei.xml",
    description="TEI P5",
    write=to_tei,
    omits=FURNITURE_BUT_RELATED,
    # There are no titles of links and images, languages of code or labels of credits, and a dateline opens the story.
    extra_losses=lost.all_of(lost.credit_labels, lost.moved_dateline, lost.code_languages, lost.titles),
    losses="furniture but for related stories, labels of credits, titles of links, positions",
    schema="tei_all.rng",
)
