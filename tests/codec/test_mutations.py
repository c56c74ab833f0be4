"""Valid documents with something wrong put into them: each is an article or a `LoadError` with a path."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.codec.json import from_json, to_json
from articleparse.codec.loader import LoadError
from articleparse.codec.xml import from_xml, to_xml
from articleparse.formats import FORMATS, Format
from articleparse.tree import Article, validate
from tests.support.trees import HARD, articles, without_source

PATH = re.compile(
    r"""\$(?:\.\w+|\[\d+\]|\[(?:'[^'\n]*'|"[^"\n]*")\])*|(?:/[\w.:*@\U00010000-\U000EFFFF-]+(?:\[\d+\])?)+"""
)
"""A path from the root of a document: names, indices, and names in quotes; of NITF an XPath, with any name of XML."""

HUGE = 10**18
WRONG: st.SearchStrategy[Any] = st.sampled_from(
    (
        *(None, True, False, -1, 0, 1, HUGE, -HUGE, 0.5, 1e308, "", "x", "text", "article", "\u241bD800;"),
        *("\x1b" * 3000, [], {}, [0], [0, 0], [5, 1], [-1, 1], [0, HUGE], [0.0, 1.0], [[0, 1]], [{}]),
        *({"type": "text"}, {"type": "article", "span": [0, 0]}, {"type": []}, {"type": {}}),
    )
)
"""Values that belong elsewhere, or nowhere."""


def is_article_or_error(read: Callable[[str | bytes], Article], written: str | bytes) -> None:
    """Assert that a document is read as a well-formed article, or refused in a short line with a path."""
    article, error = None, None
    try:
        article = read(written)
    except LoadError as caught:
        error = caught
    if article is not None:
        assert validate(without_source(article)) == []  # words may be missing from its nodes
    if error is not None:
        assert PATH.fullmatch(error.path), error.path
        assert len(str(error)) < 2000
        assert "\x1b" not in str(error)


def places(document: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a document with each of its keys."""
    stack = [document]
    while stack:
        container = stack.pop()
        keys = container if isinstance(container, dict) else range(len(container))
        for key in keys:
            yield container, key
            if isinstance(container[key], (dict, list)):
                stack.append(container[key])


@given(articles(depth=1), st.data())
@settings(max_examples=60, deadline=None)
def test_json(article: Article, data: st.DataObject) -> None:
    """JSON with values replaced, left out, doubled or renamed."""
    document = json.loads(to_json(article))
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(list(places(document))))
        how = data.draw(st.sampled_from(("replace", "remove", "double", "rename")))
        if how == "replace":
            container[key] = data.draw(WRONG)
        elif how == "remove":
            del container[key]
        elif isinstance(container, list):
            container.insert(key, container[key])
        elif how == "rename":
            container[data.draw(st.sampled_from(("type", "span", "text", "children", "x y", "\x1b[0m", "")))] = (
                container.pop(key)
            )
    is_article_or_error(from_json, json.dumps(document))


@given(articles(depth=1), st.data())
@settings(max_examples=60, deadline=None)
def test_xml(article: Article, data: st.DataObject) -> None:
    """XML with attributes and names replaced, parts left out, doubled or swapped."""
    parts = re.split(r'(<[^<>]*>|"[^"]*")', to_xml(article))
    for _ in range(data.draw(st.integers(1, 3))):
        place, other = (data.draw(st.integers(0, len(parts) - 1)) for _ in range(2))
        change = data.draw(st.sampled_from((*XML_PARTS, "", parts[place] * 2, parts[other])))
        parts[place] = change
    is_article_or_error(from_xml, "".join(parts))


XML_PARTS = (
    *(
        '"-1 0"',
        '"0 999999999999999999"',
        f'"0 {"9" * 400}"',
        '"x"',
        '""',
        '"0"',
        '"nan"',
        '"-inf"',
        '"true"',
        '"1e999"',
    ),
    *(
        "<text>",
        "</text>",
        "<text/>",
        "<source/>",
        "<meta/>",
        "<article/>",
        "<x/>",
        "<!-- -->",
        "<?x?>",
        "<![CDATA[a]]>",
    ),
    *("&amp;", "&x;", "&#0;", "&#x10FFFF;", '<text xmlns="x"/>', "<!DOCTYPE x>", "word"),
)


@pytest.mark.parametrize("entry", [entry for entry in FORMATS.values() if entry.read], ids=lambda entry: entry.name)
@given(article=articles(depth=1), data=st.data())
@settings(max_examples=25, deadline=None)
def test_bytes(entry: Format, article: Article, data: st.DataObject) -> None:
    """Each format that is read, with bytes changed, lost or cut off."""
    text = entry.write(article)
    written = bytearray(text.encode() if isinstance(text, str) else text)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(written) - 1))
        written[place : place + data.draw(st.integers(0, 3))] = data.draw(
            st.binary(max_size=2) | st.sampled_from(HARD).map(lambda text: text.encode("utf-8", "surrogatepass"))
        )
    assert entry.read is not None
    is_article_or_error(entry.read, bytes(written))
