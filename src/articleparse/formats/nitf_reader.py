"""An article from NITF: the document, its head, and its blocks and lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from articleparse import tree
from articleparse.codec.loader import LoadError
from articleparse.formats import draft_blocks
from articleparse.formats.documents import path_of, xml_document
from articleparse.formats.draft_blocks import Part, filled, flat, raw, text_of, trimmed
from articleparse.formats.scalars import from_basic, known_target
from articleparse.source.scripts import is_unspaced
from articleparse.tree import Article, Node
from articleparse.tree.drafts import Draft, compose, draft

_EM: dict[str, type[Node]] = {"strong": tree.Strong, "strikethrough": tree.Strikethrough}
_LINES: dict[str, type[Node]] = {kind.type: kind for kind in (tree.Kicker, tree.Deck, tree.Byline, tree.TimestampLine)}
_BOXES = {
    kind.type: kind for kind in (tree.FactBox, tree.Embed, tree.LiveEntry, tree.Question, tree.Answer, tree.Related)
}
_NOTES = {kind.type: kind for kind in (tree.AuthorBio, tree.Highlights, tree.Tags)}


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
    return draft_blocks.item_list(items, ordered=element.tag == "ol", start=element.get("seqnum", ""))


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
        found += _paragraph(child) if child.tag == "credit" else blocks(child)
    return filled(draft(tree.PullQuote if element.get("class") == tree.PullQuote.type else tree.Quotation, *found))


def _box(element: etree._Element) -> list[Draft]:
    name = element.get("class", "")
    found = blocks(element)
    if name in _BOXES:
        return filled(draft(_BOXES[name], *found))
    return filled(draft(_NOTES[name], *raw(found))) if name in _NOTES else found


def note(element: etree._Element) -> list[Draft]:
    """Return a correction or a notice of rights, none where the note is empty. Raises LoadError."""
    _refuse_text(element)
    found = [block for content in _only(element, "body.content") for block in blocks(content)]
    kind = tree.Copyright if element.get("noteclass") in ("cpyrt", "trademk") else tree.Correction
    return filled(draft(kind, *raw(found)))


def _definitions(element: etree._Element) -> list[Draft]:
    return [found for child in _only(element, "dt", "dd") for found in _paragraph(child)]


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
    return draft_blocks.figure(caption, credit, images)


def _table(element: etree._Element) -> list[Draft]:
    rows = [found for found in element.iter("tr") if next(found.iterancestors("table"), None) is element]
    return filled(draft(tree.Table, *(draft_blocks.row([*_only(found, "td", "th")], line) for found in rows)))


def words(element: etree._Element) -> str:
    """Return all the text in an element, white space made one space."""
    return " ".join(text_of(element).split())


_READERS: dict[str, Callable[[etree._Element], list[Draft]]] = {
    "block": _box,
    "p": _paragraph,
    "hl2": _heading,
    **dict.fromkeys(("ol", "ul"), _list),
    "bq": _quotation,
    "note": note,
    "fn": lambda element: [block for content in _only(element, "body.content") for block in blocks(content)],
    "dl": _definitions,
    "media": _media,
    "table": _table,
    "nitf-table": lambda element: [table for child in element.iterchildren("table") for table in _table(child)],
    "pre": lambda element: [draft(tree.CodeBlock, text=text_of(element))],
    "hr": lambda _: [draft(tree.Separator)],
}
_BLOCKS = frozenset(_READERS)

_READERS |= {  # what a block may begin with
    **dict.fromkeys(("byline", "dateline", "copyrite", "datasource"), _paragraph),
    "abstract": blocks,
    **dict.fromkeys(("tobject", "key-list", "classifier"), lambda _: []),
}


def line(element: etree._Element) -> list[Part]:
    """Return the text of an element with its marks; of blocks in it, the words."""
    return trimmed([*flat(_parts(element))])


def _parts(element: etree._Element) -> list[Part]:
    """Texts, inline nodes and blocks of an element as they come."""
    return draft_blocks.parts_of(element, lambda child: _block(child) if child.tag in _BLOCKS else _inline(child))


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


_WHITE = re.compile(r"\s+")
_ELEMENTS = frozenset({"hedline", "note", "rights", "byline", "distributor", "dateline", "abstract", "series"})


class Head:
    """The parts of `head` and `body.head` that the tree has a place for, as drafts."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._parts = [child for head in root.iterfind("body/body.head") for child in head]
        for part in self._parts:
            if part.tag not in _ELEMENTS:
                raise LoadError(path_of(part), f"<{part.tag}> is not allowed here")
        self._moments = {
            "published": from_basic(self._attribute("head/docdata/date.issue", "norm")),
            "updated": from_basic(self._attribute("head/revision-history[@comment='updated']", "norm")),
        }

    def _attribute(self, path: str, name: str) -> str:
        found = self._root.find(path)
        return "" if found is None else found.get(name, "")

    def _each(self, tag: str) -> Iterator[etree._Element]:
        return (part for part in self._parts if part.tag == tag)

    def meta(self) -> tree.Meta:
        """Language and source."""
        source = self._attribute("head/meta[@name='source']", "content")
        return tree.Meta(self._root.get("baselang") or None, name=source or None)

    def front(self) -> list[Draft]:
        """Kicker, headline, decks, bylines, dates and highlights."""
        found = [*self._titles(), *self._bylines(), *self._timestamps(), *self._abstracts()]
        return [block for block in found if block.parts]

    def back(self) -> list[Draft]:
        """Corrections, rights and topics."""
        notes = [found for element in self._each("note") for found in note(element)]
        rights = [draft(tree.Copyright, *line(element)) for element in self._each("rights")]
        keywords = [word.get("key", "") or words(word) for word in self._root.iterfind("head/docdata/key-list/keyword")]
        return [block for block in (*notes, *rights, *draft_blocks.tags(keywords)) if block.parts]

    def dateline(self) -> list[Part]:
        """The dateline that opens the story, none where there is none."""
        for element in self._each("dateline"):
            text = words(element)
            if element.get("class") == tree.TimestampLine.type or not text:
                continue
            agency = next((name for name in self._distributors() if name in text), None)
            place, date = (next(map(words, element.iterchildren(tag)), None) for tag in ("location", "story.date"))
            opening = draft(tree.Dateline, text, place=place, agency=agency, date=date)
            return [opening, *([] if is_unspaced(text[-1]) else [" "])]
        return []

    def _titles(self) -> Iterator[Draft]:
        lines = [child for element in self._each("hedline") for child in element]
        for kind in (tree.Kicker, tree.Headline, tree.Deck):
            yield from (draft(kind, *line(child)) for child in lines if _kind_of_title(child) is kind)

    def _bylines(self) -> Iterator[Draft]:
        named = ""
        for element in self._each("byline"):
            named += words(element)
            yield draft(tree.Byline, *_names(element))
        datelines = "".join(words(element) for element in self._each("dateline"))
        for name in self._distributors():
            if name not in named and name not in datelines:
                yield draft(tree.Byline, draft(tree.Author, name, name=name, is_agency=True))

    def _distributors(self) -> list[str]:
        return [name for element in self._each("distributor") if (name := words(element))]

    def _timestamps(self) -> Iterator[Draft]:
        """The lines of dates; then what `head` alone tells."""
        told: set[str] = set()
        for element in self._each("dateline"):
            if element.get("class") == tree.TimestampLine.type:
                yield draft(tree.TimestampLine, *self._dates(element, told))
        for kind, moment in self._moments.items():
            if moment is not None and kind not in told:
                yield draft(tree.TimestampLine, draft(tree.Timestamp, moment, kind=kind, raw=moment, when=moment))

    def _dates(self, element: etree._Element, told: set[str]) -> list[Part]:
        """A line of dates. Of two equal ones, the first is that of publication if the head has it as both."""
        parts: list[Part] = [_text(element.text)]
        for child in element:
            moment = from_basic(child.get("norm", ""))
            kinds = [kind for kind, known in self._moments.items() if moment is not None and moment == known]
            kind = next((kind for kind in kinds if kind not in told), kinds[-1] if kinds else "unspecified")
            told.add(kind)
            parts += [draft(tree.Timestamp, words(child), kind=kind, raw=words(child), when=moment), _text(child.tail)]
        return parts

    def _abstracts(self) -> Iterator[Draft]:
        for element in self._each("abstract"):
            found = blocks(element)
            if element.get("class") == tree.Highlights.type:
                yield draft(tree.Highlights, *raw(found))
            else:
                yield from (draft(tree.Deck, *block.parts) for block in found)


