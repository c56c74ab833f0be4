"""The model dump comes out exactly: its whole tree stands in a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

import articleparse as ap
from articleparse.tree import Block, Caption, Control, Link, Paragraph, Promotion, find
from tests.support.drawing import draw_article

SEED = Path(__file__).parents[1] / "seeds" / "ynetnews-back-channel.txt"
EXPECTED = Path(__file__).parent / "fixtures" / "articles" / "seed.txt"


@pytest.fixture(scope="module")
def article() -> ap.Article:
    """The seed, parsed."""
    return ap.parse_file(SEED)


def test_whole_tree(article: ap.Article) -> None:
    """Every node of the seed is where the fixture says, with its fields and its text."""
    assert draw_article(article) == EXPECTED.read_text(encoding="utf-8").partition("%%%%%\n")[2].rstrip("\n")


def test_every_character_once(article: ap.Article) -> None:
    """Every character of the seed is in exactly one leaf."""
    assert ap.validate(article) == []
    assert ap.unparse(article) == SEED.read_text(encoding="utf-8")


def test_every_block_has_a_confidence(article: ap.Article) -> None:
    """Each block that was judged tells how sure that is, and JSON and XML keep it."""
    blocks = [block for part in (article.front, article.back, *article.sections) for block in part.children]
    shares = [block.confidence for block in blocks if isinstance(block, Block)]
    assert len(shares) == len(blocks)
    assert all(share is not None and 0 <= share <= 1 for share in shares)
    assert article.headline is not None
    for read, write in ((ap.from_json, ap.to_json), (ap.from_xml, ap.to_xml)):
        returned = read(write(article)).headline
        assert returned is not None
        assert returned.confidence == article.headline.confidence


def test_front(article: ap.Article) -> None:
    """Kicker, headline, deck and byline stand above the body, the first caption above the headline."""
    assert article.kicker is not None
    assert article.headline is not None
    assert article.deck is not None
    assert article.kicker.text == "Back Channel"
    assert article.headline.text == "Top Israeli official holds secret talks with Palestinian PM on Gaza"
    assert article.deck.text.startswith("Israel's clandestine backchannel")
    assert article.deck.text.endswith("official Cairo talks.")
    assert [author.name for author in article.authors] == ["Elior Levy", "Attila Somfalvi"]
    first = next(find(article.front, Caption))
    assert first.span.end <= article.headline.span.start


def test_captions(article: ap.Article) -> None:
    """Both captions have the same text and their credit apart; the second stands within the body."""
    described = [(caption.text, caption.credit and caption.credit.holder) for caption in article.captions]
    assert described == [("Palestinian Prime Minister Rami Hamdallah", "EPA")] * 2
    assert next(find(article.body, Caption)) == article.captions[1]


def test_furniture(article: ap.Article) -> None:
    """Controls, promotion and related stories are furniture, their links placeholders, in the order of the dump."""
    assert [(node.type, node.text.splitlines()[0]) for node in article.furniture] == [
        ("control", "Print"),
        ("control", "click here to enlarge text"),
        ("promotion", "Follow Ynetnews on Facebook and Twitter"),
        ("related", "Related stories:"),
        ("control", "Back"),
    ]
    assert [control.action for control in find(article, Control)] == ["print", "enlarge", "back"]
    assert [len(list(find(node, Link))) for node in find(article, Promotion)] == [2]
    (related,) = article.related
    assert related.title == "Related stories:"
    assert len(related.links) == 3
    assert all(link.is_placeholder for link in article.links)


def test_sections(article: ap.Article) -> None:
    """A lead section without heading and one with, nine paragraphs each, the healed one counted once."""
    assert [(section.heading and section.heading.text, len(section.paragraphs)) for section in article.sections] == [
        (None, 9),
        ("Dramatic concessions", 9),
    ]


def test_healed_paragraph(article: ap.Article) -> None:
    """The paragraph that the page cut in two is one node with two spans, and a finding says so."""
    (healed,) = [paragraph for paragraph in find(article, Paragraph) if paragraph.pieces]
    assert healed.text.startswith('"The talks are not suppose to bring about')
    assert "conflict, but are something happening in addition to truce talks" in healed.text
    assert len(healed.spans) == 2
    assert [found.code for found in article.diagnostics] == ["AP201"]
