"""An article from NITF: the document and its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from articleparse import tree
from articleparse.codec.loader import LoadError
from articleparse.formats import draft_blocks
from articleparse.formats.documents import path_of, xml_document
from articleparse.formats.draft_blocks import Part, into_sections, raw
from articleparse.formats.iso_dates import from_basic
from articleparse.formats.nitf_blocks import blocks, line, note, words
from articleparse.source.scripts import is_unspaced
from articleparse.tree import Article, Node
from articleparse.tree.drafts import Draft, compose, draft

_SPACES = re.compile(r"\s+")
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
            place, date = (element.find(tag) for tag in ("location", "story.date"))
            fields = {
                "place": words(place) if place is not None else None,
                "agency": agency,
                "date": words(date) if date is not None else None,
            }
            return [draft(tree.Dateline, text, **fields), *([] if is_unspaced(text[-1]) else [" "])]
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
    return _SPACES.sub(" ", text or "")


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
    return compose(head.front(), into_sections(_opened(content, head.dateline())), back, head.meta())


def _opened(content: list[Draft], dateline: list[Part]) -> list[Draft]:
    """The blocks, the dateline at the beginning of the first paragraph."""
    if not dateline:
        return content
    first = next((index for index, block in enumerate(content) if block.kind is tree.Paragraph), len(content))
    opening = content[first].parts if first < len(content) else ()
    return [*content[:first], draft(tree.Paragraph, *dateline, *opening), *content[first + 1 :]]
