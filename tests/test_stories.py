"""What is hard about news pages: each case is a dump in miniature with its whole tree."""

from __future__ import annotations

from pathlib import Path

import pytest

import articleparse as ap
from tests.support.cases import Case, cases_in
from tests.support.drawing import draw_article


@pytest.mark.parametrize("case", cases_in(Path(__file__).parent / "fixtures" / "stories"))
def test_story(case: Case) -> None:
    """A dump becomes the article that its fixture says, and nothing of it is lost."""
    article = ap.parse(case.given)
    assert draw_article(article) == case.expected, case.prose
    assert ap.validate(article) == []
    assert ap.unparse(article) == case.given
