"""Blocks and lines of NITF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from articleparse import tree
from articleparse.codec.loader import LoadError
from articleparse.formats.documents import path_of
from articleparse.formats.draft_blocks import Part, figure, filled, flat, item_list, raw, row, text_of, trimmed
from articleparse.formats.targets import known_target
from articleparse.tree import Node
from articleparse.tree.drafts import Draft, draft

_EM: dict[str, type[Node]] = {"strong": tree.Strong, "strikethrough": tree.Strikethrough}
_LINES: dict[str, type[Node]] = {kind.type: kind for kind in (tree.Kicker, tree.Deck, tree.Byline, tree.TimestampLine)}
_BOXES: dict[str, type[Node]] = {
    kind.type: kind
    for kind in (
        tree.FactBox,
        tree.Embed,
        tree.LiveEntry,
        tree.Question,
        tree.Answer,
        tree.Related,
        tree.AuthorBio,
        tree.Highlights,
        tree.Tags,
    )
}
_BLOCKS = frozenset(
    {"block", "p", "hl2", "table", "nitf-table", "media", "ol", "ul", "dl", "bq", "fn", "note", "pre", "hr"}
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def blocks(element: etree._Element) -> list[Draft]:
    """Return the blocks in an element that holds no text of its own. Raises LoadError for text and what is no block."""
    _refuse_text(element)
    return [block for child in element for block in _block(child)]


def _refuse_text(element: etree._Element) -> None:
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            raise LoadError(path_of(element), f"text is not allowed here: {text.strip()[:40]!r}")


def _block(element: etree._Element) -> list[Draft]:
    read = _READERS.get(str(element.tag))
    if read is None:
        raise LoadError(path_of(element), f"<{element.tag}> is not allowed here")
    return read(element)


def _paragraph(element: etree._Element) -> list[Draft]:
    return filled(draft(_LINES.get(element.get("class", ""), tree.Paragraph), *line(element)))


def _heading(element: etree._Element) -> list[Draft]:
    name = element.get("class", "")
    if name == tree.Headline.type:
        return filled(draft(tree.Headline, *line(element)))
    level = name.removeprefix("level-")
    return filled(
        draft(tree.Heading, *line(element), level=int(level) if level in [*"123456"] else 0 if not name else 2)
    )


def _list(element: etree._Element) -> list[Draft]:
    _refuse_text(element)
    items = [trimmed([*raw(_parts(child))]) for child in _only(element, "li")]
    return item_list(items, ordered=element.tag == "ol", start=element.get("seqnum", ""))


def _only(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children, which must be elements `tags`."""
    for child in element:
        if child.tag not in tags:
            raise LoadError(path_of(child), f"<{child.tag}> is not allowed here")
        yield child


def _quotation(element: etree._Element) -> list[Draft]:
    _refuse_text(element)
    found: list[Draft] = []
    for child in _only(element, "block", "credit"):
        found += filled(draft(tree.Paragraph, *line(child))) if child.tag == "credit" else blocks(child)
    return filled(draft(tree.PullQuote if element.get("class") == tree.PullQuote.type else tree.Quotation, *found))


def _box(element: etree._Element) -> list[Draft]:
    kind = _BOXES.get(element.get("class", ""))
    found = blocks(element)
    if kind is None:
        return found
    return filled(
        draft(
            kind,
            *(
                found
                if kind in (tree.FactBox, tree.Embed, tree.LiveEntry, tree.Question, tree.Answer, tree.Related)
                else raw(found)
            ),
        )
    )


def note(element: etree._Element) -> list[Draft]:
    """Return a correction or a notice of rights, none where the note is empty. Raises LoadError."""
    _refuse_text(element)
    found = [block for content in _only(element, "body.content") for block in blocks(content)]
    kind = tree.Copyright if element.get("noteclass") in ("cpyrt", "trademk") else tree.Correction
    return filled(draft(kind, *raw(found)))


def _definitions(element: etree._Element) -> list[Draft]:
    return [found for child in _only(element, "dt", "dd") for found in filled(draft(tree.Paragraph, *line(child)))]


def _media(element: etree._Element) -> list[Draft]:
    """A figure, or the caption alone where there is no picture."""
    _refuse_text(element)
    images = [
        draft(tree.Image, alt=found.get("alternate-text", ""), target=found.get("source"), title=found.get("name"))
        for found in element.iterchildren("media-reference")
        if found.get("source") or found.get("alternate-text")
    ]
    caption = [part for found in element.iterchildren("media-caption") for part in line(found)]
    credit = ", ".join(name for found in element.iterchildren("media-producer") if (name := words(found)))
    return figure(caption, credit, images)


def _table(element: etree._Element) -> list[Draft]:
    rows = [found for found in element.iter("tr") if next(found.iterancestors("table"), None) is element]
    return filled(draft(tree.Table, *(row([*_only(found, "td", "th")], line) for found in rows)))


def words(element: etree._Element) -> str:
    """Return all the text in an element, white space made one space."""
    return " ".join(text_of(element).split())


_READERS: dict[str, Callable[[etree._Element], list[Draft]]] = {
    "block": _box,
    "p": _paragraph,
    "hl2": _heading,
    "ol": _list,
    "ul": _list,
    "bq": _quotation,
    "note": note,
    "fn": lambda element: [block for content in _only(element, "body.content") for block in blocks(content)],
    "dl": _definitions,
    "media": _media,
    "table": _table,
    "nitf-table": lambda element: [table for child in element.iterchildren("table") for table in _table(child)],
    "pre": lambda element: [draft(tree.CodeBlock, text=text_of(element))],
    "hr": lambda _: [draft(tree.Separator)],
    # What a block may begin with: its words are kept.
    **dict.fromkeys(("byline", "dateline", "copyrite", "datasource"), _paragraph),
    "abstract": blocks,
    "tobject": lambda _: [],
    "key-list": lambda _: [],
    "classifier": lambda _: [],
}


def line(element: etree._Element) -> list[Part]:
    """Return the text of an element with its marks; of blocks in it, the words."""
    return trimmed([*flat(_parts(element))])


def _parts(element: etree._Element) -> list[Part]:
    """Texts, inline nodes and blocks of an element as they come."""
    parts: list[Part] = [_SPACES.sub(" ", element.text or "")]
    for child in element:
        parts += _block(child) if child.tag in _BLOCKS else _inline(child)
        parts.append(_SPACES.sub(" ", child.tail or ""))
    return [part for part in parts if part != ""]


def _inline(element: etree._Element) -> list[Part]:
    """The inline node that an element becomes; of names, sums and the like, what is in it."""
    if element.tag == "br":
        return [draft(tree.LineBreak)]
    name = element.get("class", "")
    if element.tag == "em" and name == "code":
        return [draft(tree.Code, text=text_of(element))]
    inner = [*flat(_parts(element))]
    if element.tag == "em":
        return [draft(_EM.get(name, tree.Emphasis), *inner)]
    if element.tag == "a":
        return [draft(tree.Link, *inner, target=known_target(element.get("href")), title=element.get("title"))]
    return inner
