"""What a worker process does: it makes bytes of one dump. Trees would be slow to send back to the first process."""

from __future__ import annotations

import traceback
from pathlib import Path

import attrs

from articleparse.cli.inputs import Input
from articleparse.codec.loader import LoadError
from articleparse.diagnostics import Diagnostic, Severity
from articleparse.formats import FORMATS, FormatError, losses
from articleparse.options import Options
from articleparse.pipeline import parse_bytes
from articleparse.tree import Article
from articleparse.tree.drawing import safe_text

SOURCE_CARRIERS = ("json", "xml")
"""Formats that hold the text of the dump. The others need it only to be written."""


@attrs.frozen
class Recipe:
    """What is to be made of each dump."""

    format: str  # the name of the one to write
    options: Options
    keep_source: bool  # whether JSON and XML carry the text of the dump
    one_line: bool  # whether the result is a line of a file of several
    read_format: str | None = None  # the name of the format that the inputs are in; None for dumps


@attrs.frozen
class Task:
    """A dump and what is to be made of it."""

    source: Input
    recipe: Recipe


@attrs.frozen
class Outcome:
    """The result for one dump, and what the user should know about it."""

    data: bytes | None  # None if the dump failed
    notes: tuple[tuple[Severity, str], ...] = ()
    losses: tuple[Diagnostic, ...] = ()  # what of the article the format has no place for


def convert_one(task: Task) -> Outcome:
    """Read, parse and write one dump. Raises nothing: what goes wrong becomes an error among the notes."""
    try:
        article = _read(task)
        notes = _notes(article)
        if any(severity == "error" for severity, _ in notes):
            return Outcome(None, notes)
        return Outcome(_written(article, task.recipe), notes, losses(article, task.recipe.format))
    except Exception as error:  # a bug that one dump brings out must not cost the user the others
        return Outcome(None, (("error", _reason(error)),))


def _reason(error: BaseException) -> str:
    """Return what went wrong, for the user. What should never happen asks for a report."""
    match error:
        case LoadError() | FormatError():
            return safe_text(str(error))
        case OSError():
            return error.strerror or str(error)
        case MemoryError():
            return "not enough memory"
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = safe_text(f"{type(error).__name__}: {error}")
    return f"internal error, please report it: {what} ({Path(frame.filename).name}, line {frame.lineno})"


def _read(task: Task) -> Article:
    """Return the article of a dump, or the one that the input holds in the format that the recipe names."""
    data = task.source.read()
    read = FORMATS[task.recipe.read_format].read if task.recipe.read_format else None
    return read(data) if read else parse_bytes(data, name=task.source.name, options=task.recipe.options)


def _notes(article: Article) -> tuple[tuple[Severity, str], ...]:
    """Return the findings about the file as such (AP0xx). Those about the article are for `check`."""
    about_file = (found for found in article.diagnostics if found.code.startswith("AP0") and found.severity != "info")
    return tuple(dict.fromkeys((found.severity, safe_text(f"{found.message} [{found.code}]")) for found in about_file))


def _written(article: Article, recipe: Recipe) -> bytes:
    """Return the article in the format of the recipe. It ends in a line feed if the format is text."""
    if recipe.format in SOURCE_CARRIERS and not recipe.keep_source:
        article = attrs.evolve(article, source=None)
    chosen = FORMATS[recipe.format]
    write = chosen.write_line if recipe.one_line and chosen.write_line else chosen.write
    text = write(article)
    if isinstance(text, bytes):
        return text
    # A lone surrogate has no UTF-8; written as an escape it is still what JSON calls it.
    return (text if text.endswith("\n") else text + "\n").encode("utf-8", "backslashreplace")
