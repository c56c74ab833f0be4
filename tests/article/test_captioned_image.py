"""Images whose alternative text is their caption."""

from __future__ import annotations

import pytest

from articleparse.article import build
from articleparse.diagnostics import Diagnostics
from articleparse.roles import Judgement, Role
from articleparse.tree import Meta, unparse, validate
from articleparse.vocabulary import load_vocabulary
from tests.support.syntax import read


@pytest.mark.parametrize("role", [Role.CAPTION, Role.FIGURE, Role.PARAGRAPH, Role.DECK])
def test_figure(role: Role) -> None:
    """It is a figure with image, caption and credit, whichever part of the story it was taken for."""
    text = '![A man reads a book. (Photo: EPA)](/m.jpg "Man"){width="9"}'
    syntax = read(text, "pandoc")
    article = build(syntax.source, syntax.units, [Judgement(role)], Meta(), Diagnostics(), load_vocabulary())
    assert validate(article) == []
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
    syntax = read("![A man reads a book.](/m.jpg)", "pandoc")
    article = build(syntax.source, syntax.units, [Judgement(Role.RELATED)], Meta(), Diagnostics(), load_vocabulary())
    assert article.captions == ()
    assert len(article.related) == 1
