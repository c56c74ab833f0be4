"""What formats keep of any article, and that `losses` tells of the rest."""

from __future__ import annotations

from itertools import count
from typing import cast

import attrs
import html5lib
import pytest
from hypothesis import given, settings

import articleparse as ap
from articleparse.formats import FORMATS, losses
from articleparse.strategies import articles
from articleparse.tree import Byline, Code, CodeBlock, Credit, Dateline, Node, Text, TimestampLine, rebuild
from tests.support.formats import USABLE

OF_THE_DUMP = {"source", "dialect", "kind", "confidence", "diagnostics", "furniture", "links"}
"""What a record tells of the dump and of what is beside the story."""

BLOCKS = {"item_list", "quotation", "table", "code_block", "fact_box", "live_entry", "question", "answer"}
TEXT = {"embed", "pull_quote"}
KINDS = {
    "headline": {"headline"},
    "published": {"timestamp"},
    "updated": {"timestamp"},
    "dateline": {"dateline"},
    "related": {"related", "link"},
    "text": TEXT,
    "sections": BLOCKS | TEXT,
}
"""Types of nodes that a field of the record is made from; one of them must be told as lost where the field changes."""


def told(article: ap.Article, name: str, *codes: str) -> set[str]:
    """The types of nodes that `losses` tells of."""
    return {found.detail.split()[1] for found in losses(article, name) if found.code in codes}


def words(value: object) -> list[str]:
    """What a field of the record holds, white space apart."""
    return str(value).replace("\\n", " ").split()


def changed(article: ap.Article, name: str) -> set[str]:
    """The fields of the record that are not the same once the article was written and read."""
    read = FORMATS[name].read
    assert read is not None
    before, after = ap.to_record(article), ap.to_record(read(FORMATS[name].write(article)))
    fields = before.keys() - OF_THE_DUMP
    return {field for field in fields if words(before[field]) != words(after[field])}  # type: ignore[literal-required]


@pytest.mark.parametrize("name", ["json", "xml", "jsonld", "ninjs", "nitf"])
@given(article=articles())
@settings(max_examples=40)
def test_what_does_not_come_back_is_told(name: str, article: ap.Article) -> None:
    """A field of the record comes back as it was, or `losses` names what it is made from."""
    lost = told(article, name, "AP401", "AP402")
    assert [field for field in sorted(changed(article, name)) if not lost & KINDS.get(field, set())] == []


def marked(article: ap.Article) -> tuple[ap.Article, dict[str, set[str]]]:
    """The article with a word of its own in each text and code, and the types of nodes that the word stands in.

    Lines of names, dates and credits are left alone: formats hold what they say, not their words.
    """
    numbers = count()
    places: dict[str, set[str]] = {}
    fields = [node for kind in (Byline, Credit, Dateline, TimestampLine) for node in ap.find(article, kind)]
    within = {id(inner) for node in fields for inner in ap.walk(node)}

    def mark(node: Node) -> Node:
        if isinstance(node, (Text, Code, CodeBlock)) and id(node) not in within:
            return attrs.evolve(node, text=f"{node.text} word{next(numbers)}end")
        return node

    found = cast("ap.Article", rebuild(article, mark))
    stack: list[tuple[Node, frozenset[str]]] = [(found, frozenset())]
    while stack:
        node, above = stack.pop()
        around = above | {node.type}
        if isinstance(node, (Text, Code, CodeBlock)) and node.text.endswith("end"):
            places[node.text.split()[-1]] = {*around}
        stack += [(child, around) for child in node.children]
    return found, places


def shown(name: str, article: ap.Article) -> str:
    """What a format writes; of HTML what a browser shows, for the data inside has some words once more."""
    written = str(FORMATS[name].write(article))
    if name != "html":
        return written
    page = html5lib.parse(written, namespaceHTMLElements=False)
    return "".join(page.find("body").itertext())


@pytest.mark.parametrize("name", sorted(USABLE.keys() - {"parquet", "arrow"}))
@given(drawn=articles())
@settings(max_examples=25)
def test_no_word_is_lost_in_silence(name: str, drawn: ap.Article) -> None:
    """Every word of the article is in what a format writes, or `losses` names a node that it stands in."""
    article, places = marked(drawn)
    written = shown(name, article)
    lost = told(article, name, "AP401", "AP403")
    assert [word for word, around in places.items() if word not in written and not around & lost] == []
