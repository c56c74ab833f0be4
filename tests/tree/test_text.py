"""What a reader reads in each node."""

from __future__ import annotations

import pytest

from articleparse.source import Span
from articleparse.tree import (
    Advertisement,
    Author,
    AuthorBio,
    Byline,
    Caption,
    Cell,
    Code,
    CodeBlock,
    Control,
    Credit,
    CreditLine,
    Dateline,
    Deck,
    Emphasis,
    Figure,
    Heading,
    Headline,
    Image,
    Item,
    ItemList,
    Kicker,
    LineBreak,
    Link,
    Node,
    Paragraph,
    Quotation,
    Related,
    Row,
    Section,
    Separator,
    Strong,
    Table,
    Tags,
    Text,
    Timestamp,
    TimestampLine,
)
from tests.support.pages import n, page
from tests.support.timing import growth
from tests.support.trees import nested


def text(start: int, value: str) -> Text:
    """A text at an offset."""
    return Text(Span(start, start + len(value)), value)


def cut(first: str, second: str) -> Paragraph:
    """A paragraph of two pieces with an advertisement between them."""
    one = text(0, first)
    label = text(one.span.end + 1, "AD")
    two = text(label.span.end + 1, second)
    between = Advertisement(label.span, (Paragraph(label.span, (label,)),))
    return Paragraph(Span(0, two.span.end), (one, between, two), (one.span, two.span))


def test_branches() -> None:
    """Inline nodes run together, blocks are parted, and what is empty or doesn't flow is left out."""
    inline = text(0, " a"), Strong(Span(2, 3), (text(2, "b"),))
    blocks = Paragraph(Span(3, 4), (text(3, "c"),)), Paragraph(Span(4, 4)), Caption(Span(4, 5), (text(4, "d"),))
    assert Section(Span(0, 6), (*inline, *blocks, text(5, "e "))).text == "ab\n\nc\n\ne"
    assert Advertisement(Span(0, 5), (*inline, *blocks)).text == "ab\nc\nd"
    assert Section(Span(0, 0)).text == ""


@pytest.mark.parametrize("kind", [Strong, Quotation, Paragraph, Related])
def test_depth(kind: type[Node]) -> None:
    """A tree of any depth has a text."""
    (headline,) = nested(5_000, kind).front.children
    assert headline.text == ("" if kind is Related else "x")
    assert headline.children[0].text == "x"


def test_caption_among_furniture() -> None:
    """Wherever a caption stands, it is read without its credit."""
    caption = n(Caption, "A ship ", n(Strong, n(Credit, "(EPA)", holder="EPA")))
    assert page(back=[n(Related, "More", n(Paragraph, "Other"), caption)]).related[0].text == "More\nOther\nA ship"


def test_paragraph_in_one_piece() -> None:
    """An uncut paragraph has one span, its own."""
    paragraph = Paragraph(Span(0, 3), (text(0, "one"),))
    assert (paragraph.text, paragraph.spans) == ("one", (Span(0, 3),))


def test_paragraph_in_two_pieces() -> None:
    """The pieces of a cut paragraph are joined by a space, without what stands between them."""
    paragraph = cut("one ", "two")
    assert paragraph.text == "one two"
    assert paragraph.spans == (Span(0, 4), Span(8, 11))


def test_pieces_without_spaces() -> None:
    """Where both sides are written without spaces none is put in; where only one is, there is."""
    assert cut("今天", "天气").text == "今天天气"
    assert cut("วัน", "นี้").text == "วันนี้"
    assert cut("今天", "storm").text == "今天 storm"
    assert cut("동안", "닫기로").text == "동안 닫기로"


def test_empty_piece() -> None:
    """An empty piece adds no space."""
    assert cut("", "two").text == "two"
    assert cut("one", "").text == "one"


def test_caption() -> None:
    """A caption's text is without its credit."""
    (caption,) = page(front=[n(Caption, "A ship. ", n(Credit, "(Photo: EPA)", holder="EPA"))]).captions
    assert caption.text == "A ship."
    assert caption.credit is not None
    assert caption.credit.holder == "EPA"
    assert Caption(Span(0, 0)).credit is None


