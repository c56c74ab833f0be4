"""Measure what a text costs, in a process of its own, where neither time nor memory can run away."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

import attrs

from tests.hostile.families import FAMILIES
from tests.hostile.steps import steps

MEMORY = 3 << 30
"""Bytes of address space that a measurement may take."""

SECONDS = 120
"""Seconds of the processor that a measurement may take."""

PATIENCE = 5 * SECONDS
"""Seconds after which a measurement is killed: it waits for something, for it has not used up its time."""

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of `ru_maxrss`, which differs between systems."""

_TICK = 0.004
"""Seconds by which the processor's clock may be wrong: some systems count in hundredths."""


@attrs.frozen
class Cost:
    """What it cost to take one text through everything that can be done with it."""

    seconds: dict[str, float]  # for each step
    memory: int  # bytes at the peak, beyond those that were in use before


def cost(family: str, size: int) -> Cost:
    """The cost of a family at a size, measured in a new process. Raises EOFError where that process dies."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.hostile.warm"])
    receiver, sender = processes.Pipe(duplex=False)
    process = processes.Process(target=_send_cost, args=(sender, family, size))
    process.start()
    sender.close()  # so that the end of the process is the end of the pipe
    try:
        if not receiver.poll(PATIENCE):
            process.kill()
        found: Cost = receiver.recv()
        return found
    finally:
        process.join()
        receiver.close()


def _send_cost(sender: Connection, family: str, size: int) -> None:
    sys.settrace(None)  # a tool that measures coverage would be measured, too
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    text = FAMILIES[family](size)
    before = _peak()
    seconds = {step: _seconds(run) for step, run in steps(text)}
    sender.send(Cost(seconds, _peak() - before))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _seconds(run: Callable[[], object]) -> float:
    """Seconds that a step takes: on a busy machine by the processor's clock, which is coarse."""
    gc.collect()
    gc.disable()
    try:
        start, began = time.perf_counter(), time.process_time()
        run()
        return min(time.perf_counter() - start, time.process_time() - began + _TICK)
    finally:
        gc.enable()
