"""A dump tells of the article that it was written from all that its converter has not lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articleparse as ap
from articleparse.dialect import DIALECTS
from articleparse.strategies import articles, dumps
from articleparse.strategies.converter_styles import STYLES, ConverterStyle
from articleparse.strategies.converters import write
from articleparse.tree import FactBox, Heading, Item, ItemList, Paragraph
from tests.support.oracle import FACTS, LISTED, LOST
from tests.support.pages import n, page


@given(articles(max_blocks=3, max_sentences=2), st.sampled_from(STYLES))
def test_a_dump_tells_its_article(article: ap.Article, style: ConverterStyle) -> None:
    """The words and all marks that the dialect keeps come back as they were."""
    read = ap.parse(write(article, style), options=ap.Options(dialect=style.dialect))
    for fact in FACTS.keys() - LOST.get(style.dialect, set()):
        wanted, got = FACTS[fact](article), FACTS[fact](read)
        if fact in LISTED and style.links in ("numbered", "reference"):
            got = got[: len(wanted)]
        assert got == wanted, fact


@pytest.mark.parametrize("style", [style for style in STYLES if "numbers" not in LOST.get(style.dialect, set())])
def test_list_behind_a_box_with_a_list(style: ConverterStyle) -> None:
    """A numbered list that ends a fact box, and one below the box, are two."""
    numbered = n(ItemList, n(Item, "Rain."), n(Item, "Wind."), ordered=True, start=1)
    article = page(body=[n(Paragraph, "Rain."), n(FactBox, n(Heading, "Box", level=4), numbered), numbered])
    read = ap.parse(write(article, style), options=ap.Options(dialect=style.dialect))
    assert FACTS["numbers"](read) == [1, 1]


def test_every_dialect_is_written() -> None:
    """There is a converter's setting for every dialect, in the same order."""
    assert list(dict.fromkeys(style.dialect for style in STYLES)) == list(DIALECTS)


UNKNOWABLE = {"unknown", "jina"}
"""Jina Reader writes as turndown does; only a header, which is no part of an article, tells it."""


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if name not in UNKNOWABLE])
def test_dialects_look_like_themselves(dialect: str) -> None:
    """What is written as a converter would write it is recognised as that converter's, for one setting at least."""
    names = {ap.parse(write(PAGE, style)).meta.dialect for style in STYLES if style.dialect == dialect}
    assert dialect in names


def test_unknown_dialect() -> None:
    """A dialect that there is not is an error."""
    with pytest.raises(ValueError, match="unknown dialect 'morse'"):
        dumps(PAGE, "morse")


PAGE = ap.parse(
    """
- [Home](/)
- [World](/world)

## World

# Bridge stays closed for a year

By [Jane Doe](/jane) and John Roe | 3 March 2024

![A bridge](/bridge_(1).jpg)

**LONDON (Reuters)** — The council voted on Tuesday to keep the old bridge closed for a year, and the *baker* who lost a
third of her customers said that [nobody](https://example.org/a_(b)) had asked her, in a house with `snake_case` or
5 \\* 3 rooms that has stood near the river for two hundred years and more.

An engineer's report, which runs to 200 pages, says that two of the six piers have to be rebuilt\\_by autumn, and that
it will take years to find the money for it, ~~months~~ if the government does not help, which nobody in town believes.

### What now?

- First
- Second
  - Third

3. Three
4. Four

> Nobody asked us.

| Party | Seats |
|---|---|
| A | 12 |

```
x = 1
```

* * *

© 2024 The Daily
"""
)
