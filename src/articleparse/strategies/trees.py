"""Well-formed articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from functools import cache, partial

from hypothesis import strategies as st

from articleparse.strategies.blocks import ABOVE, BELOW, MAKERS, STORY
from articleparse.strategies.lines import Draw, Parts, Writer
from articleparse.strategies.sample_texts import SAMPLE_TEXTS, SampleTexts
from articleparse.tree import ALLOWED, Article, Dateline, Heading, Headline, Meta, Node, Paragraph, Section
from articleparse.tree.drafts import Draft, compose, draft


def articles(
    *,
    languages: Sequence[str] | None = None,
    kinds: Collection[type[Node]] | None = None,
    max_sections: int = 2,
    max_blocks: int = 4,
    max_sentences: int = 3,
) -> st.SearchStrategy[Article]:
    r"""Well-formed articles with a headline and at least one paragraph, which is what a failing example shrinks to.

    `languages` are some of `LANGUAGES`, all by default. `kinds` are the classes of `articleparse.tree` that may occur
    beside headlines, paragraphs and text, all by default; what a block consists of, such as the items of a list or the
    author of a byline, comes with it. There are at most `max_sections` sections of at most
    `max_blocks` blocks, and at most `max_sentences` sentences in a paragraph.

    The source of such an article is its bare text, blank lines between blocks; `dumps` writes it as a converter would.

    Raises ValueError for an unknown language, for what is no class of nodes, and for a number below 1.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=1, database=None)
    ... @given(articles())
    ... def show(article):
    ...     print(ascii(article.source))
    >>> show()
    'Rain\n\nRain.\n\n'
    """
    chosen = tuple(SAMPLE_TEXTS) if languages is None else tuple(languages)
    if unknown := sorted({*chosen} - {*SAMPLE_TEXTS}):
        raise ValueError(f"no language {unknown[0]!r}; there are {', '.join(SAMPLE_TEXTS)}")
    if kinds is not None and (strangers := [kind for kind in kinds if kind not in ALLOWED]):
        raise ValueError(_no_kind(strangers[0]))
    if min(max_sections, max_blocks, max_sentences, len(chosen)) < 1:
        raise ValueError("an article has at least one language, section, block and sentence")
    samples = tuple(SAMPLE_TEXTS[language] for language in chosen)
    allowed = frozenset(ALLOWED if kinds is None else kinds) | {Headline, Paragraph}
    return _articles(samples, allowed, max_sections, max_blocks, max_sentences)


def _no_kind(stranger: object) -> str:
    """What is wrong with one of `kinds` that is no class of nodes, and what may have been meant."""
    names = [kind.__name__ for kind in ALLOWED]
    near = get_close_matches(str(getattr(stranger, "__name__", stranger)).title().replace("_", ""), names)
    if isinstance(stranger, type) and issubclass(stranger, Node):
        near = [kind.__name__ for kind in ALLOWED if issubclass(kind, stranger)]
    hint = f"do you mean {' or '.join(near)}?" if near else f"there are {', '.join(names)}"
    return f"{stranger!r} is no class of nodes that a tree is made of; {hint}"


@st.composite
def _articles(
    draw: Draw,
    samples: tuple[SampleTexts, ...],
    kinds: frozenset[type[Node]],
    max_sections: int,
    max_blocks: int,
    max_sentences: int,
) -> Article:
    texts = draw(st.sampled_from(samples))
    writer = Writer(draw, texts, kinds, max_sentences)
    above = [block for kind in ABOVE for block in _above(writer, kind)]
    lead = _lead(writer, max_blocks)
    sections = writer.several(_sections(max_blocks), 0, max_sections - 1)
    below = [block for kind in BELOW for block in writer.perhaps(kind, MAKERS[kind])]
    return compose(above, [lead, *sections], below, Meta(language=texts.language))


def _above(writer: Writer, kind: type[Node]) -> list[Draft]:
    return [MAKERS[kind](writer)] if kind is Headline else writer.perhaps(kind, MAKERS[kind])


def _lead(writer: Writer, max_blocks: int) -> Draft:
    """The stretch of the story before the first heading, which opens with a paragraph."""
    dateline: Parts = writer.dateline() if writer.chance(Dateline) else []
    return draft(Section, draft(Paragraph, *dateline, *writer.prose()), *writer.several(_block, 0, max_blocks - 1))


def _section(max_blocks: int, writer: Writer) -> Draft:
    """A stretch of the story, under a heading where there may be one."""
    blocks = writer.several(_block, 1, max_blocks)
    if Heading not in writer.kinds:
        return draft(Section, *blocks)
    level = writer.count(2, 4)
    return draft(Section, draft(Heading, writer.title(), level=level), *blocks, level=level)


def _block(writer: Writer) -> Draft:
    """A block of the story."""
    kind: type[Node] = writer.pick(_story(writer.kinds))
    return MAKERS[kind](writer)


@cache
def _story(kinds: frozenset[type[Node]]) -> tuple[type[Node], ...]:
    return tuple(kind for kind in STORY if kind in kinds)


@cache
def _sections(max_blocks: int) -> Callable[[Writer], Draft]:
    return partial(_section, max_blocks)  # one for each number, for strategies are kept by what they make
