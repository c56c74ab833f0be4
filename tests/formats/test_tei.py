"""An article as TEI."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

import articleparse as ap
from articleparse.formats.tei import NAMESPACE, to_tei
from articleparse.tree import Article, FactBox, Heading, Image, Link, Paragraph, Quotation, Timestamp, TimestampLine
from tests.support.corpus import SCHEMAS, dumps, needs_corpus, needs_schemas
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"


@cache
def schema() -> etree.RelaxNG:
    """The grammar of all TEI elements, 7 s to load."""
    return etree.RelaxNG(etree.parse(SCHEMAS / "tei_all_4.7.0.rng"))


def parsed(article: Article) -> etree._Element:
    """The document that is written."""
    return etree.fromstring(to_tei(article).encode())


def body_of(article: Article) -> str:
    """What stands in the `div` of the article."""
    return to_tei(article).partition('<div type="article">')[2].rpartition("</div>")[0]


@pytest.mark.slow
@needs_schemas
@needs_corpus
def test_valid() -> None:
    """What is written is valid by the grammar of TEI: an article with everything, the seed and real dumps."""
    paths = [SEED, *dumps("print"), *dumps("hash")[::4]]
    for article in (WHOLE, *map(ap.parse_file, paths)):
        schema().assertValid(parsed(article))


@pytest.mark.slow
@needs_schemas
@given(articles())
@settings(max_examples=200, deadline=None)
def test_any_tree_is_valid(article: Article) -> None:
    """Whatever the tree, the document is valid."""
    schema().assertValid(parsed(article))


HEAD = {
    "//t:titleStmt/t:author": ["Ann Lee", "Reuters"],
    "//t:titleStmt/t:author/t:orgName": ["Reuters"],
    "//t:publicationStmt//t:date/@when": ["2024-05-03", "2024-05-03T12:00:00+02:00"],
    "//t:keywords/t:term": ["Bridges", "Budget"],
    "//t:div[@type='article']/t:head/@type": ["kicker", "main", "deck"],
    "//t:byline/t:docAuthor/t:persName": ["Ann Lee"],
    "//t:dateline/t:placeName": ["LOWMOUTH"],
    "//t:dateline/t:orgName": ["AP"],
    "//t:note/@type": ["highlights", "author_bio", "correction", "copyright"],
    "//t:div[@type='section']/t:head": ["Costs"],
    "//t:floatingText/@type": ["fact_box", "question", "answer", "live_entry", "embed", "related"],
}


@pytest.mark.parametrize(("path", "expected"), HEAD.items(), ids=HEAD)
def test_places(path: str, expected: list[str]) -> None:
    """Everything stands where TEI has a place for it."""
    found = parsed(WHOLE).xpath(path, namespaces={"t": NAMESPACE})
    assert isinstance(found, list)
    assert [str(node) if isinstance(node, str) else "".join(map(str, node.itertext())) for node in found] == expected  # type: ignore[union-attr]


def test_headings() -> None:
    """A heading heads its section or box; elsewhere, where TEI allows no head, it is a block of its own."""
    article = page(
        body=[
            n(Heading, "A"),
            n(FactBox, n(Heading, "B"), n(Paragraph, "c"), n(Heading, "D")),
            n(Quotation, n(Heading, "E")),
        ]
    )
    written = body_of(article).replace("\n", "")
    assert written == (
        '<div type="section"><head>A</head><floatingText type="fact_box"><body><div><head>B</head><p>c</p>'
        '<ab type="heading">D</ab></div></body></floatingText><quote><ab type="heading">E</ab></quote></div>'
    )


def test_addresses() -> None:
    """A target that is no URI is encoded, and a placeholder has none."""
    article = page(body=[n(Paragraph, n(Link, "a", target="b c#d#e"), n(Link, "f"), n(Image, target=" ", alt="g"))])
    assert '<ref target="b%20c%23d%23e">a</ref><ref>f</ref><figure><figDesc>g</figDesc></figure>' in body_of(
        article
    ).replace("\n", "")


def test_dates() -> None:
    """A date that XML Schema doesn't know is kept in words alone."""
    stamps = [n(Timestamp, raw, raw=raw, when=raw) for raw in ("2024-03-03T10:15", "2024-02-30", "noon")]
    written = body_of(page(front=[n(TimestampLine, *stamps)]))
    assert written.count("<date ") == 3
    assert written.count("when=") == 1
    assert 'when="2024-03-03T10:15:00"' in written
