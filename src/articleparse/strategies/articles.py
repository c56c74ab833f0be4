"""Well-formed articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

from hypothesis import strategies as st

from articleparse.strategies.blocks import ABOVE, BELOW, MAKERS, STORY
from articleparse.strategies.lines import Draw, Parts, Writer
from articleparse.strategies.plan import Plan, n, page
from articleparse.strategies.voices import VOICES, Voice
from articleparse.tree import ALLOWED, Article, Dateline, Heading, Headline, Meta, Node, Paragraph, Section


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

    The source of such an article is its bare text, a line a block; `dumps` writes it as a converter would.

    Raises ValueError for an unknown language and for a number below 1.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=1, database=None)
    ... @given(articles())
    ... def show(article):
    ...     print(ascii(article.source))
    >>> show()
    'Rain\nRain.\n\n'
    """
    chosen = tuple(VOICES) if languages is None else tuple(languages)
    if unknown := sorted({*chosen} - {*VOICES}):
        raise ValueError(f"no language {unknown[0]!r}; there are {', '.join(VOICES)}")
    if min(max_sections, max_blocks, max_sentences, len(chosen)) < 1:
        raise ValueError("an article has at least one language, section, block and sentence")
    voices = tuple(VOICES[language] for language in chosen)
    allowed = frozenset(ALLOWED if kinds is None else kinds) | {Headline, Paragraph}
    return _articles(voices, allowed, max_sections, max_blocks, max_sentences)


@st.composite
def _articles(
    draw: Draw,
    voices: tuple[Voice, ...],
    kinds: frozenset[type[Node]],
    max_sections: int,
    max_blocks: int,
    max_sentences: int,
) -> Article:
    voice = draw(st.sampled_from(voices))
    writer = Writer(draw, voice, kinds, max_sentences)
    above = [block for kind in ABOVE for block in _above(writer, kind)]
    lead = _lead(writer, max_blocks)
    sections = writer.several(_sections(max_blocks), 0, max_sections - 1)
    below = [block for kind in BELOW for block in writer.perhaps(kind, MAKERS[kind])]
    return page(above, [lead, *sections], below, Meta(language=voice.language))


def _above(writer: Writer, kind: type[Node]) -> list[Plan]:
    return [MAKERS[kind](writer)] if kind is Headline else writer.perhaps(kind, MAKERS[kind])


def _lead(writer: Writer, max_blocks: int) -> Plan:
    """The stretch of the story before the first heading, which opens with a paragraph."""
    dateline: Parts = writer.dateline() if writer.chance(Dateline) else []
    return n(Section, n(Paragraph, *dateline, *writer.prose()), *writer.several(_block, 0, max_blocks - 1))


def _section(max_blocks: int, writer: Writer) -> Plan:
    """A stretch of the story, under a heading where there may be one."""
    blocks = writer.several(_block, 1, max_blocks)
    if Heading not in writer.kinds:
        return n(Section, *blocks)
    level = writer.count(2, 4)
    return n(Section, n(Heading, writer.title(), level=level), *blocks, level=level)


def _block(writer: Writer) -> Plan:
    """A block of the story."""
    kind: type[Node] = writer.pick(_story(writer.kinds))
    return MAKERS[kind](writer)


@cache
def _story(kinds: frozenset[type[Node]]) -> tuple[type[Node], ...]:
    return tuple(kind for kind in STORY if kind in kinds)


@cache
def _sections(max_blocks: int) -> Callable[[Writer], Plan]:
    return partial(_section, max_blocks)  # one for each number, for strategies are kept by what they make
