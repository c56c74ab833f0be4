"""What the whole page says of a block, beyond the few lines around it: which lines come again, what all is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from articleparse.blocks import Unit, UnitKind
from articleparse.roles.measure import Measure
from articleparse.roles.registry import SHARE_NAMES, SHARES
from articleparse.source import QUOTES

_KEY_LENGTH = 160
_NOT_WORD = re.compile(r"[\W_]+")
_TITLE_KEYS = frozenset({"title", "headline", "og:title", "name"})
_SITE = re.compile(r"\s+[-–—|·•:»]+\s+")
_LEAST_TITLE = 12
"""A shorter title is a section's or the site's."""


def page_features(units: Sequence[Unit], measures: Sequence[Measure]) -> list[list[str]]:
    """Return for each block the features that only the whole page gives it. Time is linear in the dump's length."""
    keys = [_key(block.text[:_KEY_LENGTH]) for block in measures]
    found = _repetition(keys, measures, _title_keys(units, measures))
    _add_endings(found, keys)
    _add_retold(found, measures)
    _add_shares(found, measures)
    _add_speakers(found, measures)
    return found


def _key(text: str) -> str:
    """A text as it is compared: lower case, words only."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def _title_keys(units: Sequence[Unit], measures: Sequence[Measure]) -> frozenset[str]:
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


def _repetition(keys: Sequence[str], measures: Sequence[Measure], titles: frozenset[str]) -> list[list[str]]:
    """For each block: does its text stand elsewhere too, and is it the page's title."""
    counts = Counter(keys)
    headings = {key for key, block in zip(keys, measures, strict=True) if block.level}
    seen: set[str] = set()
    found = []
    for key, block in zip(keys, measures, strict=True):
        names = _repeated(key, counts[key], seen, again=not block.level and key in headings) if key else []
        if key in titles:
            names.append("title")
        found.append(names)
        seen.add(key)
    return found


_MUCH = 40
"""Code points of a text that is no label."""


def _repeated(key: str, count: int, seen: set[str], *, again: bool) -> list[str]:
    if count == 1:
        return []
    names = ["repeated before" if key in seen else "repeated later"]
    if count > 2:
        names.append("repeated often")
    if again:
        names.append("same as a heading")
    if len(key) >= _MUCH:
        names.append("repeated at length")
    return names


_ENDING = 12
"""Code points at its end by which a line is looked up."""

_LONG_ENDING = 20
"""From this length on it may be glued to what is before it."""

_MOST_ALIKE = 8
"""Lines with the same end that are compared."""


def _add_endings(found: Sequence[list[str]], keys: Sequence[str]) -> None:
    """Say which blocks end with the whole text of another, as the path to a page ends with its headline."""
    alike: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if len(key) >= _ENDING:
            alike.setdefault(key[-_ENDING:], []).append(index)
    for indices in alike.values():
        for index, other in permutations(indices[:_MOST_ALIKE], 2):
            own, ending = keys[index], keys[other]
            if len(ending) < len(own) and own.endswith(ending if len(ending) >= _LONG_ENDING else " " + ending):
                _give(found[index], "ends with a line")
                _give(found[other], "ends a line")


def _give(names: list[str], name: str) -> None:
    if name not in names:
        names.append(name)


_BESIDE = 8
"""Blocks to either side in which a pull quote's words are looked for."""

_QUOTE = range(20, 240)
"""How long a pull quote is, in code points."""

_SAID = 2_000
"""Code points of a paragraph in which they are looked for."""


def _add_retold(found: Sequence[list[str]], measures: Sequence[Measure]) -> None:
    """Say of which quotations, bold lines and lines in quotes a paragraph near them has the same words."""
    said: dict[int, str] = {}  # what the paragraphs say that were looked at
    for index, block in enumerate(measures):
        if len(block.text) not in _QUOTE or not _may_repeat(block) or not (own := _key(block.text)):
            continue
        for near in range(max(0, index - _BESIDE), min(index + 1 + _BESIDE, len(measures))):
            if near == index or not measures[near].is_prose:
                continue
            if near not in said:
                said[near] = _key(measures[near].text[:_SAID])
            if own in said[near]:
                found[index].append("retold")
                break


def _may_repeat(block: Measure) -> bool:
    return (block.kind is UnitKind.QUOTE or block.text[0] in QUOTES or block.is_bold) and not block.links


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""Short words are in every text."""

_FEWEST = 2
"""Words that a block needs for its share to mean something."""

_WIDTHS = range(12, 300)
_SAMPLE = 600
"""Code points of a paragraph whose words are counted."""


def _add_shares(found: Sequence[list[str]], measures: Sequence[Measure]) -> None:
    """Say what share of a line's words the page's prose has: a headline says what its story says."""
    told: set[str] = set()
    for block in measures:
        if block.is_prose:
            told.update(_words(block))
    for names, block in zip(found, measures, strict=True):
        if block.width in _WIDTHS and not block.items and not block.is_prose:
            words = _words(block)
            if len(words) >= _FEWEST:
                share = sum([word in told for word in words]) / len(words)
                names.append(SHARE_NAMES[bisect_right(SHARES, share)])


def _words(block: Measure) -> list[str]:
    """The longer words of the block; pairs of characters where the script does not part words."""
    text = block.text[:_SAMPLE]
    if block.width > 2 * len(block.text):
        return [text[index : index + 2] for index in range(len(text) - 1)]
    return _LONG_WORD.findall(text.casefold())


_SPEAKER = re.compile(r"([^\W\d_][^:：\n]{0,28})[:：]\s*\S")
"""Who speaks, before what is said: "Q: ...", "Daily: ...", "Ida Brock: ..."."""

_LEAST_TURNS = 4
_SPOKEN = 0.7
"""The share of the turns that the two who speak most have between them: a list of labels has a new one each time."""


def _add_speakers(found: Sequence[list[str]], measures: Sequence[Measure]) -> None:
    """Say which blocks two speakers say who take turns, and which of them the first of the two says."""
    said = [
        (index, match[1])
        for index, block in enumerate(measures)
        if not block.level and not block.items and (match := _SPEAKER.match(block.text))
    ]
    if len(said) < _LEAST_TURNS:
        return
    most = Counter(speaker for _, speaker in said).most_common(2)
    if len(most) < 2 or most[1][1] < 2 or most[0][1] + most[1][1] < _SPOKEN * len(said):
        return
    speakers = {speaker for speaker, _ in most}
    first = next(speaker for _, speaker in said if speaker in speakers)
    for index, speaker in said:
        if speaker in speakers:
            found[index].append("speaks first" if speaker == first else "speaks")
