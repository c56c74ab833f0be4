"""The files that cases are read from."""

import pytest

from tests.support.cases import read_cases


def test_parts() -> None:
    """A case has prose, an input without its last line feed, and what is expected."""
    first, second = read_cases("A fact.\n%%%%%\na\n\n%%%%%%\nb\n%%%%%\nAnother.\ndialect: lynx\n%%%%%\n\n%%%%%\n")
    assert (first.prose, first.given, first.expected, first.dialect.name) == ("A fact.", "a\n", "b", "unknown")
    assert (second.given, second.expected, second.dialect.name) == ("", "", "lynx")


def test_missing_part() -> None:
    """A case that lacks a part is an error, not a case less."""
    with pytest.raises(ValueError, match="parts"):
        read_cases("A fact.\n%%%%%\na\n")


def test_unknown_dialect() -> None:
    """A case in a dialect that nobody knows is an error."""
    with pytest.raises(KeyError):
        read_cases("dialect: wordstar\n%%%%%\na\n%%%%%\nb\n")
