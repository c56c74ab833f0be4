"""What there is to know about a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import BinaryIO

import attrs

from articleparse.tree import NODE_TYPES, Article, Node

Table = Callable[[BinaryIO], AbstractContextManager[Callable[[bytes], object]]]
"""Opens a table in a binary stream; what the block is given takes one line of `write_line` (UTF-8) at a time."""


def _known(kinds: Iterable[str]) -> frozenset[str]:
    """`kinds`, which are types of nodes. Raises ValueError for any other name."""
    found = frozenset(kinds)
    if unknown := found - NODE_TYPES.keys():
        raise ValueError(f"no types of nodes: {', '.join(sorted(unknown))}")
    return found


@attrs.frozen(kw_only=True)
class Format:
    """A format that an article can be written in.

    `omits` and `flattens` are types of nodes (`caption`, `table`) and say what `losses` reports: of the former
    the words are left out, of the latter the words are kept, but not what they are. Raises ValueError for others.
    `further` finds what goes by more than the type, with the codes AP401 for words, AP402 for what they are,
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
    flattens: frozenset[str] = attrs.field(default=frozenset(), converter=_known)
    further: Callable[[Article], Iterable[tuple[str, Node]]] = lambda _: ()
    losses: str = "nothing"  # what is lost, for a person: a phrase without a full stop
    schema: str | None = None  # the name of the schema that the result is valid by

    @property
    def direction(self) -> str:
        """What can be done: `read, write` or `write`."""
        return "write" if self.read is None else "read, write"
