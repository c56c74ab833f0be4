"""The blocks of a story that a document holds as a fragment of HTML. It is for stories, not for pages of the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from articleparse import tree
from articleparse.codec.loader import LoadError
from articleparse.formats.draft_blocks import RAW, Part, address, flat, list_start, text_of, unpadded
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
_WHITE = re.compile(r"[ \t\n\f\r]+")

Parts = list[Part]


def sections(html: str, path: str) -> list[Draft]:
    """The story in `html` as sections: each heading outside of boxes begins one.

    Classes that `to_html` writes (`fact-box`, `dateline`, `credit` ...) are understood; of an element that is
    none of a story's the words are kept. Raises LoadError at `path` for a fragment more than `MAX_DEPTH` deep.
    """
    return into_sections(blocks(_root(html, path)))


def into_sections(found: list[Draft]) -> list[Draft]:
    """Blocks in sections: one begins at each heading."""
    groups: list[list[Draft]] = []
    for block in found:
        if block.kind is tree.Heading or not groups:
            groups.append([])
        groups[-1].append(block)
    return [
        draft(tree.Section, *group, level=group[0].fields["level"] if group[0].kind is tree.Heading else 0)
        for group in groups
    ]


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
    """The blocks in an element; words between them are paragraphs."""
    found: list[Draft] = []
    run: Parts = []
    for part in [*_parts(element), draft(tree.Separator)]:  # the last one ends the last run
        if isinstance(part, str) or part.kind.inline:
            run.append(part)
            continue
        if line := _trimmed(run):
            found.append(draft(tree.Paragraph, *line))
        run = []
        found.append(part)
    return found[:-1]


def _parts(element: etree._Element) -> Parts:
    """Texts, inline nodes and blocks of an element as they come."""
    parts: Parts = [_spaced(element.text)]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NEVER:
            parts += _block(child) if child.tag in _BLOCKS else _inline(child)
        parts.append(_spaced(child.tail))
    return [part for part in parts if part != ""]


def _spaced(text: str | None) -> str:
    return _WHITE.sub(" ", text or "")


def _trimmed(parts: Parts) -> Parts:
    """`parts` without white space and line breaks at both ends; empty where there is nothing else."""
    solid = [index for index, part in enumerate(parts) if not _is_white(part)]
    line = parts[solid[0] : solid[-1] + 1] if solid else []
    return unpadded(line)


def _is_white(part: Part) -> bool:
    return part == " " if isinstance(part, str) else part.kind is tree.LineBreak


def _line(element: etree._Element) -> Parts:
    """The content of an element that holds no blocks; of blocks that are in it nevertheless, the words."""
    return _trimmed([*flat(_parts(element))])


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
        tree.Image, alt=element.get("alt", ""), target=address(element.get("src")), title=element.get("title")
    ),
}
"""Inline elements that become nodes without children."""

_FIELDS: dict[type[Node], Callable[[etree._Element], dict[str, Any]]] = {
    tree.Link: lambda element: {"target": address(element.get("href")), "title": element.get("title")},
    tree.Credit: lambda element: {"holder": element.get("data-holder", "")},
    tree.Dateline: lambda element: {name: element.get(f"data-{name}") for name in ("place", "agency", "date")},
}
"""The fields of nodes that have some."""


def _block(element: etree._Element) -> list[Draft]:
    """The blocks that an element becomes."""
    tag, name = str(element.tag), element.get("class", "")
    if tag in _HEADINGS:
        found = draft(tree.Heading, *_line(element), level=int(tag[1]))
    elif name in _BOXES:
        found = draft(_BOXES[name], *_mixed(element))
    elif tag == "p":
        found = draft(tree.TimestampLine if name == "timestamp-line" else tree.Paragraph, *_line(element))
    elif tag in ("ul", "ol"):
        found = _list(element)
    elif tag == "blockquote":
        found = draft(tree.Quotation, *blocks(element))
    elif tag == "table":
        found = draft(tree.Table, *(_row(row) for row in _rows(element)))
    elif tag == "figure":
        return _figure(element)
    elif tag == "pre":
        return [draft(tree.CodeBlock, text=text_of(element))]
    elif tag == "hr":
        return [draft(tree.Separator)]
    else:
        return blocks(element)
    return [found] if found.parts else []


def _list(element: etree._Element) -> Draft:
    items = (draft(tree.Item, *_item(child)) for child in element if child.tag not in _NEVER)
    start = element.get("start", "")
    fields = {"ordered": element.tag == "ol", "start": list_start(start)}
    return draft(tree.ItemList, *(item for item in items if item.parts), **fields)


def _mixed(element: etree._Element) -> Parts:
    """Inline nodes and blocks beside each other, without the white space between blocks."""
    parts = _trimmed(_parts(element))
    around = zip([None, *parts], parts, [*parts[1:], None], strict=False)
    return [part for before, part, after in around if part != " " or not (_is_block(before) or _is_block(after))]


def _is_block(part: Part | None) -> bool:
    return isinstance(part, Draft) and not part.kind.inline


def _item(element: etree._Element) -> Parts:
    parts: Parts = []
    for part in _mixed(element):
        if isinstance(part, str) or part.kind.inline or part.kind in RAW:
            parts.append(part)
        elif line := _trimmed([*flat(part.parts)]):
            parts.append(draft(tree.Paragraph, *line))
    return parts


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _TABLE_PARTS:
            yield from child.iterchildren("tr")


def _row(row: etree._Element) -> Draft:
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    is_header = bool(cells) and all(cell.tag == "th" for cell in cells)
    return draft(tree.Row, *(draft(tree.Cell, *_line(cell)) for cell in cells), is_header=is_header)


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
    named = [child for child in figcaption if child.get("class") in ("caption", "credit-line")]
    if not named:
        line = _line(figcaption)
        return [draft(tree.Caption, *line)] if line else []
    return [
        draft(tree.Caption if child.get("class") == "caption" else tree.CreditLine, *_line(child)) for child in named
    ]
