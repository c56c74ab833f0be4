"""From one dump to bytes: what a worker process does. Bytes go back to the parent, since trees are slow to pickle."""

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
"""Formats that hold the text of the dump; the others need it only to be written."""


@attrs.frozen
class Recipe:
    """What to make of a dump."""

    format: str  # the name of the one to write
    options: Options
    keep_source: bool  # whether JSON and XML carry the text of the dump
    one_line: bool  # whether the result is a line of a file of several
    read_format: str | None = None  # the name of the format that the inputs are in; None for dumps


@attrs.frozen
class Task:
    """A dump and what to make of it."""

    source: Input
    recipe: Recipe


@attrs.frozen
class Outcome:
    """The result as bytes, None where there is none, and what the user should know about the dump."""

    data: bytes | None
    notes: tuple[tuple[Severity, str], ...] = ()
    losses: tuple[Diagnostic, ...] = ()  # what of the article the format has no place for


def convert_one(task: Task) -> Outcome:
    """Read, parse and write one dump. Raises nothing: what goes wrong is an error among the notes."""
    try:
        article = _read(task)
        notes = _notes(article)
        if any(severity == "error" for severity, _ in notes):
            return Outcome(None, notes)
        return Outcome(_written(article, task.recipe), notes, losses(article, task.recipe.format))
    except Exception as error:  # a fault of ours in one dump must not cost the user the others
        return Outcome(None, (("error", _reason(error)),))


def _reason(error: BaseException) -> str:
    """What went wrong, for the user; what should never happen asks for a report."""
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
    """The article that the input is a dump of, or holds in the format that the recipe says."""
    data = task.source.read()
    read = FORMATS[task.recipe.read_format].read if task.recipe.read_format else None
    return read(data) if read else parse_bytes(data, name=task.source.name, options=task.recipe.options)


def _notes(article: Article) -> tuple[tuple[Severity, str], ...]:
    """The findings about the file as such (AP0xx); those about the article are for `check`."""
    about_file = (found for found in article.diagnostics if found.code.startswith("AP0") and found.severity != "info")
    return tuple(dict.fromkeys((found.severity, safe_text(f"{found.message} [{found.code}]")) for found in about_file))


def _written(article: Article, recipe: Recipe) -> bytes:
    if recipe.format in SOURCE_CARRIERS and not recipe.keep_source:
        article = attrs.evolve(article, source=None)
    chosen = FORMATS[recipe.format]
    write = chosen.write_line if recipe.one_line and chosen.write_line else chosen.write
    text = write(article)
    if isinstance(text, bytes):
        return text
    # A lone surrogate has no UTF-8; written as an escape it is still what JSON calls it.
    return (text if text.endswith("\n") else text + "\n").encode("utf-8", "backslashreplace")
