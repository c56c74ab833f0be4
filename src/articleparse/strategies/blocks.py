"""What each kind of block holds."""

from __future__ import annotations

from collections.abc import Callable

from articleparse.strategies.lines import Writer
from articleparse.strategies.plan import Plan, n
from articleparse.tree import (
    Advertisement,
    Answer,
    AuthorBio,
    Byline,
    Caption,
    Cell,
    CodeBlock,
    Comments,
    Consent,
    Control,
    Copyright,
    Correction,
    Credit,
    CreditLine,
    Deck,
    Embed,
    FactBox,
    Figure,
    Heading,
    Headline,
    Highlights,
    Item,
    ItemList,
    Kicker,
    LiveEntry,
    Navigation,
    Node,
    Paragraph,
    Promotion,
    PullQuote,
    Question,
    Quotation,
    Related,
    Row,
    Separator,
    Table,
    Tags,
    TimestampLine,
    UnknownFurniture,
)

_CODE = ("x = 1", "x = 1\ny = 2", "if x:\n    y = 2")


def paragraph(writer: Writer) -> Plan:
    """Sentences."""
    return n(Paragraph, *writer.prose())


def line(writer: Writer) -> Plan:
    """A few words in a paragraph of their own."""
    return n(Paragraph, writer.title())


def item_list(writer: Writer) -> Plan:
    """A few items, perhaps numbered, the last one perhaps with a list of its own."""
    ordered = writer.count(0, 1) == 1
    start = writer.count(1, 9) if ordered else None
    # A lone number with a sentence behind it could be a date.
    items = writer.several(item, 1 + ordered, 3)
    return n(ItemList, *items, *writer.several(nested, 0, 1), ordered=ordered, start=start)


def item(writer: Writer) -> Plan:
    """An item of a list."""
    return n(Item, *writer.prose())


def nested(writer: Writer) -> Plan:
    """An item with a list of its own."""
    return n(Item, writer.title(), n(ItemList, n(Item, writer.title()), n(Item, writer.title())))


def linked(writer: Writer) -> Plan:
    """An item that is a link."""
    return n(Item, writer.link(writer.title()))


def links(writer: Writer) -> Plan:
    """A list of links."""
    return n(ItemList, *writer.several(linked, 2, 4))


def table(writer: Writer) -> Plan:
    """A row of heads and some rows below it, all of the same length."""
    width = writer.count(2, 3)
    rows = [[n(Cell, writer.name()) for _ in range(width)] for _ in range(writer.count(2, 3))]
    return n(Table, *[n(Row, *cells, is_header=not index) for index, cells in enumerate(rows)])


def figure(writer: Writer) -> Plan:
    """A picture, and what is said about it."""
    caption = writer.prose()
    if writer.chance(Credit):
        caption += [" ", writer.credit()]
    parts = [n(Paragraph, writer.image()), n(Caption, *caption)]
    return n(Figure, *parts[writer.count(0, 1) :])


def related(writer: Writer) -> Plan:
    """A heading and links."""
    return n(Related, n(Heading, writer.title(), level=3), links(writer))


MAKERS: dict[type[Node], Callable[[Writer], Plan]] = {
    Paragraph: paragraph,
    ItemList: item_list,
    Quotation: lambda writer: n(Quotation, *writer.several(paragraph, 1, 2)),
    Table: table,
    CodeBlock: lambda writer: n(CodeBlock, text=writer.pick(_CODE)),
    Separator: lambda _: n(Separator),
    Figure: figure,
    CreditLine: lambda writer: n(CreditLine, writer.credit()),
    PullQuote: lambda writer: n(PullQuote, *writer.prose()),
    Embed: lambda writer: n(Embed, *writer.prose()),
    FactBox: lambda writer: n(FactBox, n(Heading, writer.title(), level=4), item_list(writer)),
    LiveEntry: lambda writer: n(LiveEntry, n(Paragraph, "10:15"), paragraph(writer)),
    Question: lambda writer: n(Question, writer.title()),
    Answer: lambda writer: n(Answer, *writer.prose()),
    Kicker: lambda writer: n(Kicker, writer.title()),
    Headline: lambda writer: n(Headline, writer.title()),
    Deck: lambda writer: n(Deck, *writer.prose()),
    Highlights: lambda writer: n(Highlights, item_list(writer)),
    Byline: lambda writer: n(Byline, *writer.byline()),
    TimestampLine: lambda writer: n(TimestampLine, "Updated: ", writer.timestamp("updated")),
    AuthorBio: lambda writer: n(AuthorBio, *writer.prose()),
    Correction: lambda writer: n(Correction, *writer.prose()),
    Copyright: lambda writer: n(Copyright, "© 2024 ", writer.name()),
    Tags: lambda writer: n(Tags, "Tags: ", writer.title()),
    Related: related,
    Navigation: lambda writer: n(Navigation, links(writer)),
    Promotion: lambda writer: n(Promotion, n(Paragraph, writer.link(writer.title()))),
    Control: lambda writer: n(Control, n(Paragraph, writer.link("Print")), action="print"),
    Advertisement: lambda _: n(Advertisement, n(Paragraph, "Advertisement")),
    Comments: lambda writer: n(Comments, line(writer), paragraph(writer)),
    Consent: lambda writer: n(Consent, paragraph(writer)),
    UnknownFurniture: lambda writer: n(UnknownFurniture, line(writer)),
}
"""How a block of each kind is made."""

ABOVE = (Navigation, Consent, Kicker, Headline, Deck, Highlights, Byline, TimestampLine, Control)
"""What stands above the story, in this order, each at most once."""

STORY = (
    *(Paragraph, Paragraph, Paragraph, ItemList, Quotation, Table, CodeBlock, Separator, Figure, CreditLine, PullQuote),
    *(Embed, FactBox, LiveEntry, Question, Answer, Advertisement, Promotion, Control, Related, UnknownFurniture),
)
"""What the story may hold, in any order; paragraphs come first because a failing example shrinks to them."""

BELOW = (AuthorBio, Correction, Tags, Related, Comments, Promotion, Copyright, UnknownFurniture)
"""What stands below the story, in this order, each at most once."""
