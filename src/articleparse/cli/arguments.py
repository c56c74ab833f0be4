"""Arguments that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from articleparse.cli.inputs import find_inputs
from articleparse.cli.streams import safe_name
from articleparse.dialect import DIALECTS
from articleparse.formats import BUILT_IN, FORMATS, Format, FormatError
from articleparse.options import Options
from articleparse.vocabulary import VocabularyError, read_vocabulary

inputs_argument = click.argument("inputs", nargs=-1, type=click.Path(), metavar="[INPUTS]...")
_OPTIONS = (
    click.option(
        "--dialect",
        type=click.Choice(list(DIALECTS)),
        metavar="NAME",
        help="The converter that wrote the dumps; see 'articleparse dialects'. [default: found out]",
    ),
    click.option("--language", metavar="TAG", help="The language of the articles (BCP 47). [default: found out]"),
    click.option(
        "--vocabulary",
        type=click.Path(),
        metavar="FILE",
        help="Words of your own that tell what a block is for: a JSON object a line.",
    ),
)


class FormatName(click.ParamType[Format]):
    """The name of a format, our own or one that an installed package adds."""

    name = "format"

    def __init__(self, *, readable: bool = False) -> None:
        self._readable = readable  # whether articles are to be read from it

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        """Our own names: to list those of packages would look through all of them for every `--help`."""
        names = [name for name, entry in BUILT_IN.items() if entry.read or not self._readable]
        return f"[{'|'.join(names)}|...]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Format:
        """The format. Raises click.BadParameter for one that is unknown or, where it must be read, cannot be."""
        try:
            found = value if isinstance(value, Format) else FORMATS[value]
        except FormatError as error:
            self.fail(f"{error} 'articleparse formats' lists them.", param, ctx)
        if self._readable and found.read is None:
            self.fail(f"{found.name} can only be written, not read.", param, ctx)
        return found


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options on how to read dumps, as its argument `options`."""

    @wraps(command)
    def with_options(dialect: str | None, language: str | None, vocabulary: str | None, **extra: Any) -> Any:
        return command(options=_options(dialect, language, vocabulary), **extra)

    for option in reversed(_OPTIONS):
        with_options = option(with_options)
    return with_options


def _options(dialect: str | None, language: str | None, vocabulary: str | None) -> Options:
    """The options; raises click.UsageError for a value that is no good."""
    try:
        own = () if vocabulary is None else read_vocabulary(vocabulary)
        return Options(dialect, language, own)
    except OSError as error:
        raise click.UsageError(f"--vocabulary: {safe_name(error.filename)}: {error.strerror}") from None
    except VocabularyError as error:
        raise click.UsageError(f"--vocabulary: {safe_name(str(error))}") from None
    except ValueError as error:
        raise click.UsageError(f"--{error}") from None


def read_dump(file: str, command: str) -> tuple[bytes, str | None]:
    """The bytes and the name of the one dump that `command` takes, '-' for standard input.

    Raises click.ClickException where it can't be read.
    """
    if os.path.isdir(file):
        raise click.UsageError(f"'{file}' is a directory; {command} takes one dump.")
    source = find_inputs((file,)).found[0]
    try:
        return source.read(), source.name
    except OSError as error:
        raise click.ClickException(f"{source.shown}: {error.strerror}") from error
