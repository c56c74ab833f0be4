"""Where results go: what the option `-o` means, and which outputs would cost the user a file."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path, PurePath

import click

from articleparse.cli.inputs import DUMP_SUFFIXES, Input, Inputs
from articleparse.cli.outputs import Folder, OneFile, Output, Stdout
from articleparse.cli.streams import safe_name
from articleparse.formats import Format


def choose_output(
    argument: str | None, inputs: Inputs, to: Format, *, overwrite: bool, replaced: Collection[str] = DUMP_SUFFIXES
) -> Output:
    """Return the output that `argument` (of `-o`) means.

    None and `-` mean standard output. What ends in a slash, exists as a directory, or has no suffix while several
    inputs are given means a directory; anything else means a file. In a directory the suffix of the format `to` takes
    the place of those in `replaced`. Raises click.UsageError if results would get lost or an input be overwritten.
    """
    joinable = to.write_line is not None
    table = to.table if inputs.several else None
    if argument is None or argument == "-":
        if inputs.several and not joinable:
            raise click.UsageError("Several articles of this format don't fit on standard output; use '-o DIRECTORY/'.")
        return Stdout(table)
    path = Path(argument)
    if argument.endswith(("/", os.sep)) or path.is_dir() or (inputs.several and not path.suffix and not path.exists()):
        folder = Folder(path, to.suffix, overwrite=overwrite, replaced=replaced)
        _refuse_clashes(folder, inputs)
        return folder
    if inputs.several and not joinable:
        raise click.UsageError(f"Several articles of this format don't fit in one file; use '-o {safe_name(path)}/'.")
    _refuse_inputs({os.path.realpath(path)}, inputs)
    return OneFile(path, overwrite=overwrite, table=table)


def _refuse_clashes(folder: Folder, inputs: Inputs) -> None:
    """Raise click.UsageError if two inputs would become one file, or an output would replace an input."""
    sources: dict[str, Input] = {}
    for source in inputs.found:
        target = os.path.realpath(folder.target(source))
        other = sources.setdefault(target, source)
        if other is not source:
            raise click.UsageError(f"{other.shown} and {source.shown} would both become {safe_name(target)}.")
    _refuse_inputs(set(sources), inputs)
    _refuse_in_directories(sources, inputs)


def _refuse_in_directories(sources: dict[str, Input], inputs: Inputs) -> None:
    """Raise click.UsageError if an input, or what it becomes, lies in the directory for the lines of another one."""
    directories = {target: source for target, source in sources.items() if source.has_lines}
    if not directories:
        return
    for path in (*sources, *(os.path.realpath(source.path) for source in inputs.found if source.path is not None)):
        for parent in map(str, PurePath(path).parents):
            if parent in directories:
                shown, there = safe_name(path), safe_name(parent)
                raise click.UsageError(f"{shown} is in {there}, where the lines of {directories[parent].shown} go.")


def _refuse_inputs(targets: set[str], inputs: Inputs) -> None:
    """Raise click.UsageError if one of `targets` is an input under whatever name, links of any kind included."""
    read = {_identity(source.path): source for source in inputs.found if source.path is not None}
    read.pop(None, None)
    for target in targets:
        source = read.get(_identity(target))
        if source is not None:
            raise click.UsageError(f"{safe_name(target)} would overwrite the input {source.shown}.")


def _identity(path: str | os.PathLike[str]) -> tuple[int, int] | None:
    """Return the device and the inode of a file, None if it does not exist."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
