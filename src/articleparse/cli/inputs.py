"""Which dumps to read: files, directories, standard input, and the lines of JSON Lines."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path, PurePath
from typing import BinaryIO

import attrs
import click

from articleparse.cli.streams import open_stdin, read_stdin, safe_name

DUMP_SUFFIXES = (".txt", ".text", ".md", ".markdown")
"""Suffixes of dumps in a directory. A file that is named is read whatever its suffix."""

LINES_SUFFIXES = (".jsonl", ".ndjson")
"""Suffixes of JSON Lines, an article a line, if the inputs are in a format that has such files."""

MAX_DUMP_BYTES = 16 << 20
"""Bytes of the largest dump that is read, some eighty times what the largest of 1,276 real pages had.

A tree takes up to a thousand times the memory of its dump, and a device such as `/dev/zero` has no end.
"""


@attrs.frozen
class Input:
    """A dump to read: a file, standard input, or one line of either."""

    path: Path | None  # None for standard input
    below: PurePath  # its place in the directory that was named; for a file that was named just its name
    has_lines: bool = False  # whether it is JSON Lines
    line: int | None = None  # from 1
    data: bytes | None = attrs.field(default=None, repr=False)  # what was read ahead: a line, or standard input

    @property
    def name(self) -> str | None:
        """What an article is told it came from: the path as valid Unicode, None for standard input."""
        return None if self.path is None else os.fsencode(self.path).decode("utf-8", "backslashreplace")

    @property
    def shown(self) -> str:
        """The name for messages, on one line."""
        name = "<stdin>" if self.path is None else safe_name(self.path)
        return name if self.line is None else f"{name}:{self.line}"

    def loaded(self) -> Input:
        """Return the input; with its data if it is standard input, which only the first process can read."""
        if self.path is not None or self.data is not None:
            return self
        return attrs.evolve(self, data=read_stdin(MAX_DUMP_BYTES + 1))

    def read(self) -> bytes:
        """Return the bytes of the dump. Raises OSError, for one above `MAX_DUMP_BYTES` too."""
        if self.path is None or self.data is not None:
            data = self.loaded().data or b""
        else:
            with self.path.open("rb") as stream:
                data = stream.read(MAX_DUMP_BYTES + 1)
        if len(data) > MAX_DUMP_BYTES:
            raise OSError(errno.EFBIG, f"larger than {MAX_DUMP_BYTES >> 20} MiB, which no page is")
        return data


@attrs.frozen
class Inputs:
    """The dumps that the arguments name, and what is wrong with the arguments."""

    found: tuple[Input, ...]
    problems: tuple[str, ...]  # a sentence for each directory in which no dumps could be looked for
    several: bool
    """Whether more than one dump may come of the arguments. It depends on them alone, so that the form of the output
    doesn't change with the number of files in a directory."""


def find_inputs(
    arguments: Sequence[str],
    output: str | None = None,
    suffixes: tuple[str, ...] = DUMP_SUFFIXES,
    lines: Callable[[str], bool] = lambda _: False,
) -> Inputs:
    """Return the dumps that `arguments` name: files, directories, `-` for standard input; without any, standard input.

    Directories are searched for files with one of `suffixes`, in the order of names. Hidden files and links to
    directories are passed over, and so is `output`, where results go. A file that doesn't exist is among the dumps, and
    fails when it is read. `lines` says by its name whether an input is JSON Lines.
    Raises click.UsageError if standard input is named twice.
    """
    arguments = arguments or ("-",)
    if arguments.count("-") > 1:
        raise click.UsageError("Standard input ('-') can be read only once.")
    found: list[Input] = []
    problems: list[str] = []
    for argument in arguments:
        root = Path(argument)
        if argument == "-":
            found.append(Input(None, PurePath("stdin"), lines("-")))
        elif root.is_dir():
            before = len(found) + len(problems)
            files = _files_below(root, output, suffixes, problems)
            found += (Input(file, file.relative_to(root), lines(file.name)) for file in files)
            if len(found) + len(problems) == before:
                problems.append(f"{safe_name(root)}: no dumps in this directory ({', '.join(suffixes)})")
        else:
            found.append(Input(root, PurePath(root.name), lines(root.name)))
    several = len(arguments) > 1 or Path(arguments[0]).is_dir() or found[0].has_lines
    return Inputs(tuple(found), tuple(problems), several)


def _files_below(root: Path, output: str | None, suffixes: tuple[str, ...], problems: list[str]) -> Iterator[Path]:
    """Yield the files below `root`, depth first, sorted by name. Directories that can't be read go to `problems`."""
    passed_over = None if output is None else _real_place(output)
    stack: list[tuple[Path, bool]] = [(root, True)]
    while stack:
        path, is_directory = stack.pop()
        if not is_directory:
            yield path
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            problems.append(f"{safe_name(path)}: {error.strerror}")
            continue
        for entry in entries:
            # A link to a directory may lead back up. As none is followed, there are no loops and nothing is read twice.
            is_directory = entry.is_dir(follow_symlinks=False)
            if _is_wanted(entry, is_directory, suffixes) and not _is_output(entry, passed_over):
                stack.append((Path(entry.path), is_directory))


def _is_wanted(entry: os.DirEntry[str], is_directory: bool, suffixes: tuple[str, ...]) -> bool:
    if entry.name.startswith("."):
        return False
    if is_directory:
        return True
    # Not `entry.is_file()`, which raises for a link to itself; such a link is reported as any other broken one is.
    is_file = os.path.isfile(entry.path) or (entry.is_symlink() and not os.path.exists(entry.path))
    return is_file and entry.name.lower().endswith(suffixes)


def _real_place(output: str) -> str:
    """Return where `output` lies, links in its directory resolved.

    A file's own name is not resolved: a link to an input must be refused, not passed over.
    """
    if os.path.isdir(output):
        return os.path.realpath(output)
    parent, name = os.path.split(os.path.abspath(output))
    return os.path.join(os.path.realpath(parent), name)


def _is_output(entry: os.DirEntry[str], place: str | None) -> bool:
    return (
        place is not None
        and entry.name == os.path.basename(place)
        and not entry.is_symlink()
        and os.path.realpath(entry.path) == place
    )


def articles_in(source: Input) -> Iterator[Input]:
    """Yield an input for each line of `source` that is not blank, read one by one; `source` itself if it has no lines.

    One that can't be opened is yielded itself, too: reading it gives the reason.
    Raises click.ClickException for standard input that is closed.
    """
    if not source.has_lines:
        yield source
        return
    try:
        with nullcontext(open_stdin()) if source.path is None else source.path.open("rb") as stream:
            for number, line in _numbered_lines(stream):
                below = source.below.with_suffix("") / f"{number:06}"
                yield attrs.evolve(source, below=below, data=line, line=number, has_lines=False)
    except OSError:
        yield source


def _numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank with their numbers from 1; of one that is too large, enough to see that."""
    number = 0
    while line := stream.readline(MAX_DUMP_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line
        while len(line) > MAX_DUMP_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_DUMP_BYTES + 1)
