"""Where a story was filed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields.dateline import UNSPACED, parse_dateline, unspaced_patterns
from articleparse.vocabulary import Row, load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("dateline", "place", "agency", "date"),
    [
        ("MEXICO CITY (AP) —", "MEXICO CITY", "AP", None),
        ("LA CROSSE, Wis. (AP) —", "LA CROSSE, Wis.", "AP", None),
        ("RAMALLAH, West Bank (Reuters) —", "RAMALLAH, West Bank", "Reuters", None),
        ("(CNN) --", None, "CNN", None),
        ("(Reuters) -", None, "Reuters", None),
        ("PUTRAJAYA, Nov 22 —", "PUTRAJAYA", None, "Nov 22"),
        ("LONDON, March 3 (Reuters) -", "LONDON", "Reuters", "March 3"),
        ("DUBLIN —", "DUBLIN", None, None),
        ("BEIRUT—", "BEIRUT", None, None),
        ("SALT LAKE CITY —", "SALT LAKE CITY", None, None),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None, None),
        ("NEW YORK and CHICAGO (December 22, 2013) —", "NEW YORK and CHICAGO", None, "December 22, 2013"),
        ("München/London –", "München/London", None, None),
        ("ATLANTA, Georgia, March 3, 2024 /PRNewswire/ --", "ATLANTA, Georgia", "PRNewswire", "March 3, 2024"),
        ("ATLANTA, March 03, 2024 (GLOBE NEWSWIRE) --", "ATLANTA", "GLOBE NEWSWIRE", "March 03, 2024"),
        ("Kiel (dpo) -", "Kiel", "dpo", None),
        ("Berlin (dpa) -", "Berlin", "dpa", None),
        ("Paris, le 3 mars (AFP) -", "Paris", "AFP", "3 mars"),
        ("Madrid, 3 mar (EFE).-", "Madrid", "EFE", "3 mar"),
        ("MADRID, 3 Mar. (EUROPA PRESS) -", "MADRID", "EUROPA PRESS", "3 Mar"),
        ("(ANSA) - ROMA, 03 MAR -", "ROMA", "ANSA", "03 MAR"),
        ("Москва. 3 марта. INTERFAX.RU -", "Москва", "INTERFAX.RU", "3 марта"),
        ("МОСКВА, 3 мар - РИА Новости.", "МОСКВА", "РИА Новости", "3 мар"),
        ("МОСКВА, 3 марта. /ТАСС/.", "МОСКВА", "ТАСС", "3 марта"),
        ("КИЇВ. 3 березня. УНН.", "КИЇВ", "УНН", "3 березня"),
        ("İSTANBUL (DHA)", "İSTANBUL", "DHA", None),
        ("غزة (رويترز) -", "غزة", "رويترز", None),
        ("नई दिल्ली, 3 मार्च (भाषा)", "नई दिल्ली", "भाषा", "3 मार्च"),
        ("JAKARTA, KOMPAS.com -", "JAKARTA", "KOMPAS.com", None),
        ("Liputan6.com, Jakarta -", "Jakarta", "Liputan6.com", None),
        ("【ソウル＝山田太郎】", "ソウル", None, None),
        ("【ワシントン時事】", "ワシントン", "時事", None),
        ("[서울=뉴시스] 홍길동 기자 =", "서울", "뉴시스", None),
        ("新华社北京3月3日电（记者张三）", "北京", "新华社", "3月3日"),
        ("（中央社記者張三台北3日電）", "台北", "中央社", "3日"),
        ("ROMA (AP, 3 May) —", "ROMA", "AP", "3 May"),
        ("(ANSA) -", None, "ANSA", None),
        ("ROMA (AP - London) —", "ROMA", "AP", None),
        ("नई दिल्ली —", "नई दिल्ली", None, None),
        ("LAHORE:", "LAHORE", None, None),
        ("KUALA LUMPUR:", "KUALA LUMPUR", None, None),
        ("LIMA, PERÚ.-", "LIMA, PERÚ", None, None),
        ("Lisboa.-", "Lisboa", None, None),
        ("Hamburg (dpa/lno) –", "Hamburg", "dpa", None),
        ("Berlin (dpa-AFX) -", "Berlin", "dpa-AFX", None),
        ("LOWMOUTH, England (AP) _", "LOWMOUTH, England", "AP", None),
        ("LOWMOUTH, England (Reuters) ---", "LOWMOUTH, England", "Reuters", None),
        ("АСТАНА. КАЗИНФОРМ –", "АСТАНА", "КАЗИНФОРМ", None),
    ],
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_shapes(dateline: str, place: str | None, agency: str | None, date: str | None, indent: str) -> None:
    """A dateline is found with its dash, and taken apart."""
    text = f"{indent}{dateline} The sky is blue."
    found = parse_dateline(text, vocabulary=WORDS)
    assert found is not None
    assert (text[found.start : found.end], found.place, found.agency, found.date) == (dateline, place, agency, date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "REBECCA Doe is a person.",
        "JESHI la Polisi limesema",
        "WASHINGTON - style politics",
        "BREAKING — The sky",
        "CORRECTION — The sky",
        "FAQ: The sky",
        "Lahore: The sky",
        "PUBLISHED: Noon, 3 May 2024",
        "THE SKY IS BLUE: Doe",
        "DOE, ROE: The sky",
        "Author(s): The sky",
        "Hamburg (dpa and friends) – The sky",
        "EDITOR'S NOTE — The sky",
        "RÄTTELSE – Himlen",
        "訂正 — 空は",
        "EXCLUSIVE — The sky",
        "ANALYSIS — The sky",
        "LIVE - The sky",
        "HOST: The sky",
        "(NYSE: X) — The sky",
        "WATCH: The sky",
        "Jane Doe – the president – said",
        "The sky – which is blue – is high",
        "Berlin – Der Himmel",
        "【独自】空は青い",
        "The Example Forces (IDF) did not reply",
        "Jane Doe (SPD) said that it was so",
        "— The sky",
        "日本協会（JVA）も同じ。",
        "Berlin, Hamburg – Der Himmel",
        "Paris, im 3 mars – Le ciel",
        "kiel (dpo) - The sky",
        "नेता ने कहा कि — आकाश",
        "RELATED — The sky",
        "ROMA () — The sky",
        "Berlin (mit Paris) – Der Himmel",
        "Reuters: The sky",
        "SKY_BLUE is a name",
        "LOWMOUTH (AP) said",
        "Jane Doe, am Sonntag, 11.12.2022 - 05:00",
    ],
)
def test_false_friends(text: str) -> None:
    """Kickers, names, lead-ins in capitals and abbreviations explained are no datelines."""
    assert parse_dateline(text, vocabulary=WORDS) is None


@pytest.mark.parametrize("number", range(len(UNSPACED)), ids=[name for name, _, _ in UNSPACED])
def test_table(number: int) -> None:
    """Each pattern of the table matches the whole of its example."""
    assert unspaced_patterns(WORDS)[number].fullmatch(UNSPACED[number][1])


def test_agencies_of_a_user() -> None:
    """An agency of the user's own vocabulary is known in scripts without spaces as well."""
    own = load_vocabulary((Row("ja", "agency", "港通信", "word", "U"),))
    assert parse_dateline("【ソウル港通信】空", vocabulary=WORDS) is None
    found = parse_dateline("【ソウル港通信】空", vocabulary=own)
    assert found is not None
    assert (found.place, found.agency) == ("ソウル", "港通信")


PIECES = [
    "ROMA",
    "Berlin",
    ", ",
    "(",
    ")",
    "AP",
    " - ",
    "—",
    "3 May",
    ". ",
    "/",
    "the ",
    "【",
    "】",
    "=",
    "기자",
    "新华社",
    "3月3日电",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10))
def test_offsets(pieces: list[str]) -> None:
    """A dateline stands at the start of the text, white space aside."""
    text = "".join(pieces)
    found = parse_dateline(text, vocabulary=WORDS)
    if found is not None:
        assert text[: found.start].strip() == ""
        assert found.start < found.end <= len(text)
