"""What the JSON looks like."""

from __future__ import annotations

import json

import pytest

from articleparse.codec.json import to_json
from articleparse.source import Span
from articleparse.tree import Article, Control, Headline, ItemList, Link, Paragraph
from tests.support.pages import n, page
from tests.support.trees import without_source

ARTICLE = page(front=[n(Headline, "Rain")], body=[n(Paragraph, "See ", n(Link, "this"), ".")])


def test_shape() -> None:
    """A node is its type, its span, its fields and its children; what is at its default is left out."""
    assert json.loads(to_json(ARTICLE)) == {
        "format": "articleparse",
        "version": 1,
        "type": "article",
        "span": [0, 17],
        "source": "Rain\n\nSee this.\n\n",
        "children": [
            {
                "type": "front",
                "span": [0, 6],
                "children": [
                    {
                        "type": "headline",
                        "span": [0, 4],
                        "children": [{"type": "text", "span": [0, 4], "text": "Rain"}],
                    }
                ],
            },
            {
                "type": "body",
                "span": [6, 17],
                "children": [
                    {
                        "type": "section",
                        "span": [6, 17],
                        "children": [
                            {
                                "type": "paragraph",
                                "span": [6, 15],
                                "children": [
                                    {"type": "text", "span": [6, 10], "text": "See "},
                                    {
                                        "type": "link",
                                        "span": [10, 14],
                                        "children": [{"type": "text", "span": [10, 14], "text": "this"}],
                                    },
                                    {"type": "text", "span": [14, 15], "text": "."},
                                ],
                            }
                        ],
                    }
                ],
            },
            {"type": "back", "span": [17, 17]},
        ],
    }


def test_fields() -> None:
    """A field that is not at its default stands under the name of its attribute."""
    written = to_json(page(front=[n(ItemList, ordered=True, start=0), n(Control, action="print")]))
    assert '{"type":"item_list","span":[0,0],"ordered":true,"start":0}' in written
    assert '{"type":"control","span":[0,0],"action":"print"}' in written


def test_one_line() -> None:
    """Without indentation the document is one line, as JSON Lines want it."""
    assert "\n" not in to_json(ARTICLE)


def test_indent() -> None:
    """With indentation every node has a line of its own, further to the right than its parent's."""
    written = to_json(without_source(ARTICLE), indent=True)
    assert json.loads(written) == json.loads(to_json(without_source(ARTICLE)))
    assert '\n      {"type":"text","span":[0,4],"text":"Rain"}\n' in written


def test_no_source() -> None:
    """The source can be left out."""
    assert "source" not in json.loads(to_json(ARTICLE, include_source=False))


def test_escape_is_declared() -> None:
    """Lone surrogates are escaped and the document says so; without any, nothing is escaped."""
    escaped = json.loads(to_json(Article(Span(0, 2), source="\ud800\u241b")))
    assert escaped["escape"] == "\u241b"
    assert escaped["source"] == "\u241bD800;\u241b241B;"
    plain = json.loads(to_json(Article(Span(0, 1), source="\u241b")))
    assert "escape" not in plain
    assert plain["source"] == "\u241b"


def test_always_encodable() -> None:
    """What is written has a UTF-8 form, whatever the text."""
    assert to_json(Article(Span(0, 1), source="\udfff")).encode()


def test_no_form_for_large_integers() -> None:
    """An integer beyond 64 bits raises TypeError."""
    with pytest.raises(TypeError):
        to_json(page(front=[n(ItemList, start=2**64)]))
