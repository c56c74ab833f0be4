"""What the tests of the command share: a miniature dump and two ways to run the command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from articleparse.cli import main
from tests.support.processes import end, start_python

DUMP = """\
# Harbour opens again

By Ada Poole

The harbour of Lowmouth opened on Monday after a long repair, the port office said.

Ships had used the river quay since the spring, and fees were waived until now. The quay is narrow, and captains
had to wait for the tide before they could turn.

## What comes next

"We are glad to have the basin back," said the harbour master, who has held the post for nine years.

A [second basin](https://example.org/basin) will be dredged in the autumn. The town has set aside two million crowns
for it, a sum that the council approved last week after a debate of three hours.
"""

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def run() -> Run:
    """Run the command in this process: `run("convert", path, input=b"...")`."""

    def invoke(*arguments: str | Path, **options: Any) -> Result:
        return CliRunner().invoke(main, [os.fspath(argument) for argument in arguments], **options)

    return invoke


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the command as a process of its own; neither it nor its workers outlive the test."""
    started: list[subprocess.Popen[bytes]] = []

    def popen(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
        started.append(start_python("-m", "articleparse", *arguments, **options))
        return started[-1]

    yield popen
    for process in started:
        end(process)


@pytest.fixture
def dumps(tmp_path: Path) -> Path:
    """A directory with three dumps, one of them deeper, and files that are none."""
    folder = tmp_path / "dumps"
    (folder / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deep/c.TXT"):
        (folder / name).write_text(DUMP)
    for name in ("notes.json", ".hidden.txt", "deep/picture.png"):
        (folder / name).write_text("{}")
    return folder


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A file with a dump."""
    path = tmp_path / "page.txt"
    path.write_text(DUMP)
    return path
