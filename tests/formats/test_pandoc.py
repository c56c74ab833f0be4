"""An article as Pandoc's tree."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import articleparse as ap
from articleparse.formats.pandoc import to_pandoc
from articleparse.tree import Article, Heading, Image, Item, ItemList, Link, Paragraph, Strong
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"

PANDOC = shutil.which("pandoc")
VERSION = subprocess.run([PANDOC, "--version"], capture_output=True, check=True).stdout if PANDOC else b""
IS_NEW = re.match(rb"pandoc(?:\.exe)? ([3-9]|\d\d)", VERSION) is not None
needs_pandoc = pytest.mark.skipif(not IS_NEW, reason="pandoc 3 is not installed")


def pandoc(article: Article, to: str, *options: str) -> bytes:
    """What the installed Pandoc makes of an article."""
    assert PANDOC is not None
    data = to_pandoc(article).encode()
    command = [PANDOC, "--from=json", f"--to={to}", "--standalone", "--output=-", *options]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def tree(article: Article) -> Any:
    """The document that is written."""
    return json.loads(to_pandoc(article))


@needs_pandoc
@pytest.mark.parametrize("article", [WHOLE, ap.parse_file(SEED)], ids=["whole", "seed"])
def test_pandoc_reads_it(article: Article) -> None:
    """Pandoc reads every node of the document, and writes the same one."""
    again = json.loads(pandoc(article, "json"))
    assert again["blocks"] == tree(article)["blocks"]
    assert again["meta"] == tree(article)["meta"]


@needs_pandoc
@pytest.mark.parametrize(("to", "start"), [("docx", b"PK"), ("epub", b"PK"), ("latex", b"%"), ("rst", b"=")])
def test_pandoc_writes_it(to: str, start: bytes) -> None:
    """Pandoc makes what newsrooms and printers ask for."""
    without_pictures = ap.parse(ap.to_markdown(WHOLE).replace("https://example.org/a.jpg", "#"))
    assert pandoc(without_pictures, to).startswith(start)


@needs_pandoc
@given(articles())
@settings(max_examples=8, deadline=None)
def test_pandoc_reads_any_tree(article: Article) -> None:
    """Whatever the tree, Pandoc reads the document."""
    assert json.loads(pandoc(article, "json"))["blocks"] == tree(article)["blocks"]


def test_meta() -> None:
    """What Pandoc's templates print above the story is meta data."""
    meta = tree(WHOLE)["meta"]
    assert set(meta) == {"title", "subtitle", "kicker", "byline", "author", "date", "keywords", "lang", "rights"}
    assert [name["c"][0]["c"] for name in meta["author"]["c"]] == ["Ann", "Reuters"]
    assert meta["date"]["c"] == [{"t": "Str", "c": "2024-05-03"}]
    assert meta["lang"] == {"t": "MetaString", "c": "en"}


def test_blocks() -> None:
    """Headings have identifiers, items of one line are tight, and marks are nested in one order."""
    article = page(
        body=[
            n(Heading, "A", level=3),
            n(ItemList, n(Item, "b"), n(Item, "c", n(Paragraph, "d")), ordered=True, start=4),
            n(Paragraph, n(Strong, n(Link, "e", target="https://f/", title="g"))),
        ]
    )
    header, items, paragraph = tree(article)["blocks"]
    assert header == {"t": "Header", "c": [2, ["section-1", [], []], [{"t": "Str", "c": "A"}]]}
    assert items["c"][0] == [4, {"t": "Decimal"}, {"t": "Period"}]
    assert [[block["t"] for block in item] for item in items["c"][1]] == [["Plain"], ["Para", "Para"]]
    (link,) = paragraph["c"]
    assert link["c"][1:] == [[{"t": "Strong", "c": [{"t": "Str", "c": "e"}]}], ["https://f/", "g"]]


def test_no_scripts_and_no_placeholders() -> None:
    """Links and images that lead nowhere, or to a script, are spans of text."""
    targets = (None, "#", "#top", "javascript:alert(1)", " DATA:text/html,x")
    links = [n(Link, "a", target=target) for target in targets]
    images = [n(Image, alt="b", target=target) for target in targets]
    written = to_pandoc(page(body=[n(Paragraph, "x", *links, *images)]))
    assert '"Link"' not in written
    assert '"Image"' not in written
    assert written.count('"Span"') == 10
