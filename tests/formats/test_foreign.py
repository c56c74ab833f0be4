"""Articles from formats of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse.codec.loader import LoadError
from articleparse.formats.jsonld import from_jsonld, to_jsonld
from articleparse.formats.ninjs import from_ninjs, to_ninjs
from articleparse.formats.record import to_record
from articleparse.tree import (
    Article,
    Byline,
    Caption,
    Credit,
    CreditLine,
    Dateline,
    Deck,
    Figure,
    Headline,
    Highlights,
    Item,
    ItemList,
    Kicker,
    LineBreak,
)  # fmt: skip
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"

Write = Callable[[Article], str]
Read = Callable[[str], Article]
formats = pytest.mark.parametrize(
    ("write", "read"), [(to_jsonld, from_jsonld), (to_ninjs, from_ninjs)], ids=["jsonld", "ninjs"]
)

OF_THE_DUMP = {"source", "dialect", "kind", "confidence", "diagnostics", "furniture", "links"}
"""What a record tells of the dump and of what is beside the story."""


def differences(article: Article, again: Article) -> set[str]:
    """The fields of the record that are not the same."""
    one, two = to_record(article), to_record(again)
    return {name for name in one.keys() - OF_THE_DUMP if one[name] != two[name]}  # type: ignore[literal-required]


@formats
def test_seed(write: Write, read: Read) -> None:
    """A parsed dump comes back with its record, and what is written of it is the same again."""
    article = ap.parse_file(SEED)
    again = read(write(article))
    assert differences(article, again) == set()
    assert write(again) == write(article)


def test_whole_from_ninjs() -> None:
    """Ninjs holds all of a story, every kind of node in it too."""
    again = from_ninjs(to_ninjs(WHOLE))
    assert differences(WHOLE, again) == set()
    assert {node.type for node in ap.walk(WHOLE)} - {node.type for node in ap.walk(again)} == {"navigation", "emphasis"}
    assert [node.type for node in ap.walk(again.body)] == [
        node.type for node in ap.walk(WHOLE.body) if node.type != "related" and not is_related(node)
    ]


def is_related(node: ap.tree.Node) -> bool:
    """Whether a node stands in the block of related stories, which ninjs holds apart."""
    return any(node is inside for block in WHOLE.related for inside in ap.walk(block))


def test_whole_from_jsonld() -> None:
    """schema.org holds the words of the paragraphs, not which of them were lists, tables and questions."""
    again = from_jsonld(to_jsonld(WHOLE))
    assert differences(WHOLE, again) == {"sections"}
    assert again.text == WHOLE.text
    assert again.authors[0].role == "Editor"


def test_a_dateline_below_other_words() -> None:
    """In schema.org data the dateline opens the first paragraph that begins with it, be it the first of all or not."""
    again = from_jsonld(
        '{"@type":"NewsArticle","dateline":"OSLO","articleBody":"A picture book.\\n\\nOSLO Rain.\\n\\nOSLO again."}'
    )
    assert [node.text for node in ap.find(again, Dateline)] == ["OSLO"]
    assert again.text == "A picture book.\n\nOSLO Rain.\n\nOSLO again."


@formats
def test_a_lone_credit(write: Write, read: Read) -> None:
    """A credit above the story that belongs to no caption is not given to the caption before it."""
    article = page(front=[n(Caption, "A pier"), n(Deck, "Rain"), n(CreditLine, n(Credit, "EPA", holder="EPA"))])
    assert to_record(read(write(article)))["captions"] == [{"text": "A pier", "credit": None}]


def test_a_byline_without_names() -> None:
    """The words of a byline that names nobody come back from schema.org data."""
    article = page(front=[n(Byline, "By our reporters")])
    again = from_jsonld(to_jsonld(article))
    assert again.byline is not None
    assert again.byline.text == "By our reporters"


@formats
def test_two_kickers(write: Write, read: Read) -> None:
    """Every kicker comes back."""
    article = page(front=[n(Kicker, "Weather"), n(Kicker, "North"), n(Headline, "Rain")])
    assert [node.text for node in ap.find(read(write(article)), Kicker)] == ["Weather", "North"]


@formats
def test_key_points(write: Write, read: Read) -> None:
    """A key point stays one whatever line breaks it has, and one below another is a point of its own."""
    points = n(ItemList, n(Item, "Two", n(LineBreak), "lanes", n(ItemList, n(Item, "No toll"))))
    again = read(write(page(front=[n(Highlights, points)])))
    assert to_record(again)["deck"] == ["Two lanes", "No toll"]


def test_pictures_of_the_body_are_told_once() -> None:
    """A picture that ninjs has in the body and beside it is one, though its caption has a line break."""
    article = page(body=[n(Figure, n(Caption, "A pier", n(LineBreak), "at noon"))])
    assert len(to_record(from_ninjs(to_ninjs(article)))["captions"]) == 1


@formats
@given(articles())
@settings(max_examples=15)
def test_any_tree(write: Write, read: Read, article: Article) -> None:
    """Whatever is written is read, as a well-formed tree that gives back its source and can be written again."""
    again = read(write(article))
    assert ap.validate(again) == []
    assert ap.unparse(again) == again.source
    assert ap.validate(read(write(again))) == []


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3) | st.just("<p><b>x"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with every key of it, in a document."""
    found = []
    stack = [value]
    while stack:
        top = stack.pop()
        keys = top if isinstance(top, dict) else range(len(top)) if isinstance(top, list) else ()
        for key in keys:
            found.append((top, key))
            stack.append(top[key])
    return found


