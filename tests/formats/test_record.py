"""The flat record, field by field."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from articleparse.diagnostics import Diagnostic
from articleparse.formats.record import ConfidenceRecord, Record, to_record
from articleparse.source import Span
from articleparse.tree import (
    Answer,
    Article,
    Author,
    Byline,
    Caption,
    Credit,
    CreditLine,
    Dateline,
    Deck,
    Figure,
    Heading,
    Headline,
    Image,
    Item,
    ItemList,
    Kicker,
    Link,
    LiveEntry,
    Meta,
    Navigation,
    Node,
    PageKind,
    Paragraph,
    Promotion,
    Question,
    Quotation,
    Related,
    Section,
    Strong,
    Tags,
    Timestamp,
    TimestampLine,
)
from tests.support.pages import Plan, n, page
from tests.support.trees import articles, without_source


def captions(*blocks: Plan) -> list[tuple[str, str | None]]:
    """Text and credit of each caption."""
    return [(found["text"], found["credit"]) for found in to_record(page(body=blocks))["captions"]]


def paragraphs(*blocks: Plan) -> list[str]:
    """The paragraphs of the only section."""
    (section,) = to_record(page(body=blocks))["sections"]
    return section["paragraphs"]


def epa(text: str = "(Photo: EPA)") -> Plan:
    """A credit."""
    return n(Credit, text, label="Photo", holder="EPA")


NOBODY_JUDGED = ConfidenceRecord(
    kind=None, headline=None, byline=None, published=None, deck=None, captions=None, story=None
)


def test_empty() -> None:
    """An article of nothing has every field."""
    assert to_record(page()) == Record(
        source=None,
        headline=None,
        kicker=None,
        deck=[],
        authors=[],
        agencies=[],
        dateline=None,
        published=None,
        updated=None,
        language=None,
        dialect="unknown",
        kind=None,
        confidence=NOBODY_JUDGED,
        sections=[],
        text="",
        captions=[],
        links=[],
        related=[],
        tags=[],
        furniture=[],
        diagnostics=[],
    )


def test_head() -> None:
    """The fields of the head are texts without marks; an agency that signs is an author, one of a dateline is none."""
    record = to_record(
        page(
            front=[
                n(Kicker, "Weather"),
                n(Headline, "Rain ", n(Strong, "again")),
                n(Deck, n(Strong, "One.")),
                n(Deck, "Two."),
                n(Byline, n(Author, "Jo Roe", name="Jo Roe"), n(Author, "Reuters", name="Reuters", is_agency=True)),
                n(Byline, n(Author, "Jo Roe", name="Jo Roe")),
            ],
            body=[n(Paragraph, n(Dateline, "OSLO, Norway (AP) — ", place="OSLO, Norway", agency="AP"), "It rained.")],
            meta=Meta("en", "lynx", 0.5, "a.txt"),
        )
    )
    assert record["kicker"] == "Weather"
    assert record["headline"] == "Rain again"
    assert record["deck"] == ["One.", "Two."]
    assert record["authors"] == ["Jo Roe", "Reuters"]
    assert record["agencies"] == ["Reuters", "AP"]
    assert record["dateline"] == "OSLO, Norway (AP)"
    assert (record["source"], record["language"], record["dialect"]) == ("a.txt", "en", "lynx")


def test_confidence() -> None:
    """How sure each part is: the least sure of several, and the mean of the story's paragraphs."""
    record = to_record(
        page(
            front=[
                n(Headline, "Rain", confidence=0.9),
                n(Deck, "One.", confidence=0.8),
                n(Deck, "Two.", confidence=0.4),
                n(Byline, n(Author, "Jo Roe", name="Jo Roe"), confidence=0.7),
                n(TimestampLine, n(Timestamp, "2 May", raw="2 May", when="2024-05-02"), confidence=0.6),
            ],
            body=[n(Paragraph, "It rained.", confidence=0.5), n(Paragraph, "It stopped.", confidence=1.0)],
            meta=Meta(kind=PageKind.ARTICLE, kind_confidence=0.95),
        )
    )
    assert record["kind"] == "article"
    assert record["confidence"] == ConfidenceRecord(
        kind=0.95, headline=0.9, byline=0.7, published=0.6, deck=0.4, captions=None, story=0.75
    )


def stamp(kind: str, when: str | None) -> Plan:
    """A date; `n` can't take a field named `kind` by keyword beside the class."""
    return Plan(Timestamp, ("2 hours ago",), {"kind": kind, "raw": "2 hours ago", "when": when})


def test_dates() -> None:
    """Dates are ISO 8601 or None, never the words of the page."""
    record = to_record(page(front=[n(TimestampLine, stamp("published", None), stamp("updated", "2024-05-03T10:00"))]))
    assert record["published"] is None
    assert record["updated"] == "2024-05-03T10:00"
    record = to_record(page(front=[n(TimestampLine, stamp("unspecified", "2024-05-03"))]))
    assert record["published"] == "2024-05-03"


def test_sections() -> None:
    """A section has its heading and its paragraphs; lists, quotations and furniture are no paragraphs."""
    record = to_record(
        page(
            body=[
                n(Section, n(Paragraph, "One."), n(Quotation, n(Paragraph, "A quote."))),
                n(Section, n(Heading, "Then"), n(ItemList, n(Item, "An item.")), n(Paragraph, "Two.")),
                n(Section, n(Heading, "Last"), n(Promotion, n(Paragraph, "Subscribe.")), n(Paragraph, n(Image))),
            ]
        )
    )
    assert record["sections"] == [
        {"heading": None, "paragraphs": ["One."]},
        {"heading": "Then", "paragraphs": ["Two."]},
        {"heading": "Last", "paragraphs": []},
    ]
    assert record["text"] == "One.\n\nA quote.\n\nThen\n\nAn item.\n\nTwo.\n\nLast"


