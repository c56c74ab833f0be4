"""Who wrote a story."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields.byline import BylineFields, parse_byline
from articleparse.vocabulary import load_vocabulary

WORDS = load_vocabulary()

_LINK = re.compile(r"\[([^\]]*)\]")


def read(line: str) -> BylineFields:
    """The fields of `line`, in which `[text]` is a link."""
    text = ""
    links = []
    end = 0
    for match in _LINK.finditer(line):
        text += line[end : match.start()]
        links.append((len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    return parse_byline(text + line[end:], links, vocabulary=WORDS)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By [Jane Doe] and [John Roe]", "Jane Doe|John Roe"),
        ("Ann Lee, Carl Ort", "Ann Lee|Carl Ort"),
        (
            "Von [Anna Berg] , [Max Koch], Carl Ort und Dora Ult 09.09.2025, 14:55 Uhr",
            "Anna Berg|Max Koch|Carl Ort|Dora Ult",
        ),
        ("By  JANE DOE, [ALAN ROE] and CARL ORT", "JANE DOE|ALAN ROE|CARL ORT"),
        ("[Jane Doe]2 minutes ago", "Jane Doe"),
        ("Anna Verdi 4 Febbraio 2025 - 14:41", "Anna Verdi"),
        ("27. Januar 2026 • [Anna Berg] • 3 Minuten", "Anna Berg"),
        ("Jane Doe|Published 4 months ago", "Jane Doe"),
        ("Von [Anna Berg], Zürich", "Anna Berg"),
        ("Autor: Anna Berg und Max Koch, Linz", "Anna Berg|Max Koch"),
        ("by[Jane Doe]", "Jane Doe"),
        ("By [Jane Doe][Twitter]", "Jane Doe"),
        ("[Jane Doe][@JaneDoe]", "Jane Doe"),
        ("Jane Doe [3 comments]", "Jane Doe"),
        ("Jane Doe/John Roe", "Jane Doe|John Roe"),
        ("Jane Doe  2 minutes read", "Jane Doe"),
        ("Jane Doe in Washington and John Roe in London", "Jane Doe|John Roe"),
        ("By [janedoe99]", "janedoe99"),
        ("[von janedoe]", "janedoe"),
        ("[janedoe] — [2. Februar 2022]", "janedoe"),
        ("[2. Februar 2022] [JaneDoe] [City]", "JaneDoe"),
        ("3 May 2024 | [Jane_Doe] | [3 comments]", "Jane_Doe"),
        ("Gastbeitrag Blog von Anna Berg", "Anna Berg"),
        ("By [Jane Doe] [Account von Jane Doe]", "Jane Doe"),
        ("Posted on 3 May 2024 by [Redaktion]", "Redaktion"),
        ("Autor: Anna Berg\nQuelle: Example News", "Anna Berg"),
        ("By Jane Q. Doe Jr. and J. R. Roe", "Jane Q. Doe Jr.|J. R. Roe"),
        ("Maria de la Cruz y Juan Pérez", "Maria de la Cruz|Juan Pérez"),
        ("Luisa Ortega y Gasset", "Luisa Ortega y Gasset"),
        ("Azzam al-Hadi", "Azzam al-Hadi"),
        ("Ursula von der Heide", "Ursula von der Heide"),
        ("Text: Anna Berg, Foto: Max Koch", "Anna Berg"),
        ("By Jane Doe jane@example.org and John Roe john@example.org", "Jane Doe|John Roe"),
        ("By Jane Doe, Staff Writer, Cape Hollow", "Jane Doe"),
        ("By Jane Doe, Reporter, John Roe, Editor", "Jane Doe|John Roe"),
        ("文・山田太郎　鈴木花子", "山田太郎|鈴木花子"),
        ("山田　太郎", "山田 太郎"),
        ("홍길동 김철수 기자", "홍길동|김철수"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("홍길동 기자", "홍길동"),
        ("홍길동기자", "홍길동"),
        ("홍길동 기자 외 1명", "홍길동"),
        ("홍길동 인턴기자·김철수 기자", "홍길동|김철수"),
        ("홍길동 기자 hong@example.com", "홍길동"),
        ("山田太郎記者", "山田太郎"),
        ("作者：张三", "张三"),
        ("文丨张三", "张三"),
        ("责编：张三、李四", "张三|李四"),
        ("राम शर्मा द्वारा", "राम शर्मा"),
        ("بقلم: أحمد علي", "أحمد علي"),
        ("מאת דנה כהן", "דנה כהן"),
        ("[Jane Doe Jane Doe]", "Jane Doe"),
        ("Ein Kommentar von Anna von Berg", "Anna von Berg"),
        ("Interview von Max Koch", "Max Koch"),
        ("An essay by Jane Doe | 3 May 2024", "Jane Doe"),
        ("Un reportaje de Ana Ruiz", "Ana Ruiz"),
        ("María de la Cruz Pérez", "María de la Cruz Pérez"),
        ("by [jane_doe] on 3 May 2024", "jane_doe"),
        ("by [Jane doe]", "Jane doe"),
        ("By [Herald Staff]", "Herald Staff"),
        ("von [herold.at Redaktion]", "herold.at Redaktion"),
        ("[3 May 2024] Jane Doe [6]", "Jane Doe"),
        ("Von [Anna Berg] Landeskundige Schreiberin", "Anna Berg"),
        ("[Jane Doe] 3 May 2024 [City Life]", "Jane Doe"),
        ("gestern [Jane Doe]", "Jane Doe"),
        ("By Jane Doe zurzeit Bad Homburg and John Roe", "Jane Doe|John Roe"),
        ("By Jane Doe / John Roe", "Jane Doe|John Roe"),
        ("Von [Anna]", "Anna"),
        ("Interview by Jane Doe", "Jane Doe"),
        ("作者张三", "张三"),
        ("Jane Doe Published 4 months ago", "Jane Doe"),
        ("Anna Berg Foto: Max Koch", "Anna Berg"),
        ("by [Jane doe in Rome]", "Jane"),
        ("By Ann Lee and by [Jane doe]", "Ann Lee|Jane doe"),
        ("By Jane Doe in Rome", "Jane Doe"),
        ("ByJane Doe", "Jane Doe"),
        ("Posté le 3 mai 2024 parJean Petit", "Jean Petit"),
        ("PorAna Ruiz\nLima", "Ana Ruiz"),
        ("Jane DoerringMax Lindner", "Jane Doerring|Max Lindner"),
        ("Jane FalknerPublished 3 May 2024", "Jane Falkner"),
        ("Luke MacDonald", "Luke MacDonald"),
        ("Jane FitzGerald and Ann DeWitt", "Jane FitzGerald|Ann DeWitt"),
        ("LeBron Doe", "LeBron Doe"),
        ("By Jane Q. Doe Follow", "Jane Q. Doe"),
        ("Jane Print", "Jane Print"),
        ("Posted on 3 May 2024 by Jane Doe", "Jane Doe"),
        ("Veröffentlicht am 3. Mai 2024 von Anna Berg", "Anna Berg"),
        ("Publié par Jean Petit", "Jean Petit"),
        ("by oz on 3 May 2024", "oz"),
        ("von anna84 am 3. Mai 2024", "anna84"),
        ("von anna84\nam 3. Mai 2024", "anna84"),
        ("von Anna · 3. Mai 2024", "Anna"),
        ("By Staff Writer", "Staff Writer"),
        ("von Redaktion, 3. Mai 2024", "Redaktion"),
        ("Jane Doe, stagiaire", "Jane Doe"),
        ("Anna Berg, 3. Mai 2024 unbekanntes Wort", "Anna Berg"),
    ],
)
def test_people(line: str, names: str) -> None:
    """The authors of a byline are its names, in order and without what is glued to them."""
    fields = read(line)
    assert [author.name for author in fields.authors] == names.split("|")
    assert not any(author.is_agency for author in fields.authors)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("By [Associated Press]", "Associated Press"),
        ("[SID]", "SID"),
        ("AFP", "AFP"),
        ("Von DPA", "DPA"),
        ("Von dpa 30.04.2024, 18:58", "dpa"),
        ("Quelle: dpa Sport", "dpa"),
        ("* AFP, MANILA", "AFP"),
        ("[Jane Doe] and AP", "AP"),
        ("Von [Anna Berg] mit AP", "AP"),
        ("By The Associated Press", "The Associated Press"),
    ],
)
def test_agencies(line: str, agencies: str) -> None:
    """Agencies are authors of their own kind; short names count only as the agency spells them."""
    assert [author.name for author in read(line).authors if author.is_agency] == agencies.split("|")


@pytest.mark.parametrize("line", ["Sid Doe", "Pap Roe", "Anni Tass Berg"])
def test_names_like_agencies(line: str) -> None:
    """A name that only sounds like an agency's is a person's."""
    assert [(author.name, author.is_agency) for author in read(line).authors] == [(line, False)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("[Jane Doe] Political Correspondent", "Political Correspondent"),
        ("[Jane Doe]Lifestyle Writer", "Lifestyle Writer"),
        ("Von [Anna Berg], Redakteurin", "Redakteurin"),
        ("By JANE DOE, POLITICAL EDITOR", "POLITICAL EDITOR"),
        ("Political Correspondent [Jane Doe]", "Political Correspondent"),
        ("홍길동 기자", "기자"),
        ("Kim 기자", "기자"),
        ("Jane DoeReporter", "Reporter"),
        ("[Jane Doe], Reporter for Berlin Politics", "Reporter for Berlin Politics"),
        ("[Jane Doe], Reporter for One Two Three Four Five", "Reporter for One Two Three Four"),
        ("[Jane Doe], Editor of the week", "Editor"),
        ("[Jane Doe], Sports Editor", "Sports Editor"),
        ("[Jane Doe], political correspondent", "political correspondent"),
        ("Jane Doe, senior political correspondent", "senior political correspondent"),
        ("Jane Doe, Senior Political Correspondent", "Senior Political Correspondent"),
        ("Von Anna Berg, freie politische Redakteurin", "freie politische Redakteurin"),
        ("Jane Doe, a reporter", "reporter"),
        ("Jane Doe Education editor", "Education editor"),
        ("Jane FalknerTravel Writer", "Travel Writer"),
    ],
)
def test_roles(line: str, role: str) -> None:
    """The role before or behind a name is its author's."""
    assert [author.role for author in read(line).authors] == [role]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Jane Doe | Fox News", "Fox News"),
        ("By Jane Doe For Dailymail.Com", "Dailymail.Com"),
        ("By Jane Doe - Associated Press - Friday, April 28, 2023", "Associated Press"),
        ("[Jane Doe] · CBC News · Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8", "CBC News"),
        ("[Jane Doe] / EXAMPLE.COM / Sep 2, 2024, 17:07 IST", "EXAMPLE.COM"),
        ("Written by Jane Doe, BBC News", "BBC News"),
        ("Jane Doe | The Northern Echo", "The Northern Echo"),
        ("Jane Doe for the Harbour Post", "Harbour Post"),
        ("By Jane Doe for The Guardian", "The Guardian"),
        ("By Jane Doe | John Roe", "John Roe"),
        ("By Jane Doe | [John Roe]", None),
        ("By Jane Doe · John Roe", None),
    ],
)
def test_outlets(line: str, outlet: str | None) -> None:
    """The outlet behind a name is its author's affiliation, and no author."""
    assert [(author.name, author.affiliation) for author in read(line).authors] == [("Jane Doe", outlet)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Bild av Anna Berg",
        "Autorenprofilbild von Anna Berg",
        "Posts by",
        "By the numbers",
        "Von der Leyen",
        "Di Maio",
        "Par exemple",
        "Por qué",
        "Av. Paulista",
        "Door handle",
        "By",
        "3 March 2024",
        "12 comments",
        "xyz; abc",
        "By Election Day the party was sure that it would win all seats",
        "[Real Example beats the rest and leads by four points again]",
        "Photograph by Jane Doe",
        "Games Editor",
        "[Read more]",
        "[View Comments]",
        "[Privacy Policy]",
        "xyz Jane Doe",
        "Jane Doe beats the rest",
        "From Example Archive, the free one",
        "Quelle: Science, Example University",
        "Mac · 3 May 2024 · [Rain]",
        "Le Matin, 3 mai 2024",
        "De Middag 3 mei 2024",
    ],
)
def test_false_hits(line: str) -> None:
    """A word that introduces names introduces none where no name follows."""
    assert read(line).authors == ()


