"""Features of a block among others: repetition, the page's title, neighbours, and the place in the story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise, permutations

from articleparse.blocks import Unit, UnitKind
from articleparse.roles.measure import Measure
from articleparse.roles.story import Story
from articleparse.source import QUOTES

_KEY_LENGTH = 160
_NOT_WORD = re.compile(r"[\W_]+")
_TITLE_KEYS = frozenset({"title", "headline", "og:title", "name"})
_SITE = re.compile(r"\s+[-–—|·•:»]+\s+")
_LEAST_TITLE = 12
"""A shorter title is a section's or the site's."""


def keys(measures: Sequence[Measure]) -> list[str]:
    """The text of each block as it is compared: lower case, words only, cut at a length."""
    return [_key(block.text[:_KEY_LENGTH]) for block in measures]


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def title_keys(units: Sequence[Unit], measures: Sequence[Measure]) -> frozenset[str]:
    """What the dump says its title is: a header field or a first line, `Title - Site` with any of its parts cut off."""
    found: set[str] = set()
    for index, (unit, block) in enumerate(zip(units, measures, strict=True)):
        is_field = unit.kind is UnitKind.FIELD and unit.key in _TITLE_KEYS
        if is_field:
            found.add(_key(block.text[:_KEY_LENGTH]))
        if is_field or (index == 0 and block.level == 0 and not block.links):
            text = block.text[: 2 * _KEY_LENGTH]
            found.update(_key(text[: cut.start()]) for cut in _SITE.finditer(text))
    return frozenset(key for key in found if len(key) >= _LEAST_TITLE)


def repetition(block_keys: Sequence[str], measures: Sequence[Measure], titles: frozenset[str]) -> list[tuple[str, ...]]:
    """For each block: does its text stand elsewhere too, and is it the page's title."""
    counts = Counter(block_keys)
    headings = {key for key, block in zip(block_keys, measures, strict=True) if block.level}
    seen: set[str] = set()
    found = []
    for key, block in zip(block_keys, measures, strict=True):
        names = _repeated(key, counts[key], seen, is_heading=block.level > 0, in_heading=key in headings)
        found.append((*names, "title") if key in titles else names)
        seen.add(key)
    return found


def _repeated(key: str, count: int, seen: set[str], *, is_heading: bool, in_heading: bool) -> tuple[str, ...]:
    if count == 1 or not key:
        return ()
    names = ["repeated", "repeated before" if key in seen else "repeated later"]
    if count > 2:
        names.append("repeated often")
    if in_heading and not is_heading:
        names.append("same as a heading")
    if len(key) >= 40:
        names.append("repeated at length")
    return tuple(names)


_BESIDE = 8
"""Blocks to either side in which a pull quote's words are looked for."""

_QUOTE = range(20, 240)
"""How long a pull quote is, in code points."""

_SAID = 2_000
"""Code points of a paragraph in which they are looked for."""


def retold(measures: Sequence[Measure]) -> list[tuple[str, ...]]:
    """For each quotation and each bold line or line in quotes, whether a paragraph near it has the same words."""
    found: list[tuple[str, ...]] = [()] * len(measures)
    said: dict[int, str] = {}  # what the paragraphs say that were looked at
    for index, block in enumerate(measures):
        if len(block.text) in _QUOTE and _may_repeat(block) and (own := _key(block.text)):
            for near in range(max(0, index - _BESIDE), min(index + 1 + _BESIDE, len(measures))):
                if near == index or not measures[near].is_prose:
                    continue
                if near not in said:
                    said[near] = _key(measures[near].text[:_SAID])
                if own in said[near]:
                    found[index] = ("retold",)
                    break
    return found


def _may_repeat(block: Measure) -> bool:
    quoted = block.kind is UnitKind.QUOTE or block.text[0] in QUOTES
    return (quoted or block.is_bold) and not block.links


_ENDING = 12
"""Characters at its end by which a line is looked up."""

_LONG_ENDING = 20
"""From this length on it may be glued to what is before it."""

_MOST_ALIKE = 8
"""Lines with the same end that are compared."""


def endings(block_keys: Sequence[str]) -> list[tuple[str, ...]]:
    """For each block, whether it ends with the whole text of another, as the path to a page ends with its headline."""
    found: list[tuple[str, ...]] = [()] * len(block_keys)
    alike: dict[str, list[int]] = {}
    for index, key in enumerate(block_keys):
        if len(key) >= _ENDING:
            alike.setdefault(key[-_ENDING:], []).append(index)
    for indices in alike.values():
        for index, other in permutations(indices[:_MOST_ALIKE], 2):
            own, ending = block_keys[index], block_keys[other]
            if len(ending) < len(own) and own.endswith(ending if len(ending) >= _LONG_ENDING else " " + ending):
                found[index], found[other] = ("ends with a line",), ("ends a line",)
    return found


