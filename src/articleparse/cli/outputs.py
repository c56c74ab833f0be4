"""Where results go: standard output, one file, or a directory with the layout of the inputs."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePath
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self, cast

import click

from articleparse.cli.atomic import atomic_file
from articleparse.cli.inputs import DUMP_SUFFIXES, Input, Inputs
from articleparse.cli.streams import safe_name, write_stdout
from articleparse.formats import Format
from articleparse.formats.format import Table

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Output(Protocol):
    """Takes results one by one, as a context manager; what it wrote counts when the block ends well."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None: ...

    def kept(self, source: Input) -> Path | None:
        """The existing file that the result of `source` would replace and may not, or None."""

    def put(self, source: Input, data: bytes) -> None:
        """Write the result of `source`. Raises OSError."""


class Stdout:
    """Results one after the other on standard output, or as the rows of a `table` there."""

    def __init__(self, table: Table | None = None) -> None:
        self._table = table
        self._stack = ExitStack()
        self._add: Callable[[bytes], object] = write_stdout

    def __enter__(self) -> Self:
        if self._table is not None:
            self._add = self._stack.enter_context(self._table(cast("BinaryIO", _StdoutStream())))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)

    def kept(self, _: Input) -> Path | None:
        """Nothing is ever in the way."""
        return None

    def put(self, _: Input, data: bytes) -> None:
        """Write and flush. Raises BrokenPipeError, click.ClickException."""
        self._add(data)


class _StdoutStream(io.RawIOBase):
    """Standard output as a stream for writers of tables, which ask how far they are."""

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


class OneFile:
    """Results one after the other, or as the rows of a `table`, in one file.

    It appears when all are written, and only if there was one.
    """

    def __init__(self, path: Path, *, overwrite: bool, table: Table | None = None) -> None:
        self.path = path
        self._table = table
        self._kept = path if _is_kept(path, overwrite) else None
        self._stack = ExitStack()
        self._add: Callable[[bytes], object] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._fatal_trouble():
            self._stack.__exit__(kind, error, at)

    def kept(self, _: Input) -> Path | None:
        """The file, if it was there before and may not be replaced."""
        return self._kept

    def put(self, _: Input, data: bytes) -> None:
        """Append. Raises click.ClickException: where one result can't be written, none can."""
        with self._fatal_trouble():
            if self._add is None:
                _make_directory(self.path.parent)
                stream = self._stack.enter_context(atomic_file(self.path))
                self._add = self._stack.enter_context(self._table(stream)) if self._table else stream.write
            self._add(data)

    @contextmanager
    def _fatal_trouble(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise click.ClickException(f"cannot write {safe_name(self.path)}: {error.strerror}") from error


class Folder:
    """A file for each result, with the layout of the inputs and the suffix of the format."""

    def __init__(self, path: Path, suffix: str, *, overwrite: bool, replaced: Collection[str] = DUMP_SUFFIXES) -> None:
        self.path = path
        self.suffix = suffix
        self.replaced = replaced
        self.overwrite = overwrite

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def target(self, source: Input) -> Path:
        """The file for the result of `source`: a suffix in `replaced` is, of any other name nothing is cut off.

        For JSON Lines it is the directory for those of their articles.
        """
        below = source.below
        if source.has_lines:
            return self.path / below.with_suffix("")
        suffix = max((suffix for suffix in self.replaced if below.name.lower().endswith(suffix)), key=len, default="")
        stem = below.name[: len(below.name) - len(suffix)] or below.name
        return self.path / below.with_name(stem + self.suffix)

    def kept(self, source: Input) -> Path | None:
        """The file, if it is there and may not be replaced."""
        target = self.target(source)
        return target if _is_kept(target, self.overwrite) else None

    def put(self, source: Input, data: bytes) -> None:
        """Write the file, and the directories above it where they are missing.

        Raises OSError, and click.ClickException for a full disk, where going on is in vain.
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


def _is_kept(target: Path, overwrite: bool) -> bool:
    """Whether `target` must stay as it is. Devices and pipes are never in the way: writing to them replaces nothing."""
    return not overwrite and target.is_file()


def _make_directory(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # as a file: "File exists" would puzzle whoever did not ask for a directory
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


def choose_output(
    argument: str | None, inputs: Inputs, to: Format, *, overwrite: bool, replaced: Collection[str] = DUMP_SUFFIXES
) -> Output:
    """The output that `argument` (of `-o`) means.

    None and `-` mean standard output. A directory is meant by what ends in a slash, exists as a directory, or has no
    suffix while several inputs are given; anything else is a file. In a directory the suffixes `replaced` give way to
    that of the format `to`. Raises click.UsageError where results would get lost or an input be overwritten.
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
    """Raise click.UsageError where two inputs would become one file, or an output would replace an input."""
    sources: dict[str, Input] = {}
    for source in inputs.found:
        target = os.path.realpath(folder.target(source))
        other = sources.setdefault(target, source)
        if other is not source:
            raise click.UsageError(f"{other.shown} and {source.shown} would both become {safe_name(target)}.")
    _refuse_inputs(set(sources), inputs)
    _refuse_in_directories(sources, inputs)


def _refuse_in_directories(sources: dict[str, Input], inputs: Inputs) -> None:
    """Raise click.UsageError where what one input becomes or is lies where the lines of another one go."""
    directories = {target: source for target, source in sources.items() if source.has_lines}
    if not directories:
        return
    for path in (*sources, *(os.path.realpath(source.path) for source in inputs.found if source.path is not None)):
        for parent in map(str, PurePath(path).parents):
            if parent in directories:
                shown, there = safe_name(path), safe_name(parent)
                raise click.UsageError(f"{shown} is in {there}, where the lines of {directories[parent].shown} go.")


def _refuse_inputs(targets: set[str], inputs: Inputs) -> None:
    """Raise click.UsageError where one of `targets` is an input under whatever name, links of any kind included."""
    read = {_identity(source.path): source for source in inputs.found if source.path is not None}
    read.pop(None, None)
    for target in targets:
        source = read.get(_identity(target))
        if source is not None:
            raise click.UsageError(f"{safe_name(target)} would overwrite the input {source.shown}.")


def _identity(path: str | os.PathLike[str]) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
