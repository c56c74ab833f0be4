"""What results are written to, as the option `-o` says: standard output, a file, or a directory.

Files are there whole or not at all, and no output that would cost the user a file is begun.
"""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePath
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, cast

import attrs
import click

from articleparse.cli.inputs import DUMP_SUFFIXES, Input, Inputs
from articleparse.cli.streams import safe_name, write_stdout
from articleparse.formats import Format
from articleparse.formats.format import Table

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@attrs.define
class Output(ABC):
    """What takes results one by one, as a context manager: a file appears when the block ends well."""

    _stack: ExitStack = attrs.field(factory=ExitStack, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)

    def kept(self, _: Input) -> Path | None:
        """Return the existing file that the result of an input may not replace, or None."""
        return None

    @abstractmethod
    def put(self, source: Input, data: bytes) -> None:
        """Write the result of `source`. Raises OSError."""


@attrs.define
class Stdout(Output):
    """Results one after the other on standard output, or as the rows of a `table` there."""

    table: Table | None = None
    _add: Callable[[bytes], object] = attrs.field(default=write_stdout, init=False)

    def __enter__(self) -> Self:
        if self.table is not None:
            self._add = self._stack.enter_context(self.table(cast("BinaryIO", _StdoutStream())))
        return self

    def put(self, _: Input, data: bytes) -> None:
        """Write and flush. Raises BrokenPipeError, click.ClickException."""
        self._add(data)


class _StdoutStream(io.RawIOBase):
    """Standard output as a stream for writers of tables, which ask for their position."""

    def __init__(self) -> None:
        super().__init__()
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: ReadableBuffer) -> int:
        written = bytes(data)
        write_stdout(written)
        self._written += len(written)
        return len(written)


@attrs.define
class OneFile(Output):
    """Results one after the other, or as the rows of a `table`, in one file.

    It appears when all are written, and only if there was a result.
    """

    path: Path
    overwrite: bool = attrs.field(kw_only=True)
    table: Table | None = attrs.field(default=None, kw_only=True)
    _kept: Path | None = attrs.field(init=False)
    _add: Callable[[bytes], object] | None = attrs.field(default=None, init=False)

    @_kept.default
    def _is_there(self) -> Path | None:
        return self.path if _is_kept(self.path, self.overwrite) else None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._fatal_trouble():
            self._stack.__exit__(kind, error, at)

    def kept(self, _: Input) -> Path | None:
        """Return the file if it was there before the run and may not be replaced."""
        return self._kept

    def put(self, _: Input, data: bytes) -> None:
        """Append the result. Raises click.ClickException: if one result can't be written, none can."""
        with self._fatal_trouble():
            if self._add is None:
                _make_directory(self.path.parent)
                stream = self._stack.enter_context(atomic_file(self.path))
                self._add = self._stack.enter_context(self.table(stream)) if self.table else stream.write
            self._add(data)

    @contextmanager
    def _fatal_trouble(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise click.ClickException(f"cannot write {safe_name(self.path)}: {error.strerror}") from error


@attrs.define
class Folder(Output):
    """A file for each result, with the layout of the inputs and the suffix of the format."""

    path: Path
    suffix: str
    overwrite: bool = attrs.field(kw_only=True)
    replaced: Collection[str] = attrs.field(default=DUMP_SUFFIXES, kw_only=True)

    def target(self, source: Input) -> Path:
        """Return the file for the result of `source`; for JSON Lines the directory for the results of their lines.

        The suffix of the format takes the place of one in `replaced`, and is appended to any other name.
        """
        below = source.below
        if source.has_lines:
            return self.path / below.with_suffix("")
        suffix = max((suffix for suffix in self.replaced if below.name.lower().endswith(suffix)), key=len, default="")
        stem = below.name[: len(below.name) - len(suffix)] or below.name
        return self.path / below.with_name(stem + self.suffix)

    def kept(self, source: Input) -> Path | None:
        """Return the file for the result of `source` if it is there and may not be replaced."""
        target = self.target(source)
        return target if _is_kept(target, self.overwrite) else None

    def put(self, source: Input, data: bytes) -> None:
        """Write the file, and make the directories above it.

        Raises OSError, and click.ClickException for a full disk, which ends the run.
        """
        target = self.target(source)
        try:
            _make_directory(target.parent)
            with atomic_file(target) as stream:
                stream.write(data)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise click.ClickException(f"cannot write {safe_name(target)}: {error.strerror}") from error


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


@contextmanager
def atomic_file(target: Path) -> Iterator[BinaryIO]:
    """Open a file that becomes `target` when the block ends well, and is removed otherwise.

    It is written beside `target`, since a rename is atomic only within one file system, and gets the rights of the
    file that it replaces. A link is followed. Devices and pipes (`/dev/null`) are written to, not replaced.
    Raises OSError.
    """
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    # A short name of its own: the target's may be as long as a file system allows. Unlike `tempfile`, `open` gives
    # the rights that the user's umask asks for.
    temporary = target.with_name(f".articleparse-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _is_kept(target: Path, overwrite: bool) -> bool:
    """Whether `target` must stay as it is. Devices and pipes are never in the way: writing to them replaces nothing."""
    return not overwrite and target.is_file()


def _make_directory(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file has that name; "File exists" would puzzle who asked for no directory
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error
