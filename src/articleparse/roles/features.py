"""All features of all blocks of a dump."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.blocks import Unit, UnitKind
from articleparse.roles.context import keys, neighbours, opens_with_author, positions, repetition, title_keys
from articleparse.roles.measure import Measure, measure
from articleparse.roles.shape import shape
from articleparse.roles.story import find_story
from articleparse.roles.topic import topics
from articleparse.vocabulary import Vocabulary, vocabulary

_LONGEST_CUE = 400
"""Cues open or fill a block: what is behind this many characters is not looked at."""

_CENTRED = 12
"""From so much white space before it on, a block is a line that the converter centred."""


def features(units: Sequence[Unit], words: Vocabulary | None = None) -> list[list[str]]:
    """The names of the features of each block, in the order of the blocks. Time is linear in the dump's length.

    `words` are the words that tell something; without any they are the package's.
    """
    measures = [measure(unit) for unit in units]
    story = find_story(measures)
    words = words or vocabulary()
    top = min([block.level for block in measures if block.level], default=0)
    found: list[list[str]] = []
    for block, *others in zip(
        measures,
        neighbours(measures),
        positions(measures, story),
        repetition(keys(measures), measures, title_keys(units, measures)),
        topics(measures, story),
        strict=True,
    ):
        names = shape(block)
        for more in others:
            names += more
        if block.text:
            names += _cues(block, words)
            names += _closing(block, words)
        if block.level and block.level == top:
            names.append("top level")
        found.append(names)
    end = 0
    for unit, names in zip(units, found, strict=True):
        if unit.kind is UnitKind.FIELD:
            names.append(f"key={unit.key}")
        start, stop = unit.node.span
        if start - end >= _CENTRED:
            names.append("centred")
        end = stop
    signals = [{_SIGNALS[name] for name in names if name in _SIGNALS} for names in found]
    _add_signals(found, signals)
    for names, bio in zip(found, opens_with_author(measures, signals), strict=True):
        names.extend(bio)
    return found


_SIGNALS = {
    "date": "date",
    "name": "name",
    "names": "names",
    "cue=byline.prefix:prefix": "byline",
    "cue=byline.role:suffix": "byline",
    "cue=date.published:prefix": "date",
    "cue=date.updated:prefix": "date",
    "cue=relative-date": "date",
    "cue=read-time": "read time",
    "cue=related.heading": "related",
    "cue=comments": "comments",
    "cue=tags": "tags",
    "cue=tags:prefix": "tags",
    "cue=advertisement": "advertisement",
    "closes with credit": "credit",
    "closes with copyright sign": "credit",
    "picture alone": "picture",
    "title": "title",
    "opens lower case": "lower case",
    "kind=heading": "heading",
}
"""Features of a block that say something about the blocks beside it."""


def _add_signals(found: Sequence[list[str]], signals: Sequence[set[str]]) -> None:
    """Give each block the signals of the one before it and of the two behind it."""
    for index, given in enumerate(signals):
        if not given:
            continue
        for step, word in ((1, "after"), (-1, "before"), (-2, "two before")):
            if 0 <= index + step < len(found):
                found[index + step] += [f"{word} {signal}" for signal in given]


def _cues(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """The vocabulary's categories, told apart by whether the block is as long as prose."""
    cues = words.cues(block.text[:_LONGEST_CUE])
    if not cues:
        return _controls(block, words)
    ending = " in prose" if block.is_prose else ""
    return tuple([f"cue={cue}{ending}" for cue in cues])


_MOST_CONTROLS = 6


def _controls(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """Whether every word of the line is a control, as where a converter ran a bar of buttons together."""
    if not 2 <= block.words <= _MOST_CONTROLS:
        return ()
    return ("controls",) if all(words.is_control(word) for word in block.text.split()) else ()


_CLOSING = 70
"""Characters at the end of a block in which a credit can stand."""

_BEFORE_AGENCY = re.compile(r"[/(|,–—]\s*([^/(|,–—]+?)[\s).]*$")


_COPYRIGHT_YEAR = re.compile(r"©\s*(?:19|20)\d\d")


def _closing(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """Whether the block ends as captions do: with a credit label and a name, a copyright sign, an agency."""
    if not 1 < len(block.text) < _LONGEST_CUE or block.items:
        return ()
    tail = block.text[-_CLOSING:]
    if "©" in tail:
        return ("copyright year",) if _COPYRIGHT_YEAR.search(tail) else ("closes with copyright sign",)
    colon = max(tail.rfind(":"), tail.rfind("："))
    if colon > 0:
        label = tail[max(tail.rfind(" ", 0, colon), tail.rfind("(", 0, colon), tail.rfind(".", 0, colon)) + 1 :]
        if "credit.label:prefix" in words.cues(label):
            return ("closes with credit",)
    match = _BEFORE_AGENCY.search(tail)
    return ("closes with agency",) if match and "agency" in words.cues(match[1]) else ()
