"""When a story was published or updated, as a line of the page says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import attrs

from articleparse.fields.times import Clock, clocks
from articleparse.fields.counted import find_counted
from articleparse.fields.dates import CalendarDate, Hints, calendar_dates
from articleparse.vocabulary import Vocabulary, load_vocabulary, normalise

Kind = Literal["published", "updated", "unspecified"]


@attrs.frozen
class TimestampField:
    """A date, a time of day or both, between the offsets `start` and `end` of the line (code points)."""

    start: int
    end: int
    kind: Kind
    raw: str  # as it stands there, without label
    when: str | None  # ISO 8601 date or date-time; None for relative ones and for those without a year


_LONGEST = 1_000

_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s:,.|•·/()\-–—@،]{0,5}(?:(?:[^\W\d_]{1,5}\.?\s?){1,2})?[\s,|•·/(\-–—،]{0,3}")
"""What may stand between a date and its time of day: signs, and at most two short words ("um", "a las")."""

_SEPARATORS = re.compile(r"[|•·\n;()\[\]]")
_LABEL_CHARS = 48
_BEHIND = 4
"""Code points behind a date in which a Korean label stands."""

_LABEL_WORDS = 6
_PREPOSITION = 3
"""A word this short (code points) may stand between a label and its date: `Veröffentlicht am`, `Published on`."""

_WEEKDAY_BEFORE = re.compile(r"([^\s\d,،.|•·/:()]+)[,.،]?\s(?:den\s|the\s|e\s)?\Z")
_WEEKDAY_AFTER = re.compile(r",?\s?\(?([^\s\d,.|•·/:()]+)\)?")


def parse_timestamps(text: str, *, vocabulary: Vocabulary, language: str | None = None) -> list[TimestampField]:
    """The dates and times in the flat `text` of a line, in order, each with what the label before it says.

    `language` (BCP 47) decides where a month's name means two months, or how `3/4/2024` is read. Reads the first
    1,000 code points. Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> line = "Posted: Aug 08, 2024 4:00 AM | Updated 5 hours ago"
    >>> [(field.kind, field.when) for field in parse_timestamps(line, vocabulary=load_vocabulary())]
    [('published', '2024-08-08T04:00'), ('updated', None)]
    """
    text = text[:_LONGEST]
    if not _DIGIT.search(text):
        return []
    times = list(clocks(text))
    american = language == "en-US" or any(clock.is_american for clock in times)
    dated = _without_zones(text, times)
    dates = list(calendar_dates(dated, Hints(american, language)))
    taken = sorted(_joined(text, dated, dates, times), key=lambda field: field.start)
    spans = [*taken, *_relative(text, taken)]
    spans.sort(key=lambda field: field.start)
    last = len(spans) - 1
    return [
        _labelled(text, field, spans[index - 1].end if index else 0, is_last=index == last)
        for index, field in enumerate(spans)
    ]


def _without_zones(text: str, times: list[Clock]) -> str:
    """`text` with nothing of the times but their figures: in `4:12 GMT+1, March 3` the 1 is no day, nor is a `CET`."""
    for clock in times:
        figures = _FIGURES.match(text, clock.start, clock.end)
        start = figures.end() if figures else clock.end
        text = text[:start] + "\0" * (clock.end - start) + text[clock.end :]
    return text


_FIGURES = re.compile(r"\D*\d+(?:[:.h]\d{2}){0,2}")


def _joined(text: str, dated: str, dates: list[CalendarDate], times: list[Clock]) -> Iterator[TimestampField]:
    """Each date with the time beside it; times that stand alone only where there is no date at all."""
    free = [clock for clock in times if not any(found.start < clock.end and clock.start < found.end for found in dates)]
    for index, found in enumerate(dates):
        start, end = _with_weekday(dated, found)
        limit = dates[index + 1].start if index + 1 < len(dates) else len(text)
        clock = next((clock for clock in free if end <= clock.start < limit and _adjoin(text, end, clock.start)), None)
        if clock is None:
            clock = next((clock for clock in free if clock.end <= start and _adjoin(text, clock.end, start)), None)
        if clock is not None:
            free.remove(clock)
            start, end = min(start, clock.start), max(end, clock.end)
        when = f"{found.iso}T{clock.iso}" if found.iso and clock else found.iso
        yield TimestampField(start, end, "unspecified", text[start:end], when)
    if not dates:
        for clock in free:
            yield TimestampField(clock.start, clock.end, "unspecified", text[clock.start : clock.end], None)


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= 16 and _GAP.fullmatch(text, end, start) is not None


def _with_weekday(text: str, found: CalendarDate) -> tuple[int, int]:
    """The date's range with the name of the day before or behind it."""
    base = max(0, found.start - 24)
    before = _WEEKDAY_BEFORE.search(text[base : found.start])
    if before and normalise(before[1]) in _weekdays() and not _is_small_and_short(before[1]):
        return base + before.start(1), found.end
    after = _WEEKDAY_AFTER.match(text, found.end)
    if after and normalise(after[1]) in _weekdays():
        return found.start, after.end()
    return found.start, found.end


def _is_small_and_short(word: str) -> bool:
    """Whether `word` is rather a preposition (`on`) than the short name of a day."""
    return len(word) == 2 and word.islower()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(load_vocabulary().words("weekday"))


def _relative(text: str, taken: list[TimestampField]) -> Iterator[TimestampField]:
    for start, end in find_counted(text, "relative-date"):
        if not any(field.start < end and start < field.end for field in taken):
            yield TimestampField(start, end, "unspecified", text[start:end], None)


def _labelled(text: str, field: TimestampField, earliest: int, *, is_last: bool) -> TimestampField:
    """The field with the kind that the words before it tell, or, in Korean, those behind the last of the line."""
    # A line end behind the label parts it from nothing.
    before = _SEPARATORS.split(text[max(earliest, field.start - _LABEL_CHARS) : field.start].rstrip())[-1]
    words = normalise(before).split(" ")
    kind = _kind_of(words)
    if kind is None and len(words[-1]) <= _PREPOSITION:
        kind = _kind_of(words[:-1])
    if kind is None and is_last:
        kind = _kind_of(normalise(text[field.end : field.end + _BEHIND]).split(" "))
    return attrs.evolve(field, kind=kind) if kind else field


def _kind_of(words: list[str]) -> Kind | None:
    """What the last words say, the longest term first."""
    updated, published = load_vocabulary().words("date.updated"), load_vocabulary().words("date.published")
    for count in range(min(len(words), _LABEL_WORDS), 0, -1):
        term = " ".join(words[-count:]).rstrip(": ")
        if term in updated:
            return "updated"
        if term in published:
            return "published"
    return None
