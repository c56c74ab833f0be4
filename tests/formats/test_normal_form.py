"""The Markdown of raw blocks, read by the syntax stages alone, is written the same way again."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from articleparse.blocks import read_blocks
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import DIALECTS
from articleparse.formats.markdown import BlockWriter
from articleparse.inline import read_units
from articleparse.lines import read_lines
from articleparse.source import Source
from articleparse.strategies import articles, dumps, sources
from articleparse.tree import (
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Image,
    Item,
    ItemList,
    LineBreak,
    Link,
    Node,
    Paragraph,
    Quotation,
    Row,
    Separator,
    Strikethrough,
    Strong,
    Table,
)
from tests.support.pages import Plan, n, page

words = st.one_of(
    st.text("ab (!*_~`#-", min_size=1, max_size=4), st.sampled_from(["a", "b c", " d", "e ", "1. f", "g!"])
)
leaves = st.one_of(
    words,
    words,
    words.map(lambda text: n(Code, text=text)),
    words.map(lambda text: n(Image, alt=text.strip(), target="/i.png")),
    st.just(n(LineBreak)),
)
marks = st.sampled_from([Strong, Emphasis, Strikethrough])
links = st.sampled_from([n(Link), n(Link, target="/a"), n(Link, target="a b (c", title="d")])


def _linked(link: Plan, parts: list[Plan | str]) -> Plan:
    return n(link.kind, *parts, **link.fields)


def _marked(inner: st.SearchStrategy[Plan | str]) -> st.SearchStrategy[Plan | str]:
    parts = st.lists(inner, max_size=3)
    return st.one_of(st.builds(lambda kind, held: n(kind, *held), marks, parts), st.builds(_linked, links, parts))


inlines = st.lists(st.recursive(leaves, _marked, max_leaves=5), min_size=1, max_size=3)
paragraphs = inlines.map(lambda parts: n(Paragraph, *parts))


def blocks_of(texts: st.SearchStrategy[list[Plan | str]]) -> st.SearchStrategy[Plan]:
    """Raw blocks whose inline nodes are drawn from `texts`."""
    items = st.lists(texts.map(lambda parts: n(Item, "i ", *parts)), min_size=1, max_size=3)
    lists = st.builds(lambda held, ordered: n(ItemList, *held, ordered=ordered), items, st.booleans())
    nested = lists.map(lambda inner: n(ItemList, n(Item, "a", inner), n(Item, "b")))
    cells = texts.map(lambda parts: n(Cell, "c ", *parts))
    rows = st.builds(lambda a, b, head: n(Row, a, b, is_header=head), cells, cells, st.just(value=False))
    return st.one_of(
        texts.map(lambda parts: n(Paragraph, *parts)),
        st.builds(lambda parts, level: n(Heading, *parts, level=level), texts, st.integers(2, 6)),
        lists,
        nested,
        texts.map(lambda parts: n(Quotation, n(Paragraph, *parts), n(Paragraph, "q"))),
        st.lists(rows, min_size=2, max_size=3).map(lambda held: n(Table, *held)),
        st.just(n(Separator)),
        st.text("a `\n#", max_size=5).map(lambda text: n(CodeBlock, text=f"b{text}")),
    )


def raw(blocks: list[Plan]) -> tuple[Node, ...]:
    """The nodes of these blocks."""
    return page(front=blocks).front.children


def read(markdown: str) -> list[Node]:
    """The blocks of a text, before anybody asks what they are for."""
    source, dialect, diagnostics = Source(markdown), DIALECTS["unknown"], Diagnostics()
    blocks = read_blocks(source, read_lines(source, diagnostics), dialect, diagnostics)
    return [unit.node for unit in read_units(source, blocks, dialect, diagnostics)]


def write(nodes: list[Node] | tuple[Node, ...]) -> str:
    """The nodes as Markdown."""
    return BlockWriter().write(nodes)


@given(inlines)
@settings(max_examples=100, deadline=None)
def test_inline(parts: list[Plan | str]) -> None:
    """Marks, however they are nested, are written in a form that is written the same way when read again."""
    written = write(raw([n(Paragraph, "A ", *parts, " z.")]))
    assert write(read(written)) == written


@given(st.lists(blocks_of(inlines), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_blocks(blocks: list[Plan]) -> None:
    """So are blocks of every kind."""
    written = write(raw(blocks))
    assert write(read(written)) == written


@example("- word\n>\n- word")
@given(dumps(articles(max_blocks=2, max_sentences=2), "unknown") | sources("blocks"))
def test_pages(text: str) -> None:
    """So are the blocks of pages, and lines in every order that the grammar accepts."""
    written = write(read(text))
    assert write(read(written)) == written
