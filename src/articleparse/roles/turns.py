"""Stories that are told in turns: the questions and answers of an interview, the entries of a live report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from articleparse.roles.measure import Measure

_LEAST_QUESTIONS = 2
_LEAST_TURNS = 4
_LEAST_ENTRIES = 3

_SPEAKER = re.compile(r"([^\W\d_][^:：\n]{0,28})[:：]\s*\S")
"""Who speaks, before what is said: "Q: ...", "Daily: ...", "Ida Brock: ..."."""

_SPOKEN = 0.7
"""The share of the turns that the two who speak most have between them: a list of labels has a new one each time."""

_TIME = re.compile(
    r"\W{0,3}(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d){0,2}(?:\s?(?:(?i:[ap]\.?m\.?|uhr|h)|[A-Z]{2,4})){0,3}\W{0,3}"
)
_HOUR = re.compile(r"\d[:.h]\d\d|[ap]\.?m\b|uhr", re.IGNORECASE)
_LONGEST_TIME = 24
_NEAR = 3
"""Blocks behind a time within which its entry says something."""


def turns(measures: Sequence[Measure]) -> list[tuple[str, ...]]:
    """For each block: does it ask or answer in an interview, is it the time or a part of an entry of a live report."""
    found: list[tuple[str, ...]] = [()] * len(measures)
    for name, rest, starts in (
        ("asks", "answers", _questions(measures)),
        ("entry time", "in entry", _times(measures)),
    ):
        for start, end in pairwise([*starts, _end(measures, starts)]):
            found[start] = (name,)
            for index in range(start + 1, end):
                found[index] = (rest,)
    return found


def _end(measures: Sequence[Measure], starts: Sequence[int]) -> int:
    """Behind the last turn, which reaches as far as there is prose."""
    if not starts:
        return 0
    end = starts[-1] + 1
    while end < len(measures) and (measures[end].is_prose or end == starts[-1] + 1):
        end += 1
    return end


def _questions(measures: Sequence[Measure]) -> list[int]:
    """The blocks that ask: bold questions before prose, or what the first of two speakers says."""
    bold = [index for index, block in enumerate(measures[:-1]) if _is_bold_question(block, measures[index + 1])]
    return bold if len(bold) >= _LEAST_QUESTIONS else _of_first_speaker(measures)


def _is_bold_question(block: Measure, after: Measure) -> bool:
    return (
        block.is_bold
        and not block.level
        and not block.links
        and block.text.rstrip(" *_\"'”»").endswith(("?", "？", "؟"))
        and after.ends_sentence
        and not after.is_bold
    )


def _of_first_speaker(measures: Sequence[Measure]) -> list[int]:
    """What the first of two speakers says who take turns."""
    said = [
        (index, match[1])
        for index, block in enumerate(measures)
        if not block.level and not block.items and (match := _SPEAKER.match(block.text))
    ]
    if len(said) < _LEAST_TURNS:
        return []
    counts = Counter(speaker for _, speaker in said)
    most = counts.most_common(2)
    if len(most) < 2 or most[1][1] < 2 or most[0][1] + most[1][1] < _SPOKEN * len(said):
        return []
    speakers = {speaker for speaker, _ in most}
    first = next(speaker for _, speaker in said if speaker in speakers)
    return [index for index, speaker in said if speaker == first]


def _times(measures: Sequence[Measure]) -> list[int]:
    """The lines that are nothing but a time of day and have prose below them, where there are several."""
    times = [index for index, block in enumerate(measures) if is_time(block.text)]
    told = [index for index in times if any(block.ends_sentence for block in measures[index + 1 : index + 1 + _NEAR])]
    return told if len(told) >= _LEAST_ENTRIES else []


def is_time(text: str) -> bool:
    """Whether `text` is a time of day and nothing else.

    >>> is_time("14:32"), is_time("2.32 pm BST"), is_time("9.15 Uhr"), is_time("1232")
    (True, True, True, False)
    """
    return len(text) <= _LONGEST_TIME and bool(_HOUR.search(text) and _TIME.fullmatch(text))
