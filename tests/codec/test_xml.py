"""What the XML looks like."""

from __future__ import annotations

from hypothesis import given, settings
from lxml import etree

from articleparse.codec.xml import to_xml
from articleparse.source import Span
from articleparse.tree import Article, Caption, Credit, Headline, ItemList, Link, Meta, Paragraph
from tests.support.pages import n, page
from tests.support.trees import articles, without_source


def test_shape() -> None:
    """A node is an element named after its type, a block on a line of its own; its fields are attributes."""
    article = page(front=[n(Headline, "Rain")], body=[n(Paragraph, "See ", n(Link, "this", target="x?a&b"), ".")])
    assert to_xml(without_source(article)) == (
        '<?xml version="1.0"?>\n'
        '<article xmlns="urn:articleparse:article:1" version="1" span="0 17">\n'
        '<front span="0 6">\n'
        '<headline span="0 4"><text span="0 4">Rain</text></headline></front>\n'
        '<body span="6 17">\n'
        '<section span="6 17">\n'
        '<paragraph span="6 15"><text span="6 10">See </text>'
        '<link span="10 14" target="x?a&amp;b"><text span="10 14">this</text></link>'
        '<text span="14 15">.</text></paragraph></section></body>\n'
        '<back span="17 17"/></article>\n'
    )


def test_lists_are_elements() -> None:
    """A field that holds several values is an element for each, before the children."""
    written = to_xml(page(front=[n(Caption, n(Credit, "EPA", holder="EPA", agencies=("EPA", "AP")))]))
    assert '<credit span="0 3" holder="EPA"><agencies>EPA</agencies><agencies>AP</agencies><text' in written


def test_scalars() -> None:
    """Booleans and numbers are written as XML Schema has them."""
    written = to_xml(page(front=[n(ItemList, ordered=True, start=3)], meta=Meta(dialect_confidence=0.25)))
    assert '<item_list span="0 0" ordered="true" start="3"/>' in written
    assert '<meta dialect_confidence="0.25"/>' in written


def test_escapes() -> None:
    """What XML forbids is escaped; what a reader would change is a character reference."""
    source = "\x00\r\n\u241b&<>"
    written = to_xml(Article(Span(0, 7), meta=Meta(language='"\t\n\r\x01'), source=source))
    assert "<source>\u241b0;&#13;\n\u241b241B;&amp;&lt;&gt;</source>" in written
    assert 'language="&quot;&#9;&#10;&#13;\u241b1;"' in written


def test_no_source() -> None:
    """The source can be left out."""
    assert "<source>" not in to_xml(Article(Span(0, 2), source="hi"), include_source=False)


@given(articles())
@settings(max_examples=40, deadline=None)
def test_well_formed(article: Article) -> None:
    """Whatever the article, its XML has a UTF-8 form and any XML parser reads it."""
    assert etree.fromstring(to_xml(article).encode()).tag == "{urn:articleparse:article:1}article"
