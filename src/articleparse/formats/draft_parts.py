"""What elements of a document become on the way to nodes, whatever the vocabulary: texts and drafts, as they come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from articleparse.formats.draft import Draft
from articleparse.tree import CodeBlock, Heading, ItemList, Paragraph, Quotation, Separator, Table

Part = Draft | str

RAW = (Heading, Paragraph, ItemList, Quotation, Table, CodeBlock, Separator)
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