@formats
@given(data=st.data())
@settings(max_examples=60)
def test_hostile_documents(write: Write, read: Read, data: st.DataObject) -> None:
    """A document with anything in any place is an article or a LoadError that says where, and nothing else."""
    document = json.loads(write(WHOLE))
    container, key = data.draw(st.sampled_from(places(document)))
    container[key] = data.draw(JUNK)
    try:
        again = read(json.dumps(document))
    except LoadError as error:
        where = error.path
    else:
        assert ap.validate(again) == []
        where = "$"
    assert where.startswith("$")


@pytest.mark.parametrize("read", [from_jsonld, from_ninjs])
@pytest.mark.parametrize("data", ["", "[", "1", "null", '"x"', "[]", "{}", "[1]", b"\xff", "[" * 100_000])
def test_no_document(read: Read, data: Any) -> None:
    """What is no such document at all is a LoadError at the root."""
    with pytest.raises(LoadError, match=r"^\$"):
        read(data)


WRONG: list[tuple[Read, str, str]] = [
    (from_ninjs, '{"uri":"x","headlines":[{"value":1}]}', "$.headlines[0].value: must be a string"),
    (from_ninjs, '{"uri":"x","headlines":{}}', "$.headlines: must be a list"),
    (from_ninjs, '{"uri":"x","people":["Ann"]}', "$.people[0]: must be an object"),
    (from_ninjs, '{"headlines":[]}', "$: has no uri, which every ninjs document has"),
    (from_jsonld, '{"@type":"NewsArticle","headline":{}}', "$.headline: must be a string"),
    (from_jsonld, '[{"@type":"Recipe"}]', "$: has no article of schema.org"),
    (
        from_jsonld,
        '{"@graph":[{"@type":["Article"],"author":[{"name":1}]}]}',
        "$.@graph[0].author[0].name: must be a string",
    ),
]


@pytest.mark.parametrize(("read", "data", "message"), WRONG)
def test_errors_name_the_place(read: Read, data: str, message: str) -> None:
    """An error tells the path and what is expected there."""
    with pytest.raises(LoadError) as caught:
        read(data)
    assert str(caught.value) == message


def test_deep_html() -> None:
    """A body nested beyond the limit is refused, whatever the parser of HTML makes of it."""
    document = {"uri": "x", "bodies": [{"contentType": "text/html", "value": "<div>" * 5000 + "x"}]}
    with pytest.raises(LoadError, match=r"^\$\.bodies\[0\]\.value: "):
        from_ninjs(json.dumps(document))


def body(html: str) -> str:
    """The story read from a body of HTML, drawn by types and words."""
    article = from_ninjs(json.dumps({"uri": "x", "bodies": [{"contentType": "text/html", "value": html}]}))
    assert ap.validate(article) == []
    return " ".join(
        f"{node.type}" if node.children else repr(node.text)
        for node in ap.walk(article.body)
        if node is not article.body
    )


HTML = {
    "<p>a <b>b</b></p>": "section paragraph 'a ' strong 'b'",
    "just words": "section paragraph 'just words'",
    "<div>a<p>b</p>c</div>": "section paragraph 'a' paragraph 'b' paragraph 'c'",
    "<h2>A</h2><p>b</p><h3>C</h3>": "section heading 'A' paragraph 'b' section heading 'C'",
    "<ul><li>a<figure><p>b</p></figure></li></ul>": "section item_list item 'a' paragraph 'b'",
    "<p>a<script>b</script><!-- c --> d</p>": "section paragraph 'a' ' d'",
    "<table><tbody><tr><td>a<td><p>b</table>": "section table row cell 'a' cell 'b'",
    "<h2><div>a</div></h2>": "section heading 'a'",
    "<p></p><hr><br>": "section ''",
    "<figure><img src=a><figcaption>b</figcaption></figure>": "section figure paragraph '' caption 'b'",
}


@pytest.mark.parametrize(("html", "expected"), HTML.items())
def test_bodies(html: str, expected: str) -> None:
    """HTML that others write becomes blocks; no words are lost but those of scripts and comments."""
    assert body(html) == expected
