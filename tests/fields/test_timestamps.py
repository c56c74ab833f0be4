"""Dates and times in a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields.timestamps import parse_timestamps
from articleparse.vocabulary import load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2024",
        "Mar 3, 2024",
        "3 March 2024",
        "Sunday, March 3, 2024",
        "March 3rd, 2024",
        "3. März 2024",
        "3 / März / 2024",
        "03-Mar-2024",
        "3-Mar-24",
        "Sonntag, 3. März 2024",
        "03.03.2024",
        "dimanche 3 mars 2024",
        "3 de marzo de 2024",
        "3 de març del 2024",
        "3 marzo 2024",
        "3 de mar. de 2024",
        "3 mrt 2024",
        "3. maaliskuuta 2024",
        "3 marca 2024",
        "3. března 2024",
        "2024. március 3.",
        "3 martie 2024",
        "3 март 2024 г.",
        "3 марта 2024 г.",
        "3 березня 2024 р.",
        "3. ožujka 2024",
        "3 Μαρτίου 2024",
        "3 Mart 2024 Pazar",
        "2024 թ. մարտի 3",
        "3 במרץ 2024",
        "3 مارس 2024",
        "3 آذار/مارس 2024",
        "03\u200f/03\u200f/2024",
        "3 مارچ، 2024",
        "3 मार्च 2024",
        "३ मार्च २०२४",
        "3 মার্চ, 2024",
        "3 மார்ச், 2024",
        "3 มีนาคม พ.ศ. 2567",
        "3 มี.ค. 2024",
        "3 tháng 3, 2024",
        "3 Maret 2024",
        "Marso 3, 2024",
        "3 Machi 2024",
        "2024年3月3日",
        "令和6年3月3日",
        "2024년 3월 3일",
        "2024. 3. 3.",
        "2024 m. kovo 3 d.",
        "2024. gada 3. marts",
        "2024(e)ko martxoaren 3(a)",
        "2024-03-03",
        "2024/3/3",
        "03-03-2024",
    ],
)
def test_languages(text: str) -> None:
    """A date is read whole in the forms and languages that CLDR has."""
    (field,) = parse_timestamps(text, vocabulary=WORDS)
    assert (field.when, field.raw) == ("2024-03-03", text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("09.09.2025, 14:55 Uhr", "2025-09-09T14:55"),
        ("Aug 08, 2024 4:00 AM EDT", "2024-08-08T04:00-04:00"),
        ("Sep 2, 2024, 17:07 IST", "2024-09-02T17:07"),
        ("March 3, 2024: 1:28 AM ET", "2024-03-03T01:28"),
        ("4 Febbraio 2025 - 14:41", "2025-02-04T14:41"),
        ("4 marzo 2025 alle 10.15", "2025-03-04T10:15"),
        ("4 maart 2025 10.15 uur", "2025-03-04T10:15"),
        ("9 Jan 2025 16.05", "2025-01-09T16:05"),
        ("Tue 21 Jan 2025 17.40 GMT", "2025-01-21T17:40+00:00"),
        ("17:40 CET, 3 March 2025", "2025-03-03T17:40+01:00"),
        ("4:12 PM GMT+1, March 3, 2025", "2025-03-03T16:12+01:00"),
        ("3 mars 2024 à 14h05", "2024-03-03T14:05"),
        ("3.3.2024 klo 14.05", "2024-03-03T14:05"),
        ("2024年3月3日 午後3時5分", "2024-03-03T15:05"),
        ("2024.03.03 오후 3:05", "2024-03-03T15:05"),
        ("5:12 p.m. ET, March 3, 2024", "2024-03-03T17:12"),
        ("12:05 am, March 3, 2024", "2024-03-03T00:05"),
        ("2024-03-03T10:12:33+01:00", "2024-03-03T10:12+01:00"),
        ("2024-03-03T10:12:33.123Z", "2024-03-03T10:12+00:00"),
        ("March 3, 2024 10:00 GMT+5:30", "2024-03-03T10:00+05:30"),
        ("2024-03-03T10:12z", "2024-03-03T10:12+00:00"),
    ],
)
def test_times(text: str, when: str) -> None:
    """The time beside a date belongs to it, with the offset that its zone means."""
    (field,) = parse_timestamps(text, vocabulary=WORDS)
    assert (field.when, field.raw) == (when, text)


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("3/4/2024", None, "2024-04-03"),
        ("3/4/2024", "en-US", "2024-03-04"),
        ("3/4/2024 4:45 PM", None, "2024-03-04T16:45"),
        ("3/14/2024", None, "2024-03-14"),
        ("14/3/2024", None, "2024-03-14"),
        ("3.4.2024", "en-US", "2024-04-03"),
        ("10 listopada 2024", "pl", "2024-11-10"),
        ("10 listopada 2024", "hr", "2024-10-10"),
        ("10 تشرين الأول 2024", None, "2024-10-10"),
        ("10 كانون الأول، 2024", "ar", "2024-12-10"),
        ("10 Meán Fómhair 2024", None, "2024-09-10"),
    ],
)
def test_ambiguous(text: str, language: str | None, when: str) -> None:
    """Dots put the day first; with slashes a number above 12 decides, then the language. Months may have two words."""
    assert [field.when for field in parse_timestamps(text, vocabulary=WORDS, language=language)] == [when]


@pytest.mark.parametrize(
    "text",
    [
        "2 minutes ago",
        "5 hours ago",
        "4 months ago",
        "1 day ago",
        "vor 1 Std.",
        "3 dni temu",
        "há 2 dias",
        "قبل 3 ساعات",
        "vor 3 Stunden",
        "il y a 2 heures",
        "hace 2 horas",
        "2 ore fa",
        "3 uur geleden",
        "2 часа назад",
        "2時間前",
        "2시간 전",
        "2小时前",
    ],
)
def test_relative(text: str) -> None:
    """A relative date is found and has no date of its own, for the dump does not say when it was made."""
    (field,) = parse_timestamps("Jane Doe | " + text, vocabulary=WORDS)
    assert (field.raw, field.when) == (text, None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Posted: Aug 08, 2024 4:00 AM | Last Updated: August 8", ["published", "updated"]),
        ("05.04.2025 - Güncelleme : 05.04.2025", ["unspecified", "updated"]),
        ("Publié le 3 mars 2024 à 14h05 - Mis à jour le 4 mars 2024", ["published", "updated"]),
        ("입력 2024.03.03 10:00 수정 2024.03.04 10:00", ["published", "updated"]),
        ("2023/06/23 10:12 송고", ["published"]),
        ("2024年3月3日 午後3時5分 更新", ["updated"]),
        ("Jane Doe|Published 4 months ago", ["published"]),
        ("Stand: 3. März 2024", ["updated"]),
        ("Veröffentlicht am 03.03.2024", ["published"]),
        ("Publicado el 3 de marzo de 2024 | Actualizado a 4 de marzo de 2024", ["published", "updated"]),
        ("Posted onMarch 3, 2024", ["published"]),
        ("입력 :\n2024-03-03 10:00", ["published"]),
        ("Aktualisiert\n3. März 2024", ["updated"]),
        ("Updated\nJane Doe 3 March 2024", ["unspecified"]),
    ],
)
def test_labels(text: str, kinds: list[str]) -> None:
    """The words before a date tell whether the story was published or updated then."""
    assert [field.kind for field in parse_timestamps(text, vocabulary=WORDS)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No figures here",
        "12 apostles",
        "30.02.2024",
        "32 March 2024",
        "Room 101",
        "1,234,567",
        "99/99/9999",
        "A4 1:2:3",
    ],
)
def test_no_date(text: str) -> None:
    """What is no real date is none."""
    assert [field.when for field in parse_timestamps(text, vocabulary=WORDS) if field.when] == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Daily HeraldMarch 3, 2024", "March 3, 2024"),
        ("March 3, 20247:55 AM", "March 3, 2024"),
        ("03.03.20243. März 2024", "03.03.2024"),
        ("3. März 202412 Kommentare", "3. März 2024"),
        ("03.03.2412:44", "03.03.24"),
    ],
)
def test_glued(text: str, raw: str) -> None:
    """A date is found where the page ran a word, a time or the date again into it."""
    field = parse_timestamps(text, vocabulary=WORDS)[0]
    assert (field.when, field.raw) == ("2024-03-03", raw)


@pytest.mark.parametrize(
    "text",
    ["3. März 202414. Mai 2024", "3 mars 202414 mai 2024", "March 3, 2024May 14, 2024", "03.03.202414.05.2024"],
)
def test_two_glued(text: str) -> None:
    """Two dates that ran into each other are two."""
    assert [field.when for field in parse_timestamps(text, vocabulary=WORDS)] == ["2024-03-03", "2024-05-14"]


def test_european_zone() -> None:
    """Central European time is no sign of American use, Central time is."""
    assert parse_timestamps("3/4/2024 14:00 CET", vocabulary=WORDS)[0].when == "2024-04-03T14:00+01:00"
    assert parse_timestamps("3/4/2024 14:00 CT", vocabulary=WORDS)[0].when == "2024-03-04T14:00"


def test_stretch_of_time() -> None:
    """A dash between two times is no offset, as it is in what machines write."""
    assert parse_timestamps("3 March 2024, 10:00-11:30", vocabulary=WORDS)[0].when == "2024-03-03T10:00"
    assert parse_timestamps("2024-03-03T10:00-05:00", vocabulary=WORDS)[0].when == "2024-03-03T10:00-05:00"
    assert parse_timestamps("2024-03-03 10:00:33-05:00", vocabulary=WORDS)[0].when == "2024-03-03T10:00-05:00"


@pytest.mark.parametrize("text", ["anna1 am 3. März 2024", "Nr. 1\nam 3. März 2024"])
def test_no_time(text: str) -> None:
    """A figure of a name or another line is no hour, though "am" follows."""
    assert [field.when for field in parse_timestamps(text, vocabulary=WORDS)] == ["2024-03-03"]


def test_year_of_two_figures() -> None:
    """A year of two figures is of this century up to 69."""
    assert [field.when for field in parse_timestamps("3.5.69 | 3.5.70", vocabulary=WORDS)] == [
        "2069-05-03",
        "1970-05-03",
    ]


def test_no_year() -> None:
    """A date without a year is found, but says not when."""
    (field,) = parse_timestamps("Updated 3 March", vocabulary=WORDS)
    assert (field.raw, field.when, field.kind) == ("3 March", None, "updated")


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["3", "03", "2024", ".", "/", ":", " ", "March", "ago", "hours", "年", "月", "pm", "x", "\u0663"]
        )
    )
)
def test_fields_are_apart(parts: list[str]) -> None:
    """Fields are in order, do not overlap and quote the line."""
    text = "".join(parts)
    end = 0
    for field in parse_timestamps(text, vocabulary=WORDS):
        assert end <= field.start < field.end <= len(text)
        assert text[field.start : field.end] == field.raw
        end = field.end


def test_long_line() -> None:
    """A line of any length is read in the time of its first thousand characters."""
    dates = "3 May 2024, 10:00 5 hours ago "
    assert parse_timestamps(dates * 100_000, vocabulary=WORDS) == parse_timestamps(dates * 40, vocabulary=WORDS)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("등록 2025.02.08 09:12 수정 2025.02.08 14:30", ["unspecified", "updated"]),
        ("2025-01-18 更新 2025-01-19", ["unspecified", "updated"]),
        ("2025.02.08 14:30 수정", ["updated"]),
    ],
)
def test_label_between_two_dates(line: str, kinds: list[str]) -> None:
    """A label between two dates is that of the second; behind the last one it is its own."""
    assert [field.kind for field in parse_timestamps(line, vocabulary=WORDS)] == kinds
