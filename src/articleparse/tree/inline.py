"""Nodes within a line of text: characters, marks, links, and the fields that a field grammar recognises in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

import attrs

from articleparse.tree.base import Branch, Node


@attrs.frozen
class Text(Node):
    """Characters of the story.

    `text` is as long as the span, a hard-wrapped line end being a space in it; only a character
    reference (`&amp;`) is a `Text` of its own whose text is shorter than its span.
    """

    inline: ClassVar[bool] = True

    text: str


@attrs.frozen
class Code(Node):
    """Text between back quotes, as it stands there."""

    inline: ClassVar[bool] = True

    text: str


@attrs.frozen
class LineBreak(Node):
    """A line end that the page had within a block (`<br>`)."""

    inline: ClassVar[bool] = True

    @property
    def text(self) -> str:
        """A line feed."""
        return "\n"


@attrs.frozen
class Image(Node):
    """A picture: `![alt](target "title")`. Its alternative text is not part of the running text."""

    inline: ClassVar[bool] = True

    alt: str = ""
    target: str | None = None  # None where the dump has none, or only `#`
    title: str | None = None


@attrs.frozen
class InlineBranch(Branch):
    """A stretch of text under one mark. Its text is not stripped: the spaces belong to the line."""

    inline: ClassVar[bool] = True

    def composed(self, texts: Sequence[str]) -> str:
        """The text of the children, one after the other."""
        return "".join(texts)


@attrs.frozen
class Strong(InlineBranch):
    """Bold text."""


@attrs.frozen
class Emphasis(InlineBranch):
    """Italic text."""


@attrs.frozen
class Strikethrough(InlineBranch):
    """Struck text: `~~x~~` or `[DEL: x :DEL]`."""


@attrs.frozen
class Link(InlineBranch):
    """A link. Without a target it is a placeholder that `resolve_links` can fill."""

    target: str | None = None  # never "", "#" or "javascript:...": those are None
    title: str | None = None

    @property
    def is_placeholder(self) -> bool:
        """Whether the dump tells that there was a link but not where it led."""
        return self.target is None


@attrs.frozen
class Author(InlineBranch):
    """One name of a byline; the span and the children are those of the name alone."""

    name: str = ""
    role: str | None = None  # "Political Correspondent"
    affiliation: str | None = None  # "Fox News"
    is_agency: bool = False  # "Reuters"

    @property
    def link(self) -> Link | None:
        """The link on the name, if there is one."""
        return next((child for child in self.children if isinstance(child, Link)), None)


@attrs.frozen
class Dateline(InlineBranch):
    """Place, agency and date that open a story, with the dash behind them: `RAMALLAH, West Bank (Reuters) —`."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None  # as it stands in the dump


@attrs.frozen
class Timestamp(InlineBranch):
    """A date with or without a time, in the byline or in a line of its own (`TimestampLine`)."""

    kind: Literal["published", "updated", "unspecified"] = "unspecified"
    raw: str = ""  # the date as it stands in the dump, without label
    when: str | None = None  # ISO 8601 date or date-time; None for relative ones ("2 hours ago")


@attrs.frozen
class Credit(InlineBranch):
    """Who made or owns a picture: `(Photo: EPA)`, in a caption or in a line of its own (`CreditLine`)."""

    label: str | None = None  # "Photo"
    holder: str = ""  # the credit without label and brackets: "EPA", "AP Photo/Name"
    names: tuple[str, ...] = ()  # the people in it
    agencies: tuple[str, ...] = ()  # the agencies in it
