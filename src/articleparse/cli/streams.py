"""Standard input and output as bytes, messages, and text that is safe to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import click


def read_stdin(most: int) -> bytes:
    """Read standard input, at most `most` bytes of it. Raises click.ClickException."""
    with _stdin_trouble():
        return open_stdin().read(most)


def open_stdin() -> BinaryIO:
    """Return standard input as a stream of bytes. Raises click.ClickException if it is closed.

    Where it is a terminal, a message says that the command waits for input.
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
    """Write to standard output and flush. Text is encoded as UTF-8, whatever the locale.

    Raises BrokenPipeError if the reader has gone, and click.ClickException for a full disk or a closed stream.
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
    """Point standard output at the null device, so that what is still buffered does not fail again at exit."""
    with suppress(OSError, ValueError, AttributeError):  # a stream of a test has no descriptor, a closed one is None
        descriptor = sys.stdout.fileno()
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), descriptor)


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours and the user has not set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(message: str, level: str = "") -> None:
    """Print a message to standard error, with its `level` ("Error", "Warning") in front if it has one."""
    prefix = click.style(f"{level}: ", fg="red" if level == "Error" else "yellow") if level else ""
    click.echo(prefix + message, err=True, color=False if os.environ.get("NO_COLOR") else None)


def safe_name(name: str | os.PathLike[str]) -> str:
    r"""Return the name of a file on one line, with escapes for everything that is not printable.

    >>> safe_name("new\nline, caf\udce9")
    'new\\nline, caf\\xe9'
    """
    return "".join(character if character.isprintable() else _escaped(character) for character in os.fspath(name))


def _escaped(character: str) -> str:
    raw = ord(character) - 0xDC00  # Python's stand-in for a byte of a name that is not UTF-8
    return f"\\x{raw:02x}" if 0x80 <= raw <= 0xFF else character.encode("unicode_escape").decode("ascii")


def _reason(error: Exception) -> str:
    """Return why a stream failed. One that was closed before the start is None; one closed since raises ValueError."""
    return getattr(error, "strerror", None) or "it is closed"
