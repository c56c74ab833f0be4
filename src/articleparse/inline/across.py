"""Links around several blocks, as converters write a teaser that is one link: `[Title`, a blank line, `words](target)`.

Each of the blocks is such a link then: no node of the tree reaches over blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articleparse.inline.brackets import Reader

_FARTHEST = 12
"""Blocks behind the one with the bracket in which the target is looked for: a teaser has a picture, titles, a date."""


class Across(NamedTuple):
    """A link from the block `first` to the block `last`, with its target."""

    first: int
    last: int
    target: str | None
    title: str | None


def links_across(readers: Sequence[Reader | None]) -> Iterator[Across]:
    """The links that begin with the first bracket of a block and end with the end of a later one.

    `readers` are those of the blocks, None for blocks without marks. Time is linear in their number.
    """
    opened: int | None = None
    for index, reader in enumerate(readers):
        if reader is None:
            continue
        if reader.closes is not None and opened is not None and index - opened <= _FARTHEST:
            yield Across(opened, index, reader.closes.target, reader.closes.title)
            opened = None
        if reader.opens is not None:
            opened = index
