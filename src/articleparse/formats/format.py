"""What there is to know about a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import BinaryIO

import attrs

from articleparse.errors import ArticleparseError
from articleparse.tree import NODE_TYPES, Article, Furniture, Node

Table = Callable[[BinaryIO], AbstractContextManager[Callable[[bytes], object]]]
"""Opens a table in a binary stream; what the block is given takes one line of `write_line` (UTF-8) at a time."""

FURNITURE = frozenset(name for name, kind in NODE_TYPES.items() if issubclass(kind, Furniture))
FURNITURE_BUT_RELATED = FURNITURE - {"related"}
MARKS = frozenset({"strong", "emphasis", "strikethrough", "link", "code"})
"""Marks within a line."""

BOXES = frozenset({"fact_box", "live_entry", "question", "answer"})
BLOCKS = frozenset({"item_list", "table", "quotation", "code_block"}) | BOXES
"""Types of nodes that formats leave out, or keep the words of alone, together."""


class FormatError(ArticleparseError, KeyError):
    """A format that is not there, can't be loaded, or can't do what is asked of it. A KeyError, so a LookupError.

    The text is a sentence or two for a person.
    """

    def __str__(self) -> str:
        return str(self.args[0])


def _known(kinds: Iterable[str]) -> frozenset[str]:
    """`kinds`, which are types of nodes. Raises ValueError for any other name."""
    found = frozenset(kinds)
    if unknown := found - NODE_TYPES.keys():
        raise ValueError(f"no types of nodes: {', '.join(sorted(unknown))}")
    return found


@attrs.frozen(kw_only=True)
class Format:
    """A format that an article can be written in.

    `omits` and `loses_markup_of` are types of nodes (`caption`, `table`) and say what `losses` reports: of the former
    the words are left out, of the latter the words are kept, but not what they are. Raises ValueError for others.
    `extra_losses` finds what goes by more than the type, with the codes AP401 for words, AP402 for what they are,
    and AP403 for furniture.

    >>> Format(name="title", suffix=".title", description="the headline", write=lambda a: a.headline.text).read is None
    True
    """

    name: str
    suffix: str  # of its files
    description: str
    write: Callable[[Article], str | bytes]
    write_line: Callable[[Article], str] | None = None  # as one line of a file of several; what ends it is added
    table: Table | None = None  # how those lines become a file, where that is not JSON Lines
    read: Callable[[str | bytes], Article] | None = None  # raises LoadError; None for formats that are only written
    omits: frozenset[str] = attrs.field(default=frozenset(), converter=_known)
    loses_markup_of: frozenset[str] = attrs.field(default=frozenset(), converter=_known)
    extra_losses: Callable[[Article], Iterable[tuple[str, Node]]] = lambda _: ()
    losses: str = "nothing"  # what is lost, for a person: a phrase without a full stop
    schema: str | None = None  # the name of the schema that the result is valid by

    @property
    def direction(self) -> str:
        """What can be done: `read, write` or `write`."""
        return "write" if self.read is None else "read, write"
