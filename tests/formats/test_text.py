"""Plain text."""

from __future__ import annotations

from articleparse.formats.text import to_text
from articleparse.tree import Byline, Caption, Deck, Heading, Headline, Kicker, Paragraph, Promotion, Section, Strong
from tests.support.pages import n, page


def test_what_a_reader_reads() -> None:
    """Headline, decks, byline and story, parted by blank lines; no kicker, captions or furniture."""
    article = page(
        front=[
            n(Kicker, "Weather"),
            n(Headline, "Rain"),
            n(Deck, n(Strong, "One.")),
            n(Deck, "Two."),
            n(Byline, "By Jo Roe"),
            n(Caption, "The hall"),
        ],
        body=[
            n(Section, n(Paragraph, "It ", n(Strong, "rained"), ".")),
            n(Section, n(Heading, "Then"), n(Promotion, n(Paragraph, "Subscribe"))),
        ],
    )
    assert to_text(article) == "Rain\n\nOne.\n\nTwo.\n\nBy Jo Roe\n\nIt rained.\n\nThen\n"


def test_nothing() -> None:
    """An article of nothing is no text, not even a line end."""
    assert to_text(page()) == ""
