"""Whether words are a person's name."""

from __future__ import annotations

from importlib.resources import files

import pytest

from articleparse.fields import names
from articleparse.fields.byline import parse_byline
from articleparse.fields.names import name_score, stretches
from articleparse.vocabulary import load_vocabulary

PEOPLE = [
    *("Thabo Mokoena", "Lê Hạnh", "박준호", "María José García López", "Иван Петров", "田中 花子", "Olena Kovalenko"),
    *("Ahmed Hassan", "Siti Rahayu", "Nguyễn Văn Minh", "Jean-Pierre Dupont", "Giulia Bianchi", "Anna Nowak"),
    *("Jürgen Schneider", "Mehmet Yılmaz", "Priya Sharma", "Kwame Mensah", "João Pereira", "Sofia Andersson"),
    *("Mikko Virtanen", "Katarína Horváthová", "Ioana Popescu", "Γιώργος Παπαδόπουλος", "محمد احمدی", "राहुल शर्मा"),
    *("Lars Hansen", "Jan de Vries", "Chidi Okafor", "Oluwaseun Adeyemi", "Aino Korhonen", "Tomáš Novák"),
]
NO_PEOPLE = [
    *("Ad Policy", "Key Points", "Social Sharing", "View Images", "保存", "Breaking News", "Read More", "World Cup"),
    *("Mehr zum Thema", "Weitere Artikel", "Leer más", "Lire aussi", "Leggi anche", "Leia mais", "Czytaj więcej"),
    *("Читать также", "Реклама", "Läs mer", "Les også", "Daha fazla", "Associated Press", "New York", "Top Stories"),
    *("Privacy Policy", "Sign In", "Subscribe Now", "Most Read", "Climate change", "Kommentare", "Baca juga"),
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people(text: str) -> None:
    """Names of many languages are rather names than not."""
    assert name_score(text) > 0


def test_no_people() -> None:
    """Of buttons, topics and places in many languages at most one in ten is rather a name than not."""
    wrong = [text for text in NO_PEOPLE if name_score(text) > 0]
    assert len(wrong) * 10 <= len(NO_PEOPLE), wrong


@pytest.mark.parametrize("text", ["Ivan Petrov", "Maria Garcia"])
def test_capitals(text: str) -> None:
    """A name in capitals is still one."""
    assert name_score(text.upper()) > 0


@pytest.mark.parametrize("text", ["", "   ", "a b c d e f g", "x" * 10_000])
def test_any_text(text: str) -> None:
    """Whatever the text, there is a number; no words and more than six are no name."""
    assert isinstance(name_score(text), float)
    assert len(text.split()) == 1 or name_score(text) == -8.0


def test_stretches() -> None:
    """A line is cut where a name can end: at signs, and at small words between capitals, whatever the language."""
    assert stretches("Thabo Mokoena, Cape Town | Read more") == ["Thabo Mokoena", "Cape Town", "Read more"]
    assert stretches("Jane Doe and John Roe") == ["Jane Doe", "John Roe"]
    assert stretches(" / ") == []


def test_no_name_signs_nothing() -> None:
    """A stretch in title case that is surely no name is no author, unless a word says that it signs."""
    words = load_vocabulary()
    assert name_score("Video Section") < -5
    assert parse_byline("Video Section", vocabulary=words).authors == ()
    assert [author.name for author in parse_byline("By Video Section", vocabulary=words).authors]


def test_size() -> None:
    """The weights are a byte for each bucket, of which there are so many."""
    assert len(files("articleparse.fields").joinpath("names.bin").read_bytes()) == names.BUCKETS
