"""An article as schema.org data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extruct
from hypothesis import given, settings
from pyld import jsonld

import articleparse as ap
from articleparse.formats.html import to_html
from articleparse.formats.jsonld import to_jsonld
from articleparse.formats.story import identifier
from articleparse.formats.text import to_text
from articleparse.tree import Article, Headline, Paragraph
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import ROAD, WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"
CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}
"""As much of the context of schema.org as the properties here need; the real one is 200 kB and on the web."""


def written(article: Article) -> dict[str, Any]:
    """The document that is written."""
    found: dict[str, Any] = json.loads(to_jsonld(article))
    return found


def test_whole() -> None:
    """Every part of a story that schema.org has a property for is there."""
    found = written(WHOLE)
    assert found["articleSection"] == ["Transport"]
    assert found["author"] == [
        {"@type": "Person", "name": "Ann Lee", "jobTitle": "Editor", "url": "https://example.org/lee"},
        {"@type": "Organization", "name": "Reuters"},
    ]
    assert found["datePublished"] == "2024-05-03"
    assert found["dateline"] == "LOWMOUTH (AP)"
    assert found["locationCreated"]["name"] == "LOWMOUTH"
    assert found["image"][0] == {
        "@type": "ImageObject",
        "contentUrl": "https://example.org/a.jpg",
        "description": "A bridge",
        "caption": "The bridge at noon",
        "creditText": "EPA",
    }
    assert [part.get("name") for part in found["hasPart"]] == [None, "Costs"]
    assert found["hasPart"][1]["text"].startswith("Steel\nBolts\nPaint")
    assert found["citation"] == [
        {"@type": "WebPage", "name": "bridge", "url": ROAD},
        {"@type": "Article", "name": "The old ferry", "url": "https://example.org/b"},
    ]
    assert found["mainEntityOfPage"]["relatedLink"] == ["https://example.org/b"]
    assert found["correction"] == [{"@type": "CorrectionComment", "text": "An earlier version misstated the sum."}]
    assert found["keywords"] == ["Bridges", "Budget"]


def test_expands() -> None:
    """A processor of JSON-LD understands every property, and no value gets lost by it."""
    document = written(WHOLE) | {"@context": CONTEXT}
    (expanded,) = jsonld.expand(document)
    assert expanded["@type"] == ["https://schema.org/NewsArticle"]
    assert len(expanded) == len(document) - 1
    people = expanded["https://schema.org/author"]
    assert people[0]["https://schema.org/url"] == [{"@id": "https://example.org/lee"}]
    assert json.dumps(expanded).count("LOWMOUTH") == json.dumps(document).count("LOWMOUTH")


def test_read_from_a_page() -> None:
    """Tools that read data off pages find the same in the HTML page, but for the text, which the page has itself."""
    article = ap.parse_file(SEED)
    (found,) = extruct.extract(to_html(article), syntaxes=["json-ld"])["json-ld"]
    expected = written(article)
    assert found == {name: value for name, value in expected.items() if name not in ("articleBody", "hasPart")}
    assert found["headline"] == "Top Israeli official holds secret talks with Palestinian PM on Gaza"


def test_plain_story() -> None:
    """A story without headings needs no parts, and what the dump lacks is left out."""
    assert written(page(body=[n(Paragraph, "It rained.")])).keys() == {"@context", "@type", "@id", "articleBody"}


def test_identifier() -> None:
    """The identifier comes from the words alone: the form and the source don't change it, a word does."""
    article = page(front=[n(Headline, "Rain")], body=[n(Paragraph, "It rained.")])
    again = ap.read_format(to_jsonld(article), "jsonld")
    assert identifier(article) == identifier(again)
    assert to_text(again) == to_text(article)
    assert identifier(page(front=[n(Headline, "Rain!")], body=[n(Paragraph, "It rained.")])) != identifier(article)
    assert identifier(page(front=[n(Headline, "\ud800")])) == identifier(page(front=[n(Headline, "\ufffd")]))


@given(articles())
@settings(max_examples=15)
def test_any_tree(article: Article) -> None:
    """Whatever the tree, the document is one line of JSON that any reader takes."""
    line = to_jsonld(article)
    assert "\n" not in line
    assert json.loads(line.encode())["@type"] == "NewsArticle"
    assert json.loads(to_jsonld(article, indent=True)) == json.loads(line)
