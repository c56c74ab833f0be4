"""Fields within the nodes of an article."""

from __future__ import annotations

from articleparse.roles import Role
from articleparse.tree import Author, Control, Credit, CreditLine, TimestampLine, find
from tests.article.making import make
from tests.roles.blocks_by_hand import PROSE, Page


def test_byline() -> None:
    """A byline has its authors, and its text stays whole."""
    article, _ = make(Page().line("By Jane Doe and John Roe | 3 March 2024"), [Role.BYLINE])
    assert [author.name for author in article.authors] == ["Jane Doe", "John Roe"]
    assert article.byline is not None
    assert article.byline.text == "By Jane Doe and John Roe | 3 March 2024"
    assert article.published is not None
    assert article.published.when == "2024-03-03"


def test_byline_in_two_blocks() -> None:
    """Adjacent bylines are one, with the authors of all its blocks."""
    article, _ = make(Page().line("By").line("Jane Doe", linked=True).items("John Roe"), [Role.BYLINE] * 3)
    assert article.byline is not None
    assert [author.name for author in article.byline.authors] == ["Jane Doe"]
    assert len(article.front.children) == 1


def test_timestamp() -> None:
    """A line of dates has its timestamps."""
    article, _ = make(Page().line("Updated: 3 March 2024").heading("A bridge"), [Role.TIMESTAMP, Role.HEADLINE])
    assert isinstance(article.front.children[0], TimestampLine)
    assert article.updated is not None
    assert article.updated.when == "2024-03-03"


def test_caption() -> None:
    """A caption's text is without its credit."""
    article, _ = make(Page().line("A bridge at night. (Photo: Jane Doe/Reuters)"), [Role.CAPTION])
    (caption,) = article.captions
    assert caption.text == "A bridge at night."
    credit = caption.credit
    assert credit is not None
    assert (credit.label, credit.holder) == ("Photo", "Jane Doe/Reuters")
    assert (credit.names, credit.agencies) == (("Jane Doe",), ("Reuters",))


def test_caption_of_a_name() -> None:
    """A caption without a credit has none, though it is nothing but a name."""
    article, _ = make(Page().line("supplied by the family"), [Role.CAPTION])
    assert article.captions[0].credit is None
    article, _ = make(Page().line("supplied by the family"), [Role.CREDIT])
    assert [credit.holder for credit in find(article, Credit)] == ["supplied by the family"]


def test_credit_line() -> None:
    """A line that is a credit is one as a whole where no part of it is known."""
    article, _ = make(Page().line("Photo: Jane Doe"), [Role.CREDIT])
    (line,) = article.front.children
    assert isinstance(line, CreditLine)
    assert [credit.names for credit in line.credits] == [("Jane Doe",)]


def test_dateline() -> None:
    """The first paragraph of the leading section has the dateline, others have none."""
    opening = "BERLIN (dpa) - " + PROSE[1]
    article, _ = make(Page().line("Intro.").line(opening).line(opening), [Role.DECK, Role.PARAGRAPH, Role.PARAGRAPH])
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("BERLIN", "dpa")
    assert article.paragraphs[0].text == opening
    assert not list(find(article.paragraphs[1], Author))
    assert article.dateline.span.start == article.paragraphs[0].span.start


def test_control() -> None:
    """A control has its action where the words tell, and none where they don't."""
    article, _ = make(Page().line("Print").line("Mumble"), [Role.CONTROL, Role.CONTROL])
    assert [node.action for node in find(article, Control)] == ["print", None]


def test_dateline_behind_an_intro() -> None:
    """A dateline opens the first of the leading paragraphs that has one; behind the third, none is looked for."""
    opening = "BERLIN (dpa) - " + PROSE[1]
    for before, found in ((2, True), (3, False)):
        page = Page()
        for _ in range(before):
            page = page.line(PROSE[0])
        article, _ = make(page.line(opening), [Role.PARAGRAPH] * (before + 1))
        assert (article.dateline is not None) == found
