"""Drafts of the lines and blocks that formats have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

import attrs
from lxml import etree

from articleparse import tree
from articleparse.formats.scalars import is_date
from articleparse.tree import Node
from articleparse.tree.drafts import Draft, draft

Part = Draft | str

_RAW = tuple(kind for kind in tree.ALLOWED[tree.Item] if not kind.inline)
"""The blocks that items of lists, corrections and the like may hold."""

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def parts_of(element: etree._Element, read: Callable[[etree._Element], Iterable[Part]]) -> list[Part]:
    """Return what is in an element: texts, their white space made single spaces, and what `read` makes of elements."""
    parts: list[Part] = [_SPACES.sub(" ", element.text or "")]
    for child in element:
        parts += read(child)
        parts.append(_SPACES.sub(" ", child.tail or ""))
    return [part for part in parts if part != ""]


def flat(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, with blocks replaced by what is in them between spaces."""
    for part in parts:
        if isinstance(part, str) or part.kind.inline:
            yield part
        else:
            yield " "
            yield from flat(part.parts)
            yield part.fields.get("text", "") + " "


def trimmed(parts: Sequence[Part], *, breaks_too: bool = False) -> list[Part]:
    """Return the parts without white space at both ends; empty where there is nothing else.

    With `breaks_too`, line breaks count as white space. White space within the parts has been made single spaces.
    """

    def is_white(part: Part) -> bool:
        return part == " " if isinstance(part, str) else breaks_too and part.kind is tree.LineBreak

    solid = [index for index, part in enumerate(parts) if not is_white(part)]
    kept = [*parts[solid[0] : solid[-1] + 1]] if solid else []
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" ")
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return kept


def raw(parts: Iterable[Part], *, breaks_too: bool = False) -> Iterator[Part]:
    """Yield what may stand in an item: texts, inline nodes, simple blocks, and the words of other blocks."""
    for part in parts:
        if isinstance(part, str) or part.kind.inline or part.kind in _RAW:
            yield part
        elif text := trimmed([*flat(part.parts)], breaks_too=breaks_too):
            yield draft(tree.Paragraph, *text)


def filled(found: Draft) -> list[Draft]:
    """Return the draft, unless there is nothing in it."""
    return [found] if found.parts else []


def item_list(items: Iterable[Iterable[Part]], *, ordered: bool, start: str) -> list[Draft]:
    """Return a list of the items that are not empty; `start` is its first number, if one of up to nine digits."""
    drafts = [item for parts in items for item in filled(draft(tree.Item, *parts))]
    number = int(start) if _NUMBER.fullmatch(start) else None
    return filled(draft(tree.ItemList, *drafts, ordered=ordered, start=number))


def row(cells: Sequence[etree._Element], line: Callable[[etree._Element], list[Part]]) -> Draft:
    """Return the row of a table; cells `th` are heads."""
    is_header = bool(cells) and all(cell.tag == "th" for cell in cells)
    return draft(tree.Row, *(draft(tree.Cell, *line(cell)) for cell in cells), is_header=is_header)


def text_of(element: etree._Element) -> str:
    """Return all the text in an element, as it stands."""
    return "".join(str(text) for text in element.itertext())


@attrs.frozen
class Name:
    """Someone in a byline."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    is_agency: bool = False
    url: str | None = None

    def draft(self) -> Draft:
        """Return the author; the name is a link where an address is known."""
        text: Draft | str = self.name if self.url is None else draft(tree.Link, self.name, target=self.url)
        fields = {"role": self.role, "affiliation": self.affiliation, "is_agency": self.is_agency}
        return draft(tree.Author, text, name=self.name, **fields)


def lines(kind: type[Node], texts: Iterable[str], **of_each: Any) -> Iterator[Draft]:
    """Yield a node of class `kind` for each text that is not empty, each with the fields `of_each`."""
    return (draft(kind, text, **of_each) for text in texts if text)


def byline(names: Sequence[Name], text: str = "") -> list[Draft]:
    """Return the byline: `text` with the names marked in their order, and those that it lacks behind it."""
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
    return filled(draft(tree.Byline, *parts))


def timestamp(kind: Literal["published", "updated"], when: str) -> list[Draft]:
    """Return a line with a date, be it one of ISO 8601 or mere words."""
    stamp = draft(tree.Timestamp, when, kind=kind, raw=when, when=when if is_date(when) else None)
    return [draft(tree.TimestampLine, stamp)] if when else []


def _listed(kind: type[Node], items: Iterable[Draft]) -> list[Draft]:
    found = draft(tree.ItemList, *items)
    return [draft(kind, found)] if found.parts else []


def highlights(points: Iterable[str]) -> list[Draft]:
    """Return the key points as a list."""
    return _listed(tree.Highlights, lines(tree.Item, points))


def tags(names: Iterable[str]) -> list[Draft]:
    """Return the topics as a list."""
    return _listed(tree.Tags, lines(tree.Item, names))


def related(links: Iterable[tuple[str, str | None]]) -> list[Draft]:
    """Return related stories, text and target each, as a list of links."""
    return _listed(tree.Related, (draft(tree.Item, draft(tree.Link, text, target=target)) for text, target in links))


def image(alt: str, target: str | None, title: str | None = None) -> list[Draft]:
    """Return the image, unless nothing is known of it."""
    return [draft(tree.Image, alt=alt, target=target, title=title)] if alt or target is not None else []


def figure(caption: Sequence[Part], credit: str, images: Sequence[Draft]) -> list[Draft]:
    """Return a picture with its caption, or the caption alone where there is no picture.

    A credit alone is in a figure, too, so that it is not taken for that of the caption before it.
    """
    holder = [draft(tree.Credit, f"({credit})", holder=credit)] if credit else []
    picture = [draft(tree.Paragraph, *images)] if images else []
    if not any(caption):
        return filled(draft(tree.Figure, *picture, *([draft(tree.CreditLine, *holder)] if holder else [])))
    legend = draft(tree.Caption, *caption, " " * len(holder), *holder)
    return [draft(tree.Figure, *picture, legend)] if picture else [legend]


def headline(text: str) -> Iterator[Draft]:
    """Yield the headline, if there is one."""
    return lines(tree.Headline, [text])


def into_sections(found: list[Draft]) -> list[Draft]:
    """Return blocks in sections: one begins at each heading."""
    groups: list[list[Draft]] = []
    for block in found:
        if block.kind is tree.Heading or not groups:
            groups.append([])
        groups[-1].append(block)
    return [
        draft(tree.Section, *group, level=group[0].fields["level"] if group[0].kind is tree.Heading else 0)
        for group in groups
    ]
