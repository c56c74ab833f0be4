"""Processes that tests start: none outlives its test, and none keeps a test waiting for ever."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

import articleparse

LIMIT = 120
"""Seconds after which a process, or what a test waits for, has failed: many times what the slowest takes."""

_PAUSE = 0.005
"""Seconds between two looks at what a test waits for."""


def with_source() -> dict[str, str]:
    """Return the environment for a process that imports the package from where this one has it."""
    paths = [str(Path(articleparse.__file__).parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def start(
    command: Sequence[str | Path],
    *,
    interrupts: signal.Handlers = signal.SIG_DFL,
    setup: Callable[[], object] | None = None,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a process that leads a group of its own. Streams that are not among the `options` are pipes.

    It does with SIGINT what `interrupts` says, whatever this process does: where the tests themselves run in the
    background of a script, they ignore it. `setup` is called in the new process first.
    """

    def prepare() -> None:
        signal.signal(signal.SIGINT, interrupts)
        if setup is not None:
            setup()

    options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    # `prepare` sets signals and limits only, so no lock of a thread that the fork left behind can stop it.
    options |= {"start_new_session": True, "preexec_fn": prepare}
    return cast("subprocess.Popen[bytes]", subprocess.Popen(list(command), **options))


def start_python(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """Start Python with `arguments`; what is in `env` is added to its environment."""
    environment = with_source() | options.pop("env", {})
    return start([sys.executable, *arguments], env=environment, **options)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the process and of those that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(LIMIT)
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with suppress(BrokenPipeError):
                stream.close()


def finish(process: subprocess.Popen[bytes], data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Wait for the end of the process, which reads `data`, and return what it printed. A late end fails the test."""
    try:
        output, messages = process.communicate(data, timeout=LIMIT)
    finally:
        end(process)
    return subprocess.CompletedProcess(process.args, process.returncode, output, messages)


def run_python(*arguments: str | Path, data: bytes | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run Python with `arguments` to its end, which must be a good one."""
    done = finish(start_python(*arguments, **options), data)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Wait until `condition` holds. It fails the test if that takes too long; `what` says what was waited for."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline, f"waited {LIMIT} s for {what}"
        time.sleep(_PAUSE)


def open_when_read(pipe: Path, process: subprocess.Popen[bytes]) -> IO[bytes]:
    """Open a named pipe to write as soon as `process` or one that it started reads there."""
    opened: list[int] = []

    def has_reader() -> bool:
        assert process.poll() is None, "the process ended without reading"
        try:
            opened.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        except OSError as error:
            if error.errno != errno.ENXIO:  # no reader yet
                raise
        return bool(opened)

    wait_until(has_reader, f"a reader of {pipe.name}")
    os.set_blocking(opened[0], True)
    return os.fdopen(opened[0], "wb")


def wait_for_handler(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Wait until `process` handles the signal: while it starts workers, the command ignores SIGINT.

    Systems that don't tell what a process does with signals are taken to be as far.
    """
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return

    def handles() -> int:
        masks = dict(line.split(":\t", 1) for line in status.read_text().splitlines())
        return int(masks["SigCgt"], 16) >> (number - 1) & 1

    wait_until(handles, f"a handler of {number.name}")
