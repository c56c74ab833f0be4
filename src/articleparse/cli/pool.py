"""A pool of processes: results come in the order of the tasks, and no task can take others down with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

TASKS_AHEAD = 8
"""Tasks in flight for each process: enough to keep it busy, few enough to keep memory flat over a million files."""


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
