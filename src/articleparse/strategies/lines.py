"""Lines of text with their marks: what stands within a block."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from articleparse import tree
from articleparse.tree.drafts import Draft, draft

Parts = list[Draft | str]
Draw = Callable[[st.SearchStrategy[Any]], Any]

_TARGETS = (None, "/story", "https://example.org/a_(b)?x=1&y=2", "../next.html#top")
_CODE = ("x=1", "snake_case", "len(x)")
_AGENCIES = ("Reuters", "AFP", "dpa")
_DATES = (("3 March 2024", "2024-03-03"), ("2023-12-31", "2023-12-31"))


Made = TypeVar("Made")


@attrs.frozen(eq=False)
class SampleTexts:
    """How a newsroom of one language writes. The first of each is the simplest, which a failing example shrinks to."""

    language: str  # BCP 47
    by: str  # what stands before an author's name
    sentences: tuple[str, ...] = attrs.field(converter=tuple)
    titles: tuple[str, ...] = attrs.field(converter=tuple)
    names: tuple[str, ...] = attrs.field(converter=tuple)
    place: str  # as it opens a dateline
    space: str = " "  # what parts two sentences


_TABLES = tomllib.loads((files(__package__) / "sample_texts.toml").read_text(encoding="utf-8"))

SAMPLE_TEXTS = {language: SampleTexts(language, **texts) for language, texts in _TABLES.items()}
"""The languages that articles can be drawn in: Latin, Cyrillic, Arabic, Devanagari, Han and Kana."""

LANGUAGES = tuple(SAMPLE_TEXTS)
"""The languages by their BCP 47 codes."""


@attrs.frozen(cache_hash=True)
class Choices:
    """What the parts of one article are drawn from."""

    texts: SampleTexts
    kinds: frozenset[type[tree.Node]]  # that may occur
    max_blocks: int  # of a section
    max_sentences: int  # of a paragraph


@attrs.frozen
class Writer:
    """Draws the parts of one article, in one language, with no other nodes than the kinds that were chosen."""

    draw: Draw
    choices: Choices

    def several(self, make: Callable[[Writer], Made], least: int, most: int) -> list[Made]:
        """Some of what `make` makes."""
        return list(self.draw(_several(self.choices, make, least, most)))

    def perhaps(self, kind: type[tree.Node], make: Callable[[Writer], Made]) -> list[Made]:
        """What `make` makes, or nothing; always nothing where the caller wants none of `kind`."""
        return self.several(make, 0, 1) if kind in self.choices.kinds else []

    def pick(self, choices: tuple[Any, ...]) -> Any:
        """One of `choices`; the first is the simplest."""
        return self.draw(_one_of(choices))

    def count(self, least: int, most: int) -> int:
        """A number of things."""
        return int(self.draw(_between(least, most)))

    def chance(self, kind: type[tree.Node]) -> bool:
        """Whether there is a node of `kind`, where the caller wants any."""
        return kind in self.choices.kinds and bool(self.draw(_YES_OR_NO))

    def title(self) -> str:
        """A few words without a mark."""
        return str(self.pick(self.choices.texts.titles))

    def name(self) -> str:
        """A person."""
        return str(self.pick(self.choices.texts.names))

    def prose(self) -> Parts:
        """Sentences, some of them marked."""
        parts: Parts = []
        for gap, sentence in self.several(Writer._sentence, 1, self.choices.max_sentences):
            parts += [gap] * bool(parts and gap) + sentence
        return parts

    def _sentence(self) -> tuple[Draft | str, Parts]:
        """A sentence, and what parts it from the one before."""
        return draft(tree.LineBreak) if self.chance(tree.LineBreak) else self.choices.texts.space, self._marked()

    def _marked(self) -> Parts:
        sentence = str(self.pick(self.choices.texts.sentences))
        mark = self.draw(_MARKS)
        if mark not in self.choices.kinds:
            return [sentence]
        if mark is tree.Code:
            return [draft(tree.Code, text=self.pick(_CODE)), " ", sentence]
        if mark is tree.Link:
            return [self.link(self.title()), " ", sentence]
        head = sentence.partition(" ")[0] if " " in sentence else sentence[:-1]  # without the full stop
        return [draft(mark, head), sentence[len(head) :]]

    def link(self, text: str) -> Draft:
        """A link, with or without a target."""
        return draft(tree.Link, text, target=self.pick(_TARGETS))

    def image(self) -> Draft:
        """A picture with its alternative text."""
        return draft(tree.Image, alt=self.title(), target="/picture.jpg")

    def byline(self) -> Parts:
        """Who wrote it, perhaps with a date."""
        name = self.name()
        parts: Parts = [self.choices.texts.by] if self.choices.texts.by else []
        parts.append(draft(tree.Author, name, name=name))
        if self.chance(tree.Timestamp):
            parts += [" | ", self.timestamp("unspecified")]
        return parts

    def timestamp(self, kind: str) -> Draft:
        """A date."""
        raw, when = self.pick(_DATES)
        return draft(tree.Timestamp, raw, kind=kind, raw=raw, when=when)

    def dateline(self) -> Parts:
        """The place and the agency that open a story."""
        place, agency = self.choices.texts.place, str(self.pick(_AGENCIES))
        return [draft(tree.Dateline, f"{place} ({agency}) — ", place=place, agency=agency)]

    def credit(self) -> Draft:
        """Whose picture it is."""
        agency = str(self.pick(_AGENCIES))
        return draft(tree.Credit, f"(Photo: {agency})", label="Photo", holder=agency, agencies=(agency,))


_MARKS = st.sampled_from((*[None] * 5, tree.Strong, tree.Emphasis, tree.Strikethrough, tree.Link, tree.Code))
"""The mark on a sentence; half of them have none."""

# Strategies are made once, for Hypothesis takes longer to make one than to draw from it.
_YES_OR_NO = st.booleans()
_one_of = cache(st.sampled_from)
_between = cache(st.integers)


@st.composite
def _made(draw: Draw, choices: Choices, make: Callable[[Writer], Made]) -> Made:
    """What `make` makes, as one draw that Hypothesis can leave out as a whole."""
    return make(Writer(draw, choices))


@cache
def _several(choices: Choices, make: Callable[[Writer], Any], least: int, most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(_made(choices, make), min_size=least, max_size=most)
