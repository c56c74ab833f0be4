"""What stands at the head of a story in NITF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from articleparse.load.compose import Draft, draft
from articleparse.load.errors import LoadError
from articleparse.load.nitf_content import blocks, line, note, raw, words
from articleparse.load.parts import Part
from articleparse.load.xml_document import path_of
from articleparse.source import is_unspaced
from articleparse.tree import (
    Author,
    Byline,
    Copyright,
    Dateline,
    Deck,
    Headline,
    Highlights,
    Item,
    ItemList,
    Kicker,
    Meta,
    Node,
    Tags,
    Timestamp,
    TimestampLine,
)  # fmt: skip

_NORM = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z|[+-]\d\d:?\d\d)?)?")
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
            "published": when(self._attribute("head/docdata/date.issue", "norm")),
            "updated": when(self._attribute("head/revision-history[@comment='updated']", "norm")),
        }

    def _attribute(self, path: str, name: str) -> str:
        found = self._root.find(path)
        return "" if found is None else found.get(name, "")

    def _each(self, tag: str) -> Iterator[etree._Element]:
        return (part for part in self._parts if part.tag == tag)

    def meta(self) -> Meta:
        """Language and source."""
        source = self._attribute("head/meta[@name='source']", "content")
        return Meta(self._root.get("baselang") or None, name=source or None)

    def front(self) -> list[Draft]:
        """Kicker, headline, decks, bylines, dates and highlights."""
        found = [*self._titles(), *self._bylines(), *self._timestamps(), *self._abstracts()]
        return [block for block in found if block.parts]

    def back(self) -> list[Draft]:
        """Corrections, rights and topics."""
        notes = [found for element in self._each("note") for found in note(element)]
        rights = [draft(Copyright, *line(element)) for element in self._each("rights")]
        keywords = [word.get("key", "") or words(word) for word in self._root.iterfind("head/docdata/key-list/keyword")]
        items = [draft(Item, keyword) for keyword in keywords if keyword]
        tags = [draft(Tags, draft(ItemList, *items))] if items else []
        return [block for block in (*notes, *rights, *tags) if block.parts]

    def dateline(self) -> list[Part]:
        """The dateline that opens the story, none where there is none."""
        for element in self._each("dateline"):
            text = words(element)
            if element.get("class") == TimestampLine.type or not text:
                continue
            agency = next((name for name in self._distributors() if name in text), None)
            place, date = (element.find(tag) for tag in ("location", "story.date"))
            fields = {
                "place": words(place) if place is not None else None,
                "agency": agency,
                "date": words(date) if date is not None else None,
            }
            return [draft(Dateline, text, **fields), *([] if is_unspaced(text[-1]) else [" "])]
        return []

    def _titles(self) -> Iterator[Draft]:
        lines = [child for element in self._each("hedline") for child in element]
        for kind in (Kicker, Headline, Deck):
            yield from (draft(kind, *line(child)) for child in lines if _kind_of_title(child) is kind)

    def _bylines(self) -> Iterator[Draft]:
        named = ""
        for element in self._each("byline"):
            named += words(element)
            yield draft(Byline, *_names(element))
        datelines = "".join(words(element) for element in self._each("dateline"))
        for name in self._distributors():
            if name not in named and name not in datelines:
                yield draft(Byline, draft(Author, name, name=name, is_agency=True))

    def _distributors(self) -> list[str]:
        return [name for element in self._each("distributor") if (name := words(element))]

    def _timestamps(self) -> Iterator[Draft]:
        """The lines of dates; then what `head` alone tells."""
        told: set[str] = set()
        for element in self._each("dateline"):
            if element.get("class") == TimestampLine.type:
                yield draft(TimestampLine, *self._dates(element, told))
        for kind, moment in self._moments.items():
            if moment is not None and kind not in told:
                yield draft(TimestampLine, draft(Timestamp, moment, kind=kind, raw=moment, when=moment))

    def _dates(self, element: etree._Element, told: set[str]) -> list[Part]:
        """A line of dates. Of two equal ones, the first is that of publication if the head has it as both."""
        parts: list[Part] = [_text(element.text)]
        for child in element:
            moment = when(child.get("norm", ""))
            kinds = [kind for kind, known in self._moments.items() if moment is not None and moment == known]
            kind = next((kind for kind in kinds if kind not in told), kinds[-1] if kinds else "unspecified")
            told.add(kind)
            parts += [draft(Timestamp, words(child), kind=kind, raw=words(child), when=moment), _text(child.tail)]
        return parts

    def _abstracts(self) -> Iterator[Draft]:
        for element in self._each("abstract"):
            found = blocks(element)
            if element.get("class") == Highlights.type:
                yield draft(Highlights, *raw(found))
            else:
                yield from (draft(Deck, *block.parts) for block in found)


def _kind_of_title(element: etree._Element) -> type[Node]:
    if element.tag == "hl1":
        return Headline
    return Kicker if element.get("class") == Kicker.type else Deck


def when(norm: str) -> str | None:
    """A date or date-time in the basic or the extended form of ISO 8601 as `Timestamp.when` has it; else None.

    >>> when("20240303T101500+0100"), when("20240303"), when("3 March")
    ('2024-03-03T10:15+01:00', '2024-03-03', None)
    """
    found = _NORM.fullmatch(norm)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups("")
    date = f"{year}-{month}-{day}"
    if not hour:
        return date
    shift = f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone
    return f"{date}T{hour}:{minute}{f':{second}' if second not in ('', '00') else ''}{shift}"


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
            parts.append(draft(Author, name, name=name, is_agency=agency))
        else:
            if child.tag == "byttl" and author is not None:
                author.fields.setdefault("affiliation" if child.find("org") is not None else "role", name)
            parts.append(name)
        parts.append(_text(child.tail))
    return [part for part in parts if part != "" and part != draft(Author, "", name="", is_agency=False)]
