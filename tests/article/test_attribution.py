"""Which lines taken for bylines sign the story."""

from __future__ import annotations

import pytest

from articleparse.roles import Role
from articleparse.tree import Article
from tests.article.making import make
from tests.roles.blocks_by_hand import PROSE, Page

STORY = [Role.PARAGRAPH]


def names(article: Article) -> list[str]:
    """The authors of an article."""
    return [author.name for author in article.authors]


def test_marked() -> None:
    """Where a line says "by", a name alone elsewhere is no author."""
    page = Page().line("Enlarge Picture").heading("A bridge").line("By Jane Doe").line(PROSE[1])
    article, _ = make(page, [Role.BYLINE, Role.HEADLINE, Role.BYLINE, *STORY])
    assert names(article) == ["Jane Doe"]
    assert [node.type for node in article.front.children] == ["unknown_furniture", "headline", "byline"]


def test_dated() -> None:
    """Below a line with a name and a date, a name alone is no author; above it, it is one."""
    roles = [Role.BYLINE, Role.CONTROL, Role.BYLINE, *STORY]
    article, _ = make(Page().line("Jane Doe, 3 May 2024").line("Share").line("Text Size").line(PROSE[1]), roles)
    assert names(article) == ["Jane Doe"]
    article, _ = make(Page().line("John Roe").line("Share").line("Jane Doe, 3 May 2024").line(PROSE[1]), roles)
    assert names(article) == ["John Roe", "Jane Doe"]


def test_above() -> None:
    """Where authors stand above the story, those below it are of other stories; their dates stay."""
    page = Page().line("Jane Doe").line(PROSE[1]).line("By John Roe, 3 May 2024").line("Ann Lee")
    article, _ = make(page, [Role.BYLINE, *STORY, Role.BYLINE, Role.BYLINE])
    assert names(article) == ["Jane Doe"]
    assert [node.type for node in article.back.children] == ["timestamp_line", "unknown_furniture"]


def test_below() -> None:
    """Without authors above the story, those below it sign it."""
    article, _ = make(Page().line("3 May 2024").line(PROSE[1]).line("Jane Doe"), [Role.BYLINE, *STORY, Role.BYLINE])
    assert names(article) == ["Jane Doe"]
    assert article.front.children[0].type == "byline"


def test_list() -> None:
    """The items of a list are authors, but topics beside a line that has authors."""
    article, _ = make(Page().items("Jane Doe", "3 May 2024").line(PROSE[1]), [Role.BYLINE, *STORY])
    assert names(article) == ["Jane Doe"]
    assert article.published is not None
    article, _ = make(Page().line("Jane Doe").items("Green Party").line(PROSE[1]), [Role.BYLINE, Role.BYLINE, *STORY])
    assert names(article) == ["Jane Doe"]


def test_list_of_dates() -> None:
    """The items of a list of dates are read like lines."""
    page = Page().items("Published: 3 May 2024", "Updated: 4 May 2024").line(PROSE[1])
    article, _ = make(page, [Role.TIMESTAMP, *STORY])
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.when, article.updated.when) == ("2024-05-03", "2024-05-04")


def test_list_of_by() -> None:
    """A "by" alone speaks for the next item."""
    article, _ = make(Page().items("By", "Jane Doe", "Green Party").line(PROSE[1]), [Role.BYLINE, *STORY])
    assert names(article) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("3 May 2024 - Jane Doe", ["Jane Doe"]),
        ("Jane Doe | 3 May 2024 | 10:45", ["Jane Doe"]),
        ("3 May 2024 by Jane Doe in City Life", ["Jane Doe"]),
        ("3 May 2024 Young People", []),
        ("Loaves - 3 May 2024", []),
    ],
)
def test_dates_with_a_name(line: str, authors: list[str]) -> None:
    """Where no line was taken for a byline, a date's line signs the story if it says "by", or a name stands alone."""
    article, _ = make(Page().heading("A bridge").line(line).line(PROSE[1]), [Role.HEADLINE, Role.TIMESTAMP, *STORY])
    assert names(article) == authors
    assert article.published is not None


def test_date_beside_a_byline() -> None:
    """A date's line signs nothing where a byline does."""
    page = Page().heading("A bridge").line("Jane Doe").line("3 May 2024 - Green Party").line(PROSE[1])
    article, _ = make(page, [Role.HEADLINE, Role.BYLINE, Role.TIMESTAMP, *STORY])
    assert names(article) == ["Jane Doe"]


def test_date_of_another_story() -> None:
    """Far above the headline a date with a name belongs to a teaser."""
    page = Page().line("3 May 2024 - Jane Doe").line("Home").line("News").line("City").heading("A bridge")
    roles = [Role.TIMESTAMP, *[Role.NAVIGATION] * 3, Role.HEADLINE, *STORY]
    assert names(make(page.line(PROSE[1]), roles)[0]) == []


def test_list_of_name_and_date() -> None:
    """A list of dates signs the story by an item that is a name."""
    page = Page().heading("A bridge").items("Jane Doe", "3 May 2024").line(PROSE[1])
    assert names(make(page, [Role.HEADLINE, Role.TIMESTAMP, *STORY])[0]) == ["Jane Doe"]


@pytest.mark.parametrize("line", ["Jane Doe, Tom Ashby and Maria Kendall for the Harbour Post", "Words by Ann Lee"])
def test_line_of_names(line: str) -> None:
    """Where nobody signs, a line of nothing but names between headline and story does, whatever it was taken for."""
    page = Page().heading("A bridge").line(line).line(PROSE[1])
    article, _ = make(page, [Role.HEADLINE, Role.DECK, *STORY])
    assert names(article)
    assert article.decks == ()


@pytest.mark.parametrize("line", ["Jane Doe meets the mayor", "Jane Doe", "Share on Facebook, Twitter and Email"])
def test_other_lines(line: str) -> None:
    """A line that says more, or one name alone, stays what it was taken for."""
    article, _ = make(Page().heading("A bridge").line(line).line(PROSE[1]), [Role.HEADLINE, Role.DECK, *STORY])
    assert names(article) == []
    assert len(article.decks) == 1


def test_line_of_names_beside_a_byline() -> None:
    """Where somebody signs, a line of names is what it was taken for."""
    page = Page().heading("A bridge").line("By Ann Lee").line("Words by Jane Doe").line(PROSE[1])
    article, _ = make(page, [Role.HEADLINE, Role.BYLINE, Role.DECK, *STORY])
    assert names(article) == ["Ann Lee"]


def test_byline_of_nobody() -> None:
    """A line that names nobody and no day is no byline, but for one beside a line that does."""
    page = Page().heading("A bridge").line("more of this below").line(PROSE[1])
    article, _ = make(page, [Role.HEADLINE, Role.BYLINE, *STORY])
    assert [node.type for node in article.front.children] == ["headline", "unknown_furniture"]
    page = Page().heading("A bridge").line("By Ann Lee").line("more of this below").line(PROSE[1])
    article, _ = make(page, [Role.HEADLINE, Role.BYLINE, Role.BYLINE, *STORY])
    assert [node.type for node in article.front.children] == ["headline", "byline"]
    assert article.byline is not None
    assert "more of this below" in article.byline.text
