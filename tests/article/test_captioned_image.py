"""Images whose alternative text is their caption."""

from __future__ import annotations

import pytest

from articleparse.roles import Judgement, Role
from articleparse.tree import unparse
from tests.article.making import make_judged
from tests.support.syntax import read


@pytest.mark.parametrize("role", [Role.CAPTION, Role.FIGURE, Role.PARAGRAPH, Role.DECK])
def test_figure(role: Role) -> None:
    """It is a figure with image, caption and credit, whichever part of the story it was taken for."""
    text = '![A man reads a book. (Photo: EPA)](/m.jpg "Man"){width="9"}'
    syntax = read(text, "pandoc")
    article, _ = make_judged(text, syntax.units, [Judgement(role)])
    assert unparse(article) == text
    (figure,) = article.figures
    assert figure.image is not None
    assert (figure.image.target, figure.image.title) == ("/m.jpg", "Man")
    assert figure.caption is not None
    assert figure.caption.text == "A man reads a book."
    assert figure.caption.credit is not None
    assert figure.caption.credit.holder == "EPA"


def test_furniture() -> None:
    """A picture that is furniture stays so."""
    text = "![A man reads a book.](/m.jpg)"
    syntax = read(text, "pandoc")
    article, _ = make_judged(text, syntax.units, [Judgement(Role.RELATED)])
    assert article.captions == ()
    assert len(article.related) == 1
