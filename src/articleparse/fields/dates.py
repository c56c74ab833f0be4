"""Calendar dates in a line, in the forms and languages that CLDR knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

import attrs

from articleparse.vocabulary import Vocabulary, normalise


@attrs.frozen
class CalendarDate:
    """A date: where it stands in the text, and its ISO 8601 form where it has a year."""

    start: int
    end: int
    iso: str | None
    number: int  # where it begins without the name of a day


@attrs.frozen
class Hints:
    """What helps with `3/4/2024`: whether the page is American, and its language (BCP 47)."""

    is_american: bool = False
    language: str | None = None


Reading = tuple[int | None, int, int]
"""Year (None where there is none), month and day."""

_WORD = r"[^\s\d.,;:|/()\[\]{}•·،<>\"]{2,20}"
_MONTH = rf"(?P<month>[ก-๙]{{1,3}}\.[ก-๙]{{1,2}}\.|{_WORD}(?:\s{_WORD}(?=،?\s\d{{4}}))?)"
"""A word, or two before a year: `3 تشرين الثاني 2024`."""

_RUN_ON = r"(?!\d(?!\d?:\d\d|\d?\.?\s?[^\W\d]{3}|\d?[./]\d))"
"""What may have run into a year: a time (`20247:55`), a count (`20243 comments`), a date (`202419.3.2024`)."""

_YEAR = rf"(?P<year>\d{{4}}){_RUN_ON}"
_DAY = r"(?P<day>\d{1,2})(?!\d)"

_BUDDHIST = 543
"""Thailand counts years from the death of the Buddha, so many years before the common era."""

NOTHING = r"(?!)"
"""The pattern that matches nowhere."""


def alternatives(vocabulary: Vocabulary, *categories: str) -> str:
    """Return a pattern for the terms of `categories` as they are spelt, the longest first, with any apostrophe.

    The categories are those whose terms the vocabulary keeps as they are spelt.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> alternatives(load_vocabulary(), "calendar.month")
    '月|월'
    """
    terms = [term for category in categories for term in vocabulary.words(category).values()]
    return "|".join(re.escape(term).replace("'", "[’']") for term in sorted(terms, key=len, reverse=True)) or NOTHING


class _Rules:
    """The shapes of dates with the words of a vocabulary, and how to read each, the stricter ones first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        def any_of(*categories: str) -> str:
            return f"(?:{alternatives(vocabulary, *categories)})"

        ordinal, apart = any_of("calendar.ordinal"), any_of("calendar.ordinal.apart")
        behind_year, behind_date = any_of("calendar.behind-year"), any_of("calendar.behind-date")
        self.vocabulary = vocabulary
        self.eras = {era: int(next(iter(before))) for era, before in vocabulary.words("calendar.era").items()}
        self.ideographs = re.compile(
            rf"(?:(?P<era>{'|'.join(self.eras) or NOTHING})?(?P<year>\d{{1,4}})\s?{any_of('calendar.year')}\s?)?"
            rf"(?P<month>\d{{1,2}})\s?{any_of('calendar.month')}\s?(?P<day>\d{{1,2}})\s?{any_of('calendar.day')}"
        )
        self.month_day = re.compile(
            rf"{_MONTH}[.]?\s?{_DAY}{ordinal}?{behind_date}?(?:,?\s{{1,2}}{_YEAR}(?!:\d))?(?:\s?{behind_date})?"
        )
        numbered_month = re.compile(
            rf"{_DAY}\s{any_of('calendar.numbered-month')}\s(?P<month>\d{{1,2}})"
            rf"(?:[,\s]+(?:{any_of('calendar.numbered-year')}\s)?{_YEAR})?",
            re.IGNORECASE,
        )
        year_month_day = re.compile(
            rf"{_YEAR}\.?(?:\s?{behind_year})?,?\s?(?:{_DAY}\.?\s)?{_MONTH}\.?(?:\s?(?P<last>\d{{1,2}})(?!\d))?"
            rf"(?:\.|\s?{behind_date})?"
        )
        day_month = re.compile(
            rf"{_DAY}(?:{ordinal}|[ºª°.,]|-?{apart}\b)?\s?(?:\s?{any_of('calendar.of')}\b)?\s?(?:[’']|\b)?{_MONTH}"
            rf"(?:/(?P<other>[^\s\d]+))?(?:[.,،]{{0,2}}\s?(?:\s?{any_of('calendar.of-year')}\s?)?,?\s?{_YEAR}(?!:\d))?"
            rf"(?:\s?{any_of('calendar.year-end')})?"
        )
        self.shapes: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Hints, _Rules], Reading | None]], ...] = (
            (_ISO, _read_numbers),  # 2024-03-03
            (_YEAR_FIRST, _read_numbers),  # 2024. 3. 3.
            (_DAY_FIRST, _read_day_first),  # 03.03.2024, 3/3/24
            (self.ideographs, _read_ideographs),  # 2024年3月3日
            (numbered_month, _read_numbers),  # 3 tháng 3, 2024
            (_MARKED, _read_named),  # 3-Mar-2024, 3 / März / 2024
            (year_month_day, _read_named),  # 2024. március 3.
            (self.month_day, _read_named),  # March 3, 2024
            (day_month, _read_named),  # 3 de marzo de 2024
        )


