"""The roles of one dump's blocks, told by those of another dump of the page whose blocks are labelled."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from articleparse.blocks import Unit
from articleparse.roles import Role
from tools.train.labels import Roles
from tools.train.words import normal

Labelled = tuple[str, Roles]
"""The normal text of a labelled block, and the roles that it can have."""

_LEAST = 12
"""Code points of a piece by which it is known whose piece it is."""

_NEAR = 40
"""Labelled blocks to either side of the last one found among which a piece's block is looked for."""


_HEADLINE = frozenset({Role.HEADLINE})
_NO_WORDS = "-"
"""What a picture or a rule says: it is known by its place among blocks that say something."""


def labelled(units: Sequence[Unit], roles: Sequence[Roles]) -> list[Labelled]:
    """The labelled blocks of a dump, as `transferred` takes them."""
    return [(normal(unit.node.text) or _NO_WORDS, own) for unit, own in zip(units, roles, strict=True)]


def transferred(units: Sequence[Unit], known: Sequence[Labelled]) -> list[Roles | None]:
    """Return the roles that each of `units` can have, given the blocks of another dump; None: there is no such block.

    Blocks of the same words are matched in their order; then a piece of a longer block has the roles of that, and a
    block that holds shorter ones those of the longest. A block that says what the headline says is it if none else is.
    """
    keys = [normal(unit.node.text) or _NO_WORDS for unit in units]
    found: list[Roles | None] = [None] * len(keys)
    places: list[int | None] = [None] * len(keys)
    matcher = SequenceMatcher(None, [key for key, _ in known], keys, autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        for step in range(size):
            found[second + step] = known[first + step][1]
            places[second + step] = first + step
    at = 0
    for index, key in enumerate(keys):
        place = places[index]
        if place is not None:
            at = place
        elif len(key) >= _LEAST:
            found[index] = _of_piece(key, known[max(0, at - _NEAR) : at + _NEAR])
    _find_headline(found, keys, known)
    return found


def _of_piece(key: str, near: Sequence[Labelled]) -> Roles | None:
    """The roles of the block that `key` is a piece of, or of the longest of those that make most of it."""
    for text, roles in near:
        if text == key or (len(text) > len(key) and key in text):
            return roles
    held = [(len(text), roles) for text, roles in near if len(text) >= _LEAST and text in key]
    if held and sum(length for length, _ in held) * 10 >= len(key) * 6:
        return max(held, key=lambda one: one[0])[1]
    return None


def _find_headline(found: list[Roles | None], keys: Sequence[str], known: Sequence[Labelled]) -> None:
    """Where no block has the headline's role, the first that says what the headline says has it."""
    headlines = {text for text, roles in known if roles == _HEADLINE}
    if headlines and not any(roles == _HEADLINE for roles in found):
        index = next((index for index, key in enumerate(keys) if key in headlines), None)
        if index is not None:
            found[index] = _HEADLINE
