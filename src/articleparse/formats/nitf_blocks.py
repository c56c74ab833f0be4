"""Blocks and lines of NITF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from articleparse.codec.loader import LoadError
from articleparse.formats.documents import path_of
from articleparse.formats.draft import Draft, draft
from articleparse.formats.draft_blocks import RAW, Part, address, flat, list_start, text_of, unpadded
from articleparse.tree import (
    Answer,
    AuthorBio,
    Byline,
    Caption,
    Cell,
    Code,
    CodeBlock,
    Copyright,
    Correction,
    Credit,
    CreditLine,
    Deck,
    Embed,
    Emphasis,
    FactBox,
    Figure,
    Heading,
    Headline,
    Highlights,
    Image,
    Item,
    ItemList,
    Kicker,
    LineBreak,
    Link,
    LiveEntry,
    Node,
    Paragraph,
    PullQuote,
    Question,
    Quotation,
    Related,
    Row,
    Separator,
    Strikethrough,
    Strong,
    Table,
    Tags,
    TimestampLine,
)  # fmt: skip

_EM: dict[str, type[Node]] = {"strong": Strong, "strikethrough": Strikethrough}
_LINES: dict[str, type[Node]] = {kind.type: kind for kind in (Kicker, Deck, Byline, TimestampLine)}
_BOXES: dict[str, type[Node]] = {
    kind.type: kind for kind in (FactBox, Embed, LiveEntry, Question, Answer, Related, AuthorBio, Highlights, Tags)
}
_BLOCKS = frozenset(
    {"block", "p", "hl2", "table", "nitf-table", "media", "ol", "ul", "dl", "bq", "fn", "note", "pre", "hr"}
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def blocks(element: etree._Element) -> list[Draft]:
    """The blocks in an element that holds no text of its own. Raises LoadError for text, and for what is no block."""
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
    return _filled(draft(_LINES.get(element.get("class", ""), Paragraph), *line(element)))


def _heading(element: etree._Element) -> list[Draft]:
    name = element.get("class", "")
    if name == Headline.type:
        return _filled(draft(Headline, *line(element)))
    level = name.removeprefix("level-")
    return _filled(draft(Heading, *line(element), level=int(level) if level in [*"123456"] else 0 if not name else 2))


def _filled(found: Draft) -> list[Draft]:
    return [found] if found.parts else []


def _list(element: etree._Element) -> list[Draft]:
    _refuse_text(element)
    items = [draft(Item, *_mixed(child)) for child in _only(element, "li")]
    start = element.get("seqnum", "")
    fields = {"ordered": element.tag == "ol", "start": list_start(start)}
    return _filled(draft(ItemList, *(item for item in items if item.parts), **fields))


def _only(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children, which must be elements `tags`."""
    for child in element:
        if child.tag not in tags:
            raise LoadError(path_of(child), f"<{child.tag}> is not allowed here")
        yield child


def _mixed(element: etree._Element) -> list[Part]:
    """Text and raw blocks; of other blocks the words."""
    parts: list[Part] = []
    for part in _parts(element):
        if isinstance(part, str) or part.kind.inline or part.kind in RAW:
            parts.append(part)
        elif text := _trimmed([*flat(part.parts)]):
            parts.append(draft(Paragraph, *text))
    return _trimmed(parts)


def raw(found: Iterable[Draft]) -> Iterator[Draft]:
    """Blocks that may stand in a line of the head; of others the words, as paragraphs."""
    for block in found:
        if block.kind in RAW:
            yield block
        elif text := _trimmed([*flat(block.parts)]):
            yield draft(Paragraph, *text)


def _quotation(element: etree._Element) -> list[Draft]:
    _refuse_text(element)
    found: list[Draft] = []
    for child in _only(element, "block", "credit"):
        found += _filled(draft(Paragraph, *line(child))) if child.tag == "credit" else blocks(child)
    return _filled(draft(PullQuote if element.get("class") == PullQuote.type else Quotation, *found))


def _box(element: etree._Element) -> list[Draft]:
    kind = _BOXES.get(element.get("class", ""))
    found = blocks(element)
    if kind is None:
        return found
    return _filled(
        draft(kind, *(found if kind in (FactBox, Embed, LiveEntry, Question, Answer, Related) else raw(found)))
    )


def note(element: etree._Element) -> list[Draft]:
    """A correction or a notice of rights, none where the note is empty. Raises LoadError."""
    _refuse_text(element)
    found = [block for content in _only(element, "body.content") for block in blocks(content)]
    kind = Copyright if element.get("noteclass") in ("cpyrt", "trademk") else Correction
    return _filled(draft(kind, *raw(found)))


def _definitions(element: etree._Element) -> list[Draft]:
    return [found for child in _only(element, "dt", "dd") for found in _filled(draft(Paragraph, *line(child)))]


def _media(element: etree._Element) -> list[Draft]:
    """A figure, or the caption alone where there is no picture."""
    _refuse_text(element)
    images = [
        draft(Image, alt=found.get("alternate-text", ""), target=found.get("source"), title=found.get("name"))
        for found in element.iterchildren("media-reference")
        if found.get("source") or found.get("alternate-text")
    ]
    caption = [part for found in element.iterchildren("media-caption") for part in line(found)]
    credit = ", ".join(name for found in element.iterchildren("media-producer") if (name := words(found)))
    credits_: list[Part] = [draft(Credit, f"({credit})", holder=credit)] if credit else []
    if caption:
        legend = [draft(Caption, *caption, *([" ", *credits_] if credits_ else []))]
        return [draft(Figure, draft(Paragraph, *images), *legend)] if images else legend
    parts = [draft(Paragraph, *images), draft(CreditLine, *credits_)]
    return _filled(draft(Figure, *(part for part in parts if part.parts)))  # even credits alone: no caption is theirs


def _table(element: etree._Element) -> list[Draft]:
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
    return _filled(draft(Table, *(_row(row) for row in rows)))


def _row(row: etree._Element) -> Draft:
    cells = [*_only(row, "td", "th")]
    is_header = bool(cells) and all(cell.tag == "th" for cell in cells)
    return draft(Row, *(draft(Cell, *line(cell)) for cell in cells), is_header=is_header)


def words(element: etree._Element) -> str:
    """All the text in an element, white space made one space."""
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
    "pre": lambda element: [draft(CodeBlock, text=text_of(element))],
    "hr": lambda _: [draft(Separator)],
    # What a block may begin with: its words are kept.
    **dict.fromkeys(("byline", "dateline", "copyrite", "datasource"), _paragraph),
    "abstract": blocks,
    "tobject": lambda _: [],
    "key-list": lambda _: [],
    "classifier": lambda _: [],
}


def line(element: etree._Element) -> list[Part]:
    """The text of an element with its marks; of blocks in it, the words."""
    return _trimmed([*flat(_parts(element))])


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
        return [draft(LineBreak)]
    name = element.get("class", "")
    if element.tag == "em" and name == "code":
        return [draft(Code, text=text_of(element))]
    inner = [*flat(_parts(element))]
    if element.tag == "em":
        return [draft(_EM.get(name, Emphasis), *inner)]
    if element.tag == "a":
        return [draft(Link, *inner, target=address(element.get("href")), title=element.get("title"))]
    return inner


def _trimmed(parts: list[Part]) -> list[Part]:
    """`parts` without white space at both ends; empty where there is nothing else."""
    solid = [index for index, part in enumerate(parts) if part != " "]
    kept = parts[solid[0] : solid[-1] + 1] if solid else []
    return unpadded(kept)
