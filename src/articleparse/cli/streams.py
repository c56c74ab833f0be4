"""Standard input and output as bytes, and text that is safe to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import click


def read_stdin(most: int) -> bytes:
    """Standard input, of which at most `most` bytes are read. Raises click.ClickException."""
    with _stdin_trouble():
        return open_stdin().read(most)


def open_stdin() -> BinaryIO:
    """Standard input as a stream. Raises click.ClickException where it is closed.

    Says on standard error that it is waited for, where a person sits at it.
    """
    with _stdin_trouble():
        if sys.stdin.isatty():
            say("Reading from the terminal; end with Ctrl-D.")
        return sys.stdin.buffer


@contextmanager
def _stdin_trouble() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, AttributeError) as error:
        raise click.ClickException(f"cannot read standard input: {_reason(error)}") from error


def write_stdout(data: bytes | str) -> None:
    """Write to standard output, text as UTF-8 whatever the locale says, and flush.

    Raises BrokenPipeError where the reader has gone, click.ClickException for a full disk.
    """
    if isinstance(data, str):
        data = data.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError, AttributeError) as error:
        abandon_stdout()
        raise click.ClickException(f"cannot write to standard output: {_reason(error)}") from error


def abandon_stdout() -> None:
    """Point standard output at nothing, so that what is still buffered fails no second time when Python exits."""
    with suppress(OSError, ValueError, AttributeError):  # a test's stream has no descriptor, a closed one is None
        descriptor = sys.stdout.fileno()
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), descriptor)


def say(message: str, level: str = "") -> None:
    """Print a message to standard error, after its `level` ("Error", "Warning") where it has one."""
    prefix = click.style(f"{level}: ", fg="red" if level == "Error" else "yellow") if level else ""
    click.echo(prefix + message, err=True, color=False if os.environ.get("NO_COLOR") else None)


def safe_name(name: str | os.PathLike[str]) -> str:
    r"""A file's name on one line: what a terminal would not print as a character is escaped.

    >>> safe_name("new\nline, caf\udce9")
    'new\\nline, caf\\xe9'
    """
    return "".join(character if character.isprintable() else _escaped(character) for character in os.fspath(name))


def _escaped(character: str) -> str:
    raw = ord(character) - 0xDC00  # Python's stand-in for a byte of a name that is not UTF-8
    return f"\\x{raw:02x}" if 0x80 <= raw <= 0xFF else character.encode("unicode_escape").decode("ascii")


def _reason(error: Exception) -> str:
    """Why a stream failed. One that was closed before the start is None, one closed since raises ValueError."""
    return getattr(error, "strerror", None) or "it is closed"
