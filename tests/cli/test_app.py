"""The command as a whole: help, version, exit codes, pipes, signals, start-up."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import signal
import termios
from functools import partial
from pathlib import Path
from typing import IO, Any

import click
import pytest
from lxml import etree

from articleparse.cli import listings, main
from articleparse.cli.app import SUMMARIES, UnloadedCommand
from articleparse.dialect import DIALECTS
from tests.support.processes import LIMIT, open_when_read, run_python, wait_for_handler, wait_until


@pytest.mark.parametrize("name", SUMMARIES)
def test_summaries(run: Any, name: str) -> None:
    """The list of commands says of each what the command says of itself, and its help teaches."""
    command = UnloadedCommand(name).load()
    assert isinstance(command, click.Command)
    assert (command.name, command.short_help) == (name, SUMMARIES[name])
    result = run(name, "--help")
    assert result.exit_code == 0
    assert all(option in result.stdout for parameter in command.params for option in parameter.opts if "-" in option)


def test_help(run: Any) -> None:
    """`--help` lists every command and has examples."""
    result = run("--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert all(summary in result.stdout for summary in SUMMARIES.values())


def test_wrong_usage(run: Any) -> None:
    """A command or option that doesn't exist is wrong usage."""
    assert run("shw").exit_code == 2
    assert run("convert", "--nonsense").exit_code == 2
    assert run("convert", "--to", "nonsense").exit_code == 2


def test_version(run: Any) -> None:
    """The version is the name and a number."""
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("articleparse ")


def test_as_a_function() -> None:
    """Called from Python with click's own switch, it returns instead of leaving the interpreter."""
    assert main.main(["dialects", "--help"], standalone_mode=False) == 0


def test_schemas(run: Any) -> None:
    """Both schemas are printed whole."""
    assert "$schema" in json.loads(run("schema", "json").stdout)
    assert etree.RelaxNG(etree.fromstring(run("schema", "xml").stdout.encode()))


def test_dialects(run: Any) -> None:
    """Each line begins with a name that --dialect takes."""
    assert [line.split()[0] for line in run("dialects").stdout.splitlines()] == list(DIALECTS)


def test_closed_pipe(start: Any, dumps: Path) -> None:
    """A reader that has gone away is no error: the command ends quietly."""
    for command in ("convert", dumps), ("show", dumps / "a.md"), ("schema", "json"):
        reader, writer = os.pipe()
        os.close(reader)
        process = start(*command, stdout=writer)
        os.close(writer)
        _, messages = process.communicate(timeout=LIMIT)
        assert (process.returncode, messages) == (0, b""), command


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (click.ClickException("cannot write"), 1, "Error: cannot write\n"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "Error: cannot write: No space left on device\n"),
    ],
)
def test_exit_codes(run: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str) -> None:
    """Each way to end has its exit code, and none a traceback."""

    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr(listings, "write_stdout", fail)
    result = run("dialects")
    assert (result.exit_code, result.stderr.lstrip("\n")) == (code, message)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_full_disk(start: Any, dump: Path) -> None:
    """A full disk is one line, wherever the output goes."""
    for arguments in ("convert", dump), ("convert", dump, "-o", "/dev/full"), ("show", dump), ("--help",):
        with open("/dev/full", "wb") as full:
            process = start(*arguments, stdout=full)
        _, messages = process.communicate(timeout=LIMIT)
        assert process.returncode == 1
        assert messages.startswith(b"Error: cannot write")
        assert messages.endswith(b"No space left on device\n")
        assert messages.count(b"\n") == 1


def test_interrupt(start: Any, dump: Path, tmp_path: Path) -> None:
    """Ctrl-C ends the run with 130, without a traceback and without half a file."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    process = start("convert", dump, pipe, "-o", tmp_path / "all.jsonl")
    with open_when_read(pipe, process):
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=LIMIT)
    assert (process.returncode, messages.strip()) == (130, b"Interrupted.")
    assert sorted(os.listdir(tmp_path)) == ["page.txt", "pipe.txt"]


def test_interrupt_of_workers(start: Any, tmp_path: Path) -> None:
    """Ctrl-C ends worker processes too, as quietly."""
    pipes = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for pipe in pipes:
        os.mkfifo(pipe)
    process = start("convert", *pipes, "-o", f"{tmp_path}/out/", "--jobs", "2")
    writers = [open_when_read(pipe, process) for pipe in pipes]
    wait_for_handler(process, signal.SIGINT)
    os.killpg(process.pid, signal.SIGINT)
    _, messages = process.communicate(timeout=LIMIT)
    for writer in writers:
        writer.close()
    assert process.returncode == 130
    assert messages.strip() == b"Interrupted."


def test_ignored_interrupt(start: Any, tmp_path: Path) -> None:
    """A command that ignores Ctrl-C, as it does in the background of a script, goes on, and so do its workers."""
    pipes = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for pipe in pipes:
        os.mkfifo(pipe)
    arguments = ("convert", *pipes, "--to", "record", "-o", f"{tmp_path}/out/", "--jobs", "2")
    process = start(*arguments, interrupts=signal.SIG_IGN)
    writers = [open_when_read(pipe, process) for pipe in pipes]
    for writer in writers:  # a worker that has read this and dies takes the headline with it
        writer.write(b"# Harbour opens again\n\n")
        writer.flush()
        wait_until(partial(_is_empty, writer), "the worker to read")
    os.killpg(process.pid, signal.SIGINT)
    for writer in writers:
        writer.write(b"The harbour of Lowmouth opened on Monday after a long repair, the port office said.\n")
        writer.close()
    _, messages = process.communicate(timeout=LIMIT)
    assert (process.returncode, messages) == (0, b"2 converted.\n")
    records = [json.loads(path.read_text()) for path in (tmp_path / "out").iterdir()]
    assert [record["headline"] for record in records] == ["Harbour opens again"] * 2


def _is_empty(pipe: IO[bytes]) -> bool:
    """Whether all that was written to the pipe has been read."""
    return fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)) == bytes(4)


def test_locale(start: Any, dump: Path) -> None:
    """Output is UTF-8 whatever the locale."""
    dump.write_text("# Größe\n\nEin Wort: größer.\n", encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    for arguments in ("convert", dump), ("show", dump):
        output, _ = start(*arguments, env=environment).communicate(timeout=LIMIT)
        assert "größer".encode() in output


def test_light_imports() -> None:
    """Neither the command's own module nor its version needs the parser or anything heavy."""
    code = (
        "import sys; from articleparse.cli import main; main.main(['--version'], standalone_mode=False); "
        "print([name for name in ('lark', 'rich', 'lxml', 'articleparse.pipeline') if name in sys.modules])"
    )
    assert run_python("-c", code).stdout.splitlines()[-1] == b"[]"


def test_start_up() -> None:
    """The version is there within a quarter of a second of bare Python, in time of the processor."""

    def seconds(*arguments: str) -> float:
        before = os.times()
        run_python(*arguments)
        after = os.times()
        return after.children_user - before.children_user + after.children_system - before.children_system

    bare = min(seconds("-c", "pass") for _ in range(5))
    assert min(seconds("-m", "articleparse", "--version") for _ in range(5)) - bare < 0.25
