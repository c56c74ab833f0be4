"""Articles as converters dump them."""

from __future__ import annotations

from hypothesis import strategies as st

from articleparse.strategies.dumps.blocks import write
from articleparse.strategies.dumps.habits import BY_DIALECT, HABITS
from articleparse.tree import Article

__all__ = ["dumps"]


def dumps(article: Article | st.SearchStrategy[Article], dialect: str | None = None) -> st.SearchStrategy[str]:
    r"""Dumps of a page that holds `article`, as the converters of `dialect` write it with one setting or another.

    `article` is one article, from `articles` or from a parse, or a strategy for articles. `dialect` is a name of
    `articleparse.DIALECTS`, None for any of them; a failing example shrinks to plain Markdown. Raises ValueError
    for an unknown dialect.

    The article tells what a reader of the dump can know, but for what the dialect loses: text browsers write no
    marks and no targets, `get-text` no lists.

    >>> from hypothesis import given, settings
    >>> from articleparse.strategies import articles
    >>> @settings(max_examples=1, database=None)
    ... @given(dumps(articles()))
    ... def show(dump):
    ...     print(ascii(dump))
    >>> show()
    '# Rain\n\nRain.'
    """
    if dialect is not None and dialect not in BY_DIALECT:
        raise ValueError(f"unknown dialect {dialect!r}; known are {', '.join(sorted(BY_DIALECT))}")
    habits = st.sampled_from(HABITS if dialect is None else BY_DIALECT[dialect])
    articles = st.just(article) if isinstance(article, Article) else article
    return st.builds(write, articles, habits)
