"""Well-formed articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    """Well-formed articles with a headline and at least one paragraph, which is what a failing example shrinks to.

    `languages` are some of `LANGUAGES`, all by default. `kinds` are the classes of `articleparse.tree` that may occur
    beside headlines, paragraphs and text, all by default. There are at most `max_sections` sections of at most
    `max_blocks` blocks, and at most `max_sentences` sentences in a paragraph.

    The source of such an article is its bare text, a line a block; `dumps` writes it as a converter would.

    Raises ValueError for an unknown language and for a number below 1.

    >>> from hypothesis import find
    >>> print(find(articles(), lambda article: True).source)
    Rain
    Rain.
    <BLANKLINE>
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
    story = tuple(kind for kind in STORY if kind in kinds)
    above = [MAKERS[kind](writer) for kind in ABOVE if kind is Headline or writer.chance(kind)]
    sections = [_section(writer, story, index, max_blocks) for index in range(writer.count(1, max_sections))]
    below = [MAKERS[kind](writer) for kind in BELOW if writer.chance(kind)]
    return page(above, sections, below, Meta(language=voice.language))


def _section(writer: Writer, story: tuple[type[Node], ...], index: int, max_blocks: int) -> Plan:
    """A stretch of the story. The first one leads it and opens with a paragraph, the others may have a heading."""
    count = writer.count(1, max_blocks) - (not index)  # the opening paragraph is one
    blocks = [MAKERS[writer.pick(story)](writer) for _ in range(count)]
    if not index:
        dateline: Parts = writer.dateline() if writer.chance(Dateline) else []
        return n(Section, n(Paragraph, *dateline, *writer.prose()), *blocks)
    if Heading not in writer.kinds:
        return n(Section, *blocks)
    level = writer.count(2, 4)
    return n(Section, n(Heading, writer.title(), level=level), *blocks, level=level)
