"""Drafts of the lines and blocks that formats have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import attrs
from lxml import etree

from articleparse import tree
from articleparse.tree import Node
from articleparse.tree.drafts import Draft, draft

Part = Draft | str

RAW = (tree.Heading, tree.Paragraph, tree.ItemList, tree.Quotation, tree.Table, tree.CodeBlock, tree.Separator)
"""The blocks that items of lists, corrections and the like may hold."""

_NOWHERE = re.compile(r"\s*(?:#|(?:javascript|vbscript|data):.*)?\s*\Z", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def flat(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with blocks replaced by what is in them between spaces."""
    for part in parts:
        if isinstance(part, str) or part.kind.inline:
            yield part
        else:
            yield " "
            yield from flat(part.parts)
            yield part.fields.get("text", "") + " "


def address(target: str | None) -> str | None:
    """`target`, or None for a link that leads nowhere: `#`, a script, data."""
    return None if target is None or _NOWHERE.match(target) else target


def list_start(number: str) -> int | None:
    """The number that a list starts with; None for what is none of up to nine digits."""
    return int(number) if _NUMBER.fullmatch(number) else None


def text_of(element: etree._Element) -> str:
    """All the text in an element, as it stands."""
    return "".join(str(text) for text in element.itertext())


def unpadded(line: list[Part]) -> list[Part]:
    """`line` without blanks before its first text and behind its last, where it begins or ends with one."""
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip(" ")
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip(" ")
    return line


@attrs.frozen
class Name:
    """Someone in a byline."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    is_agency: bool = False
    url: str | None = None

    def draft(self) -> Draft:
        """The author; the name is a link where an address is known."""
        text: Draft | str = self.name if self.url is None else draft(tree.Link, self.name, target=self.url)
        fields = {"role": self.role, "affiliation": self.affiliation, "is_agency": self.is_agency}
        return draft(tree.Author, text, name=self.name, **fields)


def lines(kind: type[Node], texts: Iterable[str], **of_each: Any) -> Iterator[Draft]:
    """A node of class `kind` for each text that is not empty, each with the fields `of_each`."""
    return (draft(kind, text, **of_each) for text in texts if text)


def byline(names: Sequence[Name], text: str = "") -> list[Draft]:
    """The byline: `text` with the names marked in their order, and those that it lacks behind it."""
    parts: list[Draft | str] = []
    missing: list[Name] = []
    position = 0
    for name in names:
        found = text.find(name.name, position)
        if found < 0:
            missing.append(name)
            continue
        parts += [text[position:found], name.draft()]
        position = found + len(name.name)
    parts.append(text[position:])
    for name in missing:
        parts += [", " if any(parts) else "", name.draft()]
    return [draft(tree.Byline, *parts)] if any(parts) else []


_ISO_8601 = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d[0-9:.,+Z-]*)?)?)?")


def timestamp(kind: Literal["published", "updated"], when: str) -> list[Draft]:
    """A line with a date, be it one of ISO 8601 or mere words."""
    stamp = draft(tree.Timestamp, when, kind=kind, raw=when, when=when if _ISO_8601.fullmatch(when) else None)
    return [draft(tree.TimestampLine, stamp)] if when else []


def highlights(points: Iterable[str]) -> list[Draft]:
    """The key points as a list."""
    items = [*lines(tree.Item, points)]
    return [draft(tree.Highlights, draft(tree.ItemList, *items))] if items else []


def tags(names: Iterable[str]) -> list[Draft]:
    """The topics as a list."""
    items = [*lines(tree.Item, names)]
    return [draft(tree.Tags, draft(tree.ItemList, *items))] if items else []


def related(links: Iterable[tuple[str, str | None]]) -> list[Draft]:
    """Related stories, text and target each, as a list of links."""
    items = [draft(tree.Item, draft(tree.Link, text, target=target)) for text, target in links]
    return [draft(tree.Related, draft(tree.ItemList, *items))] if items else []


def figure(caption: str, credit: str, alt: str, target: str | None) -> list[Draft]:
    """A picture with its caption, or the caption alone where there is no picture.

    A credit alone is in a figure, too, so that it is not taken for that of the caption before it.
    """
    holder = [draft(tree.Credit, f"({credit})", holder=credit)] if credit else []
    legend = [draft(tree.Caption, caption, " ", *holder) if holder else draft(tree.Caption, caption)] if caption else []
    if not caption and holder:
        legend = [draft(tree.CreditLine, *holder)]
    if caption and target is None and not alt:
        return legend
    image = [draft(tree.Paragraph, draft(tree.Image, alt=alt, target=target))] if alt or target is not None else []
    return [draft(tree.Figure, *image, *legend)] if image or legend else []


def headline(text: str) -> Iterator[Draft]:
    """The headline, if there is one."""
    return lines(tree.Headline, [text])
