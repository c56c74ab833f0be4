"""Nodes as elements of HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from lxml import etree

from articleparse import tree
from articleparse.formats import xml_content
from articleparse.formats.runs import paragraph_nodes
from articleparse.formats.scalars import IMAGE_SCHEMES, html_text, safe_target
from articleparse.tree import Node

_ELEMENTS: dict[type[Node], tuple[str, str]] = {
    tree.Kicker: ("p", "kicker"),
    tree.Deck: ("p", "deck"),
    tree.Highlights: ("div", "highlights"),
    tree.Byline: ("p", "byline"),
    tree.TimestampLine: ("p", "timestamp-line"),
    tree.AuthorBio: ("p", "author-bio"),
    tree.Correction: ("p", "correction"),
    tree.Copyright: ("p", "copyright"),
    tree.Tags: ("p", "tags"),
    tree.Quotation: ("blockquote", ""),
    tree.PullQuote: ("aside", "pull-quote"),
    tree.Item: ("li", ""),
    tree.Table: ("table", ""),
    tree.Embed: ("div", "embed"),
    tree.FactBox: ("aside", "fact-box"),
    tree.LiveEntry: ("div", "live-entry"),
    tree.Question: ("p", "question"),
    tree.Answer: ("p", "answer"),
    tree.Separator: ("hr", ""),
    tree.Related: ("aside", "related"),
    tree.Strong: ("strong", ""),
    tree.Emphasis: ("em", ""),
    tree.Strikethrough: ("del", ""),
    tree.LineBreak: ("br", ""),
    tree.Author: ("span", "author"),
}
"""The element that a node becomes, and its class, where that is all there is to say."""


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
                self._METHODS.get(type(top), Writer._plain)(self, top, into)
            else:
                into.append(top)

    def _push(self, nodes: Iterable[Node], parent: etree._Element) -> None:
        """Put `nodes` on the stack, those next to each other that are text as one: to append a text is to copy it."""
        pending: list[Node | str] = []
        texts: list[str] = []
        for node in nodes:
            if isinstance(node, tree.Text):
                texts.append(node.text)
            elif not (isinstance(node, self._left_out) or (isinstance(node, tree.Image) and not _shown(node))):
                if texts:
                    pending.append("".join(texts))
                    texts = []
                pending.append(node)
        if texts:
            pending.append("".join(texts))
        self._stack.extend((item, parent) for item in reversed(pending))

    def _plain(self, node: Node, into: etree._Element) -> None:
        tag, name = _ELEMENTS[type(node)]
        if tag == "p" and self._has_blocks(node):
            tag = "div"
        self._push(node.children, _add(into, tag, name))

    def _has_blocks(self, node: Node) -> bool:
        return any(not child.inline and not isinstance(child, self._left_out) for child in node.children)

    def _headline(self, node: tree.Headline, into: etree._Element) -> None:
        """The first is the heading of the page, as long as it is one line of text."""
        tag = "div" if self._has_headline or self._has_blocks(node) else "h1"
        self._has_headline = True
        self._push(node.children, _add(into, tag, "headline"))

    def _heading(self, node: tree.Heading, into: etree._Element) -> None:
        rank = 2 + sum(level < _level(node.level) for level in self._levels)
        self._push(node.children, _add(into, f"h{min(rank, 6)}"))

    def _section(self, node: tree.Section, into: etree._Element) -> None:
        """A section without a heading needs no element."""
        self._push(node.children, _add(into, "section") if node.heading is not None else into)

    def _paragraph(self, node: tree.Paragraph, into: etree._Element) -> None:
        """What stood between the pieces of a paragraph comes behind it."""
        self._push([child for child in node.children if not child.inline], into)
        if any(child.inline for child in node.children):
            self._push(paragraph_nodes(node), _add(into, "p"))

    def _item_list(self, node: tree.ItemList, into: etree._Element) -> None:
        element = _add(into, "ol" if node.ordered else "ul")
        if node.ordered and node.start is not None and node.start != 1:
            element.set("start", str(node.start))
        self._push(node.children, element)

    def _row(self, node: tree.Row, into: etree._Element) -> None:
        row = _add(into, "tr")
        for cell in node.children:
            element = _add(row, "th" if node.is_header else "td")
            if node.is_header:
                element.set("scope", "col")
            self._push(cell.children, element)

    def _code_block(self, node: tree.CodeBlock, into: etree._Element) -> None:
        append_text(_add(_add(into, "pre"), "code"), node.text)

    def _code(self, node: tree.Code, into: etree._Element) -> None:
        append_text(_add(into, "code"), node.text)

    def _figure(self, node: tree.Figure, into: etree._Element) -> None:
        figure = _add(into, "figure")
        self._legends([child for child in node.children if isinstance(child, _LEGENDS)], figure)
        self._push([child for child in node.children if not isinstance(child, _LEGENDS)], figure)

    def _caption(self, node: tree.Caption | tree.CreditLine, into: etree._Element) -> None:
        """A caption without its picture still is one."""
        self._legends([node], _add(into, "figure", "no-picture"))

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

    def _link(self, node: tree.Link, into: etree._Element) -> None:
        """A placeholder is an `a` without an address; a link within a link, which HTML can't hold, is a `span`."""
        within = into.tag == "a" or next(into.iterancestors("a"), None) is not None
        element = _add(into, "span" if within else "a")
        if not within:
            _set(element, "href", safe_target(node.target))
            _set(element, "title", node.title)
        self._push(node.children, element)

    def _image(self, node: tree.Image, into: etree._Element) -> None:
        """A picture whose address is lost is its alternative text."""
        target = safe_target(node.target, IMAGE_SCHEMES)
        if target is None:
            append_text(_add(into, "span", "image"), node.alt)
            return
        element = _add(into, "img")
        _set(element, "src", target)
        element.set("alt", html_text(node.alt))
        _set(element, "title", node.title)

    def _credit(self, node: tree.Credit, into: etree._Element) -> None:
        element = _add(into, "span", "credit")
        _set(element, "data-holder", node.holder or None)
        self._push(node.children, element)

    def _dateline(self, node: tree.Dateline, into: etree._Element) -> None:
        element = _add(into, "span", "dateline")
        for name in ("place", "agency", "date"):
            _set(element, f"data-{name}", getattr(node, name))
        self._push(node.children, element)

    def _timestamp(self, node: tree.Timestamp, into: etree._Element) -> None:
        """A `time` that is no date by its text needs `datetime`."""
        element = _add(into, "time" if node.when else "span", None if node.when else "timestamp")
        _set(element, "datetime", node.when)
        self._push(node.children, element)

    _METHODS: ClassVar[dict[type[Node], Callable[[Writer, Any, etree._Element], None]]] = {
        tree.Headline: _headline,
        tree.Heading: _heading,
        tree.Section: _section,
        tree.Paragraph: _paragraph,
        tree.ItemList: _item_list,
        tree.Row: _row,
        tree.CodeBlock: _code_block,
        tree.Code: _code,
        tree.Figure: _figure,
        tree.Caption: _caption,
        tree.Link: _link,
        tree.Image: _image,
        tree.Credit: _credit,
        tree.Dateline: _dateline,
        tree.Timestamp: _timestamp,
        tree.CreditLine: _caption,
    }
    """How nodes are written that are not plain."""


_INLINE = frozenset({"a", "br", "code", "del", "em", "img", "span", "strong", "time"})
"""Elements that no line feed may follow, for it would be a space."""

_LEGENDS = (tree.Caption, tree.CreditLine)


def _level(level: int) -> int:
    """The highest level is the headline's."""
    return max(level, 2)


def _shown(image: tree.Image) -> bool:
    return bool(image.alt.strip()) or safe_target(image.target, IMAGE_SCHEMES) is not None


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
