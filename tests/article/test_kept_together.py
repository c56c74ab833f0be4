"""Blocks that go on with the one above them."""

from __future__ import annotations

from articleparse.roles import Role
from articleparse.tree import Answer, FactBox, Paragraph, find
from tests.article.making import make
from tests.roles.blocks_by_hand import PROSE, Page


def test_answer_of_two_paragraphs() -> None:
    """A paragraph between an answer and the next question is of the answer; behind the last question none is."""
    page = Page().line("Why?").line(PROSE[0]).line(PROSE[1]).line("When?").line(PROSE[2]).line(PROSE[0])
    roles = [Role.QUESTION, Role.ANSWER, Role.PARAGRAPH, Role.QUESTION, Role.ANSWER, Role.PARAGRAPH]
    article, _ = make(page, roles)
    assert [len([*find(answer, Paragraph)]) for answer in find(article, Answer)] == [2, 1]


def test_list_of_a_box() -> None:
    """A list right below a box's name is the box's, whatever it was taken for; a list of the story is not."""
    page = Page().line(PROSE[0]).line("Factbox").items("Built: 1934", "Height: 40 m").line(PROSE[1])
    article, _ = make(page, [Role.PARAGRAPH, Role.FACT_BOX, Role.TIMESTAMP, Role.PARAGRAPH])
    assert [box.text for box in find(article, FactBox)] == ["Factbox\n\nBuilt: 1934\nHeight: 40 m"]
    article, _ = make(page, [Role.PARAGRAPH, Role.FACT_BOX, Role.LIST, Role.PARAGRAPH])
    assert [box.text for box in find(article, FactBox)] == ["Factbox"]
