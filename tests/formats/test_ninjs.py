"""An article as ninjs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
from hypothesis import given, settings
from referencing.jsonschema import DRAFT202012

import articleparse as ap
from articleparse.formats.ninjs import to_ninjs
from articleparse.tree import Article, Timestamp, TimestampLine
from tests.support.corpus import SCHEMAS, needs_schemas
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"


@cache
def validator() -> jsonschema.Draft202012Validator:
    """The validator of the published schema; what it says of GeoJSON, which we never write, is taken as true."""
    schema = json.loads((SCHEMAS / "ninjs-schema_3.1.json").read_text(encoding="utf-8"))
    geojson = DRAFT202012.create_resource({"$id": "https://geojson.org/schema/GeoJSON.json"})
    registry: referencing.Registry[Any] = referencing.Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", geojson
    )
    checker = jsonschema.FormatChecker(["date-time"])
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)


def written(article: Article) -> dict[str, Any]:
    """The document that is written."""
    found: dict[str, Any] = json.loads(to_ninjs(article))
    return found


@needs_schemas
@pytest.mark.parametrize("article", [WHOLE, ap.parse_file(SEED)], ids=["whole", "seed"])
def test_valid(article: Article) -> None:
    """What is written is valid by the schema of the IPTC."""
    validator().validate(written(article))


@needs_schemas
@given(articles())
@settings(max_examples=15)
def test_any_tree_is_valid(article: Article) -> None:
    """Whatever the tree, the document is valid."""
    validator().validate(written(article))


@needs_schemas
def test_the_schema_refuses() -> None:
    """The schema knows no other members, and wants whole date-times."""
    assert not validator().is_valid(written(WHOLE) | {"kicker": "Transport"})
    assert not validator().is_valid(written(WHOLE) | {"contentCreated": "2024-05-03"})


def test_whole() -> None:
    """Every part of a story is in its member."""
    found = written(WHOLE)
    roles = [(item["role"], item["value"]) for item in found["headlines"] + found["descriptions"]]
    assert roles == [
        ("main", "Bridge <reopens> & stays"),
        ("kicker", "Transport"),
        ("deck", "It took two years."),
        ("highlight", "Two lanes"),
        ("highlight", "No toll"),
        ("author-bio", "Ann Lee covers roads."),
        ("published", "2024-05-03"),
    ]
    assert found["by"] == "By Ann Lee and Reuters"
    assert found["people"] == [{"rel": "author", "name": "Ann Lee"}]
    assert found["infoSources"] == [{"role": "agency", "name": "Reuters"}, {"role": "dateline", "name": "AP"}]
    assert found["located"] == "LOWMOUTH"
    assert found["edNote"] == "An earlier version misstated the sum."
    assert found["bodies"][0]["value"].startswith('<p><span class="dateline" data-place="LOWMOUTH"')
    assert [(item["name"], item["type"]) for item in found["associations"]] == [
        ("picture1", "picture"),
        ("picture2", "picture"),
        ("related1", "text"),
    ]
    assert found["associations"][0]["by"] == "EPA"
    assert found["associations"][0]["renditions"] == [{"name": "main", "href": "https://example.org/a.jpg"}]
    assert len({found["uri"], *(item["uri"] for item in found["associations"])}) == 4


@pytest.mark.parametrize(
    ("when", "member"),
    [("2024-05-03T12:00+02:00", "2024-05-03T12:00:00+02:00"), ("2024-05-03T12:00:01Z", "2024-05-03T12:00:01Z")],
)
def test_instants(when: str, member: str) -> None:
    """A date-time with an offset is an instant, written with its seconds."""
    article = page(front=[n(TimestampLine, n(Timestamp, "noon", raw="noon", when=when))])
    assert written(article)["contentCreated"] == member
    assert "descriptions" not in written(article)


@pytest.mark.parametrize(
    ("when", "value"), [("2024-05", "2024-05"), ("2024-05-03T12:00", "2024-05-03T12:00"), (None, "noon")]
)
def test_vague_dates(when: str | None, value: str) -> None:
    """No time and no zone is made up: any other date is a description, in words where it can't be read."""
    found = written(page(front=[n(TimestampLine, n(Timestamp, "noon", raw="noon", when=when))]))
    assert "contentCreated" not in found
    assert found["descriptions"] == [{"role": "published", "contentType": "text/plain", "value": value}]