def test_nested_credit() -> None:
    """A credit in italics is no part of the caption's text either, and is found."""
    credit = n(Credit, "(Photo: EPA)", holder="EPA")
    (caption,) = page(front=[n(Caption, n(Emphasis, "A ship. ", credit))]).captions
    assert caption.text == "A ship."
    assert caption.credit is not None
    assert caption.credit.holder == "EPA"
    (line,) = page(front=[n(CreditLine, n(Emphasis, credit))]).front.children
    assert isinstance(line, CreditLine)
    assert [found.holder for found in line.credits] == ["EPA"]


def test_control_in_caption() -> None:
    """A control that ran into a caption is no part of its text."""
    control = n(Control, n(Paragraph, "Enlarge"), action="enlarge")
    (caption,) = page(front=[n(Caption, "A ship. ", control)]).captions
    assert caption.text == "A ship."


def test_many_pieces() -> None:
    """The text of a paragraph of many pieces takes time in proportion to their number."""

    def many(count: int) -> Paragraph:
        spans = tuple(Span(2 * index, 2 * index + 1) for index in range(count))
        return Paragraph(Span(0, 2 * count), tuple(Text(span, "a") for span in spans), spans)

    paragraphs = {size: many(size) for size in (2_000, 8_000)}
    assert paragraphs[2_000].text == "a " * 1_999 + "a"
    assert growth(lambda made: paragraphs[len(made)].text, lambda size: "x" * size, 2_000) <= 3


def test_inline() -> None:
    """Each inline node reads as a page shows it."""
    span = Span(0, 1)
    assert LineBreak(span).text == "\n"
    assert Code(span, "x = 1").text == "x = 1"
    assert Image(span, "A ship", "/s.jpg").text == ""
    assert Strong(span, (text(0, " a "), LineBreak(span), text(0, "b"))).text == " a \nb"


def test_blocks() -> None:
    """Lists have a line an item, tables a line a row with tabs between cells, separators nothing."""
    assert Separator(Span(0, 3)).text == ""
    article = page(
        body=[
            n(ItemList, n(Item, "one", n(ItemList, n(Item, "inner"))), n(Item, "two")),
            n(Table, n(Row, n(Cell, "a"), n(Cell, "b")), n(Row, n(Cell, "1"), n(Cell, "2"))),
            n(Quotation, n(Paragraph, "said")),
            n(CodeBlock, text="x = 1"),
            n(Caption, "no part of the story"),
        ]
    )
    assert article.text == "one\ninner\ntwo\n\na\tb\n1\t2\n\nsaid\n\nx = 1"


def test_type() -> None:
    """A node's type is its class in snake case."""
    assert [kind.type for kind in (AuthorBio, LineBreak, Tags)] == ["author_bio", "line_break", "tags"]


STORY = page(
    front=[
        n(Kicker, "Weather"),
        n(Headline, "Storm"),
        n(Deck, "It came."),
        n(Deck, "It went."),
        n(Byline, "By ", n(Author, "Jane Doe", name="Jane Doe"), " and ", n(Author, "AP", name="AP", is_agency=True)),
        n(
            TimestampLine,
            n(Timestamp, "5 March", kind="updated", raw="5 March"),
            n(Timestamp, "3 March", raw="3 March"),
        ),
    ],
    body=[
        n(
            Section,
            n(Paragraph, n(Dateline, "OSLO — ", place="OSLO"), "One."),
            n(Figure, n(Paragraph, n(Image, alt="A ship")), n(Caption, "A ship.")),
            n(Related, n(Paragraph, "Read more"), n(ItemList, n(Item, n(Link, "Other")))),
        ),
        n(Section, n(Heading, "After", level=2), n(Paragraph, "Two."), n(Quotation, n(Paragraph, "Three.")), level=2),
    ],
    back=[
        n(Tags, "storms"),
        n(Byline, n(Author, "Jane Doe", name="Jane Doe", role="Reporter")),
        n(CreditLine, n(Credit, "EPA", holder="EPA")),
    ],
)


