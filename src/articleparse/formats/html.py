"""An article as a page of HTML, and its nodes as elements."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from lxml import etree

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats import xml_content
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.jsonld import to_jsonld
from articleparse.formats.runs import paragraph_nodes
from articleparse.formats.scalars import IMAGE_SCHEMES, html_text, safe_target
from articleparse.formats.story import in_head_order
from articleparse.tree import Article, Node

_KINDS: dict[str, tuple[type[Node], ...]] = {
    "p": (
        *(tree.Kicker, tree.Deck, tree.Byline, tree.TimestampLine, tree.AuthorBio, tree.Correction, tree.Copyright),
        *(tree.Tags, tree.Question, tree.Answer),
    ),
    "div": (tree.Highlights, tree.Embed, tree.LiveEntry),
    "aside": (tree.PullQuote, tree.FactBox, tree.Related),
    "span": (tree.Author,),
    "blockquote": (tree.Quotation,),
    "li": (tree.Item,),
    "table": (tree.Table,),
    "hr": (tree.Separator,),
    "strong": (tree.Strong,),
    "em": (tree.Emphasis,),
    "del": (tree.Strikethrough,),
    "br": (tree.LineBreak,),
}
"""The nodes that become an element without more to say; those of the first four have their type as class."""

_TAGS = {kind: tag for tag, kinds in _KINDS.items() for kind in kinds}
_WITH_CLASS = ("p", "div", "aside", "span")


class Writer:
    """Appends nodes to elements, with a stack and no recursion: a method for each type of node that is not plain.

    `levels` are those of the headings of the body, which become `h2` and below without a gap; nodes of the
    classes `left_out` are not written, nor what is in them.
    """

    def __init__(self, levels: Iterable[int], left_out: tuple[type[Node], ...]) -> None:
        self._levels = sorted({_level(level) for level in levels})
        self._left_out = left_out
        self._has_headline = False
        self._stack: list[tuple[Node | str | etree._Element, etree._Element]] = []

    def write(self, nodes: Iterable[Node], parent: etree._Element) -> None:
        """Append `nodes` to `parent`."""
        self._push(nodes, parent)
        while self._stack:
            top, into = self._stack.pop()
            if isinstance(top, str):
                append_text(into, top)
            elif isinstance(top, Node):
                getattr(self, f"_write_{top.type}", self._write_plain)(top, into)
            else:
                into.append(top)

    def _push(self, nodes: Iterable[Node], parent: etree._Element) -> None:
        """Put `nodes` on the stack, those next to each other that are text as one: to append a text is to copy it."""
        kept = (node for node in nodes if not (isinstance(node, self._left_out) or _is_lost(node)))
        pending: list[Node | str] = []
        for is_text, group in groupby(kept, key=lambda node: isinstance(node, tree.Text)):
            found = [*group]
            pending += ["".join(node.text for node in found)] if is_text else found
        self._stack.extend((item, parent) for item in reversed(pending))

    def _write_plain(self, node: Node, into: etree._Element) -> None:
        tag = _TAGS[type(node)]
        class_ = node.type.replace("_", "-") if tag in _WITH_CLASS else ""
        self._push(node.children, _add(into, "div" if tag == "p" and self._has_blocks(node) else tag, class_))

    def _has_blocks(self, node: Node) -> bool:
        return any(not child.inline and not isinstance(child, self._left_out) for child in node.children)

    def _write_headline(self, node: tree.Headline, into: etree._Element) -> None:
        """The first is the heading of the page, as long as it is one line of text."""
        tag = "div" if self._has_headline or self._has_blocks(node) else "h1"
        self._has_headline = True
        self._push(node.children, _add(into, tag, "headline"))

    def _write_heading(self, node: tree.Heading, into: etree._Element) -> None:
        rank = 2 + sum(level < _level(node.level) for level in self._levels)
        self._push(node.children, _add(into, f"h{min(rank, 6)}"))

    def _write_section(self, node: tree.Section, into: etree._Element) -> None:
        """A section without a heading needs no element."""
        self._push(node.children, _add(into, "section") if node.heading is not None else into)

    def _write_paragraph(self, node: tree.Paragraph, into: etree._Element) -> None:
        """What stood between the pieces of a paragraph comes behind it."""
        self._push([child for child in node.children if not child.inline], into)
        if any(child.inline for child in node.children):
            self._push(paragraph_nodes(node), _add(into, "p"))

    def _write_item_list(self, node: tree.ItemList, into: etree._Element) -> None:
        element = _add(into, "ol" if node.ordered else "ul")
        if node.ordered and node.start is not None and node.start != 1:
            element.set("start", str(node.start))
        self._push(node.children, element)

    def _write_row(self, node: tree.Row, into: etree._Element) -> None:
        row = _add(into, "tr")
        for cell in node.children:
            element = _add(row, "th" if node.is_header else "td")
            if node.is_header:
                element.set("scope", "col")
            self._push(cell.children, element)

    def _write_code_block(self, node: tree.CodeBlock, into: etree._Element) -> None:
        append_text(_add(_add(into, "pre"), "code"), node.text)

    def _write_code(self, node: tree.Code, into: etree._Element) -> None:
        append_text(_add(into, "code"), node.text)

    def _write_figure(self, node: tree.Figure, into: etree._Element) -> None:
        figure = _add(into, "figure")
        self._legends([child for child in node.children if isinstance(child, _LEGENDS)], figure)
        self._push([child for child in node.children if not isinstance(child, _LEGENDS)], figure)

    def _write_caption(self, node: tree.Caption | tree.CreditLine, into: etree._Element) -> None:
        """A caption without its picture still is one."""
        self._legends([node], _add(into, "figure", "no-picture"))

    _write_credit_line = _write_caption

    def _legends(self, legends: Sequence[Node], figure: etree._Element) -> None:
        """Captions and credits share the one `figcaption` that a figure may have; it comes behind the pictures."""
        if not legends:
            return
        figcaption = etree.Element("figcaption")
        figcaption.tail = "\n"
        self._stack.append((figcaption, figure))
        for legend in legends:
            tag = "div" if self._has_blocks(legend) else "span"
            element = _add(figcaption, tag, legend.type.replace("_", "-"))
            element.tail = " " if legend is not legends[-1] else None
            self._push(legend.children, element)

    def _write_link(self, node: tree.Link, into: etree._Element) -> None:
        """A placeholder is an `a` without an address; a link within a link, which HTML can't hold, is a `span`."""
        within = into.tag == "a" or next(into.iterancestors("a"), None) is not None
        element = _add(into, "span" if within else "a")
        if not within:
            _set(element, "href", safe_target(node.target))
            _set(element, "title", node.title)
        self._push(node.children, element)

    def _write_image(self, node: tree.Image, into: etree._Element) -> None:
        """A picture whose address is lost is its alternative text."""
        target = safe_target(node.target, IMAGE_SCHEMES)
        if target is None:
            append_text(_add(into, "span", "image"), node.alt)
            return
        element = _add(into, "img")
        _set(element, "src", target)
        element.set("alt", html_text(node.alt))
        _set(element, "title", node.title)

    def _write_credit(self, node: tree.Credit, into: etree._Element) -> None:
        element = _add(into, "span", "credit")
        _set(element, "data-holder", node.holder or None)
        self._push(node.children, element)

    def _write_dateline(self, node: tree.Dateline, into: etree._Element) -> None:
        element = _add(into, "span", "dateline")
        for name in ("place", "agency", "date"):
            _set(element, f"data-{name}", getattr(node, name))
        self._push(node.children, element)

    def _write_timestamp(self, node: tree.Timestamp, into: etree._Element) -> None:
        """A `time` that is no date by its text needs `datetime`."""
        element = _add(into, "time" if node.when else "span", None if node.when else "timestamp")
        _set(element, "datetime", node.when)
        self._push(node.children, element)