def _kind_of_title(element: etree._Element) -> type[Node]:
    if element.tag == "hl1":
        return tree.Headline
    return tree.Kicker if element.get("class") == tree.Kicker.type else tree.Deck


def _text(text: str | None) -> str:
    return _WHITE.sub(" ", text or "")


def _names(byline: etree._Element) -> list[Part]:
    """The text of a byline with its names; a title or an organisation goes with the person before it."""
    parts: list[Part] = [_text(byline.text)]
    for child in byline:
        name = words(child)
        agency = child.find("org[@class='agency']") is not None
        author = next((part for part in reversed(parts) if isinstance(part, Draft)), None)
        if child.tag == "person" or agency:
            parts.append(draft(tree.Author, name, name=name, is_agency=agency))
        else:
            if child.tag == "byttl" and author is not None:
                author.fields.setdefault("affiliation" if child.find("org") is not None else "role", name)
            parts.append(name)
        parts.append(_text(child.tail))
    return [part for part in parts if part != "" and part != draft(tree.Author, "", name="", is_agency=False)]


NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"


def from_nitf(data: str | bytes) -> Article:
    """Return the article in an NITF document (3.6, or older without namespace and DTD), as far as NITF holds one.

    Its source is made of its words: what they were in a dump, NITF doesn't tell. See `docs/formats/nitf.md`.
    Nothing but `data` is read: a document type declaration is refused, and with it every entity. Raises LoadError, and
    nothing else, for what is no NITF; its path is that of the element at fault.

    >>> article = from_nitf("<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head></body></nitf>")
    >>> article.headline.text
    'Rain'
    >>> from_nitf("<nitf><body><p>Rain</p></body></nitf>")
    Traceback (most recent call last):
        ...
    articleparse.codec.loader.LoadError: /nitf/body/p: <p> is not allowed here
    """
    root = xml_document(data, NAMESPACE)
    if root.tag != "nitf":
        raise LoadError("$", f"must be <nitf>, not <{root.tag}>")
    body = root.find("body")
    if body is None:
        raise LoadError("/nitf", "has no body")
    for child in body:
        if child.tag not in ("body.head", "body.content", "body.end"):
            raise LoadError(path_of(child), f"<{child.tag}> is not allowed here")
    head = Head(root)
    content = [block for element in body.iterchildren("body.content") for block in blocks(element)]
    end = [child for element in body.iterchildren("body.end") for child in element]
    closing = [draft(tree.AuthorBio if child.tag == "tagline" else tree.Paragraph, *line(child)) for child in end]
    back = [*(block for block in closing if block.parts), *head.back()]
    return compose(head.front(), draft_blocks.into_sections(_opened(content, head.dateline())), back, head.meta())


def _opened(content: list[Draft], dateline: list[Part]) -> list[Draft]:
    """The blocks, the dateline at the beginning of the first paragraph."""
    if not dateline:
        return content
    first = next((index for index, block in enumerate(content) if block.kind is tree.Paragraph), len(content))
    opening = content[first].parts if first < len(content) else ()
    return [*content[:first], draft(tree.Paragraph, *dateline, *opening), *content[first + 1 :]]
