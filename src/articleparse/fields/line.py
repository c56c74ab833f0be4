"""The fields of a line: each is parsed when it is first asked for, and once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from articleparse.fields.byline import BylineFields, parse_byline
from articleparse.fields.credit import CreditField, CreditLine
from articleparse.fields.dateline import DatelineField, parse_dateline
from articleparse.fields.timestamps import TimestampField, parse_timestamps
from articleparse.tree import Link, Node
from articleparse.vocabulary import Vocabulary

Range = tuple[int, int]
"""A half-open range of a line's flat text, in code points."""


class LineFields:
    """What one line says.

    Offsets count the code points of `text`, the line's flat text; `links` are the ranges of its links' texts.
    """

    def __init__(self, text: str, links: tuple[Range, ...], vocabulary: Vocabulary, language: str | None) -> None:
        self.text = text
        self.links = links
        self._vocabulary = vocabulary
        self._language = language

    @cached_property
    def byline(self) -> BylineFields:
        """The authors and dates of the line, read as a byline."""
        return parse_byline(self.text, self.links, vocabulary=self._vocabulary, timestamps=self.timestamps)

    @cached_property
    def timestamps(self) -> tuple[TimestampField, ...]:
        """The dates and times of day in the line, in order."""
        return tuple(parse_timestamps(self.text, vocabulary=self._vocabulary, language=self._language))

    @cached_property
    def _credit_line(self) -> CreditLine:
        return CreditLine(self.text, self._vocabulary)

    @cached_property
    def credit(self) -> CreditField | None:
        """The credit within the line, or None."""
        return self._credit_line.find()

    @cached_property
    def sole_credit(self) -> CreditField | None:
        """The credit of a line that is known to be nothing else; None where the line has no words beside a label."""
        return self.credit or self._credit_line.whole()

    @cached_property
    def dateline(self) -> DatelineField | None:
        """The dateline that opens the line, or None."""
        return parse_dateline(self.text, vocabulary=self._vocabulary)


class FieldReader:
    """Reads the fields of the lines of one dump; lines of the same text and links share what was read.

    `vocabulary` are the words of all languages with the user's own, `language` (BCP 47; None: unknown) is that of the
    story and says how dates are read where languages differ.
    """

    def __init__(self, vocabulary: Vocabulary, language: str | None = None) -> None:
        self.vocabulary = vocabulary
        self.language = language
        self._lines: dict[tuple[str, tuple[Range, ...]], LineFields] = {}

    def line(self, children: Sequence[Node]) -> LineFields:
        """The fields of the line that the inline nodes among `children` are."""
        text, links = flat_text(children), tuple(link_ranges(children))
        found = self._lines.get((text, links))
        if found is None:
            found = self._lines[text, links] = LineFields(text, links, self.vocabulary, self.language)
        return found


def flat_text(children: Sequence[Node]) -> str:
    """The text that the field grammars read and in which their offsets count: that of the inline `children`."""
    return "".join(child.text for child in children if child.inline)


def link_ranges(children: Sequence[Node]) -> list[Range]:
    """Where the texts of links lie in the flat text of `children`, in order; links without text are left out."""
    return list(_links(children, 0))


def _links(children: Sequence[Node], position: int) -> Iterator[Range]:
    for child in children:
        if child.inline:
            length = len(child.text)
            if isinstance(child, Link):
                if length:
                    yield position, position + length
            elif child.children:
                yield from _links(child.children, position)
            position += length
