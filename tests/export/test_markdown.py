"""Markdown: the normal form of each node, and texts that come back as they were."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse.export import to_markdown
from articleparse.source import Span
from articleparse.tree import (
    BLANKS,
    Advertisement,
    Article,
    Author,
    Back,
    Body,
    Byline,
    Caption,
    Cell,
    Code,
    CodeBlock,
    Control,
    Copyright,
    Credit,
    CreditLine,
    Deck,
    Emphasis,
    FactBox,
    Figure,
    Front,
    Heading,
    Headline,
    Image,
    Item,
    ItemList,
    Kicker,
    LineBreak,
    Link,
    Meta,
    Node,
    Paragraph,
    PullQuote,
    Quotation,
    Row,
    Section,
    Separator,
    Strikethrough,
    Strong,
    Table,
    Text,
    Timestamp,
    TimestampLine,
    find,
)
from tests.support.pages import Plan, n, page
from tests.support.trees import HARD, articles, nested

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"
AS_MARKDOWN = ap.Options(dialect="unknown")

PROSE = "The rain began before noon and went on until the river had reached the lower steps of the old market hall."


def body(*blocks: Plan) -> str:
    """The Markdown of an article of these blocks, without the line end."""
    return to_markdown(page(body=blocks)).removesuffix("\n")


def line(*parts: Plan | str) -> str:
    """The Markdown of a paragraph of these inline nodes."""
    return body(n(Paragraph, *parts))


def test_order_of_the_front() -> None:
    """Kicker, headline, deck, byline and dates stand first, in this order; the rest follows as it came."""
    article = page(
        front=[
            n(Caption, "The hall ", n(Credit, "Photo: EPA", label="Photo", holder="EPA")),
            n(TimestampLine, n(Timestamp, "3 May 2024", raw="3 May 2024")),
            n(Headline, "Rain"),
            n(Control, n(Paragraph, "Print")),
            n(Byline, n(Author, "Jane Roe", name="Jane Roe"), " and ", n(Author, "Ann Lee", name="Ann Lee")),
            n(Deck, n(Strong, "It rained.")),
            n(Kicker, "Weather"),
        ],
        body=[n(Paragraph, PROSE)],
        back=[n(Copyright, "All rights reserved.")],
    )
    assert to_markdown(article) == (
        "Weather\n\n# Rain\n\n**It rained.**\n\nBy Jane Roe and Ann Lee\n\n3 May 2024\n\n"
        f"_The hall_ (Photo: EPA)\n\n{PROSE}\n\nAll rights reserved.\n"
    )


def test_byline_words() -> None:
    """A byline that has a word before the name keeps it; in other languages than English none is put there."""
    jane = n(Author, "Jane Roe", name="Jane Roe")
    assert to_markdown(page(front=[n(Byline, "Words: ", jane)])) == "Words: Jane Roe\n"
    assert to_markdown(page(front=[n(Byline, n(Strong, jane))])) == "By **Jane Roe**\n"
    assert to_markdown(page(front=[n(Byline, jane)], meta=Meta(language="de"))) == "Jane Roe\n"
    assert to_markdown(page(front=[n(Byline, jane)], meta=Meta(language="en-GB"))) == "By Jane Roe\n"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["a ", n(Strong, "b"), " c"], "a **b** c"),
        ([n(Strong, "a "), "b"], "**a** b"),
        ([n(Strong, "a"), n(Strong, "b")], "**ab**"),
        ([n(Strong, "a"), " ", n(Strong, "b")], "**a b**"),
        ([n(Strong, "a", n(Emphasis, "b"))], "**a*b***"),
        ([n(Strong, "a ", n(Emphasis, "b"))], "**a _b_**"),
        ([n(Strong, "a ", n(Strong, "b"))], "**a b**"),
        ([n(Emphasis, n(Strong, "b"))], "**_b_**"),
        ([n(Emphasis, "a"), "b"], "*a*b"),
        ([n(Emphasis, "(a)"), "b"], "(a)b"),
        ([n(Strong, " ")], ""),
        ([n(Strikethrough, "a"), "~"], "~~a~~\\~"),
        (["a", n(LineBreak), "b"], "a\\\nb"),
        ([n(LineBreak), "a", n(LineBreak)], "a"),
        (["a ", n(LineBreak), " b"], "a\\\nb"),
        (["a", n(LineBreak), " ", n(LineBreak), "b", n(LineBreak), " ", n(LineBreak)], "a\\\n\\\nb"),
        ([n(Code, text="x")], "`x`"),
        ([n(Code, text="x"), n(Code, text="y")], "`xy`"),
        (["`", n(Code, text="x")], "\\`x"),
        ([n(Code, text="`x``")], "``` `x`` ```"),
        ([n(Link, "here", target="https://example.org/")], "[here](https://example.org/)"),
        ([n(Link, "here", target="/a", title='say "x"')], '[here](/a "say \\"x\\"")'),
        ([n(Link, "here")], "[here](#)"),
        ([n(Link, target="/a")], "[](/a)"),
        ([n(Link, "x", target="javascript:alert(1)")], "[x](#)"),
        ([n(Link, "x", target=" VBScript:a")], "[x](#)"),
        ([n(Link, "x", target="a b)")], "[x](<a b)>)"),
        ([n(Link, "x", target="/a_(b)")], "[x](/a_(b))"),
        ([n(Link, "x", target="?a=1&copy=2")], "[x](<?a=1&#38;copy=2>)"),
        ([n(Link, "https://a.bc/", target="https://a.bc/")], "<https://a.bc/>"),
        ([n(Link, n(Strong, "a"), " b", target="/c")], "[**a** b](/c)"),
        ([n(Strong, n(Link, "a", target="/c"), " b")], "[**a**](/c) **b**"),
        (["wow!", n(Link, "a", target="/c")], "wow&#33;[a](/c)"),
        ([n(Image, alt="a [b]", target="/c.png")], "![a \\[b\\]](/c.png)"),
        ([n(Link, n(Image, alt="a"), target="/c")], "[![a](#)](/c)"),
        (["a\n  b\tc"], "a b c"),
    ],
)
def test_inline(parts: list[Plan | str], expected: str) -> None:
    """Equal texts have one form, whatever marks the dump had used."""
    assert line(*parts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 1", "\\# 1"),
        ("#1", "#1"),
        ("- a", "\\- a"),
        ("-5", "-5"),
        ("+ a", "\\+ a"),
        ("* a", "\\* a"),
        ("• a", "&#8226; a"),
        ("1. May", "1\\. May"),
        ("1.5 m", "1.5 m"),
        ("> a", "\\> a"),
        ("===", "\\==="),
        ("---", "\\---"),
        (":--|--:", "\\:--|--:"),
        ("━━━━", "&#9473;━━━"),
        ("| a |", "\\| a |"),
        ("```", "\\`\\`\\`"),
        ("[1]: /a", "\\[1\\]: /a"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("&lt;", "\\&lt;"),
        ("snake_case _x_", "snake_case \\_x\\_"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("C:\\dir", "C:\\\\dir"),
        ("www.a.bc https://a.bc", "www\\.a.bc https:\\//a.bc"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    """What looks like a mark is escaped, and only that; read again it is the text it was."""
    assert line(text) == expected
    assert words(ap.parse(expected, options=AS_MARKDOWN)) == text


def words(node: Node) -> str:
    """All the text in a node, whatever its role."""
    return "".join(found.text for found in find(node, Text))


def dense(text: str) -> str:
    """Text without white space, which Markdown may change, and without what nobody sees and no reader keeps."""
    return "".join(character for character in text if character not in BLANKS and category(character) != "Cf")


@given(st.lists(st.text(st.sampled_from(HARD + "!()~^$+:1.•━") | st.characters(), max_size=12), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_text_comes_back(texts: list[str]) -> None:
    """Every text, between prose, is read as the text that it was."""
    blocks = [n(Paragraph, PROSE), *(n(Paragraph, text) for text in texts), n(Paragraph, PROSE)]
    written = to_markdown(page(front=[n(Headline, "Rain")], body=blocks))
    assert dense(words(ap.parse(written, options=AS_MARKDOWN))) == dense("Rain" + PROSE + "".join(texts) + PROSE)


def test_headings() -> None:
    """A crosshead is of level 2 at least, for level 1 is the headline's; a heading is one line."""
    assert body(n(Section, n(Heading, "A", n(LineBreak), "B", level=1))) == "## A B"
    assert body(n(Section, n(Heading, "A", level=4), level=4)) == "#### A"
    assert body(n(Section, n(Heading, "A ##"))) == "## A \\##"


