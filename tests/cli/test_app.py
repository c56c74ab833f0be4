"""The command as a whole: help, version, exit codes, pipes, signals, start-up."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from lxml import etree

from articleparse.cli import dialects, main
from articleparse.cli.app import SUMMARIES
from articleparse.dialect import DIALECTS


@pytest.mark.parametrize("name", SUMMARIES)
def test_summaries(run: Any, name: str) -> None:
    """The list of commands says of each what the command says of itself, and its help teaches."""
    command = import_module(f"articleparse.cli.{name}").command
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
        _, messages = process.communicate(timeout=60)
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

    monkeypatch.setattr(dialects, "write_stdout", fail)
    result = run("dialects")
    assert (result.exit_code, result.stderr.lstrip("\n")) == (code, message)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_full_disk(start: Any, dump: Path) -> None:
    """A full disk is one line, wherever the output goes."""
    for arguments in ("convert", dump), ("convert", dump, "-o", "/dev/full"), ("show", dump), ("--help",):
        with open("/dev/full", "wb") as full:
            process = start(*arguments, stdout=full)
        _, messages = process.communicate(timeout=60)
        assert process.returncode == 1
        assert messages.startswith(b"Error: cannot write")
        assert messages.endswith(b"No space left on device\n")
        assert messages.count(b"\n") == 1


def test_interrupt(start: Any, dump: Path, tmp_path: Path) -> None:
    """Ctrl-C ends the run with 130, without a traceback and without half a file."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    process = start("convert", dump, pipe, "-o", tmp_path / "all.jsonl")
    with pipe.open("wb"):  # blocks until the command, all its imports behind it, reads there
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=60)
    assert (process.returncode, messages.strip()) == (130, b"Interrupted.")
    assert sorted(os.listdir(tmp_path)) == ["page.txt", "pipe.txt"]


def test_interrupt_of_workers(start: Any, tmp_path: Path) -> None:
    """Ctrl-C ends worker processes too, as quietly."""
    pipes = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for pipe in pipes:
        os.mkfifo(pipe)
    process = start("convert", *pipes, "-o", f"{tmp_path}/out/", "--jobs", "2")
    writers = [pipe.open("wb") for pipe in pipes]  # blocks until a worker reads
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    for writer in writers:
        writer.close()
    assert process.returncode == 130
    assert messages.strip() == b"Interrupted."


def test_locale(start: Any, dump: Path) -> None:
    """Output is UTF-8 whatever the locale."""
    dump.write_text("# Größe\n\nEin Wort: größer.\n", encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    for arguments in ("convert", dump), ("show", dump):
        output, _ = start(*arguments, env=environment).communicate(timeout=60)
        assert "größer".encode() in output


def test_light_imports() -> None:
    """Neither the command's own module nor its version needs the parser or anything heavy."""
    code = (
        "import sys; from articleparse.cli import main; main.main(['--version'], standalone_mode=False); "
        "print([name for name in ('lark', 'rich', 'lxml', 'articleparse.pipeline') if name in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_with_source()
    )
    assert output.stdout.splitlines()[-1] == "[]"


def test_start_up() -> None:
    """The version is there within a quarter of a second of bare Python, in time of the processor."""

    def seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=_with_source())
        after = os.times()
        return after.children_user - before.children_user + after.children_system - before.children_system

    bare = min(seconds("-c", "pass") for _ in range(5))
    assert min(seconds("-m", "articleparse.cli", "--version") for _ in range(5)) - bare < 0.25


def _with_source() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path[1:])}
