"""Many tasks in several processes."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from articleparse.cli.workers import in_order, processors


@pytest.mark.parametrize("jobs", [1, 2])
def test_order(jobs: int) -> None:
    """Results come in the order of the tasks, each with its task."""
    assert list(in_order(abs, range(-40, 0), jobs)) == [(number, -number) for number in range(-40, 0)]


def test_death() -> None:
    """A process that dies costs the result of its task and no other."""
    tasks = ["1 + 1", "__import__('os')._exit(3)", *(f"2 * {number}" for number in range(30))]
    expected = [2, None, *range(0, 60, 2)]
    assert list(in_order(eval, tasks, 2)) == list(zip(tasks, expected, strict=True))


@pytest.mark.parametrize(
    ("own", "expected"), [(signal.SIG_IGN, signal.SIG_IGN), (signal.default_int_handler, signal.SIG_DFL)]
)
def test_interrupts(own: signal.Handlers, expected: signal.Handlers) -> None:
    """Ctrl-C ends workers, even those that took the place of dead ones, unless this process was told to ignore it."""
    asked = "__import__('signal').getsignal(2)"
    before = signal.signal(signal.SIGINT, own)
    try:
        results = [result for _, result in in_order(eval, [asked, "__import__('os')._exit(3)", *[asked] * 20], 2)]
        assert signal.getsignal(signal.SIGINT) == own
    finally:
        signal.signal(signal.SIGINT, before)
    assert results == [expected, None, *[expected] * 20]


def test_thread() -> None:
    """Processes can be started from any thread, though signals belong to the first."""
    with ThreadPoolExecutor() as threads:
        assert threads.submit(list, in_order(abs, [-1, -2], 2)).result() == [(-1, 1), (-2, 2)]


def test_laziness() -> None:
    """Tasks are taken as results are, so that a million of them need little memory."""
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(str, tasks(), 2)
    next(results)
    assert len(taken) < 100
    results.close()


def test_processors() -> None:
    """There is at least one processor."""
    assert processors() >= 1
