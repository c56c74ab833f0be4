"""All features of all blocks of a dump."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from articleparse.blocks import Unit, UnitKind
from articleparse.roles.closing import closing, credit_line, dateline
from articleparse.roles.context import (
    endings,
    in_tight,
    is_tight,
    keys,
    neighbours,
    opens_with_author,
    positions,
    repetition,
    retold,
    size,
    steps,
    title_keys,
)
from articleparse.roles.measure import Measure, measure
from articleparse.roles.opening import openings
from articleparse.roles.passed import passed
from articleparse.roles.ranks import ranks
from articleparse.roles.shape import shape
from articleparse.roles.story import Story, find_story, spot
from articleparse.roles.titles import best_titles, titles
from articleparse.roles.topic import line_words, told, topics
from articleparse.roles.turns import turns
from articleparse.vocabulary import Vocabulary

_LONGEST_CUE = 400
"""Cues open or fill a block: what is behind this many characters is not looked at."""

_CENTRED = 12
"""From so much white space before it on, a block is a line that the converter centred."""


def features(units: Sequence[Unit], words: Vocabulary) -> list[list[str]]:
    """Return the names of the features of each block, in the order of the blocks.

    `words` are the words that tell something. Time is linear in the dump's length.
    """
    measures = [measure(unit) for unit in units]
    tight = is_tight(units)
    story = find_story(measures, tight=tight)
    story_words, own_words = told(measures, story), line_words(measures)
    best = best_titles(measures, own_words, story_words, story)
    block_keys = keys(measures)
    columns: list[Sequence[Sequence[str]]] = [
        [_own(block, words) for block in measures],
        _as_written(units),
        neighbours(measures),
        steps(measures),
        places := positions(measures, story),
        repetition(block_keys, measures, title_keys(units, measures)),
        endings(block_keys),
        ranks(measures),
        topics(measures, own_words, story_words),
        titles(measures, best),
        turns(measures),
        retold(measures),
    ]
    if tight:
        columns.append([in_tight(place, size(block)) for block, (place, *_) in zip(measures, places, strict=True)])
    found = [[*chain.from_iterable(row)] for row in zip(*columns, strict=True)]
    signals = [{_SIGNALS[name] for name in names if name in _SIGNALS} for names in found]
    _add_signals(found, signals)
    _add_spots(found, signals, _with_heading(story, best))
    further = (
        opens_with_author(measures, signals),
        openings(measures, signals, story_words, story.first),
        passed(measures, found, story.first),
    )
    for own, *others in zip(found, *further, strict=True):
        own.extend(chain.from_iterable(others))
    return found


def _own(block: Measure, words: Vocabulary) -> list[str]:
    """The features that a block has wherever it stands."""
    names = shape(block)
    if block.text:
        names += _cues(block, words)
        names += closing(block, words)
        names += credit_line(block, words)
        names += dateline(block)
    return names


def _as_written(units: Sequence[Unit]) -> list[Sequence[str]]:
    """The features of how each block is written: as a field of the dump's header, or centred."""
    found: list[Sequence[str]] = []
    end = 0
    for unit in units:
        start, stop = unit.node.span
        key = (f"key={unit.key}",) if unit.kind is UnitKind.FIELD else ()
        found.append((*key, "centred") if start - end >= _CENTRED else key)
        end = stop
    return found


_SIGNALS = {
    "date": "date",
    "name": "name",
    "names": "names",
    "opens with name": "name and more",
    "label": "label",
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
    "closes with agency": "credit",
    "credit line": "credit line",
    "counter": "counter",
    "picture alone": "picture",
    "title": "title",
    "opens lower case": "lower case",
    "kind=heading": "heading",
    "cue=factbox": "fact box",
}
"""Features of a block that say something about the blocks beside it."""

_OFFSETS = {"after": 1, "before": -1, "two before": -2}
_BESIDE = {(word, signal): f"{word} {signal}" for word in _OFFSETS for signal in _SIGNALS.values()}


def _add_signals(found: Sequence[list[str]], signals: Sequence[set[str]]) -> None:
    """Give each block the signals of the one before it and of the two behind it."""
    for index, given in enumerate(signals):
        if not given:
            continue
        for word, step in _OFFSETS.items():
            if 0 <= index + step < len(found):
                found[index + step] += [_BESIDE[word, signal] for signal in given]


_PLACED = ("name", "names", "name and more", "label", "byline", "date", "read time")
"""Signals that mean one thing below the headline and another elsewhere."""


def _with_heading(story: Story, best: Sequence[int]) -> Story:
    """In plain text the line that says best what the story says stands for the heading."""
    if story.heading >= 0:
        return story
    return story._replace(heading=next((index for index in best if index < story.first), -1))


def _add_spots(found: Sequence[list[str]], signals: Sequence[set[str]], story: Story) -> None:
    """Give names, dates and the like together with where they stand."""
    for index, (names, given) in enumerate(zip(found, signals, strict=True)):
        if given:
            where = spot(index, story)
            names += [f"{signal}&{where}" for signal in _PLACED if signal in given]


def _cues(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """The vocabulary's categories, told apart by whether the block is as long as prose, which all corrections are."""
    text = block.text[:_LONGEST_CUE]
    cues = words.cues(_ADDRESS.sub("", text).strip() if "@" in text and not block.is_prose else text)
    if not cues:
        return _controls(block, words)
    ending = " in prose" if block.is_prose else ""
    return tuple([f"cue={cue}{'' if cue.startswith('correction') else ending}" for cue in cues])


_ADDRESS = re.compile(r"\S+@\S+\.\S+")
"""An address behind a name hides the word that makes it a byline: `김민수 기자 minsu@example.com`."""


_MOST_CONTROLS = 6


def _controls(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """The feature that every word of the line is a control, as where a converter ran a bar of buttons together."""
    if not 2 <= block.words <= _MOST_CONTROLS:
        return ()
    return ("controls",) if all(words.is_control(word) for word in block.text.split()) else ()