def test_lists() -> None:
    """Lists are tight; what is in an item stands below its text."""
    inner = n(ItemList, n(Item, "b"), n(Item, "c"))
    assert body(n(ItemList, n(Item, "a", inner), n(Item, "d"))) == "- a\n  - b\n  - c\n- d"
    assert body(n(ItemList, n(Item, "a"), n(Item, "b"), ordered=True, start=9)) == "9. a\n10. b"
    assert body(n(ItemList, n(Item, "a"), ordered=True, start=9)) == "9.  a"
    assert body(n(ItemList, n(Item, "a", n(Paragraph, "b")))) == "- a\n\n  b"
    assert body(n(ItemList, n(Item, n(ItemList, n(Item, "a"))))) == "-\n  - a"
    assert body(n(ItemList, n(Item, "a", n(LineBreak), "b"))) == "- a\\\n  b"
    assert body(n(ItemList, n(Item), n(Item, "a"))) == "- a"


def test_neighbouring_lists() -> None:
    """Two lists of one kind are kept apart by two blank lines, others by one."""
    dots, numbers = n(ItemList, n(Item, "a")), n(ItemList, n(Item, "b"), ordered=True)
    assert body(dots, dots) == "- a\n\n\n- a"
    assert body(dots, numbers) == "- a\n\n1.  b"
    assert body(dots, n(Advertisement, n(Paragraph, "Buy")), dots) == "- a\n\n\n- a"


