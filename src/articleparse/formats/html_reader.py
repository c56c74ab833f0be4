"""The blocks of a story that a document holds as a fragment of HTML. It is for stories, not for pages of the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from articleparse import tree
from articleparse.codec.loader import LoadError
from articleparse.formats import draft_blocks
from articleparse.formats.draft_blocks import Part, filled, flat, parts_of, raw, text_of, trimmed
from articleparse.formats.scalars import known_target
from articleparse.tree import Node
from articleparse.tree.drafts import Draft, draft

MAX_DEPTH = 100
"""How many elements deep a body may be: a bound on the recursion here. Stories are less than twenty deep."""

_MARKS: dict[str, type[Node]] = {
    **dict.fromkeys(("strong", "b"), tree.Strong),
    **dict.fromkeys(("em", "i"), tree.Emphasis),
    **dict.fromkeys(("del", "s"), tree.Strikethrough),
    "a": tree.Link,
}
_LEGENDS: dict[str | None, type[Node]] = {"caption": tree.Caption, "credit-line": tree.CreditLine}
_SPANS: dict[str, type[Node]] = {"credit": tree.Credit, "dateline": tree.Dateline}
_BOXES: dict[str, type[Node]] = {
    kind.type.replace("_", "-"): kind
    for kind in (tree.PullQuote, tree.FactBox, tree.Embed, tree.LiveEntry, tree.Question, tree.Answer)
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLE_PARTS = ("tbody", "thead", "tfoot")
_BLOCKS = frozenset(
    {*_HEADINGS, *_TABLE_PARTS, "p", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre", "hr", "figure"}
    | {"figcaption", "div", "section", "article", "aside", "header", "footer", "main", "body", "html", "dl", "dt", "dd"}
    | {"address", "details", "summary", "form", "nav"}
)
_NEVER = frozenset({"script", "style", "template", "head", "noscript"})
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Parts = list[Part]


def sections(html: str, path: str) -> list[Draft]:
    """Return the story in `html` as sections: each heading outside of boxes begins one.

    Classes that `to_html` writes (`fact-box`, `dateline`, `credit` ...) are understood; of an element that is
    none of a story's the words are kept. Raises LoadError at `path` for a fragment more than `MAX_DEPTH` deep.
    """
    return draft_blocks.into_sections(blocks(_root(html, path)))


def _root(html: str, path: str) -> etree._Element:
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring("<div>" + _FORBIDDEN.sub("\ufffd", html) + "</div>", parser)
    except (etree.LxmlError, ValueError) as error:
        raise LoadError(path, f"not HTML: {error}") from None
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise LoadError(path, f"nested too deep: {MAX_DEPTH} elements are the limit")
    return root


def blocks(element: etree._Element) -> list[Draft]:
    """Return the blocks in an element; words between them are paragraphs."""
    found: list[Draft] = []
    run: Parts = []
    for part in [*_parts(element), draft(tree.Separator)]:  # the last one ends the last run
        if isinstance(part, str) or part.kind.inline:
            run.append(part)
            continue
        if line := trimmed(run, breaks_too=True):
            found.append(draft(tree.Paragraph, *line))
        run = []
        found.append(part)
    return found[:-1]


def _parts(element: etree._Element) -> Parts:
    """Texts, inline nodes and blocks of an element as they come."""
    return parts_of(element, _read)


def _read(element: etree._Element) -> Sequence[Part]:
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return []
    return _block(element) if element.tag in _BLOCKS else _inline(element)


def _line(element: etree._Element) -> Parts:
    """The content of an element that holds no blocks; of blocks that are in it nevertheless, the words."""
    return trimmed([*flat(_parts(element))], breaks_too=True)


def _inline(element: etree._Element) -> Parts:
    """The inline node that an element becomes, or what is in an element that is none."""
    tag = str(element.tag)
    kind = _MARKS.get(tag) or _SPANS.get(element.get("class", ""))
    if tag in _EMPTY:
        return [_EMPTY[tag](element)]
    if kind is None:
        return _parts(element)
    fields = _FIELDS[kind](element) if kind in _FIELDS else {}
    return [draft(kind, *flat(_parts(element)), **fields)]


_EMPTY: dict[str, Callable[[etree._Element], Draft]] = {
    "br": lambda _: draft(tree.LineBreak),
    "code": lambda element: draft(tree.Code, text=text_of(element)),
    "img": lambda element: draft(
        tree.Image, alt=element.get("alt", ""), target=known_target(element.get("src")), title=element.get("title")
    ),
}
"""Inline elements that become nodes without children."""

_FIELDS: dict[type[Node], Callable[[etree._Element], dict[str, Any]]] = {
    tree.Link: lambda element: {"target": known_target(element.get("href")), "title": element.get("title")},
    tree.Credit: lambda element: {"holder": element.get("data-holder", "")},
    tree.Dateline: lambda element: {name: element.get(f"data-{name}") for name in ("place", "agency", "date")},
}
"""The fields of nodes that have some."""


def _block(element: etree._Element) -> list[Draft]:
    """The blocks that an element becomes."""
    box = _BOXES.get(element.get("class", ""))
    if element.tag in _HEADINGS:
        return filled(draft(tree.Heading, *_line(element), level=int(str(element.tag)[1])))
    if box is not None:
        return filled(draft(box, *_mixed(element)))
    return _READERS.get(str(element.tag), blocks)(element)


def _paragraph(element: etree._Element) -> list[Draft]:
    kind = tree.TimestampLine if element.get("class") == "timestamp-line" else tree.Paragraph
    return filled(draft(kind, *_line(element)))


def _table(element: etree._Element) -> list[Draft]:
    found = (
        part for child in element for part in (child if child.tag in _TABLE_PARTS else (child,)) if part.tag == "tr"
    )
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in found)
    return filled(draft(tree.Table, *(draft_blocks.row(cells, _line) for cells in rows)))


def _list(element: etree._Element) -> list[Draft]:
    items = (raw(_mixed(child), breaks_too=True) for child in element if child.tag not in _NEVER)
    return draft_blocks.item_list(items, ordered=element.tag == "ol", start=element.get("start", ""))


def _mixed(element: etree._Element) -> Parts:
    """Inline nodes and blocks beside each other, without the white space between blocks."""
    parts = trimmed(_parts(element), breaks_too=True)
    around = zip([None, *parts], parts, [*parts[1:], None], strict=False)
    return [part for before, part, after in around if part != " " or not (_is_block(before) or _is_block(after))]


def _is_block(part: Part | None) -> bool:
    return isinstance(part, Draft) and not part.kind.inline


def _figure(element: etree._Element) -> list[Draft]:
    """A figure, or the captions that `to_html` wrote without one."""
    legends = [legend for figcaption in element.iterchildren("figcaption") for legend in _legends(figcaption)]
    pictures = [block for child in element if child.tag != "figcaption" for block in _wrapped(child)]
    if element.get("class") == "no-picture":
        return legends
    return [draft(tree.Figure, *pictures, *legends)] if pictures or legends else []


def _wrapped(element: etree._Element) -> list[Draft]:
    """The blocks of one element, inline ones as a paragraph."""
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return []
    return _block(element) if element.tag in _BLOCKS else [draft(tree.Paragraph, *_inline(element))]


def _legends(figcaption: etree._Element) -> list[Draft]:
    found = [draft(_LEGENDS[name], *_line(child)) for child in figcaption if (name := child.get("class")) in _LEGENDS]
    return found or filled(draft(tree.Caption, *_line(figcaption)))


_READERS: dict[str, Callable[[etree._Element], list[Draft]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "blockquote": lambda element: filled(draft(tree.Quotation, *blocks(element))),
    "table": _table,
    "figure": _figure,
    "pre": lambda element: [draft(tree.CodeBlock, text=text_of(element))],
    "hr": lambda _: [draft(tree.Separator)],
}
"""How elements that are blocks of a story are read; of others, what is in them."""
