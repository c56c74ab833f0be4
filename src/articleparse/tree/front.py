"""Blocks around the story: what a newsroom puts above and below the body. A line each, inline nodes within."""

from __future__ import annotations

import attrs

from articleparse.tree.base import Block
from articleparse.tree.fields import Author, Timestamp
from articleparse.tree.visit import find


@attrs.frozen
class Kicker(Block):
    """The short label over the headline (eyebrow, overline)."""


@attrs.frozen
class Headline(Block):
    """The title of the story."""


@attrs.frozen
class Deck(Block):
    """The sentence or two under the headline (standfirst, subtitle)."""


@attrs.frozen
class Highlights(Block):
    """The list of key points between deck and body."""


@attrs.frozen
class Byline(Block):
    """Who wrote it, often with a date: `By Jane Doe and John Roe | 3 March 2024`."""

    @property
    def authors(self) -> tuple[Author, ...]:
        """The people and agencies named, in order."""
        return tuple(find(self, Author))


@attrs.frozen
class TimestampLine(Block):
    """A line that says when the story was published or updated."""

    @property
    def timestamps(self) -> tuple[Timestamp, ...]:
        """The dates in the line, in order."""
        return tuple(find(self, Timestamp))


@attrs.frozen
class AuthorBio(Block):
    """Who the author is, or who contributed, below the story (tagline, shirttail)."""


@attrs.frozen
class Correction(Block):
    """A correction, clarification or editor's note."""


@attrs.frozen
class Copyright(Block):
    """The copyright notice."""


@attrs.frozen
class Tags(Block):
    """Topics the page files the story under."""
