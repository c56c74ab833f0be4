"""What results are written to: standard output, one file, or a directory. Files are there whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self, cast

import click

from articleparse.cli.inputs import DUMP_SUFFIXES, Input
from articleparse.cli.streams import safe_name, write_stdout
from articleparse.formats.format import Table

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Output(Protocol):
    """What takes results one by one, as a context manager: a file appears when the block ends well."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None: ...

    def kept(self, source: Input) -> Path | None:
        """Return the existing file that the result of `source` may not replace, or None."""

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
        """Return None: nothing is ever in the way."""
        return None

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


class OneFile:
    """Results one after the other, or as the rows of a `table`, in one file.

    It appears when all are written, and only if there was a result.
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
        """Return the file if it was there before and may not be replaced."""
        return self._kept

    def put(self, _: Input, data: bytes) -> None:
        """Append the result. Raises click.ClickException: if one result can't be written, none can."""
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