def neighbours(measures: Sequence[Measure]) -> list[tuple[str, str, str, str]]:
    """For each block: what stands before it and what behind it, and how much of what is around it is prose."""
    sorts = ["nothing", *(_sort(block) for block in measures), "nothing"]
    sums = [0, *accumulate(sort == "prose" for sort in sorts)]
    found = []
    for index in range(1, len(sorts) - 1):
        before, behind = sorts[index - 1], sorts[index + 1]
        near = sums[min(index + 1 + _WINDOW, len(sorts))] - sums[max(0, index - _WINDOW)] - (sorts[index] == "prose")
        found.append(_around(before, behind, near))
    return found


@cache
def _around(before: str, behind: str, near: int) -> tuple[str, str, str, str]:
    return (f"prev={before}", f"next={behind}", f"between {before} and {behind}", f"prose around={near}")


_LIMITS = (20, 35, 70, 140)
_SIZES = ("tiny", "narrow", "medium", "wide", "widest")


def size(block: Measure) -> str:
    """How wide the block is, as finely as kicker, headline and deck differ."""
    return "list" if block.items else _SIZES[bisect_right(_LIMITS, block.width)]


def steps(measures: Sequence[Measure]) -> list[tuple[str, ...]]:
    """For each line: its size beside that of the line before it and of the line behind it."""
    sizes = ["none", *map(size, measures), "none"]
    return [
        _stepped(sizes[index - 1], sizes[index], sizes[index + 1]) if sizes[index] not in _UNSTEPPED else ()
        for index in range(1, len(sizes) - 1)
    ]


_UNSTEPPED = ("list", "widest")


@cache
def _stepped(before: str, own: str, behind: str) -> tuple[str, ...]:
    return (f"{before} then {own}", f"{own} before {behind}")


_WINDOW = 3
"""Blocks to either side that count as being around a block."""


def _sort(block: Measure) -> str:
    if block.kind is UnitKind.PARAGRAPH:
        if block.is_prose:
            return "prose"
        if not block.text:
            return "picture" if block.images else "empty"
        return "linked" if block.is_linked else "short" if block.width < 80 else "medium"
    if block.kind is UnitKind.LIST:
        return "links" if block.is_linked else "list"
    return block.name


def positions(measures: Sequence[Measure], story: Story) -> list[tuple[str, ...]]:
    """Where each block stands, measured from the stretch that is probably the story."""
    return [_position(index, story, block) for index, block in enumerate(measures)]


def _position(index: int, story: Story, block: Measure) -> tuple[str, ...]:
    """Where the block stands, measured from the stretch that is probably the story."""
    if story.first == story.end:
        return ("no story",)
    breadth = "wide" if block.width >= 140 else "medium" if block.width >= 50 else "narrow"
    if index < story.first:
        distance = story.first - index
        place = "just above" if distance <= 3 else "near above" if distance <= 12 else "far above"
    elif index >= story.end:
        distance = index - story.end
        place = "just below" if distance < 3 else "near below" if distance < 10 else "far below"
    else:
        place = "story's first" if index == story.first else "story's last" if index == story.end - 1 else "in story"
    names = _placed(place, block.name, breadth)
    if story.heading < 0:
        return (*names, "no heading above the story") if index < story.first else names
    if index < story.heading:
        return (*names, "above the heading")
    if index == story.heading:
        return (*names, "the heading", f"the heading&level={block.level}")
    if index < story.first:
        return (*names, "between heading and story")
    return names


@cache
def _placed(place: str, kind: str, size: str) -> tuple[str, ...]:
    return (place, f"{kind}&{place}", f"{size}&{place}")


_TIGHT = 0.7
"""The share of blocks with no blank line before them from which on a dump is tight."""


def is_tight(units: Sequence[Unit]) -> bool:
    """Whether the dump has a line for each block and no blank lines: there, a place says less about a line."""
    close = sum([behind.node.span[0] - unit.node.span[1] <= 1 for unit, behind in pairwise(units)])
    return close > _TIGHT * (len(units) - 1)


@cache
def in_tight(place: str, width: str) -> tuple[str, str, str]:
    """What a block of such a dump has besides."""
    return ("tight", f"tight&{place}", f"tight&{place}&{width}")


_AUTHOR_SIGNALS = frozenset({"name", "names", "byline"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TWO_WORDS = re.compile(r"[\W\d_]*([^\W\d_][\w'’-]*)[\W\d_]+([^\W\d_][\w'’-]*)")
_BIO_WIDTH = 25
_BYLINE_WIDTH = 140


def opens_with_author(measures: Sequence[Measure], signals: Sequence[set[str]]) -> list[tuple[str, ...]]:
    """For each block, whether it begins with a name that a line above has which looks like a byline."""
    known: set[tuple[str, str]] = set()
    names: list[tuple[str, ...]] = []
    for block, given in zip(measures, signals, strict=True):
        opening = _TWO_WORDS.match(block.text[:60]) if known and block.width >= _BIO_WIDTH else None
        names.append(("opens with author",) if opening and opening.groups() in known else ())
        if block.width < _BYLINE_WIDTH and given & _AUTHOR_SIGNALS:
            known.update(pairwise(_WORD.findall(block.text)))
    return names
