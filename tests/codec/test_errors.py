"""What is refused, and where the error says it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articleparse.codec.fields import MAX_DEPTH
from articleparse.codec.json import from_json, to_json
from articleparse.codec.loader import LoadError
from articleparse.codec.xml import from_xml, to_xml
from articleparse.source import Span
from articleparse.tree import (
    Article,
    Emphasis,
    Headline,
    ItemList,
    Paragraph,
    Strong,
    Timestamp,
    rebuild,
    validate,
    walk,
)
from tests.support.pages import n, page
from tests.support.trees import articles, nested, without_source

Document = dict[str, Any]
Change = Callable[[Document], object]

ARTICLE = page(front=[n(Headline, "Rain", n(Strong, "!"))], body=[n(Paragraph, "It rained."), n(Paragraph, "A lot.")])
HEADLINE = "$.children[0].children[0]"


def refused(document: object) -> tuple[str, str]:
    """Path and message of the error that reading a JSON document raises."""
    with pytest.raises(LoadError) as caught:
        from_json(json.dumps(document))
    return caught.value.path, caught.value.message


def changed(change: Change) -> Document:
    """The article as a JSON document, after a change to it."""
    document: Document = json.loads(to_json(ARTICLE))
    change(document)
    return document


def headline(document: Document) -> Document:
    """The headline in a JSON document."""
    found: Document = document["children"][0]["children"][0]
    return found


def on_root(**members: object) -> Change:
    """Gives the article members."""
    return lambda document: document.update(members)


def on_headline(**members: object) -> Change:
    """Gives the headline members."""
    return lambda document: headline(document).update(members)


CHANGES: dict[str, tuple[Change, str, str]] = {
    "no format": (lambda d: d.pop("format"), "$.format", "is missing"),
    "other format": (on_root(format="x"), "$.format", "must be 'articleparse', not 'x'"),
    "no version": (lambda d: d.pop("version"), "$.version", "is missing"),
    "later version": (on_root(version=2), "$.version", "must be 1, not 2"),
    "version of another type": (on_root(version=True), "$.version", "must be 1, not True"),
    "unknown escape": (on_root(escape="%"), "$.escape", "must be '\u241b', not '%'"),
    "other root": (on_root(type="body"), "$.type", "must be 'article', not 'body'"),
    "no span": (lambda d: headline(d).pop("span"), f"{HEADLINE}.span", "is missing"),
    "no type": (lambda d: headline(d).pop("type"), f"{HEADLINE}.type", "is missing"),
    "unknown type": (on_headline(type="title"), f"{HEADLINE}.type", "'title' is no type of node"),
    "type of node that is no string": (on_headline(type=[]), f"{HEADLINE}.type", "[] is no type of node"),
    "abstract type": (on_headline(type="furniture"), f"{HEADLINE}.type", "'furniture' is no type of node"),
    "child out of place": (on_headline(type="row"), HEADLINE, "row is not allowed in front"),
    "missing text": (lambda d: headline(d)["children"][0].pop("text"), f"{HEADLINE}.children[0].text", "is missing"),
    "text of a number": (
        lambda d: headline(d)["children"][0].update(text=1),
        f"{HEADLINE}.children[0].text",
        "must be a string, not an integer",
    ),
    "unknown member": (on_headline(level=1), f"{HEADLINE}.level", "is unknown here"),
    "children of a leaf": (
        lambda d: headline(d)["children"][0].update(children=[{"type": "text", "span": [0, 1], "text": ""}]),
        f"{HEADLINE}.children[0].children[0]",
        "text is not allowed in text",
    ),
    "children that are no list": (on_headline(children={}), f"{HEADLINE}.children", "must be a list, not an object"),
    "child that is no object": (
        on_headline(children=[1]),
        f"{HEADLINE}.children[0]",
        "must be an object, not an integer",
    ),
    "span of floats": (on_headline(span=[0.0, 5.0]), f"{HEADLINE}.span", "must be two integers: start and end"),
    "span of one": (on_headline(span=[0]), f"{HEADLINE}.span", "must be two integers: start and end"),
    "span of null": (on_headline(span=None), f"{HEADLINE}.span", "must be two integers: start and end"),
    "negative span": (
        on_headline(span=[-1, 5]),
        f"{HEADLINE}.span",
        "[-1, 5] is no span: it must be 0 <= start <= end",
    ),
    "span the wrong way round": (
        on_headline(span=[5, 0]),
        f"{HEADLINE}.span",
        "[5, 0] is no span: it must be 0 <= start <= end",
    ),
    "span beyond the parent": (
        on_headline(span=[0, 9]),
        f"{HEADLINE}.span",
        "[0, 9] must lie within [0, 7], what its parent and the node before it leave",
    ),
    "overlapping siblings": (
        lambda d: headline(d)["children"][1].update(span=[3, 5]),
        f"{HEADLINE}.children[1].span",
        "[3, 5] must lie within [4, 5], what its parent and the node before it leave",
    ),
    "article shorter than its source": (
        on_root(source="Rain"),
        "$.span",
        "must cover the whole source, [0, 4], not [0, 27]",
    ),
    "source of null": (on_root(source=None), "$.source", "must be a string, not null"),
    "meta of a list": (on_root(meta=[]), "$.meta", "must be an object, not a list"),
    "unknown meta": (on_root(meta={"author": "x"}), "$.meta.author", "is unknown here"),
    "confidence of a string": (
        on_root(meta={"dialect_confidence": "1"}),
        "$.meta.dialect_confidence",
        "must be a number, not a string",
    ),
    "unknown code": (
        on_root(diagnostics=[{"code": "AP000", "span": [0, 0]}]),
        "$.diagnostics[0].code",
        "'AP000' is none of",
    ),
    "diagnostic beyond the article": (
        on_root(diagnostics=[{"code": "AP006", "span": [0, 99]}]),
        "$.diagnostics[0].span",
        "[0, 99] sticks out of [0, 27]",
    ),
    "diagnostics that are no list": (on_root(diagnostics="x"), "$.diagnostics", "must be a list, not a string"),
}


@pytest.mark.parametrize(("change", "path", "message"), CHANGES.values(), ids=CHANGES)
def test_json_refused(change: Change, path: str, message: str) -> None:
    """A document with one thing wrong is refused, with the path of that thing and what is wrong with it."""
    found_path, found_message = refused(changed(change))
    assert found_path == path
    assert found_message.startswith(message)


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("pieces", [[0, 5], [4, 6]], ".pieces[1]"),
        ("pieces", [[0, 99]], ".pieces[0]"),
        ("pieces", [[0, 1], "x"], ".pieces[1]"),
        ("pieces", "x", ".pieces"),
    ],
)
def test_pieces(field: str, value: object, path: str) -> None:
    """The pieces of a paragraph are in order and within it."""
    document = json.loads(to_json(page(front=[n(Paragraph, "A cut one.")])))
    document["children"][0]["children"][0][field] = value
    assert refused(document)[0] == f"$.children[0].children[0]{path}"


@pytest.mark.parametrize(
    ("plan", "field", "value", "message"),
    [
        (n(ItemList), "ordered", 1, "must be a boolean, not an integer"),
        (n(ItemList), "start", True, "must be an integer, not a boolean"),
        (n(ItemList), "ordered", None, "must be a boolean, not null"),
        (n(Paragraph, n(Timestamp)), "kind", "born", "is unknown here"),
    ],
)
def test_nothing_is_coerced(plan: Any, field: str, value: object, message: str) -> None:
    """A value of another type is refused and not converted."""
    document = json.loads(to_json(page(front=[plan])))
    document["children"][0]["children"][0][field] = value
    assert refused(document) == (f"$.children[0].children[0].{field}", message)


def test_null_is_none() -> None:
    """A field that may be None can be written out as null."""
    document = json.loads(to_json(page(front=[n(ItemList, ordered=True)])))
    document["children"][0]["children"][0]["start"] = None
    assert from_json(json.dumps(document)) == page(front=[n(ItemList, ordered=True)])


def test_choices() -> None:
    """A string that is none of the legal ones is refused."""
    document = json.loads(to_json(page(front=[n(Paragraph, n(Timestamp, kind="updated"))])))
    document["children"][0]["children"][0]["children"][0]["kind"] = "born"
    path, message = refused(document)
    assert path == "$.children[0].children[0].children[0].kind"
    assert message == "'born' is none of published, updated, unspecified"


@pytest.mark.parametrize("data", ["", "{", "[]", "null", "1", b"\xff", "\ud800", '{"format":"\\ud800"}', "[" * 5000])
def test_no_json(data: str | bytes) -> None:
    """What is no JSON object is refused at the root."""
    with pytest.raises(LoadError) as caught:
        from_json(data)
    assert caught.value.path == "$"


def test_json_too_deep() -> None:
    """A tree deeper than the limit is refused, whether or not a JSON parser would still read it."""
    with pytest.raises(LoadError, match=f"{MAX_DEPTH} nodes are the limit"):
        from_json(to_json(nested(MAX_DEPTH - 3, Strong)))
    with pytest.raises(LoadError, match=r"depth|recursion"):
        from_json(to_json(nested(3 * MAX_DEPTH, Strong)))


def test_deepest() -> None:
    """The deepest tree that is read can be compared, shown and hashed."""
    deepest = nested(MAX_DEPTH - 4, Strong)
    for article in (from_json(to_json(deepest)), from_xml(to_xml(deepest))):
        assert article == deepest
        assert hash(article) == hash(deepest)
        assert repr(article) == repr(deepest)


def test_xml_too_deep() -> None:
    """A tree deeper than the limit is refused, whether or not an XML parser would still read it."""
    with pytest.raises(LoadError, match=f"{MAX_DEPTH} nodes are the limit"):
        from_xml(to_xml(nested(MAX_DEPTH - 3, Emphasis)))
    with pytest.raises(LoadError, match=r"[dD]epth"):
        from_xml(to_xml(nested(9 * MAX_DEPTH, Emphasis)))


ROOT = '<article xmlns="urn:articleparse:article:1" version="1" span="0 4">{}</article>'

XML: dict[str, tuple[str, str, str]] = {
    "other root": ('<body xmlns="urn:articleparse:article:1"/>', "$.type", "must be 'article', not 'body'"),
    "no namespace": ("<article/>", "$", "<article> is not an element of urn:articleparse:article:1"),
    "no version": ('<article xmlns="urn:articleparse:article:1"/>', "$.version", "is missing"),
    "later version": ('<article xmlns="urn:articleparse:article:1" version="2"/>', "$.version", "must be 1, not '2'"),
    "no span": ('<article xmlns="urn:articleparse:article:1" version="1"/>', "$.span", "is missing"),
    "unknown element": (ROOT.format("<x/>"), "$", "<x> is no type of node"),
    "element of another namespace": (ROOT.format('<x xmlns="y"/>'), "$", "<{y}x> is not an element of"),
    "element in meta": (ROOT.format("<meta><front/></meta>"), "$.meta", "<front> is not allowed here"),
    "unknown attribute": (ROOT.format('<front span="0 1" x="1"/>'), "$.children[0].x", "is unknown here"),
    "text between nodes": (ROOT.format('<front span="0 1"/>word'), "$", "text is not allowed here: 'word'"),
    "span of letters": (
        ROOT.format('<front span="0 1"/><body span="a b"/>'),
        "$.children[1].span",
        "'a b' can't be read",
    ),
    "span of one": (ROOT.format('<front span="0"/>'), "$.children[0].span", "must be two integers"),
    "huge number": (ROOT.format(f'<front span="0 {"9" * 5000}"/>'), "$.children[0].span", "'0 999"),
    "boolean of a word": (
        ROOT.format('<front span="0 1"><item_list span="0 1" ordered="yes"/></front>'),
        "$.children[0].children[0].ordered",
        "'yes' can't be read",
    ),
    "no number": (
        ROOT.format('<meta dialect_confidence="high"/>'),
        "$.meta.dialect_confidence",
        "'high' can't be read",
    ),
    "source twice": (ROOT.format("<source>Rain</source><source/>"), "$.source", "occurs twice"),
    "unknown code": (ROOT.format('<diagnostic code="x" span="0 0"/>'), "$.diagnostics[0].code", "'x' is none of"),
    "child out of place": (ROOT.format('<row span="0 1"/>'), "$.children[0]", "row is not allowed in article"),
    "type as an attribute": (ROOT.format('<front span="0 1" type="body"/>'), "$.children[0].type", "is unknown here"),
}


@pytest.mark.parametrize(("data", "path", "message"), XML.values(), ids=XML)
def test_xml_refused(data: str, path: str, message: str) -> None:
    """A document with one thing wrong is refused, with the path that the thing would have in JSON."""
    with pytest.raises(LoadError) as caught:
        from_xml(data)
    assert caught.value.path == path
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    "data", ["", "<", "word", "\x00", ROOT.format("<source>"), b"\xff\xfe\xfd", "\ud800", ROOT.format("&nbsp;")]
)
def test_no_xml(data: str | bytes) -> None:
    """What is not well-formed XML is refused at the root."""
    with pytest.raises(LoadError) as caught:
        from_xml(data)
    assert caught.value.path == "$"
    assert caught.value.message.startswith("not XML")


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE article>",
        f"<!DOCTYPE article [{BOMB}]>",
        '<!DOCTYPE article SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE article [<!ENTITY e11 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE article [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>',
    ],
)
def test_no_dtd(declaration: str) -> None:
    """A document type declaration is refused before any entity is expanded or any file opened."""
    with pytest.raises(LoadError, match="a document type declaration is not allowed"):
        from_xml(declaration + ROOT.format("<source>&e11;</source>"))


def test_comments_and_instructions_are_ignored() -> None:
    """Comments and processing instructions part no text, and an encoding declaration says nothing about a str."""
    source = "<!-- a --><source>Ra<!-- b -->i<?c d?>n</source>"
    article = from_xml('<?xml version="1.0" encoding="latin-1"?><?x y?>' + ROOT.format(source))
    assert article.source == "Rain"


def test_other_encodings() -> None:
    """Bytes may be in any encoding that they declare."""
    data = (
        '<?xml version="1.0" encoding="utf-16"?>' + ROOT.format("<source>Né ␛41;</source>").replace("4", "6", 1)
    ).encode("utf-16")
    with pytest.raises(LoadError) as caught:
        from_xml(data)
    assert caught.value.message == "must cover the whole source, [0, 4], not [0, 6]"


def test_large_text() -> None:
    """A text beyond the 10 MB that an XML parser takes by default is read."""
    source = "word " * 2_100_000
    data = ROOT.replace("0 4", f"0 {len(source)}").format(f"<source>{source}</source>")
    assert from_xml(data).source == source


def loads(read: Callable[[str], Article], written: str) -> bool:
    """Whether a document is read."""
    try:
        read(written)
    except LoadError:
        return False
    return True


@given(articles(depth=2), st.data())
@settings(max_examples=40, deadline=None)
def test_readers_agree_with_the_check(article: Article, data: st.DataObject) -> None:
    """A tree with one span moved is refused just where `validate` finds some, by both readers alike."""
    article = without_source(article)
    victim = data.draw(st.sampled_from([node for node in walk(article) if node is not article]))
    assume(not (isinstance(victim, Paragraph) and victim.pieces))
    start, end = (bound + data.draw(st.integers(-2, 2)) for bound in victim.span)
    moved = attrs.evolve(victim, span=Span(start, end))
    tree = cast("Article", rebuild(article, lambda node: moved if node is victim else node))
    well_formed = validate(tree) == []
    assert loads(from_json, to_json(tree)) == well_formed
    assert loads(from_xml, to_xml(tree)) == well_formed


@pytest.mark.parametrize(
    ("name", "shown"),
    [("\x1b[2J", r"['\x1b[2J']"), ("a b", "['a b']"), ("", "['']"), ("x" * 10_000, "['xxxxxxxxxxxx...xxxxxxxxxxxxx']")],
)
def test_odd_members(name: str, shown: str) -> None:
    """A member whose name is no word is told in quotes, without what would steer a terminal, and shortened."""
    assert refused(changed(on_root(**{name: 1}))) == (f"${shown}", "is unknown here")


@pytest.mark.parametrize("member", ["format", "version", "type", "source"])
def test_deep_values(member: str) -> None:
    """A value nested almost as deep as JSON can be read is refused where a string belongs."""
    document = json.dumps(changed(lambda document: document.pop(member)))
    assert document.endswith("}")
    with pytest.raises(LoadError) as caught:
        from_json(document[:-1] + f', "{member}": {"[" * 1000}{"]" * 1000}' + "}")
    assert caught.value.path == f"$.{member}"
    assert len(caught.value.message) < 200