def test_text_begins_with_decks() -> None:
    """Whoever reads an article reads its decks: they open the text, above the story, and stand in it once."""
    story = n(Section, n(Paragraph, "One."))
    assert to_record(page(front=[n(Deck, "In short."), n(Deck, "And more.")], body=[story]))["text"] == (
        "In short.\n\nAnd more.\n\nOne."
    )
    assert to_record(page(front=[n(Deck, "In short.")]))["text"] == "In short."


def test_talk() -> None:
    """Questions, answers and live entries are paragraphs, or hold some."""
    talk = (n(Question, "Why?"), n(Answer, n(Paragraph, "So."), n(Paragraph, "And so.")))
    assert paragraphs(*talk) == ["Why?", "So.", "And so."]
    assert paragraphs(n(LiveEntry, n(Heading, "10:00"), n(Answer, "Now."))) == ["Now."]


def test_credit_in_the_caption() -> None:
    """A credit within the caption is its credit and no part of its text."""
    assert captions(n(Caption, "The hall ", epa())) == [("The hall", "EPA")]
    two = n(Credit, "AP", holder="AP")
    assert captions(n(Caption, "The hall ", epa(), two)) == [("The hall", "EPA, AP")]


def test_credit_beside_the_caption() -> None:
    """A line of credits counts for the caption in the same figure, or the one that it follows directly."""
    hall, line = n(Caption, "The hall"), n(CreditLine, epa())
    assert captions(n(Figure, hall, line)) == [("The hall", "EPA")]
    assert captions(n(Figure, line, hall)) == [("The hall", "EPA")]
    assert captions(hall, line) == [("The hall", "EPA")]
    assert captions(n(Figure, hall), line) == [("The hall", "EPA")]
    assert captions(hall, n(Paragraph, "x"), line) == [("The hall", None)]
    assert captions(line, hall) == [("The hall", None)]
    assert captions(hall, hall, line) == [("The hall", None), ("The hall", "EPA")]


def test_own_credit_first() -> None:
    """The caption's own credit goes before one that stands beside it; a line without fields is its text."""
    assert captions(n(Caption, "The hall ", epa()), n(CreditLine, n(Credit, "AP", holder="AP"))) == [
        ("The hall", "EPA")
    ]
    assert captions(n(Caption, "The hall"), n(CreditLine, "Handout")) == [("The hall", "Handout")]


def test_empty_captions() -> None:
    """A caption of nothing is left out, one with a credit alone is not."""
    assert captions(n(Caption, " "), n(Caption, epa())) == [("", "EPA")]


def test_links() -> None:
    """All links are listed, placeholders too; those of related stories also apart."""
    record = to_record(
        page(
            body=[n(Paragraph, n(Link, " a ", target="/a"), n(Link, "b"))],
            back=[n(Related, n(ItemList, n(Item, n(Link, "c", target="/c"))))],
        )
    )
    c = {"text": "c", "target": "/c"}
    assert record["links"] == [{"text": "a", "target": "/a"}, {"text": "b", "target": None}, c]
    assert record["related"] == [c]


def test_tags() -> None:
    """Tags are the links, else the items, else what commas part behind a label; each once, without the sharp."""
    blocks = [
        n(Tags, "Topics: ", n(Link, "Rain"), ", ", n(Link, "Oslo")),
        n(Tags, n(ItemList, n(Item, "#Hall"), n(Item, "Rain"))),
        n(Tags, "Tags: river, flood;  old town"),
        n(Tags, "market | trade"),
    ]
    expected = ["Rain", "Oslo", "Hall", "river", "flood", "old town", "market", "trade"]
    assert to_record(page(back=blocks))["tags"] == expected


def test_furniture() -> None:
    """Furniture is listed with its role; what is in other furniture is not listed twice."""
    inner = n(Promotion, n(Paragraph, "Subscribe"))
    record = to_record(page(front=[n(Navigation, n(Paragraph, "Home"), inner)], back=[inner]))
    assert record["furniture"] == [
        {"role": "navigation", "text": "Home\nSubscribe"},
        {"role": "promotion", "text": "Subscribe"},
    ]


def test_diagnostics() -> None:
    """A finding has the line that it speaks of, or None where the source is not there."""
    article = page(body=[n(Paragraph, "One."), n(Paragraph, "Two.")])
    article = attrs.evolve(article, diagnostics=(Diagnostic("AP301", Span(6, 7), "[9]"),))
    (found,) = to_record(article)["diagnostics"]
    assert (found["code"], found["line"]) == ("AP301", 3)
    assert found["message"].endswith(": [9]")
    assert to_record(without_source(article))["diagnostics"][0]["line"] is None


@given(articles())
@settings(max_examples=40, deadline=None)
def test_every_article_has_a_record(article: Article) -> None:
    """The record of any article has all fields and the counts of the tree."""
    record = to_record(article)
    assert record.keys() == Record.__annotations__.keys()
    assert len(record["links"]) == len(article.links)
    assert len(record["sections"]) == len(article.sections)
    assert all(isinstance(node, Node) for node in article.children)


@pytest.mark.parametrize(
    ("dateline", "text"),
    [("LIMA.- ", "LIMA"), ("LAHORE: ", "LAHORE"), ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.")],
)
def test_end_of_a_dateline(dateline: str, text: str) -> None:
    """What parts a dateline from the story is not in the record; the dot of an abbreviation is."""
    story = n(Paragraph, n(Dateline, dateline), "It rained on Tuesday.")
    assert to_record(page(body=[story]))["dateline"] == text
