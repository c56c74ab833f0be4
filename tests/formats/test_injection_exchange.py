"""What a dump says stays text in the formats of others, too, wherever in an article it stands."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import html5lib
import pytest
from lxml import etree

from articleparse.formats import FORMATS
from articleparse.formats.docling import to_docling
from articleparse.formats.html import to_html
from articleparse.formats.jsonld import to_jsonld
from articleparse.formats.ninjs import to_ninjs
from articleparse.formats.nitf import to_nitf
from articleparse.formats.pandoc import to_pandoc
from articleparse.formats.record import to_csv, to_record
from articleparse.formats.tei import to_tei
from articleparse.formats.text import to_chunks
from articleparse.tree import (
    Article,
    Author,
    Byline,
    Caption,
    Cell,
    CodeBlock,
    Credit,
    Deck,
    Figure,
    Heading,
    Headline,
    Image,
    Item,
    ItemList,
    Kicker,
    Link,
    Paragraph,
    Quotation,
    Row,
    Strong,
    Table,
    Tags,
)  # fmt: skip
from tests.formats.test_injection import INJECTIONS, PROSE
from tests.support.pages import n, page

EVERY = pytest.mark.parametrize("text", INJECTIONS)


def held(text: str) -> Article:
    """An article with `text` in every kind of block and field that a format writes in a way of its own."""
    words = f"x {text} x"
    link = n(Link, words, target=f"https://example.org/{text}", title=words)
    picture = n(Image, alt=words, target=f"https://example.org/{text}.jpg", title=words)
    return page(
        front=[
            n(Kicker, words),
            n(Headline, words),
            n(Deck, words),
            n(Byline, "By ", n(Author, words, name=words, role=words, affiliation=words)),
            n(Figure, n(Paragraph, picture), n(Caption, words, " ", n(Credit, words, holder=words))),
        ],
        body=[
            n(Paragraph, PROSE, " ", words, " ", n(Strong, words), " ", link, " end"),
            n(Heading, words, level=2),
            n(ItemList, n(Item, words)),
            n(Quotation, n(Paragraph, words)),
            n(Table, n(Row, n(Cell, words), n(Cell, "x"), is_header=True)),
            n(CodeBlock, text=words),
        ],
        back=[n(Tags, n(ItemList, n(Item, words)))],
    )


HARMLESS = held("harmless")


def printable(text: str) -> str:
    """What a reader of XML or HTML gets of `text`: what they can't hold becomes U+FFFD."""
    return re.sub(r"[\x00-\x08\x0e-\x1f]", "\ufffd", text)


def kept(text: str) -> str:
    """The words around `text` and itself, white space squeezed."""
    return " ".join(f"x {text} x".split())


def squeezed(texts: Iterator[str]) -> str:
    """All of the texts, white space squeezed."""
    return " ".join(" ".join(texts).split())


def strings(value: Any) -> Iterator[str]:
    """Every string that a JSON document has as a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def shape(value: Any) -> Any:
    """A JSON document with its keys, and nothing in place of its strings."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value)


def elements(root: etree._Element) -> list[list[str]]:
    """The elements of a document, each with the names of its attributes."""
    return [[str(element.tag), *map(str, element.keys())] for element in root.iter()]


@EVERY
@pytest.mark.parametrize("write", [to_nitf, to_tei])
def test_xml(write: Callable[[Article], str], text: str) -> None:
    """Whoever reads the XML sees the elements and attributes of a harmless text, and the text itself."""
    root, harmless = (etree.fromstring(write(article).encode()) for article in (held(text), HARMLESS))
    assert elements(root) == elements(harmless)
    found, usual = (squeezed(map(str, tree.itertext())) for tree in (root, harmless))
    assert found.count(kept(printable(text))) == usual.count(kept("harmless")) > 6


@EVERY
def test_html(text: str) -> None:
    """A browser sees the elements of a harmless text, the text itself, and data that a script of JSON can hold."""
    trees = [
        html5lib.parse(to_html(article), treebuilder="lxml", namespaceHTMLElements=False)
        for article in (held(text), HARMLESS)
    ]
    assert elements(trees[0].getroot()) == elements(trees[1].getroot())
    found, usual = (squeezed(map(str, tree.getroot().find("body").itertext())) for tree in trees)
    assert found.count(kept(printable(text))) == usual.count(kept("harmless")) > 6
    (script,) = trees[0].getroot().iter("script")
    assert json.loads(script.text) == json.loads(to_jsonld(held(text), include_text=False))


@EVERY
@pytest.mark.parametrize("write", [to_jsonld, to_ninjs, to_docling])
def test_json(write: Callable[[Article], str], text: str) -> None:
    """A line of JSON has the keys that a harmless text has, and the text is among its values."""
    line = write(held(text))
    assert "\n" not in line
    assert shape(json.loads(line)) == shape(json.loads(write(HARMLESS)))
    assert f"x {text} x" in strings(json.loads(line))


@EVERY
def test_chunks(text: str) -> None:
    """A chunk is a line, and there are as many as of a harmless text."""
    lines = str(FORMATS["chunks"].write(held(text))).split("\n")
    assert [json.loads(line) for line in lines] == list(to_chunks(held(text)))
    assert [shape(json.loads(line)) for line in lines] == [shape(chunk) for chunk in to_chunks(HARMLESS)]
    assert kept(text) in " ".join("".join(chunk["page_content"] for chunk in map(json.loads, lines)).split())


@EVERY
def test_csv(text: str) -> None:
    """A table has two lines to a reader of CSV, and a cell is the value of the record, as it is."""
    names, cells = csv.reader(io.StringIO(to_csv(held(text)), newline=""), strict=True)
    row = dict(zip(names, cells, strict=True))
    record = to_record(held(text))
    assert row["headline"] == record["headline"]
    assert json.loads(row["authors"]) == record["authors"]
    assert row["text"] == record["text"]


@EVERY
def test_pandoc(text: str) -> None:
    """Pandoc gets the nodes of a harmless text, words of which none is raw markup, and the text itself."""
    trees = [json.loads(to_pandoc(article)) for article in (held(text), HARMLESS)]
    assert _names(trees[0]) == _names(trees[1])
    assert kept(text).replace(" ", "") in squeezed(strings(trees[0]["blocks"])).replace(" ", "")


def _names(value: Any) -> set[str]:
    """The kinds of Pandoc's nodes; of words and spaces there may be any number."""
    if isinstance(value, list):
        return {name for inner in value for name in _names(inner)}
    if isinstance(value, dict):
        return {name for inner in value.values() for name in _names(inner)} | {value.get("t", "")}
    return set()
