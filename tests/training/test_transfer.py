"""The roles of one dump's blocks, told by another dump of the page."""

from __future__ import annotations

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.roles import Role
from tests.roles.blocks_by_hand import PROSE
from tests.training.making import DUMP, page
from tools.train.corpus import units_of
from tools.train.transfer import transferred


def roles(text: str) -> list[set[Role] | None]:
    """What the blocks of a dump of the page are."""
    found = transferred(units_of(text), page().known)
    return [set(own) if own is not None else None for own in found]


def test_same_dump() -> None:
    """A dump's own blocks keep their roles."""
    found = roles(DUMP)
    assert found[:3] == [{Role.NAVIGATION}, {Role.HEADLINE}, {Role.BYLINE}]
    assert found[3:6] == [{Role.PARAGRAPH}] * len(PROSE)


def test_without_marks() -> None:
    """A block is known by its words, not by its marks."""
    assert roles(f"Bridge opens\n\n{PROSE[0]}\n") == [{Role.HEADLINE}, {Role.PARAGRAPH}]


def test_pieces() -> None:
    """A piece of a paragraph is a paragraph; a block of the words of two has the role of the longer."""
    first, second = PROSE[0].split(". ", 1)
    assert roles(f"# Bridge opens\n\n{first}.\n\n{second}\n")[1:] == [{Role.PARAGRAPH}] * 2
    assert roles(f"# Bridge opens\n\nBy Jane Doe {PROSE[0]}\n")[1] == {Role.PARAGRAPH}


def test_headline_said_twice() -> None:
    """Where a crop has left out the first of two lines that are alike, the other is still the headline."""
    text = f"Bridge opens\n\n{DUMP}"
    twice = page(text, (Role.OTHER, *page_roles()))
    found = transferred(units_of(f"# Bridge opens\n\n{PROSE[0]}\n"), twice.known)
    assert found[0] == frozenset({Role.HEADLINE})


def page_roles() -> tuple[Role, ...]:
    """The roles of the page's blocks."""
    return tuple(next(iter(own)) for _, own in page().known)


def test_unknown() -> None:
    """Of words that no block has nothing is known."""
    assert roles("# Bridge opens\n\nSomething else altogether stands here\n")[1] is None
