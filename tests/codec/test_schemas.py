"""The published schemas: up to date, and true of what is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from lxml import etree

import articleparse as ap
from articleparse.codec.fields import FIELDS
from articleparse.codec.json import to_json
from articleparse.codec.schema import json_schema, relaxng
from articleparse.codec.xml import to_xml
from articleparse.tree import NODE_TYPES, Article, Headline, Paragraph, Strong
from tests.support.pages import n, page
from tests.support.trees import articles

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema"
SEED = ROOT / "seeds" / "ynetnews-back-channel.txt"

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
GRAMMAR = etree.RelaxNG(etree.fromstring(relaxng().encode()))
ARTICLE = page(front=[n(Headline, "Rain", n(Strong, "!"))], body=[n(Paragraph, "It rained.")])


def xml(text: str) -> etree._Element:
    """The root element of a document."""
    return etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))


def test_json_schema_is_published() -> None:
    """The published JSON Schema is the computed one; `articleparse schema json` prints it."""
    published = json.loads((PUBLISHED / "article-1.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()


def test_relaxng_is_published() -> None:
    """The published RELAX NG grammar is the computed one; `articleparse schema xml` prints it."""
    assert (PUBLISHED / "article-1.rng").read_text(encoding="utf-8") == relaxng()


def test_json_schema_is_a_schema() -> None:
    """The JSON Schema is valid by the schema of schemas."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


@given(articles(depth=2))
@settings(max_examples=20, deadline=None)
def test_json_is_valid(article: Article) -> None:
    """Whatever article is written as JSON, its schema holds."""
    VALIDATOR.validate(json.loads(to_json(article)))


@given(articles())
@settings(max_examples=40, deadline=None)
def test_xml_is_valid(article: Article) -> None:
    """Whatever article is written as XML, its grammar holds."""
    GRAMMAR.assertValid(xml(to_xml(article)))


def test_seed_is_valid() -> None:
    """A parsed dump is valid in both formats."""
    article = ap.parse_file(SEED)
    VALIDATOR.validate(json.loads(to_json(article)))
    GRAMMAR.assertValid(xml(to_xml(article)))


INVALID: dict[str, tuple[str, object]] = {
    "unknown member": ("level", 1),
    "unknown type": ("type", "title"),
    "type out of place": ("type", "row"),
    "span of one": ("span", [0]),
    "negative span": ("span", [-1, 2]),
    "children of no list": ("children", {}),
    "child out of place": ("children", [{"type": "section", "span": [0, 1]}]),
    "text without text": ("children", [{"type": "text", "span": [0, 1]}]),
}


@pytest.mark.parametrize(("member", "value"), INVALID.values(), ids=INVALID)
def test_invalid_json(member: str, value: object) -> None:
    """A document with one thing wrong is invalid."""
    document: dict[str, Any] = json.loads(to_json(ARTICLE))
    document["children"][0]["children"][0][member] = value
    assert not VALIDATOR.is_valid(document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version="1"', 'version="2"'),
        ("<strong", "<row"),
        ('<headline span="0 5"', '<headline span="0"'),
        ('<headline span="0 5"', '<headline span="-1 5"'),
        ('<headline span="0 5"', '<headline span="0 5" level="1"'),
        ("<text ", '<text span="0 1">word</text>word<text '),
        ("urn:articleparse:article:1", "urn:articleparse:article:2"),
    ],
)
def test_invalid_xml(old: str, new: str) -> None:
    """A document with one thing wrong is invalid."""
    written = to_xml(ARTICLE)
    broken = written.replace(old, new).replace("</strong>", "</row>" if new == "<row" else "</strong>")
    assert broken != written
    assert not GRAMMAR.validate(xml(broken))


def test_every_node_is_described() -> None:
    """Both schemas describe every class of node with all of its fields."""
    schema = json_schema()
    text = relaxng()
    for name, kind in NODE_TYPES.items():
        described = schema if name == "article" else schema["$defs"][name]
        assert {field.name for field in FIELDS[kind]} <= described["properties"].keys()
        assert f'<element name="{name}">' in text
