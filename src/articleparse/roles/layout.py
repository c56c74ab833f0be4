"""What a block looks like: its kind, its size, its links, how it ends, and where on the page it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from articleparse.blocks import Unit, UnitKind
from articleparse.roles.measure import Measure
from articleparse.roles.registry import (
    BOTTOM_NAMES,
    ITEM_NAMES,
    ITEMS,
    KEYS,
    PLACES,
    SIZE_NAMES,
    TOP_NAMES,
    WIDTH_NAMES,
    WIDTHS,
)
from articleparse.source import CLOSERS, QUOTES

SHORT = 140
"""Only lines narrower than this are looked at for names, dates and capitals."""

_SENTENCES = re.compile(r"[.!?。！？।؟]['\"”’»]?(?:\s|$)|[。！？]")
_SAMPLE = 1000
"""Code points of a paragraph in which sentences are counted."""


def layout(block: Measure) -> list[str]:
    """Return the features of how `block` is written."""
    found = [*_basic(block.name, WIDTH_NAMES[bisect_right(WIDTHS, block.width)], _ending(block))]
    if block.links or block.images:
        found += _links(block)
    if block.level:
        found.append(f"level={min(block.level, 6)}")
    if block.kind is UnitKind.LIST:
        found += _items(block)
    if block.is_bold:
        found.append("bold")
    if block.width >= SHORT and block.kind is UnitKind.PARAGRAPH:
        found.append("sentences>1" if len(_SENTENCES.findall(block.text[:_SAMPLE])) > 1 else "sentences<=1")
    opening = block.text[:1]
    if opening and opening in QUOTES:
        found.append("opens with quote")
    elif block.level == 0 and opening.islower():  # a heading goes on with nothing
        found.append("opens lower case")
    return found


@cache
def _basic(kind: str, width: str, ending: str) -> tuple[str, ...]:
    """What every block has; kept, for there are only some hundred combinations."""
    return ("any", f"kind={kind}", width, f"{kind}&{width}", ending, f"{kind}&{ending}")


def _ending(block: Measure) -> str:
    text = block.text
    if block.ends_sentence:
        return "ends=question" if text.rstrip(CLOSERS)[-1] in "?？؟" else "ends=sentence"
    if text[-1:] in (":", "："):
        return "ends=colon"
    return "ends=open" if text else "ends=empty"


def _links(block: Measure) -> tuple[str, ...]:
    """How much of the text is under links, and whether there are pictures."""
    if block.images:
        return ("picture and text",) if block.text else ("picture alone",)
    length = len(block.text)
    if block.linked * 10 >= length * 9:
        return ("all linked", "one link" if block.links == 1 else "links>1")
    return ("mostly linked",) if block.linked * 2 >= length else ("some linked",)


def _items(block: Measure) -> tuple[str, ...]:
    average = block.width / block.items if block.items else 0
    return (
        ITEM_NAMES[bisect_right(ITEMS, block.items)],
        "items are links" if block.link_items * 10 >= block.items * 8 else "items are text",
        "items long" if average >= 60 else "items medium" if average >= 25 else "items short",
    )


_CENTRED = 12
"""From so much white space before it on, a block is a line that the converter centred."""

_TIGHT = 0.7
"""The share of blocks with no blank line before them from which on a dump has a line for each block."""


def places(units: Sequence[Unit]) -> list[list[str]]:
    """Return for each block the features of where it stands, and of how it is set off."""
    count = len(units)
    tight = ("tight",) if sum(_gaps(units)) > _TIGHT * (count - 1) else ()
    size = (SIZE_NAMES[bisect_right(PLACES[1:], count)], *tight)
    found = []
    end = 0
    for index, unit in enumerate(units):
        top, bottom = bisect_right(PLACES, index), bisect_right(PLACES, count - 1 - index)
        names = [TOP_NAMES[top], BOTTOM_NAMES[bottom], *size]
        start, stop = unit.node.span
        if start - end >= _CENTRED:
            names.append("centred")
        if unit.kind is UnitKind.FIELD:
            names.append(f"key={unit.key if unit.key in KEYS else 'other'}")
        found.append(names)
        end = stop
    return found


def _gaps(units: Sequence[Unit]) -> list[bool]:
    """For each block but the first whether it follows the one before it at once."""
    return [behind.node.span.start - unit.node.span.end <= 1 for unit, behind in pairwise(units)]
