"""An article as a page of HTML."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from lxml import etree

import articleparse as ap
from articleparse.formats.html import body_html, to_html
from articleparse.formats.scalars import safe_target
from articleparse.source import Span
from articleparse.tree import (
    Article,
    Body,
    Emphasis,
    Figure,
    Heading,
    Headline,
    Image,
    Link,
    Navigation,
    Node,
    Paragraph,
    Section,
    Strong,
    Text,
    Timestamp,
    TimestampLine,
)  # fmt: skip
from tests.support.pages import n, page
from tests.support.trees import articles, nested
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"


def parsed(page_: str) -> etree._Element:
    """The page as a strict parser of HTML5 reads it: any parse error raises."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    root: etree._Element = parser.parse(page_).getroot()
    return root


def body_of(*blocks: object) -> str:
    """The HTML of a body."""
    return body_html(page(body=blocks))  # type: ignore[arg-type]


def test_whole() -> None:
    """Every part of a story is an element of its own, in the order of a page."""
    root = parsed(to_html(WHOLE))
    assert root.get("lang") == "en"
    assert root.findtext("head/title") == "Bridge <reopens> & stays"
    header = root.find("body/article/header")
    assert header is not None
    assert [child.get("class") or child.tag for child in header][:6] == [
        "kicker", "headline", "deck", "byline", "timestamp-line", "timestamp-line",
    ]  # fmt: skip
    assert root.xpath("//header/p[@class='timestamp-line']/time/@datetime") == [
        "2024-05-03",
        "2024-05-03T12:00:00+02:00",
    ]
    assert root.xpath("//header/figure/p/img/@alt") == ["A bridge"]
    assert root.xpath("//header/figure/figcaption/span/span[@class='credit']/text()") == ["(Photo: EPA)"]
    assert root.xpath("//article/section/h2/text()") == ["Costs"]
    assert root.xpath("//section/ol/@start") == ["3"]
    assert root.xpath("//section/ol/li/ul/li/text()") == ["Bolts"]
    assert root.xpath("//th/@scope") == ["col", "col"]
    assert root.xpath("//pre/code/text()") == ["x < 1\n  y"]
    assert root.xpath("//aside[@class='related']//a/@href") == ["https://example.org/b"]
    assert root.xpath("//footer//p[@class='copyright']/text()") == ["© 2024 Northern Post"]
    assert "Home" not in "".join(map(str, root.itertext()))


@given(articles())
@settings(max_examples=15)
def test_valid(article: Article) -> None:
    """Whatever the tree, the page has no error of HTML5, and no script but one that holds data."""
    root = parsed(to_html(article))
    assert [script.get("type") for script in root.iter("script")] == ["application/ld+json"]
    assert len([*root.iter("style")]) == 1
    addresses = [address for element in root.iter() for name in ("href", "src") if (address := element.get(name))]
    assert [safe_target(address) for address in addresses] == addresses


def test_seed() -> None:
    """The page of a parsed dump has the headings and paragraphs of the story, and is in one language."""
    article = ap.parse_file(SEED)
    root = parsed(to_html(article))
    assert root.xpath("//h1/text()") == ["Top Israeli official holds secret talks with Palestinian PM on Gaza"]
    assert [" ".join(map(str, h.itertext())) for h in root.iter("h2")] == ["Dramatic concessions"]
    texts = ["".join(map(str, p.itertext())) for p in root.iter("p")]
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.text not in texts] == []


def test_nothing_breaks_out() -> None:
    """No text ends the element it stands in, not in the data of a script either; controls become U+FFFD."""
    evil = "</title></script><script>alert(1)</script><!--\x00\ud800"
    written = to_html(page(front=[n(Headline, evil)], body=[n(Paragraph, evil)]))
    written.encode()
    root = parsed(written)
    assert len([*root.iter("script")]) == 1
    assert root.findtext("body/article/header/h1") == evil.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_content_security_policy() -> None:
    """The policy allows the style sheet by its hash, pictures of the web, and nothing else."""
    written = to_html(WHOLE)
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert re.search(r"\s(on\w+|style)=", written) is None


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", " JaVaScript:alert(1)", "java\nscript:x", "\x01javascript:x", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "blob:x", "java script:x"],
)  # fmt: skip
def test_unsafe_targets(target: str) -> None:
    """A link that could run a script, or leave the web, keeps its words and loses its address; a picture too."""
    link = body_of(n(Paragraph, n(Link, "press", target=target)))
    assert link == "<p><a>press</a></p>\n"
    assert (
        body_of(n(Paragraph, n(Image, alt="pressed", target=target))) == '<p><span class="image">pressed</span></p>\n'
    )


@pytest.mark.parametrize("target", ["https://example.org/?a&b", "//example.org", "/a:b", "a/b:c", "#x", "mailto:a@b.c"])
def test_safe_targets(target: str) -> None:
    """Addresses of the web, relative ones and those of mail stay."""
    assert safe_target(target) == target


def test_headings_have_no_gaps() -> None:
    """Headings of the body are h2 and below, whatever levels the dump had."""
    body = [n(Section, n(Heading, str(level), level=level), level=level) for level in (1, 4, 6, 4)]
    assert re.findall(r"<(h\d)>", body_of(*body)) == ["h2", "h3", "h4", "h3"]


def test_links_don_t_nest() -> None:
    """A link within a link, which HTML can't hold, keeps its words; a placeholder is a link without an address."""
    inner = n(Link, "b", target="https://example.org/b")
    assert body_of(n(Paragraph, n(Link, "a ", n(Emphasis, inner)))) == "<p><a>a <em><span>b</span></em></a></p>\n"


def test_paragraph_in_pieces() -> None:
    """The pieces of a paragraph that was cut in two are one, and what stood between them comes behind."""
    pieces = (Text(Span(0, 3), "It "), Figure(Span(3, 5), (_paragraph(3, "pic"),)), Text(Span(5, 9), "came"))
    paragraph = Paragraph(Span(0, 9), pieces, pieces=(Span(0, 3), Span(5, 9)))
    article = page(body=[n(Paragraph, "xxxxxxxxx")])
    section = article.sections[0]
    holder = type(section)(section.span, (paragraph,))
    body = type(article.body)(article.body.span, (holder,))
    written = body_html(Article(article.span, (body,)))
    assert written.startswith("<p>It  came</p>\n<figure>")


def _paragraph(start: int, text: str) -> Node:
    return Paragraph(Span(start, start + 2), (Text(Span(start, start + 2), text),))


def test_dates_without_a_value() -> None:
    """A date that can't be read is no `time`, whose text would have to be one."""
    written = to_html(page(front=[n(TimestampLine, n(Timestamp, "2 hours ago", raw="2 hours ago"))]))
    assert '<span class="timestamp">2 hours ago</span>' in written
    parsed(written)


def test_furniture_alone() -> None:
    """A page of nothing but furniture has neither header nor footer."""
    written = to_html(page(front=[n(Navigation, n(Paragraph, "Home"))]))
    assert '<article dir="auto"></article>' in written


def test_deep_trees() -> None:
    """Depth is no concern."""
    (headline,) = nested(3000, Strong).front.children
    span = headline.span
    section = Section(span, (Paragraph(span, headline.children),))
    assert body_html(Article(span, (Body(span, (section,)),))).count("<strong>") == 3000


def test_many_texts_take_linear_time() -> None:
    """Texts beside each other are joined before they are written."""
    span = Span(0, 1)
    line = Headline(span, tuple(Text(span, "x") for _ in range(100_000)))
    article = page()
    written = to_html(Article(article.span, (type(article.front)(span, (line,)),)))
    assert "x" * 100_000 in written