def test_views() -> None:
    """An article answers for what stands anywhere in it."""
    heads = STORY.kicker, STORY.headline, STORY.deck
    assert [node and node.text for node in heads] == ["Weather", "Storm", "It came."]
    assert [deck.text for deck in STORY.decks] == ["It came.", "It went."]
    assert [(author.name, author.role) for author in STORY.authors] == [("Jane Doe", None), ("AP", None)]
    assert STORY.byline is not None
    assert len(STORY.byline.authors) == 2
    assert STORY.dateline is not None
    assert STORY.dateline.place == "OSLO"
    assert [tags.text for tags in STORY.tags] == ["storms"]


def test_dates() -> None:
    """A date without a label is when the story was published, unless one says so."""
    assert STORY.published is not None
    assert STORY.published.raw == "3 March"
    assert STORY.updated is not None
    assert STORY.updated.raw == "5 March"
    stamps = n(Timestamp, "1", raw="1"), n(Timestamp, "2", raw="2", kind="published")
    labelled = page(front=[n(TimestampLine, *stamps)]).published
    assert labelled is not None
    assert labelled.raw == "2"


def test_dates_that_count() -> None:
    """Without a label the first date below the headline counts that can be read, and none below the story."""
    visit, ago, date = (n(Timestamp, raw, raw=raw, when=when) for raw, when in (("a", "1"), ("b", None), ("c", "2")))
    above = page(front=[n(TimestampLine, visit), n(Headline, "Rain"), n(TimestampLine, ago, date)]).published
    assert above is not None
    assert above.raw == "c"
    assert page(back=[n(TimestampLine, date)]).published is None


def test_date_of_a_byline() -> None:
    """Below the story a date without a label counts beside the authors alone."""
    date = n(Timestamp, "3 May", raw="3 May", when="2024-05-03")
    signed = page(back=[n(Byline, n(Author, "Jane Doe", name="Jane Doe"), date)]).published
    assert signed is not None
    assert signed.raw == "3 May"
    assert page(back=[n(Byline, date)]).published is None


def test_story() -> None:
    """The story is the text of its sections, without captions and furniture."""
    assert [section.heading and section.heading.text for section in STORY.sections] == [None, "After"]
    assert [paragraph.text for paragraph in STORY.paragraphs] == ["OSLO — One.", "Two."]
    assert STORY.text == "OSLO — One.\n\nAfter\n\nTwo.\n\nThree."


def test_pictures() -> None:
    """A figure knows its image and caption, a line of credits its credits."""
    (figure,) = STORY.figures
    assert figure.image is not None
    assert figure.image.alt == "A ship"
    assert figure.caption is STORY.captions[0]
    (line,) = [node for node in STORY.back.children if isinstance(node, CreditLine)]
    assert [credit.holder for credit in line.credits] == ["EPA"]


def test_related() -> None:
    """Related links have a title if a line without a link stands above them."""
    (related,) = STORY.related
    assert (related.title, [link.text for link in related.links]) == ("Read more", ["Other"])
    (untitled,) = page(back=[n(Related, n(Paragraph, n(Link, "Other")))]).related
    assert untitled.title is None
    assert STORY.furniture == (related,)
    assert related.text == "Read more\nOther"


def test_nothing() -> None:
    """An article of nothing answers with nothing."""
    empty = page()
    assert (empty.headline, empty.kicker, empty.deck, empty.byline) == (None, None, None, None)
    assert (empty.dateline, empty.published, empty.updated) == (None, None, None)
    assert (empty.authors, empty.sections, empty.links, empty.furniture) == ((), (), (), ())
    assert empty.text == ""


def test_author_link() -> None:
    """An author's link is the one on the name."""
    author = Author(Span(0, 4), (Link(Span(0, 4), (text(0, "Jane"),), "/jane"),), "Jane")
    assert author.link is not None
    assert author.link.target == "/jane"
    assert Author(Span(0, 4), (text(0, "Jane"),), "Jane").link is None
