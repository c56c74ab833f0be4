"""What the page had beside the story. It is kept in its place and never part of the article's text.

The children are blocks: paragraphs, headings, lists, tables as they stand in the dump.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from articleparse.tree.base import Block, find
from articleparse.tree.inline import Link


@attrs.frozen
class Furniture(Block):
    """Any of the classes below. Its text is all that of its blocks, a line each."""

    separator: ClassVar[str] = "\n"
    reads_all: ClassVar[bool] = True


@attrs.frozen
class Related(Furniture):
    """Links to other stories, often under a heading."""

    @property
    def title(self) -> str | None:
        """The heading or the line above the links, if there is one."""
        head = self.children[0] if self.children else None
        return head.text if head is not None and next(find(head, Link), None) is None else None

    @property
    def links(self) -> tuple[Link, ...]:
        """The links, in order."""
        return tuple(find(self, Link))


@attrs.frozen
class Promotion(Furniture):
    """The house's own appeal: follow us, subscribe, newsletter, app."""


@attrs.frozen
class Control(Furniture):
    """A button or link that does something on the page: print, share, back, enlarge."""

    action: str | None = None  # "print", "share", "back", "enlarge" ... where the words tell


@attrs.frozen
class Navigation(Furniture):
    """Menus, breadcrumbs, lists of sections and of other stories."""


@attrs.frozen
class Advertisement(Furniture):
    """Paid space, or the label of one."""


@attrs.frozen
class Comments(Furniture):
    """What readers wrote, and the frame around it."""


@attrs.frozen
class Consent(Furniture):
    """Cookie and privacy notices."""


@attrs.frozen
class UnknownFurniture(Furniture):
    """Furniture of no known kind."""
