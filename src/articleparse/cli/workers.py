"""Worker processes: what one makes of a dump, and a pool of them.

Results come in the order of the tasks, and no task can take others down with it. A worker makes bytes: trees would be
slow to send back to the first process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from articleparse.cli.inputs import Input
from articleparse.codec.loader import LoadError
from articleparse.diagnostics import Diagnostic, Severity
from articleparse.formats import FORMATS, FormatError, losses
from articleparse.options import Options
from articleparse.pipeline import parse_bytes
from articleparse.tree import Article
from articleparse.tree.drawing import safe_text

T = TypeVar("T")
R = TypeVar("R")

TASKS_AHEAD = 8
"""Tasks in flight for each process: enough to keep it busy, few enough to keep memory flat over a million files."""

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


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def in_order(function: Callable[[T], R], tasks: Iterable[T], jobs: int) -> Generator[tuple[T, R | None]]:
    """Yield each of `tasks` with what `function` makes of it, in order; with None if it killed its process twice.

    With one job everything runs in this process. With more, `function` and the tasks must be picklable.
    """
    if jobs == 1:
        for task in tasks:
            yield task, function(task)
        return
    workers = _Workers(function, jobs)
    pending: deque[tuple[T, Future[R]]] = deque()
    try:
        for task in tasks:
            pending.append((task, workers.submit(task)))
            if len(pending) > TASKS_AHEAD * jobs:
                yield workers.settle(*pending.popleft())
        while pending:
            yield workers.settle(*pending.popleft())
    finally:
        workers.stop()


class _Workers(Generic[T, R]):
    """A pool of processes that is replaced when one of them dies."""

    def __init__(self, function: Callable[[T], R], jobs: int) -> None:
        self._function = function
        self._jobs = jobs
        ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN  # as under nohup, or in the background of a script
        self._initializer = None if ignored else _die_of_interrupts
        self._executor = self._start(jobs)

    def submit(self, task: T) -> Future[R]:
        """Hand `task` to a process."""
        with _interrupts_ignored():
            try:
                return self._executor.submit(self._function, task)
            except BrokenExecutor:
                self._executor = self._start(self._jobs)
                return self._executor.submit(self._function, task)

    def settle(self, task: T, future: Future[R]) -> tuple[T, R | None]:
        """Return the task and its result. One that was in flight when a process died gets a second try, alone."""
        try:
            return task, future.result()
        except BrokenExecutor:
            pass
        alone = self._start(1)
        try:
            with _interrupts_ignored():
                future = alone.submit(self._function, task)
            return task, future.result()
        except BrokenExecutor:
            return task, None
        finally:
            alone.shutdown()

    def stop(self) -> None:
        """Drop what has not begun and wait for the rest."""
        self._executor.shutdown(cancel_futures=True)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        # Fresh processes: a fork copies the locks of the thread that draws the progress bar in whatever state they are.
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), self._initializer)


def _die_of_interrupts() -> None:
    """Let Ctrl-C end a worker at once and without a traceback: the first process prints the message."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C while processes start: they inherit that, and keep it until `_die_of_interrupts`."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may handle signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