def test_quotations() -> None:
    """Every line of a quotation has its mark; two in a row are two."""
    quote = n(Quotation, n(Paragraph, "a", n(LineBreak), "b"), n(Paragraph, "c"))
    assert body(quote) == "> a\\\n> b\n>\n> c"
    assert body(n(Quotation, n(Paragraph)), quote, n(PullQuote, "d")) == "> a\\\n> b\n>\n> c\n\n> d"
    assert body(n(Quotation, n(Quotation, n(Paragraph, "a")), n(Paragraph, "b"))) == "> > a\n>\n> b"


def test_tables() -> None:
    """A row of heads has a line of dashes below; bars in cells are escaped."""
    head = n(Row, n(Cell, "a|b"), n(Cell), is_header=True)
    row = n(Row, n(Cell, "c", n(LineBreak), "d"), n(Cell, n(Strong, "e")))
    assert body(n(Table, head, row)) == "| a\\|b |  |\n|---|---|\n| c<br>d | **e** |"
    assert body(n(Table, n(Row), row)) == "| c<br>d | **e** |"


def test_code() -> None:
    """Code stands between fences that are longer than any in it."""
    assert body(n(CodeBlock, text="a\n  b", language="py")) == "```py\na\n  b\n```"
    assert body(n(CodeBlock, text="```\n", language="a`b")) == "````a b\n```\n````"


def test_other_blocks() -> None:
    """A rule is a rule, a box is what is in it, an empty block is nothing."""
    assert body(n(Paragraph, "a"), n(Separator), n(Paragraph, "b")) == "a\n\n* * *\n\nb"
    assert body(n(FactBox, n(Heading, "A"), "b ", n(Strong, "c"), n(Paragraph, "d"))) == "## A\n\nb **c**\n\nd"
    assert body(n(Paragraph, "a"), n(Paragraph, " "), n(Paragraph), n(Paragraph, "b")) == "a\n\nb"
    assert to_markdown(page()) == ""


def test_pictures() -> None:
    """A figure is its images, the caption in italics with its credit behind it, and credits of their own."""
    epa = n(Credit, "(Photo: EPA)", label="Photo", holder="EPA")
    other = n(Credit, "© Jo ", n(Emphasis, "Roe"), holder="Jo Roe")
    figure = n(Figure, n(Paragraph, n(Image, alt="x", target="/x.png")), n(Caption, "A ", n(Emphasis, "b"), " ", epa))
    assert (
        body(figure, n(CreditLine, epa, " / ", other))
        == "![x](/x.png)\n\n_A b_ (Photo: EPA)\n\n(Photo: EPA) (© Jo Roe)"
    )
    assert body(n(Caption, epa)) == "(Photo: EPA)"
    assert body(n(Caption, "A", n(Quotation, n(Paragraph, "b"), n(Advertisement, n(Paragraph, "Buy"))))) == "_A b_"
    assert body(n(CreditLine, "Agency")) == "Agency"


def test_cut_paragraphs() -> None:
    """The pieces of a paragraph are one line, with a space between them unless the script writes none."""

    def cut(first: str, second: str) -> str:
        first_span, second_span = Span(0, len(first)), Span(len(first), len(first + second))
        children = (Text(first_span, first), Advertisement(Span(len(first), len(first))), Text(second_span, second))
        whole = Span(0, second_span.end)
        paragraph = Paragraph(whole, children, (first_span, second_span))
        return to_markdown(Article(whole, (Body(whole, (Section(whole, (paragraph,)),)),)))

    assert cut("but are", "something") == "but are something\n"
    assert cut("雨が", "降る") == "雨が降る\n"
    assert cut("동안", "닫기로") == "동안 닫기로\n"
    assert cut("วัน", "นี้") == "วันนี้\n"


def test_deep_trees() -> None:
    """A tree of any depth is written, and the same marks in each other are one mark."""
    assert to_markdown(nested(20_000, Strong)) == "# **x**\n"
    span = Span(0, 1)
    node: Node = Paragraph(span, (Text(span, "x"),))
    for _ in range(2_000):
        node = Quotation(span, (node,))
    article = Article(span, (Front(span, (node,)), Back(span)))
    assert to_markdown(article) == "> " * 2_000 + "x\n"


@given(articles())
@settings(max_examples=60, deadline=None)
def test_every_tree_is_written(article: Article) -> None:
    """Every article has a Markdown form, without blank lines or spaces at its ends."""
    written = to_markdown(article)
    assert written == "" or (written.strip("\n") + "\n" == written and not written.startswith(" "))


def test_seed_again() -> None:
    """The seed's story, written as Markdown and read again, is the same story and is written the same way."""
    article = ap.parse_file(SEED)
    written = to_markdown(article)
    again = ap.parse(written)
    assert to_markdown(again) == written
    before, after = ap.to_record(article), ap.to_record(again)
    for part in ("headline", "kicker", "deck", "authors", "sections", "text", "captions"):
        assert after[part] == before[part]