_INLINE = frozenset({"a", "br", "code", "del", "em", "img", "span", "strong", "time"})
"""Elements that no line feed may follow, for it would be a space."""

_LEGENDS = (tree.Caption, tree.CreditLine)


def _level(level: int) -> int:
    """The highest level is the headline's."""
    return max(level, 2)


def _is_lost(node: Node) -> bool:
    """Whether it is an image of which nothing is known."""
    return isinstance(node, tree.Image) and not (node.alt.strip() or safe_target(node.target, IMAGE_SCHEMES))


def _add(parent: etree._Element, tag: str, name: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, tag)
    if name:
        element.set("class", name)
    if tag not in _INLINE:
        element.tail = "\n"
    return element


def _set(element: etree._Element, name: str, value: str | None) -> None:
    if value is not None:
        element.set(name, html_text(value))


def append_text(element: etree._Element, text: str) -> None:
    """Append `text` to the content of `element`."""
    xml_content.append_text(element, html_text(text))


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
    for attributes in (
        {"charset": "utf-8"},
        {"http-equiv": "Content-Security-Policy", "content": _policy()},
        {"name": "viewport", "content": "width=device-width, initial-scale=1"},
        {"name": "referrer", "content": "no-referrer"},
    ):
        etree.SubElement(head, "meta", attributes)
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
    extra_losses=lost.code_languages,
    losses="furniture but for related stories, languages of code, positions",
)
