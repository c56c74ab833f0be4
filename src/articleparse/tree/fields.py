"""Fields: parts of a line that a field grammar has recognised. They stand among inline nodes."""

from __future__ import annotations

from typing import Literal

import attrs

from articleparse.tree.inline import InlineBranch, Link


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
