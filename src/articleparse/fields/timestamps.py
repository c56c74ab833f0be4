"""When a story was published or updated, as a line of the page says it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import attrs

from articleparse.fields.dates import CalendarDate, Hints, alternatives, calendar_dates
from articleparse.fields.times import Clock, clocks
from articleparse.vocabulary import Vocabulary, normalise

Kind = Literal["published", "updated", "unspecified"]


@attrs.frozen
class TimestampField:
    """A date, a time of day or both, between the offsets `start` and `end` of the line (code points)."""

    start: int
    end: int
    kind: Kind
    raw: str  # as it stands there, without label
    when: str | None  # ISO 8601 date or date-time; None for relative ones and for those without a year


MAX_FIELD_CHARS = 1_000
"""What is read of a line (code points). No line that holds a date or an author is as long."""

_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s:,.|•·/()\-–—@،]{0,5}(?:(?:[^\W\d_]{1,5}\.?\s?){1,2})?[\s,|•·/(\-–—،]{0,3}")
"""What may stand between a date and its time of day: signs, and at most two short words ("um", "a las")."""

_MAX_GAP_CHARS = 16
_MAX_WEEKDAY_CHARS = 24
"""The name of a day, and what stands between it and its date (code points)."""

_SEPARATORS = re.compile(r"[|•·\n;()\[\]]")
_LABEL_CHARS = 48
_BEHIND = 4
"""Code points behind a date in which a Korean label stands."""

_LABEL_WORDS = 6
_PREPOSITION = 3
"""A word this short (code points) may stand between a label and its date: `Veröffentlicht am`, `Published on`."""

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
    text = text[:MAX_FIELD_CHARS]
    if not _DIGIT.search(text):
        return []
    times = list(clocks(text, vocabulary))
    american = language == "en-US" or any(clock.is_american for clock in times)
    dated = _without_zones(text, times)
    dates = list(calendar_dates(dated, Hints(american, language), vocabulary))
    taken = [_field(text, *pair) for pair in _paired(text, _with_weekdays(dated, dates, vocabulary), times)]
    taken += [
        TimestampField(start, end, "unspecified", text[start:end], None)
        for start, end in phrases_with_number(text, vocabulary.words("relative-date"), taken)
    ]
    taken.sort(key=lambda field: field.start)
    last = len(taken) - 1
    return [
        _labelled(text, field, taken[index - 1].end if index else 0, vocabulary, is_last=index == last)
        for index, field in enumerate(taken)
    ]


def _without_zones(text: str, times: list[Clock]) -> str:
    """`text` with nothing of the times but their figures: in `4:12 GMT+1, March 3` the 1 is no day, nor is a `CET`."""
    for clock in times:
        figures = _FIGURES.match(text, clock.start, clock.end)
        start = figures.end() if figures else clock.end
        text = text[:start] + "\0" * (clock.end - start) + text[clock.end :]
    return text


_FIGURES = re.compile(r"\D*\d+(?:[:.h]\d{2}){0,2}")


_Pair = tuple[CalendarDate | None, Clock | None]


def _paired(text: str, dates: Sequence[CalendarDate], times: list[Clock]) -> Iterator[_Pair]:
    """Each date with the time beside it; times that stand alone only where there is no date at all."""
    free = [clock for clock in times if not _overlap((clock.start, clock.end), dates)]
    for index, found in enumerate(dates):
        limit = dates[index + 1].number if index + 1 < len(dates) else len(text)
        clock = _beside(text, found, free, limit)
        if clock is not None:
            free.remove(clock)
        yield found, clock
    if not dates:
        yield from ((None, clock) for clock in free)


def _beside(text: str, found: CalendarDate, times: Sequence[Clock], limit: int) -> Clock | None:
    """The time right behind the date and before `limit`, or else right before it."""
    for clock in times:
        if found.end <= clock.start < limit and _adjoin(text, found.end, clock.start):
            return clock
    return next((clock for clock in times if clock.end <= found.start and _adjoin(text, clock.end, found.start)), None)


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= _MAX_GAP_CHARS and _GAP.fullmatch(text, end, start) is not None


def _field(text: str, found: CalendarDate | None, clock: Clock | None) -> TimestampField:
    """The timestamp of a date, of a time of day, or of both."""
    parts = [part for part in (found, clock) if part is not None]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    iso = found.iso if found is not None else None
    when = f"{iso}T{clock.iso}" if iso and clock is not None else iso
    return TimestampField(start, end, "unspecified", text[start:end], when)


def _overlap(span: tuple[int, int], others: Sequence[CalendarDate] | Sequence[TimestampField]) -> bool:
    return any(other.start < span[1] and span[0] < other.end for other in others)


def _with_weekdays(text: str, dates: Sequence[CalendarDate], vocabulary: Vocabulary) -> list[CalendarDate]:
    """The dates with the names of the days before or behind them."""
    weekdays, before = vocabulary.words("weekday"), _weekday_before(vocabulary)
    return [_with_weekday(text, found, weekdays, before) for found in dates]


def _with_weekday(text: str, found: CalendarDate, weekdays: Container[str], before: re.Pattern[str]) -> CalendarDate:
    base = max(0, found.start - _MAX_WEEKDAY_CHARS)
    match = before.search(text[base : found.start])
    if match and normalise(match[1]) in weekdays and not _is_small_and_short(match[1]):
        return attrs.evolve(found, start=base + match.start(1))
    match = _WEEKDAY_AFTER.match(text, found.end)
    if match and normalise(match[1]) in weekdays:
        return attrs.evolve(found, end=match.end())
    return found


@lru_cache(maxsize=8)
def _weekday_before(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The pattern of a word, and what may stand between it and a date: `Montag, den`."""
    return re.compile(rf"([^\s\d,،.|•·/:()]+)[,.،]?\s(?:(?:{alternatives(vocabulary, 'calendar.before-day')})\s)?\Z")