@lru_cache(maxsize=8)
def _rules(vocabulary: Vocabulary) -> _Rules:
    return _Rules(vocabulary)


_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s?(?P<mark>[./-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})(?!\d)\.?"
)
_DAY_FIRST = re.compile(
    r"(?P<a>\d{1,2})[\s\u200f]?(?P<mark>[./-])\s?(?P<b>\d{1,2})[\s\u200f]?(?P=mark)\s?(?P<year>\d{4}(?!:\d)|\d{2})"
    rf"{_RUN_ON}(?!\s?(?P=mark)\s?\d)"
)
_MARKED = re.compile(
    rf"{_DAY}\s?(?P<mark>[/-])\s?(?P<month>[^\W\d_]{{3,12}})\.?\s?(?P=mark)\s?(?P<year>\d{{4}}|\d{{2}})(?!\d)"
)
_NUMBER = re.compile(r"\d+")


def calendar_dates(text: str, hints: Hints, vocabulary: Vocabulary) -> Iterator[CalendarDate]:
    """Yield the dates in `text`, in order; `vocabulary` has the months' names. Constant time for each number in it.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> text = "el 3 de marzo de 2024, 05.04.2025"
    >>> [found.iso for found in calendar_dates(text, Hints(), load_vocabulary())]
    ['2024-03-03', '2025-04-05']
    """
    rules = _rules(vocabulary)
    end = 0
    number = _NUMBER.search(text)
    while number is not None:
        found = _at(text, number.start(), end, hints, rules) if len(number.group()) <= 4 else None
        if found is not None:
            end = found.end
            yield found
        number = _NUMBER.search(text, number.end() if found is None else end)


def _at(text: str, position: int, earliest: int, hints: Hints, rules: _Rules) -> CalendarDate | None:
    """The date whose first number stands at `position`."""
    before = _word_before(text, position, earliest)
    for pattern, read in rules.shapes:
        start = before if pattern is rules.month_day else position
        if pattern is rules.ideographs:
            start -= next((len(era) for era in rules.eras if text.endswith(era, 0, position)), 0)
        match = pattern.match(text, start) if start >= 0 else None
        if match is not None:
            reading = read(match, hints, rules)
            if reading is not None and _is_real(*reading):
                return CalendarDate(match.start(), _end_of(match), _iso(*reading), match.start())
    return None


_WORD_BEFORE = re.compile(r"[^\s\d.,;:|/()\[\]{}•·،<>\"]+\.?\s?\Z")
_SEAM = re.compile(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ]+\.?\s?\Z")
"""Where a month has run into the word before it: `PressApril`."""


def _word_before(text: str, position: int, earliest: int) -> int:
    """Where the word before `position` begins; -1 where there is none."""
    start = max(earliest, position - 24)
    match = _WORD_BEFORE.search(text[start:position])
    if match is None:
        return -1
    seam = _SEAM.search(match.group())
    return start + match.start() + (seam.start() if seam else 0)


def _end_of(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(" ,"))


def _is_real(year: int | None, month: int, day: int) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return year is None or 1600 <= year <= 2199


def _iso(year: int | None, month: int, day: int) -> str | None:
    return None if year is None else f"{year:04}-{month:02}-{day:02}"


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    year = int(written)
    if len(written) == 2:
        return 2000 + year if year < 70 else 1900 + year
    return year - _BUDDHIST if 2400 <= year <= 2700 else year


def _read_numbers(match: re.Match[str], _hints: Hints, _rules: _Rules) -> Reading:
    return _year(match["year"]), int(match["month"]), int(match["day"])


def _read_day_first(match: re.Match[str], hints: Hints, _rules: _Rules) -> Reading | None:
    """Dots put the day first; with slashes and dashes a number above 12 decides, then signs of American use."""
    first, second = int(match["a"]), int(match["b"])
    american = second > 12 or (hints.is_american and first <= 12 and match["mark"] != ".")
    day, month = (second, first) if american else (first, second)
    return _year(match["year"]), month, day


def _read_ideographs(match: re.Match[str], _hints: Hints, rules: _Rules) -> Reading | None:
    year = match["year"]
    if match["era"]:
        return rules.eras[match["era"]] + int(year), int(match["month"]), int(match["day"])
    return _year(year.zfill(2) if year else None), int(match["month"]), int(match["day"])


def _read_named(match: re.Match[str], hints: Hints, rules: _Rules) -> Reading | None:
    part = match.groupdict()
    names = (part["month"], part["month"].split()[0], part.get("other") or "")
    month = next(filter(None, (month_number(name, rules.vocabulary, hints.language) for name in names)), None)
    day = part.get("day") or part.get("last")
    return (_year(part["year"]), month, int(day)) if month and day else None


def month_number(word: str, vocabulary: Vocabulary, language: str | None = None) -> int | None:
    """Return the number of the month that `word` names: in `language` (BCP 47) if it is a month there, else in any.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> words = load_vocabulary()
    >>> month_number("März", words), month_number("listopada", words, "pl"), month_number("listopada", words, "hr")
    (3, 11, 10)
    """
    found = vocabulary.words("month").get(normalise(word))
    if not found:
        return None
    for number, languages in found.items():
        if language is not None and language.partition("-")[0] in languages:
            return int(number)
    return int(max(found, key=lambda number: len(found[number])))
