"""Articles from NITF."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import articleparse as ap
from articleparse.codec.loader import LoadError
from articleparse.formats.documents import MAX_DEPTH
from articleparse.formats.nitf import to_nitf
from articleparse.formats.nitf_reader import from_nitf
from articleparse.formats.record import to_record
from articleparse.tree import Article, Byline, Dateline, Paragraph, Timestamp, TimestampLine
from tests.support.corpus import DIALECTS, dumps, needs_corpus
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"
SAMPLE = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><date.issue norm="20240303T100000Z"/></docdata>'
    "</head><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"
)

OF_THE_DUMP = {"source", "dialect", "kind", "confidence", "diagnostics", "furniture", "links"}
"""What a record tells of the dump and of what is beside the story."""


def differences(article: Article, again: Article) -> set[str]:
    """The fields of the record that are not the same."""
    one, two = to_record(article), to_record(again)
    return {name for name in one.keys() - OF_THE_DUMP if one[name] != two[name]}  # type: ignore[literal-required]


def test_seed() -> None:
    """A parsed dump comes back with its record, and what is written of it is the same again."""
    article = ap.parse_file(SEED)
    again = from_nitf(to_nitf(article))
    assert differences(article, again) == set()
    assert to_nitf(again) == to_nitf(article)


def test_whole() -> None:
    """Every kind of node of a story comes back.

    But a line of credits is in the caption before it, words in a box are paragraphs, and a time has no seconds of 0.
    """
    again = from_nitf(to_nitf(WHOLE))
    assert ap.validate(again) == []
    assert differences(WHOLE, again) == {"sections", "updated"}
    assert again.text == WHOLE.text
    assert {node.type for node in ap.walk(WHOLE)} - {node.type for node in ap.walk(again)} == {
        "navigation",
        "credit_line",
    }
    assert to_nitf(again) == to_nitf(WHOLE)


def test_one_moment_for_two_dates() -> None:
    """A story that was changed when it was published comes back with both dates, also where the text shows but one."""
    day = {"raw": "3 March", "when": "2024-03-03"}
    stamps = [n(Timestamp, "3 March", kind=kind, **day) for kind in ("published", "updated")]
    for front in ([n(TimestampLine, *stamps)], [n(Byline, stamps[0]), n(TimestampLine, stamps[1])]):
        written = to_nitf(page(front=front))
        record = to_record(from_nitf(written))
        assert (record["published"], record["updated"]) == ("2024-03-03", "2024-03-03")
        once = to_nitf(from_nitf(written))
        assert to_nitf(from_nitf(once)) == once


def test_dateline_without_a_space() -> None:
    """In a script that writes no spaces, none is put behind the dateline."""
    article = page(body=[n(Paragraph, n(Dateline, "【東京】"), "雨が降る。")])
    assert from_nitf(to_nitf(article)).text == article.text


@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_real_dumps(dialect: str) -> None:
    """What was read is written as it stood, from the first reading on."""
    for path in dumps(dialect)[::4]:
        once = to_nitf(from_nitf(to_nitf(ap.parse_file(path))))
        assert to_nitf(from_nitf(once)) == once


@given(articles())
@settings(max_examples=40, deadline=None)
def test_any_tree(article: Article) -> None:
    """Whatever is written is read, as a well-formed tree that gives back its source."""
    again = from_nitf(to_nitf(article))
    assert ap.validate(again) == []
    assert ap.unparse(again) == again.source


REFUSED = {
    "": ("$", "not XML"),
    "<nitf": ("$", "not XML"),
    "<html/>": ("$", "must be <nitf>, not <html>"),
    '<nitf xmlns="urn:x"><body/></nitf>': ("$", "must be <nitf>, not <{urn:x}nitf>"),
    "<nitf/>": ("/nitf", "has no body"),
    "<nitf><body><p>x</p></body></nitf>": ("/nitf/body/p", "<p> is not allowed here"),
    "<nitf><body><body.head><p/></body.head></body></nitf>": ("/nitf/body/body.head/p", "<p> is not allowed here"),
    SAMPLE.format("word"): ("/nitf/body/body.content", "text is not allowed here: 'word'"),
    SAMPLE.format("<p/><ul><p>x</p></ul>"): ("/nitf/body/body.content/ul/p", "<p> is not allowed here"),
    SAMPLE.format("<p/><p/><li/>"): ("/nitf/body/body.content/li", "<li> is not allowed here"),
    SAMPLE.format("<bq>said</bq>"): ("/nitf/body/body.content/bq", "text is not allowed here: 'said'"),
    SAMPLE.format("<table><tr><p/></tr></table>"): ("/nitf/body/body.content/table/tr/p", "<p> is not allowed here"),
    SAMPLE.format("<p>&nbsp;</p>"): ("$", "not XML"),
    SAMPLE.format("<p>" * MAX_DEPTH): ("$", f"nested too deep: {MAX_DEPTH} elements are the limit"),
    "\ud800": ("$", "not XML"),
}


@pytest.mark.parametrize(("data", "expected"), REFUSED.items(), ids=range(len(REFUSED)))
def test_refused(data: str, expected: tuple[str, str]) -> None:
    """A document with one thing wrong is refused, with the path of the element at fault."""
    with pytest.raises(LoadError) as caught:
        from_nitf(data)
    assert caught.value.path == expected[0]
    assert caught.value.message.startswith(expected[1])


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">',
        f"<!DOCTYPE nitf [{BOMB}]>",
        '<!DOCTYPE nitf [<!ENTITY e11 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE nitf [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>',
    ],
)
def test_no_dtd(declaration: str) -> None:
    """A document type declaration is refused before any entity is expanded or any file opened."""
    with pytest.raises(LoadError, match="a document type declaration is not allowed"):
        from_nitf(declaration + SAMPLE.format("<p>&e11;</p>"))


NAMES = st.sampled_from(
    ["p", "block", "ul", "li", "bq", "media", "tr", "note", "hl1", "byline", "em", "body", "x", "{y}z"]
)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_hostile_documents(data: st.DataObject) -> None:
    """A document with anything in any place is an article or a LoadError, and nothing else."""
    root = etree.fromstring(to_nitf(WHOLE).encode())
    element = data.draw(st.sampled_from([*root.iter()]))
    name = data.draw(NAMES)
    element.tag = name if name.startswith("{") else f"{{http://iptc.org/std/NITF/2006-10-18/}}{name}"
    element.text = data.draw(st.sampled_from(["", "x", None]))
    for attribute in element.attrib:
        element.set(attribute, data.draw(st.sampled_from(["", "x", "-1", "9" * 30])))
    try:
        assert ap.validate(from_nitf(etree.tostring(root))) == []
    except LoadError as error:
        where = error.path
    else:
        where = "$"
    assert where.startswith(("$", "/"))


OTHERS = {
    '<p>Sum: <money unit="EUR">3 Euro</money> in <location><city>Oslo</city></location>.</p>': "Sum: 3 Euro in Oslo.",
    "<dl><dt>a</dt><dd>b</dd></dl>": "a\n\nb",
    "<fn><body.content><p>a</p></body.content></fn>": "a",
    "<block><byline>By <person>Ann</person></byline><p>a</p><datasource>b</datasource></block>": "By Ann\n\na\n\nb",
    "<bq><block><p>a</p></block><credit>Ann</credit></bq>": "a\n\nAnn",
    '<p xmlns:x="urn:x">a<x:b>c</x:b>d<x:b/></p>': "ad",
    "<!-- a --><p>a<?b c?>d</p>": "ad",
    "<table><caption>x</caption><tbody><tr><td>a</td><td><p>b</p></td></tr></tbody></table>": "a\tb",
}


@pytest.mark.parametrize(("content", "text"), OTHERS.items())
def test_documents_of_others(content: str, text: str) -> None:
    """What we never write is read for its words; elements of other vocabularies are left out."""
    article = from_nitf(SAMPLE.format(content))
    assert article.text == text
    assert article.published is not None
    assert article.published.when == "2024-03-03T10:00Z"


def test_without_namespace_and_in_other_encodings() -> None:
    """Older documents have no namespace; bytes are in the encoding that they declare."""
    data = "<?xml version='1.0' encoding='utf-16'?><nitf><body><body.content><p>Né</p></body.content></body></nitf>"
    assert from_nitf(data.encode("utf-16")).text == "Né"
    assert from_nitf(data).text == "Né"
