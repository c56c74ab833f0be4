"""A user's own words reach bylines, dates and times."""

from __future__ import annotations

import pytest

from articleparse.fields.byline import AuthorField, parse_byline
from articleparse.fields.timestamps import TimestampField, parse_timestamps
from articleparse.vocabulary import Row, Vocabulary, load_vocabulary


def with_words(*rows: tuple[str, str] | tuple[str, str, int]) -> Vocabulary:
    """The vocabulary with rows of these categories, terms and values."""
    return load_vocabulary(tuple(Row("en", category, term, "word", "U", *value) for category, term, *value in rows))


def author(line: str, vocabulary: Vocabulary) -> AuthorField | None:
    """The first author of a byline."""
    return next(iter(parse_byline(line, vocabulary=vocabulary).authors), None)


def stamp(line: str, vocabulary: Vocabulary) -> TimestampField | None:
    """The first timestamp of a line."""
    return next(iter(parse_timestamps(line, vocabulary=vocabulary)), None)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Xenopress Wire", ("agency", "Xenopress Wire")),
        ("xyzzy Jane Doe", ("byline.prefix", "xyzzy")),
        ("An essay xyzzy Jane Doe", ("byline.prefix", "xyzzy")),
        ("홍길동 xyzzy", ("byline.suffix", "xyzzy")),
        ("Jane Doe xyzzy John Roe", ("byline.and", "xyzzy")),
        ("Jane Doe xyzzy Xanadu", ("byline.place.sure", "xyzzy")),
        ("Jane Doe Xyzzy", ("byline.role", "Xyzzy")),
        ("Jane Doe | Quux Xyzzy", ("byline.outlet", "Xyzzy")),
        ("Jane Doe | Quux.xyzzy", ("domain", "xyzzy")),
        ("Jane Doe, reporter xyzzy Quux City", ("byline.for", "xyzzy")),
        ("Jane xyzzy Doe", ("name.particle", "xyzzy")),
        ("Xyzzy Doe, 3 May 2024", ("byline.no-name", "Xyzzy")),
    ],
)
def test_own_words_of_bylines(line: str, row: tuple[str, str]) -> None:
    """A term of a category that the byline knows is read as the package's own are."""
    known, unknown = (parse_byline(line, vocabulary=words) for words in (with_words(row), load_vocabulary()))
    assert known.authors != unknown.authors


def test_own_agency() -> None:
    """An agency of the user's is an agency."""
    assert author("By Jane Doe and Xenopress", with_words(("agency", "Xenopress"))) == AuthorField(3, 11, "Jane Doe")
    fields = parse_byline("By Jane Doe and Xenopress", vocabulary=with_words(("agency", "Xenopress")))
    assert [(found.name, found.is_agency) for found in fields.authors] == [("Jane Doe", False), ("Xenopress", True)]


@pytest.mark.parametrize(
    ("line", "rows", "when"),
    [
        ("3 Xyzzy 2024", [("month", "Xyzzy", 5)], "2024-05-03"),
        ("3 xyzzy May 2024", [("calendar.of", "xyzzy")], "2024-05-03"),
        ("3xyzzy May 2024", [("calendar.ordinal", "xyzzy")], "2024-05-03"),
        ("永和6年3月3日", [("calendar.era", "永和", 2018)], "2024-03-03"),
        ("3 xyzzy 5, 2024", [("calendar.numbered-month", "xyzzy")], "2024-05-03"),
        ("3 May 2024 – 4.15 xyzzy", [("clock.dotted", "xyzzy"), ("clock.unit", "xyzzy")], "2024-05-03T04:15"),
        ("3 May 2024 – xyzzy 4.15", [("clock.at", "xyzzy")], "2024-05-03T04:15"),
        ("3 May 2024, 4:15 XYZ", [("clock.zone", "XYZ"), ("clock.offset", "XYZ", -210)], "2024-05-03T04:15-03:30"),
        ("3 May 2024, 4:15 q.q.", [("clock.pm", "q.q.")], "2024-05-03T16:15"),
        ("2024年5月3日 嗚5時6分", [("clock.afternoon", "嗚")], "2024-05-03T17:06"),
    ],
)
def test_own_words_of_dates(line: str, rows: list[tuple[str, str]], when: str) -> None:
    """Months, particles, eras, units and zones of the user's are read as the package's own are."""
    field = stamp(line, with_words(*rows))
    assert field is not None
    assert field.when == when
    before = stamp(line, load_vocabulary())
    assert before is None or before.when != when


def test_own_label() -> None:
    """A label that a user adds says what the date behind it is."""
    field = stamp("Xyzzy: 3 May 2024", with_words(("date.updated", "Xyzzy")))
    assert field is not None
    assert field.kind == "updated"


def test_own_weekday() -> None:
    """The name of a day that a user adds belongs to the date beside it."""
    field = stamp("Xyzzyday 3 May 2024", with_words(("weekday", "Xyzzyday", 5)))
    assert field is not None
    assert field.raw == "Xyzzyday 3 May 2024"


def test_own_relative_date() -> None:
    """A relative date that a user adds is a timestamp without a date."""
    field = stamp("3 xyzzies back", with_words(("relative-date", "{n} xyzzies back")))
    assert field is not None
    assert (field.raw, field.when) == ("3 xyzzies back", None)
