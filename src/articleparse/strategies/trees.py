"""Well-formed articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import chain

from hypothesis import strategies as st

from articleparse import tree
from articleparse.strategies.lines import SAMPLE_TEXTS, Choices, Draw, Parts, Writer
from articleparse.tree.drafts import Draft, compose, draft

_CODE = ("x = 1", "x = 1\ny = 2", "if x:\n    y = 2")


def paragraph(writer: Writer) -> Draft:
    """Sentences."""
    return draft(tree.Paragraph, *writer.prose())


def line(writer: Writer) -> Draft:
    """A few words in a paragraph of their own."""
    return draft(tree.Paragraph, writer.title())


def item_list(writer: Writer) -> Draft:
    """A few items, perhaps numbered, the last one perhaps with a list of its own."""
    ordered = writer.count(0, 1) == 1
    start = writer.count(1, 9) if ordered else None
    # A lone number with a sentence behind it could be a date.
    items = writer.several(item, 1 + ordered, 3)
    return draft(tree.ItemList, *items, *writer.several(nested, 0, 1), ordered=ordered, start=start)


def item(writer: Writer) -> Draft:
    """An item of a list."""
    return draft(tree.Item, *writer.prose())


def nested(writer: Writer) -> Draft:
    """An item with a list of its own."""
    title, items = writer.title(), [draft(tree.Item, writer.title()) for _ in range(2)]
    return draft(tree.Item, title, draft(tree.ItemList, *items))


def linked(writer: Writer) -> Draft:
    """An item that is a link."""
    return draft(tree.Item, writer.link(writer.title()))


def links(writer: Writer) -> Draft:
    """A list of links."""
    return draft(tree.ItemList, *writer.several(linked, 2, 4))


def table(writer: Writer) -> Draft:
    """A row of heads and some rows below it, all of the same length."""
    width = writer.count(2, 3)
    rows = [[draft(tree.Cell, writer.name()) for _ in range(width)] for _ in range(writer.count(2, 3))]
    return draft(tree.Table, *[draft(tree.Row, *cells, is_header=not index) for index, cells in enumerate(rows)])


def figure(writer: Writer) -> Draft:
    """A picture, and what is said about it."""
    caption = writer.prose()
    if writer.chance(tree.Credit):
        caption += [" ", writer.credit()]
    parts = [draft(tree.Paragraph, writer.image()), draft(tree.Caption, *caption)]
    return draft(tree.Figure, *parts[writer.count(0, 1) :])


def related(writer: Writer) -> Draft:
    """A heading and links."""
    return draft(tree.Related, draft(tree.Heading, writer.title(), level=3), links(writer))


def promotion(writer: Writer) -> Draft:
    """A line that is a link."""
    return draft(tree.Promotion, draft(tree.Paragraph, writer.link(writer.title())))


def control(writer: Writer) -> Draft:
    """A button."""
    return draft(tree.Control, draft(tree.Paragraph, writer.link("Print")), action="print")


def unknown_furniture(writer: Writer) -> Draft:
    """A few words."""
    return draft(tree.UnknownFurniture, line(writer))


Makers = dict[type[tree.Node], Callable[[Writer], Draft]]
"""How a block of each kind is made."""

ABOVE: Makers = {
    tree.Navigation: lambda writer: draft(tree.Navigation, links(writer)),
    tree.Consent: lambda writer: draft(tree.Consent, paragraph(writer)),
    tree.Kicker: lambda writer: draft(tree.Kicker, writer.title()),
    tree.Headline: lambda writer: draft(tree.Headline, writer.title()),
    tree.Deck: lambda writer: draft(tree.Deck, *writer.prose()),
    tree.Highlights: lambda writer: draft(tree.Highlights, item_list(writer)),
    tree.Byline: lambda writer: draft(tree.Byline, *writer.byline()),
    tree.TimestampLine: lambda writer: draft(tree.TimestampLine, "Updated: ", writer.timestamp("updated")),
    tree.Control: control,
}
"""What stands above the story, in this order, each at most once."""

STORY: Makers = {
    tree.Paragraph: paragraph,
    tree.ItemList: item_list,
    tree.Quotation: lambda writer: draft(tree.Quotation, *writer.several(paragraph, 1, 2)),
    tree.Table: table,
    tree.CodeBlock: lambda writer: draft(tree.CodeBlock, text=writer.pick(_CODE)),
    tree.Separator: lambda _: draft(tree.Separator),
    tree.Figure: figure,
    tree.CreditLine: lambda writer: draft(tree.CreditLine, writer.credit()),
    tree.PullQuote: lambda writer: draft(tree.PullQuote, *writer.prose()),
    tree.Embed: lambda writer: draft(tree.Embed, *writer.prose()),
    tree.FactBox: lambda writer: draft(tree.FactBox, draft(tree.Heading, writer.title(), level=4), item_list(writer)),
    tree.LiveEntry: lambda writer: draft(tree.LiveEntry, draft(tree.Paragraph, "10:15"), paragraph(writer)),
    tree.Question: lambda writer: draft(tree.Question, writer.title()),
    tree.Answer: lambda writer: draft(tree.Answer, *writer.prose()),
    tree.Advertisement: lambda _: draft(tree.Advertisement, draft(tree.Paragraph, "Advertisement")),
    tree.Promotion: promotion,
    tree.Control: control,
    tree.Related: related,
    tree.UnknownFurniture: unknown_furniture,
}
"""What the story may hold, in any order; paragraphs come first because a failing example shrinks to them."""

BELOW: Makers = {
    tree.AuthorBio: lambda writer: draft(tree.AuthorBio, *writer.prose()),
    tree.Correction: lambda writer: draft(tree.Correction, *writer.prose()),
    tree.Tags: lambda writer: draft(tree.Tags, "Tags: ", writer.title()),
    tree.Related: related,
    tree.Comments: lambda writer: draft(tree.Comments, line(writer), paragraph(writer)),
    tree.Promotion: promotion,
    tree.Copyright: lambda writer: draft(tree.Copyright, "© 2024 ", writer.name()),
    tree.UnknownFurniture: unknown_furniture,
}
"""What stands below the story, in this order, each at most once."""


def articles(
    *,
    languages: Sequence[str] | None = None,
    kinds: Collection[type[tree.Node]] | None = None,
    max_sections: int = 2,
    max_blocks: int = 4,
    max_sentences: int = 3,
) -> st.SearchStrategy[tree.Article]:
    r"""Well-formed articles with a headline and at least one paragraph, which is what a failing example shrinks to.

    `languages` are some of `LANGUAGES`, all by default. `kinds` are the classes of `articleparse.tree` that may occur
    beside headlines, paragraphs and text, all by default; what a block consists of, such as the items of a list or the
    author of a byline, comes with it. There are at most `max_sections` sections of at most
    `max_blocks` blocks, and at most `max_sentences` sentences in a paragraph.

    The source of such an article is its bare text, blank lines between blocks; `dumps` writes it as a converter would.

    Raises ValueError for an unknown language, for what is no class of nodes, and for a number below 1.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=1, database=None)
    ... @given(articles())
    ... def show(article):
    ...     print(ascii(article.source))
    >>> show()
    'Rain\n\nRain.\n\n'
    """
    chosen = tuple(SAMPLE_TEXTS) if languages is None else tuple(languages)
    if unknown := sorted({*chosen} - {*SAMPLE_TEXTS}):
        raise ValueError(f"no language {unknown[0]!r}; there are {', '.join(SAMPLE_TEXTS)}")
    if kinds is not None and (strangers := [kind for kind in kinds if kind not in tree.ALLOWED]):
        raise ValueError(_no_kind(strangers[0]))
    if min(max_sections, max_blocks, max_sentences, len(chosen)) < 1:
        raise ValueError("an article has at least one language, section, block and sentence")
    allowed = frozenset(tree.ALLOWED if kinds is None else kinds) | {tree.Headline, tree.Paragraph}
    choices = [Choices(SAMPLE_TEXTS[language], allowed, max_blocks, max_sentences) for language in chosen]
    return _articles(st.sampled_from(choices), max_sections)


def _no_kind(stranger: object) -> str:
    """What is wrong with one of `kinds` that is no class of nodes, and what may have been meant."""
    names = [kind.__name__ for kind in tree.ALLOWED]
    near = get_close_matches(str(getattr(stranger, "__name__", stranger)).title().replace("_", ""), names)
    if isinstance(stranger, type) and issubclass(stranger, tree.Node):
        near = [kind.__name__ for kind in tree.ALLOWED if issubclass(kind, stranger)]
    hint = f"do you mean {' or '.join(near)}?" if near else f"there are {', '.join(names)}"
    return f"{stranger!r} is no class of nodes that a tree is made of; {hint}"


@st.composite
def _articles(draw: Draw, choices: st.SearchStrategy[Choices], max_sections: int) -> tree.Article:
    writer = Writer(draw, draw(choices))
    above = _stack(writer, ABOVE)
    lead = _lead(writer)
    sections = writer.several(_section, 0, max_sections - 1)
    return compose(above, [lead, *sections], _stack(writer, BELOW), tree.Meta(language=writer.choices.texts.language))


def _stack(writer: Writer, makers: Makers) -> list[Draft]:
    """Each of these blocks, or none; every article has a headline."""
    made = [[make(writer)] if kind is tree.Headline else writer.perhaps(kind, make) for kind, make in makers.items()]
    return [*chain.from_iterable(made)]


def _lead(writer: Writer) -> Draft:
    """The stretch of the story before the first heading, which opens with a paragraph."""
    dateline: Parts = writer.dateline() if writer.chance(tree.Dateline) else []
    opening = draft(tree.Paragraph, *dateline, *writer.prose())
    return draft(tree.Section, opening, *writer.several(_block, 0, writer.choices.max_blocks - 1))


def _section(writer: Writer) -> Draft:
    """A stretch of the story, under a heading where there may be one."""
    blocks = writer.several(_block, 1, writer.choices.max_blocks)
    if tree.Heading not in writer.choices.kinds:
        return draft(tree.Section, *blocks)
    level = writer.count(2, 4)
    return draft(tree.Section, draft(tree.Heading, writer.title(), level=level), *blocks, level=level)


def _block(writer: Writer) -> Draft:
    """A block of the story."""
    return STORY[writer.pick(_story(writer.choices.kinds))](writer)


@cache
def _story(kinds: frozenset[type[tree.Node]]) -> tuple[type[tree.Node], ...]:
    """Of these kinds those that a story holds; a good part of it are paragraphs."""
    return tuple(kind for kind in (*[tree.Paragraph] * 2, *STORY) if kind in kinds)
