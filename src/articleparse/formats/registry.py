"""Formats by name: our own, and those that other packages register."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from articleparse.formats.format import Format
from articleparse.formats.own import FORMATS

ENTRY_POINTS = "articleparse.formats"
"""The group of entry points that formats are registered in; each is named after its format and is a `Format`."""


class FormatError(LookupError):
    """A format that is not there, or that the package it comes from can't load. The text is a sentence for a person."""


def format_names() -> tuple[str, ...]:
    """The names of all formats: our own in their order, then those of other packages in that of names.

    Looks through the installed packages, but imports none of them.
    """
    return (*FORMATS, *sorted(_entries().keys() - FORMATS.keys()))


def find_format(name: str) -> Format:
    """The format called `name`. Our own come first: no package can take their names.

    Packages are only looked through for a name that is not our own. Raises FormatError.

    >>> find_format("xml").suffix
    '.xml'
    >>> find_format("papyrus")
    Traceback (most recent call last):
        ...
    articleparse.formats.registry.FormatError: There is no format 'papyrus'.
    """
    return FORMATS[name] if name in FORMATS else _registered(name)


def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=ENTRY_POINTS)}


@cache  # by each process, and for each name asked for: packages don't change while a program runs
def _registered(name: str) -> Format:
    entry = _entries().get(name)
    if entry is None:
        raise FormatError(f"There is no format {name!r}.")
    try:
        loaded = entry.load()
    except Exception as error:  # whatever a package of others does when it is imported
        raise FormatError(f"The format {name!r} can't be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(loaded, Format) or loaded.name != name:
        raise FormatError(f"The format {name!r} can't be loaded: {entry.value} is no Format of that name.")
    return loaded
