"""What Hypothesis runs when it is imported, so that `st.from_type(Article)` draws well-formed articles.

The strategies are imported when they are first asked for: Hypothesis may itself be on its way in because of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from articleparse.tree import Article

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Tell Hypothesis how articles are drawn."""
    import_module("hypothesis.strategies").register_type_strategy(Article, _articles)


def _articles(_: type[Article]) -> SearchStrategy[Article]:
    strategy: SearchStrategy[Article] = import_module("articleparse.strategies").articles()
    return strategy
