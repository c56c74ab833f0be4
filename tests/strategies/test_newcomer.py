"""The example of the docs finds the bugs that it says it finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "testing.md"


def properties(planted: tuple[str, str] = ("", ""), examples: int = 500) -> dict[str, Callable[[], Any]]:
    """The tests of the example, after one text was put in the place of another; they draw afresh and don't shrink."""
    _, _, page = DOCS.read_text(encoding="utf-8").partition('```python title="test_index.py"\n')
    code, _, _ = page.partition("```")
    changes = [
        planted,
        ("max_examples=500, deadline=None", f"max_examples={examples}, database=None, deadline=None, phases=PHASES"),
        (
            "from hypothesis import given, settings",
            "from hypothesis import Phase, given, settings\nPHASES = [Phase.generate]",
        ),
    ]
    for old, new in changes:
        assert old in code
        code = code.replace(old, new)
    names: dict[str, Any] = {}
    exec(compile(code, str(DOCS), "exec"), names)  # noqa: S102
    return names


def test_a_careful_pipeline_passes() -> None:
    """The pipeline as it stands in the docs has no bug that its tests find."""
    names = properties(examples=100)
    names["test_every_page_has_a_line"]()
    names["test_no_word_is_lost"]()


BUGS = [
    pytest.param(
        "article.headline.text if article.headline else None",
        "article.headline.text",
        "test_every_page_has_a_line",
        AttributeError,
        id="no headline",
    ),
    pytest.param(
        "json.dumps(record)",
        "json.dumps(record, ensure_ascii=False)",
        "test_every_page_has_a_line",
        UnicodeEncodeError,
        id="surrogate",
    ),
    pytest.param("ap.find(article, Text)", "article.paragraphs", "test_no_word_is_lost", AssertionError, id="list"),
]


@pytest.mark.parametrize(("right", "wrong", "test", "error"), BUGS)
def test_planted_bugs_are_found(right: str, wrong: str, test: str, error: type[Exception]) -> None:
    """Each of three bugs that a newcomer might write is found within 500 examples."""
    with pytest.raises(error):
        properties((right, wrong))[test]()
    page = DOCS.read_text(encoding="utf-8")
    assert f"`{right}" in page
    assert f"| `{wrong}" in page
