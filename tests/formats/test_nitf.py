"""An article as NITF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

import articleparse as ap
from articleparse.formats.nitf import to_nitf
from articleparse.formats.nitf_reader import NAMESPACE
from articleparse.tree import (
    Article,
    Author,
    Byline,
    Caption,
    FactBox,
    Heading,
    Image,
    Kicker,
    Link,
    Paragraph,
    Quotation,
    Strong,
)
from tests.roles.blocks_by_hand import PROSE
from tests.support.corpus import DIALECTS, SCHEMAS, dumps, needs_corpus, needs_schemas
from tests.support.pages import n, page
from tests.support.trees import articles, nested
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"


@cache
def schema() -> etree.XMLSchema:
    """The schema that the IPTC publishes."""
    return etree.XMLSchema(etree.parse(SCHEMAS / "nitf-3-6.xsd"))


def parsed(article: Article) -> etree._Element:
    """The document that is written."""
    return etree.fromstring(to_nitf(article).encode())


def texts(article: Article, path: str) -> list[str]:
    """The text of each element that an XPath (prefix `n`) finds."""
    found = parsed(article).xpath(path, namespaces={"n": NAMESPACE})
    assert isinstance(found, list)
    return [str(node) if isinstance(node, str) else "".join(map(str, node.itertext())) for node in found]  # type: ignore[union-attr]


@needs_schemas
@pytest.mark.parametrize("article", [WHOLE, ap.parse_file(SEED)], ids=["whole", "seed"])
def test_valid(article: Article) -> None:
    """What is written is valid by the schema of the IPTC."""
    schema().assertValid(parsed(article))


@needs_schemas
@given(articles())
@settings(max_examples=40)
def test_any_tree_is_valid(article: Article) -> None:
    """Whatever the tree, the document is valid."""
    schema().assertValid(parsed(article))


@needs_schemas
@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_real_dumps_are_valid(dialect: str) -> None:
    """What is written of real dumps is valid."""
    for path in dumps(dialect)[::4]:
        schema().assertValid(parsed(ap.parse_file(path)))


HEAD = {
    "//n:hl1": ["Bridge <reopens> & stays"],
    "//n:hl2[@class='kicker']": ["Transport"],
    "//n:hl2[@class='deck']": ["It took two years."],
    "//n:body.head/n:byline/n:person": ["Ann Lee"],
    "//n:byttl/n:org[@class='agency']": ["Reuters"],
    "//n:distributor": ["AP"],
    "//n:dateline/n:location": ["LOWMOUTH"],
    "//n:date.issue/@norm": ["20240503"],
    "//n:revision-history/@norm": ["20240503T120000+0200"],
    "//n:keyword/@key": ["Bridges", "Budget"],
    "//n:note[@noteclass='cpyrt']": ["\n\n© 2024 Northern Post\n\n"],
    "//n:tagline": ["Ann Lee covers roads."],
    "/n:nitf/@baselang": ["en"],
}


@pytest.mark.parametrize(("path", "expected"), HEAD.items(), ids=HEAD)
def test_head(path: str, expected: list[str]) -> None:
    """What a newsroom has fields for stands in them."""
    assert texts(WHOLE, path) == expected


def test_blocks() -> None:
    """Headings are flat, a picture has its words and its maker, and a box is a block with its class."""
    article = page(
        body=[
            n(Heading, "Costs", level=3),
            n(Paragraph, "A ", n(Link, "b", target="x:y", title="t"), n(Strong, "c")),
            n(Caption, "Rain"),
            n(FactBox, n(Paragraph, "Length")),
        ]
    )
    content = to_nitf(article).partition("<body.content>")[2].partition("</body.content>")[0]
    assert content == (
        '\n<hl2 class="level-3">Costs</hl2>\n'
        '<p>A <a href="x:y" title="t">b</a><em class="strong">c</em></p>\n'
        '<media media-type="image">\n<media-reference/>\n<media-caption>Rain</media-caption>\n</media>\n'
        '<block class="fact_box">\n<p>Length</p>\n</block>\n'
    )


def test_boxes_are_not_nested() -> None:
    """A block of NITF can't hold another: of an inner box what is in it is left."""
    article = page(body=[n(FactBox, n(Paragraph, "a"), n(FactBox, n(Paragraph, "b")))])
    assert texts(article, "//n:block/n:p") == ["a", "b"]


def test_pictures_in_lines() -> None:
    """A paragraph can't hold a picture, which stands behind it."""
    article = page(front=[n(Kicker, n(Image, alt="logo"), "News")], body=[n(Paragraph, "a", n(Image, target="b.png"))])
    assert texts(article, "//n:media-reference/@*") == ["logo", "b.png"]
    assert texts(article, "//n:p") == ["a"]


def test_roles_in_bylines() -> None:
    """A role or an affiliation that the byline names is marked there, and nothing is written twice."""
    author = n(Author, "Ann Lee", name="Ann Lee", role="Editor", affiliation="The Post")
    article = page(front=[n(Byline, "By ", author, ", Editor, The Post")])
    assert "<byline>By <person>Ann Lee</person>, <byttl>Editor</byttl>, <byttl><org>The Post</org>" in to_nitf(article)


def test_forbidden_characters() -> None:
    """What XML can't hold becomes U+FFFD."""
    assert texts(page(body=[n(Paragraph, "a\x00\ud800b")]), "//n:p") == ["a\ufffd\ufffdb"]


def test_deep_trees() -> None:
    """However deep the tree, the document is not: what is in the innermost containers is kept."""
    plan = n(Paragraph, "deep")
    for _ in range(300):
        plan = n(Quotation, plan)
    assert texts(page(body=[plan]), "//n:p") == ["deep"]
    assert texts(nested(3000, Strong), "//n:hl1/n:em") == ["x"]


def test_lists_too_deep() -> None:
    """The items of a list that is too deep to be told are items of the list around it."""
    dump = (
        f"# Bridge opens\n\n{PROSE[0]}\n\n"
        + "".join("  " * depth + "- item\n" for depth in range(30))
        + f"\n{PROSE[1]}\n"
    )
    assert ap.read_format(to_nitf(ap.parse(dump)), "nitf").text.count("item") == 30
