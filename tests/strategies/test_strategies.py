"""What the strategies draw."""

from __future__ import annotations

from typing import Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse.dialect import DIALECTS
from articleparse.grammar import grammar_names, load_grammar
from articleparse.roles import Role
from articleparse.strategies import DAMAGES, LANGUAGES, articles, dumps, malformed, sources
from articleparse.strategies.converter_styles import STYLES, ConverterStyle
from articleparse.strategies.token_samples import ROLE_SAMPLES, TOKEN_SAMPLES
from articleparse.tree import ALLOWED, Byline, Furniture, Heading, Headline, Meta, Paragraph, Separator, Text, walk
from articleparse.tree import find as nodes
from tests.support.processes import run_python

PAGE = "# Rain\n\nBy Jane\n\nIt “rained” & how. It was\nwet.\n\n1. And\n2. on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
FAST = settings(max_examples=200, database=None, derandomize=True)
DRAWN = settings(max_examples=400, derandomize=True, database=None)


def test_smallest_article() -> None:
    """A failing example shrinks to an article of two lines, and to the one block more that it needs."""
    assert find(dumps(articles()), lambda text: "ai" in text, settings=FAST) == "# Rain\n\nRain."
    with_rule = dumps(articles(kinds=[Separator, Heading, Byline], languages=["en"]), "unknown")
    assert find(with_rule, lambda text: "---" in text, settings=FAST) == "# Rain\n\nRain.\n\n---"


def test_every_kind_of_node_is_drawn() -> None:
    """All classes of nodes occur."""
    seen: set[type[object]] = set()

    @DRAWN
    @given(articles())
    def draw(article: ap.Article) -> None:
        seen.update(map(type, walk(article)))

    draw()
    assert set(ALLOWED) - seen == set()


@given(articles(kinds=[], languages=["ja"], max_sections=1, max_blocks=2, max_sentences=1))
@settings(max_examples=30)
def test_keywords(article: ap.Article) -> None:
    """Only the kinds that were asked for occur, in the languages and the size that were."""
    assert {type(node) for node in walk(article)} - {ap.Article, Headline, Paragraph, Text} == {
        type(article.front),
        type(article.body),
        type(article.back),
        type(article.sections[0]),
    }
    assert article.meta == Meta(language="ja")
    assert 1 <= len(article.paragraphs) <= 2
    assert len(article.sections) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(language: str) -> None:
    """Every language can be drawn alone."""

    @settings(max_examples=2, database=None)
    @given(articles(languages=[language]))
    def draw(article: ap.Article) -> None:
        assert article.meta.language == language
        assert article.text

    draw()


@pytest.mark.parametrize("wrong", [{"languages": ["xx"]}, {"languages": []}, {"max_blocks": 0}])
def test_wrong_keywords(wrong: dict[str, object]) -> None:
    """A language that there is not and a size of nothing are errors."""
    with pytest.raises(ValueError, match="language"):
        articles(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("item_lst", r"'item_lst' is no class of nodes .*; do you mean ItemList"),
        ("byline", "do you mean Byline"),
        (Furniture, "do you mean Related or Promotion or Control"),
        (int, "there are Article, Front"),
    ],
)
def test_wrong_kinds(wrong: object, message: str) -> None:
    """What is no class of nodes is an error at once, which tells the nearest ones."""
    with pytest.raises(ValueError, match=message):
        articles(kinds=[Headline, wrong])  # type: ignore[list-item]


def test_from_type() -> None:
    """Hypothesis knows how to draw an article as soon as the package is installed, whatever is imported first."""
    code = """import {}
import articleparse as ap
from hypothesis import given, settings, strategies as st
@settings(max_examples=1, database=None)
@given(st.from_type(ap.Article))
def draw(article): print(article.headline.text)
draw()"""
    for first in ("articleparse.strategies", "hypothesis"):
        assert run_python("-c", code.format(first)).stdout == b"Rain\n"


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage(damage: str) -> None:
    """Every kind of damage does something to a page."""
    drawn = set()

    @settings(DRAWN, max_examples=20)
    @given(malformed(PAGE, damage))
    def draw(text: str) -> None:
        drawn.add(text)

    draw()
    assert drawn - {PAGE}


def test_damage_by_name() -> None:
    """Some kinds of damage can be chosen, and how often; what there is not is an error."""
    texts = malformed(st.just("a"), ["bidi_marks", "zero_width"], max_damages=1)
    assert find(texts, lambda text: "\u202e" in text, settings=FAST) == "\u202ea"
    with pytest.raises(ValueError, match="no damage 'rust'; there are truncated"):
        malformed("a", "rust")


def test_tokens_have_samples() -> None:
    """Every token of every grammar has samples, but for those of no width, and so has every role."""
    assert sorted(TOKEN_SAMPLES) == grammar_names()
    assert set(ROLE_SAMPLES) == set(Role)
    for name, samples in TOKEN_SAMPLES.items():
        terminals = {symbol.name for rule in load_grammar(name).rules for symbol in rule.expansion if symbol.is_term}
        assert set(samples) - terminals == set()
        assert {token for token in terminals - set(samples) if not token.endswith(("_OPEN", "_CLOSE", "_END"))} == set()


@pytest.mark.parametrize("grammar", grammar_names())
def test_sources(grammar: str) -> None:
    """Each grammar has texts of more than one token."""
    assert len(find(sources(grammar), lambda text: len(text) > 20, settings=FAST)) > 20


def test_unknown_grammar() -> None:
    """A grammar that there is not is an error."""
    with pytest.raises(ValueError, match="no grammar 'latin'"):
        sources("latin")


def test_a_dump_of_a_parsed_article() -> None:
    """An article from a parse is written in other dialects, however its text is marked."""
    article = ap.parse(PAGE + "\n> Well. ~~No~~ [x](#) `y`\n\n- a\n\n  b\n\n```py\nz\n```\n\n---\n")
    for dialect in DIALECTS:
        again = ap.parse(find(dumps(article, dialect), lambda _: True))
        assert [node.text for node in nodes(again, Text)]


def test_converter_styles_hold_values_of_their_fields() -> None:
    """Every value of a converter's style is of the type that its field has, or one of the values that it names."""
    hints = get_type_hints(ConverterStyle)
    for style in STYLES:
        for name, value in attrs.asdict(style).items():
            choices = get_args(hints[name]) if get_origin(hints[name]) is Literal else ()
            kind = get_origin(hints[name]) or hints[name]
            assert value in choices if choices else type(value) is kind, (style.dialect, name)