def _is_small_and_short(word: str) -> bool:
    """Whether `word` is rather a preposition (`on`) than the short name of a day."""
    return len(word) == 2 and word.islower()


def _labelled(
    text: str, field: TimestampField, earliest: int, vocabulary: Vocabulary, *, is_last: bool
) -> TimestampField:
    """The field with the kind that the words before it tell, or, in Korean, those behind the last of the line."""
    # A line end behind the label parts it from nothing.
    before = _SEPARATORS.split(text[max(earliest, field.start - _LABEL_CHARS) : field.start].rstrip())[-1]
    words = normalise(before).split(" ")
    kind = _kind_of(words, vocabulary)
    if kind is None and len(words[-1]) <= _PREPOSITION:
        kind = _kind_of(words[:-1], vocabulary)
    if kind is None and is_last:
        kind = _kind_of(normalise(text[field.end : field.end + _BEHIND]).split(" "), vocabulary)
    return attrs.evolve(field, kind=kind) if kind else field


def _kind_of(words: list[str], vocabulary: Vocabulary) -> Kind | None:
    """What the last words say, the longest term first."""
    updated, published = vocabulary.words("date.updated"), vocabulary.words("date.published")
    for count in range(min(len(words), _LABEL_WORDS), 0, -1):
        term = " ".join(words[-count:]).rstrip(": ")
        if term in updated:
            return "updated"
        if term in published:
            return "published"
    return None


_NUMBER = re.compile(r"\d+")
_PIECE_BEFORE = re.compile(r"[^\s\d]+\s?\Z")
_PIECE_AFTER = re.compile(r"[\s-]?[^\s\d|•·,;()\[\]]+")
_PIECES_BEFORE = 4
_PIECES_AFTER = 5
"""How many stretches of text a phrase has before its number and behind it, one of them the number itself."""

_MAX_PIECE_CHARS = 20


def phrases_with_number(
    text: str, terms: Mapping[str, Any], taken: Sequence[TimestampField] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of `text` that hold one of `terms`, which have a number in them: `5 hours ago`, `3 min read`.

    The ranges are in order, apart from each other and from those that are `taken`. `terms` are those of a category of
    the vocabulary. Constant time for each number in the text.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> text, terms = "Jane Doe5 hours ago", load_vocabulary().words("relative-date")
    >>> [text[start:end] for start, end in phrases_with_number(text, terms)]
    ['5 hours ago']
    """
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() < end or _overlap(number.span(), taken):
            continue
        found = _around(text, number, end, terms)
        if found is not None:
            end = found[1]
            if not _overlap(found, taken):
                yield found


def _around(text: str, number: re.Match[str], earliest: int, terms: Mapping[str, Any]) -> tuple[int, int] | None:
    """The longest term around `number`."""
    starts = [number.start()]
    while len(starts) < _PIECES_BEFORE:
        base = max(earliest, starts[-1] - _MAX_PIECE_CHARS)
        piece = _PIECE_BEFORE.search(text[base : starts[-1]])
        if piece is None:
            break
        starts.append(base + piece.start())
    ends = [number.end()]
    while len(ends) < _PIECES_AFTER:
        piece = _PIECE_AFTER.match(text, ends[-1])
        if piece is None:
            break
        ends.append(piece.end())
    for end in reversed(ends):
        for start in reversed(starts):
            match = terms.get(_key(text[start:end]))
            if match and (match != "line" or (start, end) == (0, len(text))):
                return start, end
    return None


def _key(phrase: str) -> str:
    return _NUMBER.sub("{n}", normalise(phrase))
