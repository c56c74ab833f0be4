"""Lines of text with their marks: what stands within a block."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from articleparse.strategies.sample_texts import SampleTexts
from articleparse.tree import (
    Author,
    Code,
    Credit,
    Dateline,
    Emphasis,
    Image,
    LineBreak,
    Link,
    Node,
    Strikethrough,
    Strong,
    Timestamp,
)
from articleparse.tree.drafts import Draft, draft

Parts = list[Draft | str]
Draw = Callable[[st.SearchStrategy[Any]], Any]

_TARGETS = (None, "/story", "https://example.org/a_(b)?x=1&y=2", "../next.html#top")
_CODE = ("x=1", "snake_case", "len(x)")
_AGENCIES = ("Reuters", "AFP", "dpa")
_DATES = (("3 March 2024", "2024-03-03"), ("2023-12-31", "2023-12-31"))


Made = TypeVar("Made")


@attrs.frozen
class Writer:
    """Draws the parts of one article, in one language, with no other nodes than `kinds`."""

    draw: Draw
    texts: SampleTexts
    kinds: frozenset[type[Node]]
    max_sentences: int

    def several(self, make: Callable[[Writer], Made], least: int, most: int) -> list[Made]:
        """Some of what `make` makes."""
        return list(self.draw(_several(self.texts, self.kinds, self.max_sentences, make, least, most)))

    def perhaps(self, kind: type[Node], make: Callable[[Writer], Made]) -> list[Made]:
        """What `make` makes, or nothing; always nothing where the caller wants none of `kind`."""
        return self.several(make, 0, 1) if kind in self.kinds else []

    def pick(self, choices: tuple[Any, ...]) -> Any:
        """One of `choices`; the first is the simplest."""
        return self.draw(_one_of(choices))

    def count(self, least: int, most: int) -> int:
        """A number of things."""
        return int(self.draw(_between(least, most)))

    def chance(self, kind: type[Node]) -> bool:
        """Whether there is a node of `kind`, where the caller wants any."""
        return kind in self.kinds and bool(self.draw(_YES_OR_NO))

    def title(self) -> str:
        """A few words without a mark."""
        return str(self.pick(self.texts.titles))

    def name(self) -> str:
        """A person."""
        return str(self.pick(self.texts.names))

    def prose(self) -> Parts:
        """Sentences, some of them marked."""
        parts: Parts = []
        for gap, sentence in self.several(Writer._sentence, 1, self.max_sentences):
            parts += [gap] * bool(parts and gap) + sentence
        return parts

    def _sentence(self) -> tuple[Draft | str, Parts]:
        """A sentence, and what parts it from the one before."""
        return draft(LineBreak) if self.chance(LineBreak) else self.texts.space, self._marked()

    def _marked(self) -> Parts:
        sentence = str(self.pick(self.texts.sentences))
        mark = self.draw(_MARKS)
        if mark not in self.kinds:
            return [sentence]
        if mark is Code:
            return [draft(Code, text=self.pick(_CODE)), " ", sentence]
        if mark is Link:
            return [self.link(self.title()), " ", sentence]
        head = sentence.partition(" ")[0] if " " in sentence else sentence[:-1]  # without the full stop
        return [draft(mark, head), sentence[len(head) :]]

    def link(self, text: str) -> Draft:
        """A link, with or without a target."""
        return draft(Link, text, target=self.pick(_TARGETS))

    def image(self) -> Draft:
        """A picture with its alternative text."""
        return draft(Image, alt=self.title(), target="/picture.jpg")

    def byline(self) -> Parts:
        """Who wrote it, perhaps with a date."""
        name = self.name()
        parts: Parts = [self.texts.by] if self.texts.by else []
        parts.append(draft(Author, name, name=name))
        if self.chance(Timestamp):
            parts += [" | ", self.timestamp("unspecified")]
        return parts

    def timestamp(self, kind: str) -> Draft:
        """A date."""
        raw, when = self.pick(_DATES)
        return draft(Timestamp, raw, kind=kind, raw=raw, when=when)

    def dateline(self) -> Parts:
        """The place and the agency that open a story."""
        place, agency = self.texts.place, str(self.pick(_AGENCIES))
        return [draft(Dateline, f"{place} ({agency}) — ", place=place, agency=agency)]

    def credit(self) -> Draft:
        """Whose picture it is."""
        agency = str(self.pick(_AGENCIES))
        return draft(Credit, f"(Photo: {agency})", label="Photo", holder=agency, agencies=(agency,))


_MARKS = st.sampled_from((None, None, None, None, None, Strong, Emphasis, Strikethrough, Link, Code))
"""The mark on a sentence; half of them have none."""

# Strategies are made once, for Hypothesis takes longer to make one than to draw from it.
_YES_OR_NO = st.booleans()
_one_of = cache(st.sampled_from)
_between = cache(st.integers)


@st.composite
def _made(
    draw: Draw,
    texts: SampleTexts,
    kinds: frozenset[type[Node]],
    max_sentences: int,
    make: Callable[[Writer], Made],
) -> Made:
    """What `make` makes, as one draw that Hypothesis can leave out as a whole."""
    return make(Writer(draw, texts, kinds, max_sentences))


@cache
def _several(
    texts: SampleTexts,
    kinds: frozenset[type[Node]],
    max_sentences: int,
    make: Callable[[Writer], Any],
    least: int,
    most: int,
) -> st.SearchStrategy[list[Any]]:
    return st.lists(_made(texts, kinds, max_sentences, make), min_size=least, max_size=most)
