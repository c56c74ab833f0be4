"""What holds for every input whatever."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import articleparse as ap
from tests.support.article_soup import article_soup
from tests.support.formats import USABLE
from tests.support.soup import anything, dialects, line_soup, soup

texts = st.one_of(anything, soup, line_soup, article_soup)


def assert_promises(article: ap.Article, source: str) -> None:
    """The tree is well formed and lossless, and comes back from JSON and XML as it was."""
    assert ap.problems(article) == []
    assert ap.unparse(article) == source
    for there, back in ((ap.to_json, ap.from_json), (ap.to_xml, ap.from_xml)):
        returned = back(there(article))
        assert returned == article
        assert returned.source == source


@given(texts, dialects)
@settings(max_examples=150, deadline=None)
@example("", None)
@example("\ufeff", None)
@example("()\n\n(Symbolbild)", "unknown")
def test_text(text: str, dialect: str | None) -> None:
    """Every text is an article, read in whatever dialect."""
    assert_promises(ap.parse(text, options=ap.Options(dialect=dialect)), text)


@given(article_soup, dialects)
@settings(max_examples=100, deadline=None)
def test_page(text: str, dialect: str | None) -> None:
    """So is every page of an article's parts in any order."""
    assert_promises(ap.parse(text, options=ap.Options(dialect=dialect)), text)


@given(st.binary(max_size=200) | article_soup.map(lambda text: text.encode("utf-16", "replace")))
@settings(max_examples=60, deadline=None)
def test_bytes(data: bytes) -> None:
    """All bytes are an article, whatever their encoding."""
    article = ap.parse_bytes(data)
    assert article.source is not None
    assert_promises(article, article.source)


@given(article_soup)
@settings(max_examples=40, deadline=None)
def test_every_format(text: str) -> None:
    """Every format writes every article, and views of it never raise."""
    article = ap.parse(text)
    for entry in USABLE.values():
        assert isinstance(entry.write(article), (str, bytes))
        if entry.write_line is not None:
            assert entry.name in ("csv", "chunks") or "\n" not in entry.write_line(article)


@given(article_soup, article_soup)
@settings(max_examples=30, deadline=None)
def test_pure(text: str, other: str) -> None:
    """The same text gives the same article, whatever is read in between, and options stay as they were."""
    options = ap.Options(dialect="markdownify")
    before = attrs.asdict(options)
    first = ap.parse(text, options=options)
    ap.parse(other, options=options)
    assert ap.parse(text, options=options) == first
    assert attrs.asdict(options) == before


@pytest.mark.parametrize("wrong", [b"bytes", None, 3])
def test_wrong_type(wrong: object) -> None:
    """Only an argument of the wrong type raises."""
    with pytest.raises(TypeError):
        ap.parse(wrong)  # type: ignore[arg-type]
