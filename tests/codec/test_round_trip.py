"""What was written comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import articleparse as ap
from articleparse.codec.fields import ESCAPE, MAX_DEPTH
from articleparse.codec.json import from_json, to_json
from articleparse.codec.xml import from_xml, to_xml
from articleparse.diagnostics import Diagnostic
from articleparse.source import Span
from articleparse.tree import Article, Emphasis, Meta, Strong, unparse, validate, walk
from tests.support.trees import HARD, articles, nested, without_source

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"

Write = Callable[..., str]
Read = Callable[[str | bytes], Article]

formats = pytest.mark.parametrize(("write", "read"), [(to_json, from_json), (to_xml, from_xml)], ids=["json", "xml"])


def same(left: Article, right: Article) -> bool:
    """Whether two articles are equal down to their source, which `==` leaves out."""
    return left == right and left.source == right.source


@given(articles())
@settings(max_examples=30, deadline=None)
def test_drawn_trees_are_well_formed(article: Article) -> None:
    """The strategy of these tests draws well-formed articles."""
    assert validate(article) == []


@formats
@given(article=articles())
@settings(max_examples=40, deadline=None)
def test_round_trip(write: Write, read: Read, article: Article) -> None:
    """An article is equal to itself after writing and reading, as a str and as bytes."""
    written = write(article)
    assert same(read(written), article)
    assert same(read(written.encode()), article)


@formats
@given(article=articles(depth=2))
@settings(max_examples=20, deadline=None)
def test_without_source(write: Write, read: Read, article: Article) -> None:
    """Without its source an article comes back equal, and without a source."""
    written = write(article, include_source=False)
    assert same(read(written), without_source(article))
    assert written == write(without_source(article))


@given(articles(depth=2))
@settings(max_examples=20, deadline=None)
def test_indented_json(article: Article) -> None:
    """Indented JSON is read as the same article."""
    assert same(from_json(to_json(article, indent=True)), article)


@formats
@pytest.mark.parametrize("character", [*HARD, "\ud83d\ude00", f"{ESCAPE}D800;", f"{ESCAPE}241B;\ud800", "]]>", "&#0;"])
def test_every_character_survives(write: Write, read: Read, character: str) -> None:
    """Characters that a format forbids or changes come back as they were, and so does what looks like their escape."""
    text = f"{character}a{character}"
    article = Article(Span(0, len(text)), meta=Meta(name=text), source=text)
    loaded = read(write(article))
    assert loaded.source == text
    assert loaded.meta.name == text


@formats
@pytest.mark.parametrize("kind", [Strong, Emphasis])
def test_deep_trees(write: Write, read: Read, kind: type[Strong]) -> None:
    """A tree as deep as the limit comes back, without any recursion on the way."""
    article = nested(MAX_DEPTH - 4, kind)
    loaded = read(write(article))
    assert [type(node) for node in walk(loaded)] == [type(node) for node in walk(article)]


@formats
def test_diagnostics_and_meta(write: Write, read: Read) -> None:
    """Meta data and diagnostics belong to what is written."""
    article = Article(
        Span(0, 3),
        meta=Meta("en-GB", "lynx", 0.1 + 0.2, "a/b.txt", "cp1252"),
        diagnostics=(Diagnostic("AP002", Span(0, 0), "cp1252"), Diagnostic("AP301", Span(1, 3))),
        source="abc",
    )
    loaded = read(write(article))
    assert loaded.meta == article.meta
    assert loaded.diagnostics == article.diagnostics


@formats
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_parsed_seed(write: Write, read: Read, line_end: str) -> None:
    """A parsed dump comes back with its source, and unparse works on what was loaded."""
    text = SEED.read_text(encoding="utf-8").replace("\n", line_end)
    article = ap.parse(text, name="seed")
    loaded = read(write(article))
    assert same(loaded, article)
    assert unparse(loaded) == text


@formats
def test_source_of_nothing(write: Write, read: Read) -> None:
    """An empty source is not the same as none."""
    empty = Article(Span(0, 0), source="")
    assert read(write(empty)).source == ""
    assert read(write(attrs.evolve(empty, source=None))).source is None
