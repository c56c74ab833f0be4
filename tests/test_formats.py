"""The registry of formats."""

from __future__ import annotations

import json

import pytest

from articleparse.formats import FORMATS
from articleparse.source import Span
from articleparse.tree import Article, Headline, Paragraph
from tests.support.pages import n, page

ARTICLE = page(front=[n(Headline, "Rain")], body=[n(Paragraph, "It rained.")])


def test_names() -> None:
    """There are five formats, each under its own name and with a suffix of its own."""
    assert list(FORMATS) == ["json", "xml", "record", "markdown", "text"]
    assert all(entry.name == name for name, entry in FORMATS.items())
    assert len({entry.suffix for entry in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_round_trip(name: str) -> None:
    """What can be read is read as the article that was written."""
    entry = FORMATS[name]
    written = entry.write(ARTICLE)
    assert "Rain" in written
    if entry.read is not None:
        assert entry.read(written) == ARTICLE
        assert entry.read(written.encode()) == ARTICLE


@pytest.mark.parametrize("name", ["json", "record"])
def test_lines(name: str) -> None:
    """The formats that JSON Lines can hold write one line that says the same."""
    entry = FORMATS[name]
    assert entry.write_line is not None
    written = entry.write_line(ARTICLE)
    assert "\n" not in written
    assert json.loads(written) == json.loads(entry.write(ARTICLE))


def test_record_is_always_encodable() -> None:
    """Lone surrogates, which JSON can't hold, are replaced in a record."""
    article = page(front=[n(Headline, "\ud800")])
    assert json.loads(FORMATS["record"].write(article).encode())["headline"] == "\ufffd"


def test_immutable() -> None:
    """The registry can't be changed by accident."""
    with pytest.raises(TypeError):
        FORMATS["json"] = FORMATS["xml"]  # type: ignore[index]
    assert FORMATS["json"].write(Article(Span(0, 0)))
