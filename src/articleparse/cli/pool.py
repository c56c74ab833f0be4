"""Many tasks in several processes, results in order, and no task that can take the others down with it."""

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

_AHEAD = 8
"""Tasks in flight for each process: enough to keep it busy, few enough to keep memory flat over a million files."""


def processors() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def in_order(function: Callable[[T], R], tasks: Iterable[T], jobs: int) -> Generator[tuple[T, R | None]]:
    """Each of `tasks` with what `function` makes of it, in order; None where the process died over it.

    With one job everything runs in this process. With more, `function` and tasks must be picklable.
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
            if len(pending) > _AHEAD * jobs:
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
        self._executor = _executor(jobs)

    def submit(self, task: T) -> Future[R]:
        """Hand `task` to a process."""
        with _starting_quietly():
            try:
                return self._executor.submit(self._function, task)
            except BrokenExecutor:
                self._executor = _executor(self._jobs)
                return self._executor.submit(self._function, task)

    def settle(self, task: T, future: Future[R]) -> tuple[T, R | None]:
        """The task and its result. One that was in flight when a process died gets a second try, alone."""
        try:
            return task, future.result()
        except BrokenExecutor:
            pass
        alone = _executor(1)
        try:
            with _starting_quietly():
                future = alone.submit(self._function, task)
            return task, future.result()
        except BrokenExecutor:
            return task, None
        finally:
            alone.shutdown()

    def stop(self) -> None:
        """Drop what has not begun and wait for the rest."""
        self._executor.shutdown(cancel_futures=True)


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes: a fork copies the locks of the thread that draws the progress bar in whatever state they are.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_die_of_interrupts)


def _die_of_interrupts() -> None:
    """Let Ctrl-C end a worker at once and without a traceback: the first process tells the user."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def _starting_quietly() -> Iterator[None]:
    """Ignore Ctrl-C for the moment in which processes start: they inherit that until `_die_of_interrupts`."""
    if threading.current_thread() is not threading.main_thread():  # signals are the main thread's
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
