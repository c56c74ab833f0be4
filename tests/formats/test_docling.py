"""An article as a DoclingDocument."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import articleparse as ap
from articleparse.formats.docling import to_docling
from articleparse.tree import Article, Heading, Item, ItemList, Link, Navigation, Paragraph, Strong
from tests.support.corpus import DIALECTS, dumps, needs_corpus
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"


def read(article: Article) -> Any:
    """The document as docling-core reads it."""
    documents = pytest.importorskip("docling_core.types.doc", reason="docling-core is not installed")
    return documents.DoclingDocument.model_validate_json(to_docling(article))


def tree(article: Article) -> Any:
    """The document that is written."""
    return json.loads(to_docling(article))


@pytest.mark.parametrize("article", [WHOLE, ap.parse_file(SEED)], ids=["whole", "seed"])
def test_docling_reads_it(article: Article) -> None:
    """Docling finds every text in its place, and nothing that hangs loose."""
    document = read(article)
    layers = set(pytest.importorskip("docling_core.types.doc").ContentLayer)
    items = document.iterate_items(with_groups=True, included_content_layers=layers)
    reached = {item.self_ref for item, _ in items}
    written = tree(article)
    assert reached >= {item["self_ref"] for kind in ("texts", "tables", "groups") for item in written[kind]}


@given(articles())
@settings(max_examples=30, deadline=None)
def test_docling_reads_any_tree(article: Article) -> None:
    """Whatever the tree, the document is valid."""
    read(article)


@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_docling_reads_real_dumps(dialect: str) -> None:
    """What is written of real dumps is valid."""
    for path in dumps(dialect)[::8]:
        read(ap.parse_file(path))


def test_texts() -> None:
    """A line of one style is one text, a line of several a group of texts, each with its marks."""
    article = page(body=[n(Paragraph, "a ", n(Strong, "b")), n(Paragraph, n(Link, "c", target="https://d/"))])
    first, second, third = tree(article)["texts"]
    assert (first["text"], second["text"], third["text"]) == ("a ", "b", "c")
    assert second["formatting"] == {"bold": True, "italic": False, "strikethrough": False}
    assert third["hyperlink"] == "https://d/"
    assert tree(article)["groups"][0]["label"] == "inline"
    assert first["parent"] == {"$ref": "#/groups/0"}
    assert third["parent"] == {"$ref": "#/body"}


def test_lists() -> None:
    """Items are numbered as they were, and an inner list hangs on its item."""
    inner = n(ItemList, n(Item, "c"))
    article = page(body=[n(ItemList, n(Item, "a"), n(Item, "b", inner), ordered=True, start=3)])
    texts = tree(article)["texts"]
    assert [(item["marker"], item["enumerated"], item["text"]) for item in texts] == [
        ("3.", True, "a"),
        ("4.", True, "b"),
        ("-", False, "c"),
    ]
    assert tree(article)["groups"][1]["parent"] == {"$ref": texts[1]["self_ref"]}


def test_furniture_has_its_layer() -> None:
    """Furniture is there, in its place and in a layer that readers leave out."""
    article = page(body=[n(Paragraph, "a"), n(Navigation, n(Paragraph, "Home")), n(Heading, "b")])
    found = [(item["text"], item["label"], item["content_layer"]) for item in tree(article)["texts"]]
    assert found == [("a", "text", "body"), ("Home", "text", "furniture"), ("b", "section_header", "body")]


def test_pictures_and_tables() -> None:
    """A picture has its caption and its alternative text, a table its cells."""
    document = tree(WHOLE)
    captions = [reference["$ref"] for reference in document["pictures"][0]["captions"]]
    words = [next(text["text"] for text in document["texts"] if text["self_ref"] == name) for name in captions]
    assert words == ["The bridge at noon", "EPA"]
    assert document["pictures"][0]["meta"] == {"description": {"text": "A bridge"}}
    data = document["tables"][0]["data"]
    assert (data["num_rows"], data["num_cols"]) == (2, 2)
    assert [cell["text"] for cell in data["table_cells"]] == ["Year", "Sum", "2023", "2 | 3"]
