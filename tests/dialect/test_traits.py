"""The evidence for a dialect."""

from __future__ import annotations

import pytest

from articleparse.diagnostics import Diagnostics
from articleparse.dialect import DIALECTS
from articleparse.dialect.dialect import MARKDOWN_TRAITS
from articleparse.dialect.traits import KIND_TRAITS, MARK_TRAITS, NO_LINK, PROFILES, TRAITS, Trait, head_of, traits_of
from articleparse.lines import read_lines
from articleparse.source import Source

NAMES = {trait.name for trait in TRAITS} | set(MARK_TRAITS.values()) | set(KIND_TRAITS.values())


def seen_in(text: str) -> set[str]:
    """The traits that a text shows."""
    return traits_of(head_of(text, read_lines(Source(text), Diagnostics())))


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.name)
def test_example(trait: Trait) -> None:
    """The example of a trait shows it, and holds the sign that it is looked for by, if there is one."""
    assert trait.name in seen_in(trait.example)
    assert trait.sign in trait.example or trait.sign == NO_LINK


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.name)
def test_plain_text_shows_none(trait: Trait) -> None:
    """A line of plain text shows no trait."""
    assert trait.name not in seen_in("The storm reached the coast, and nobody woke.\nIt was over soon.")


@pytest.mark.parametrize(("mark", "name"), MARK_TRAITS.items())
def test_mark(mark: str, name: str) -> None:
    """A bullet with its indentation and gap, or a rule, shows the trait that it is listed for."""
    assert name in seen_in(f"{mark}x" if mark.endswith(" ") else mark)


@pytest.mark.parametrize(
    ("text", "name"),
    [("# x", "atx"), ("x\n===", "setext"), ("```", "fence"), ("| x |", "pipe table"), ("::: a\nx\n:::", "division")],
)
def test_kind(text: str, name: str) -> None:
    """A line of a kind that only some converters write shows the trait of its kind."""
    assert name in seen_in(text)


def test_names_are_unique() -> None:
    """No two traits share a name."""
    names = [trait.name for trait in TRAITS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("dialect", PROFILES)
def test_profile(dialect: str) -> None:
    """A profile speaks of a known dialect and of known traits, and something speaks for the dialect."""
    profile = PROFILES[dialect]
    assert dialect in DIALECTS
    assert set(profile) <= NAMES
    assert max(profile.values()) > 0


def test_marks_that_tell_of_markdown() -> None:
    """What tells that a dump has Markdown's marks is one of the traits."""
    assert MARKDOWN_TRAITS <= NAMES


def test_dialects_without_a_profile() -> None:
    """Only where there is nothing to see is there no profile."""
    assert set(DIALECTS) - set(PROFILES) == {"unknown", "get-text"}


def test_numbers_of_two_digits() -> None:
    """The gap behind a number doesn't depend on how many digits it has."""
    assert "number wide" not in seen_in("10. ten\n11. eleven")
    assert "number wide" in seen_in("10.  ten\n11.  eleven")