def test_dates() -> None:
    """The dates of a byline are read with their labels."""
    fields = read("By Jane Doe | Posted: Aug 08, 2024 | Updated 5 hours ago")
    assert [(stamp.kind, stamp.when) for stamp in fields.timestamps] == [("published", "2024-08-08"), ("updated", None)]


def test_names_behind_a_date() -> None:
    """Once authors and date have been read, further links are something else."""
    assert [author.name for author in read("[Jane Doe] – 14.09.2022 – [City Life], [Long Reads]").authors] == [
        "Jane Doe"
    ]


PIECES = [
    "By ",
    "Von ",
    "Jane Doe",
    "AFP",
    ", ",
    " and ",
    " | ",
    "[Ann Lee]",
    "3 May 2024",
    "기자",
    "张三",
    "：",
    "\n",
    "x",
    "@",
    "-",
    "(",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_offsets(pieces: list[str]) -> None:
    """Authors and dates are in order, apart from each other, and quote the line."""
    line = "".join(pieces)
    text = _LINK.sub(r"\1", line)
    fields = read(line)
    ranges = sorted([(f.start, f.end) for f in fields.authors] + [(f.start, f.end) for f in fields.timestamps])
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ranges))
    assert all(author.name == " ".join(text[author.start : author.end].split()) for author in fields.authors)


def test_long_line() -> None:
    """A line of any length is read in the time of its first thousand characters, its dates aside."""
    assert len(parse_byline("By " + "Jane Doe, " * 50_000, vocabulary=WORDS).authors) < 200


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Poole (now) and Tom Reed (earlier)", [("Ada Poole", None), ("Tom Reed", None)]),
        ("By Ada Poole, Local Democracy Reporter", [("Ada Poole", "Local Democracy Reporter")]),
        ("Ada Poole, Home Affairs Editor, and Tom Reed", [("Ada Poole", "Home Affairs Editor"), ("Tom Reed", None)]),
        ("Author: Ada Poole | Editor: Tom Reed", [("Ada Poole", None)]),
        ("By Dr. Ada Poole and Prof. Tom Reed", [("Dr. Ada Poole", None), ("Prof. Tom Reed", None)]),
    ],
)
def test_words_around_names(line: str, authors: list[tuple[str, str | None]]) -> None:
    """Asides in brackets, roles of several words, editors and titles are no authors, and hide none."""
    assert [(author.name, author.role) for author in read(line).authors] == authors
    assert [author.affiliation for author in read(line).authors] == [None] * len(authors)
