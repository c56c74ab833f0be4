"""What each kind of block holds."""

from __future__ import annotations

from collections.abc import Callable

from articleparse.strategies.lines import Writer
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
from articleparse.tree.drafts import Draft, draft

_CODE = ("x = 1", "x = 1\ny = 2", "if x:\n    y = 2")


def paragraph(writer: Writer) -> Draft:
    """Sentences."""
    return draft(Paragraph, *writer.prose())


def line(writer: Writer) -> Draft:
    """A few words in a paragraph of their own."""
    return draft(Paragraph, writer.title())


def item_list(writer: Writer) -> Draft:
    """A few items, perhaps numbered, the last one perhaps with a list of its own."""
    ordered = writer.count(0, 1) == 1
    start = writer.count(1, 9) if ordered else None
    # A lone number with a sentence behind it could be a date.
    items = writer.several(item, 1 + ordered, 3)
    return draft(ItemList, *items, *writer.several(nested, 0, 1), ordered=ordered, start=start)


def item(writer: Writer) -> Draft:
    """An item of a list."""
    return draft(Item, *writer.prose())


def nested(writer: Writer) -> Draft:
    """An item with a list of its own."""
    return draft(Item, writer.title(), draft(ItemList, draft(Item, writer.title()), draft(Item, writer.title())))


def linked(writer: Writer) -> Draft:
    """An item that is a link."""
    return draft(Item, writer.link(writer.title()))


def links(writer: Writer) -> Draft:
    """A list of links."""
    return draft(ItemList, *writer.several(linked, 2, 4))


def table(writer: Writer) -> Draft:
    """A row of heads and some rows below it, all of the same length."""
    width = writer.count(2, 3)
    rows = [[draft(Cell, writer.name()) for _ in range(width)] for _ in range(writer.count(2, 3))]
    return draft(Table, *[draft(Row, *cells, is_header=not index) for index, cells in enumerate(rows)])


def figure(writer: Writer) -> Draft:
    """A picture, and what is said about it."""
    caption = writer.prose()
    if writer.chance(Credit):
        caption += [" ", writer.credit()]
    parts = [draft(Paragraph, writer.image()), draft(Caption, *caption)]
    return draft(Figure, *parts[writer.count(0, 1) :])


def related(writer: Writer) -> Draft:
    """A heading and links."""
    return draft(Related, draft(Heading, writer.title(), level=3), links(writer))


MAKERS: dict[type[Node], Callable[[Writer], Draft]] = {
    Paragraph: paragraph,
    ItemList: item_list,
    Quotation: lambda writer: draft(Quotation, *writer.several(paragraph, 1, 2)),
    Table: table,
    CodeBlock: lambda writer: draft(CodeBlock, text=writer.pick(_CODE)),
    Separator: lambda _: draft(Separator),
    Figure: figure,
    CreditLine: lambda writer: draft(CreditLine, writer.credit()),
    PullQuote: lambda writer: draft(PullQuote, *writer.prose()),
    Embed: lambda writer: draft(Embed, *writer.prose()),
    FactBox: lambda writer: draft(FactBox, draft(Heading, writer.title(), level=4), item_list(writer)),
    LiveEntry: lambda writer: draft(LiveEntry, draft(Paragraph, "10:15"), paragraph(writer)),
    Question: lambda writer: draft(Question, writer.title()),
    Answer: lambda writer: draft(Answer, *writer.prose()),
    Kicker: lambda writer: draft(Kicker, writer.title()),
    Headline: lambda writer: draft(Headline, writer.title()),
    Deck: lambda writer: draft(Deck, *writer.prose()),
    Highlights: lambda writer: draft(Highlights, item_list(writer)),
    Byline: lambda writer: draft(Byline, *writer.byline()),
    TimestampLine: lambda writer: draft(TimestampLine, "Updated: ", writer.timestamp("updated")),
    AuthorBio: lambda writer: draft(AuthorBio, *writer.prose()),
    Correction: lambda writer: draft(Correction, *writer.prose()),
    Copyright: lambda writer: draft(Copyright, "© 2024 ", writer.name()),
    Tags: lambda writer: draft(Tags, "Tags: ", writer.title()),
    Related: related,
    Navigation: lambda writer: draft(Navigation, links(writer)),
    Promotion: lambda writer: draft(Promotion, draft(Paragraph, writer.link(writer.title()))),
    Control: lambda writer: draft(Control, draft(Paragraph, writer.link("Print")), action="print"),
    Advertisement: lambda _: draft(Advertisement, draft(Paragraph, "Advertisement")),
    Comments: lambda writer: draft(Comments, line(writer), paragraph(writer)),
    Consent: lambda writer: draft(Consent, paragraph(writer)),
    UnknownFurniture: lambda writer: draft(UnknownFurniture, line(writer)),
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
