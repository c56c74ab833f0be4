"""Faults around the command: nothing is half-written, nothing is lost, and the exit code tells."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from articleparse.cli import inputs
from articleparse.cli.inputs import find_inputs
from articleparse.install import install_hint
from tests.support.processes import LIMIT, open_when_read, with_source


def deny(monkeypatch: pytest.MonkeyPatch, name: str, wanted: str, number: int) -> None:
    """Let files whose name begins with `name` fail to open for what is wanted, as they do for a user without rights."""
    real: Callable[..., Any] = Path.open

    def opened(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if path.name.startswith(name) and mode == wanted:
            raise OSError(number, os.strerror(number))
        return real(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_read_only_target(run: Any, dumps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Where nothing can be written each dump is told, what was there stays, and the inputs are what they were."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.json").write_text("mine")
    deny(monkeypatch, ".articleparse-", "xb", number)
    result = run("convert", dumps, "-o", tmp_path / "out", "--overwrite")
    assert result.exit_code == 1
    assert result.stderr.count(f"cannot write its result: {os.strerror(number)}") == 3
    assert [path.name for path in (tmp_path / "out").rglob("*.*")] == ["a.json"]
    assert (tmp_path / "out" / "a.json").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_directory_without_rights(run: Any, dump: Path, tmp_path: Path) -> None:
    """The same with a real directory."""
    (tmp_path / "out").mkdir(mode=0o555)
    result = run("convert", dump, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "Permission denied" in result.stderr


def test_permission_denied(run: Any, dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dump that may not be read is told, and the others are converted or checked."""
    deny(monkeypatch, "b.txt", "rb", errno.EACCES)
    for command in ("convert", "check"):
        result = run(command, dumps)
        assert result.exit_code == 1
        assert f"Error: {dumps}/b.txt: Permission denied\n" in result.stderr
    assert len(run("convert", dumps).stdout.splitlines()) == 2
    assert run("show", dumps / "b.txt").stderr == f"Error: {dumps}/b.txt: Permission denied\n"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)]
)
def test_killed(start: Any, run: Any, dump: Path, tmp_path: Path, number: int, code: int) -> None:
    """A run that is killed leaves the old result as it was, and at most a hidden file that no later run reads."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "all.jsonl").write_text("mine")
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    process = start("convert", dump, pipe, "-o", out / "all.jsonl", "--overwrite")
    with open_when_read(pipe, process):  # the result of the first dump is being written by then
        assert len(os.listdir(out)) == 2
        process.send_signal(number)
        process.communicate(timeout=LIMIT)
    assert process.returncode == code
    assert (out / "all.jsonl").read_text() == "mine"
    left = set(os.listdir(out)) - {"all.jsonl"}
    assert not left if code > 0 else all(name.startswith(".articleparse-") for name in left)
    again = run("convert", dump, "-o", out / "all.jsonl", "--overwrite")
    assert (again.exit_code, again.stderr) == (0, "")
    assert json.loads((out / "all.jsonl").read_text())


def test_file_that_vanishes(start: Any, dump: Path, tmp_path: Path) -> None:
    """A dump that is gone when its turn comes is told; those before and after it are converted."""
    pipe, gone = tmp_path / "first.txt", tmp_path / "gone.txt"
    os.mkfifo(pipe)
    gone.write_bytes(dump.read_bytes())
    process = start("convert", pipe, gone, dump, "--to", "record")
    with open_when_read(pipe, process) as writer:  # all inputs are known to the command by then
        gone.unlink()
        writer.write(dump.read_bytes())
    output, messages = process.communicate(timeout=LIMIT)
    assert process.returncode == 1
    assert [Path(json.loads(line)["source"]).name for line in output.splitlines()] == ["first.txt", "page.txt"]
    assert messages.decode() == f"Error: {gone}: No such file or directory\n2 converted, 1 failed.\n"


def test_directory_that_vanishes(dumps: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory that is gone when it is searched is told, and what lies beside it is converted."""
    real = os.scandir

    def scan(path: Path) -> Any:
        if path.name == "deep":
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return real(path)

    monkeypatch.setattr("os.scandir", scan)
    result = run("convert", dumps)
    assert result.exit_code == 1
    assert f"Error: {dumps}/deep: No such file or directory\n" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_links_in_a_circle(run: Any, dumps: Path) -> None:
    """A link that leads to itself is a dump that can't be read; a directory in itself is searched once."""
    (dumps / "self.txt").symlink_to("self.txt")
    (dumps / "there.txt").symlink_to("back.txt")
    (dumps / "back.txt").symlink_to("there.txt")
    (dumps / "deep" / "up").symlink_to("..")
    for command in ("convert", "check"):
        result = run(command, dumps)
        assert result.exit_code == 1
        assert result.stderr.count("Too many levels of symbolic links") == 3
    assert len(run("convert", dumps).stdout.splitlines()) == 3


def test_output_that_links_to_itself(run: Any, dump: Path, tmp_path: Path) -> None:
    """A result whose name is a link to itself takes the place of the link, for nothing is lost with it."""
    out = tmp_path / "out.json"
    out.symlink_to("out.json")
    result = run("convert", dump, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == ["out.json", "page.txt"]
    assert not out.is_symlink()
    assert json.loads(out.read_text())


@pytest.mark.parametrize("several", [True, False])
def test_missing_extra(start: Any, dumps: Path, dump: Path, tmp_path: Path, several: bool) -> None:
    """Where the library of a format is missing, one line says what to type, and no file is begun."""
    (tmp_path / "pyarrow.py").write_text("raise ModuleNotFoundError(\"No module named 'pyarrow'\", name='pyarrow')\n")
    out = tmp_path / "all.parquet"
    path = os.pathsep.join([str(tmp_path), with_source()["PYTHONPATH"]])
    process = start("convert", dumps if several else dump, "-o", out, env={"PYTHONPATH": path})
    _, messages = process.communicate(timeout=LIMIT)
    assert process.returncode == 1
    (line,) = messages.decode().splitlines()
    assert line.startswith("Error: ")
    assert line.endswith(install_hint("arrow"))
    assert not out.exists()
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".articleparse-")]


def test_names(run: Any, tmp_path: Path) -> None:
    """Names with line feeds, escapes of a terminal and bytes that are no UTF-8 become files of the same names."""
    folder = os.fsencode(tmp_path) + b"/dumps"
    os.mkdir(folder)
    names = [b"line\nfeed", b"caf\xe9", b"\x1b[31mred", b"- dash", b"\xff\xfe"]
    for name in names:
        with open(folder + b"/" + name + b".txt", "wb") as stream:
            stream.write(b"%PDF-1.7\n" if name == b"caf\xe9" else b"# Rain\n\nIt rained.\n")
    result = run("convert", os.fsdecode(folder), "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert sorted(os.listdir(os.fsencode(tmp_path / "out"))) == sorted(
        name + b".json" for name in names if name != b"caf\xe9"
    )
    for messages in (result.stderr, run("check", os.fsdecode(folder)).stdout):
        assert "caf\\xe9.txt" in messages
        assert "\x1b" not in messages
    for form in ("json", "sarif", "github"):
        report = run("check", "--output-format", form, os.fsdecode(folder)).stdout
        assert "\x1b" not in report
        assert form == "github" or json.loads(report)


@pytest.mark.parametrize("name", ["huge.txt", "/dev/zero"])
def test_huge(run: Any, dump: Path, tmp_path: Path, name: str) -> None:
    """A file of 500 MB is refused before it fills the memory, as is one without an end; the others go on."""
    huge = tmp_path / name
    if not huge.exists():
        huge.touch()
        os.truncate(huge, 500_000_000)  # takes no room on the disk
    for command in ("convert", "check"):
        result = run(command, huge, dump)
        assert result.exit_code == 1
        assert f"Error: {huge}: larger than 16 MiB" in result.stderr
    assert len(run("convert", huge, dump).stdout.splitlines()) == 1
    assert "larger than 16 MiB" in run("show", huge).stderr


def test_just_large_enough(run: Any, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dump of the largest size is read, one of a byte more is not, on standard input either."""
    data = dump.read_bytes()
    monkeypatch.setattr(inputs, "MAX_DUMP_BYTES", len(data))
    for arguments in ((dump,), ()):
        assert run("convert", *arguments, input=data).exit_code == 0
    monkeypatch.setattr(inputs, "MAX_DUMP_BYTES", len(data) - 1)
    for arguments in ((dump,), ()):
        assert "larger than" in run("convert", *arguments, input=data).stderr


def test_many_files(tmp_path: Path, dump: Path) -> None:
    """A directory of 20,000 files is listed in order, in time and memory for their names alone."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20_000):
        os.link(dump, folder / f"{number:05}.txt")
    began = time.process_time()
    found = find_inputs([str(folder)]).found
    assert time.process_time() - began < 10
    assert [entry.below.name for entry in found] == [f"{number:05}.txt" for number in range(20_000)]
    assert all(entry.data is None for entry in found)


@pytest.mark.slow
def test_many_results(start: Any, tmp_path: Path, dump: Path) -> None:
    """Each of 20,000 files is converted, in order, in the memory of a few: results are written as they come."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20_000):
        os.link(dump, folder / f"{number:05}.txt")
    limit = partial(resource.setrlimit, resource.RLIMIT_AS, (2 << 30, 2 << 30))
    process = start("convert", folder, "-o", tmp_path / "all.jsonl", "--jobs", "1", setup=limit)
    _, messages = process.communicate(timeout=5 * LIMIT)
    assert (process.returncode, messages.decode()) == (0, "20000 converted.\n")
    with (tmp_path / "all.jsonl").open(encoding="utf-8") as lines:
        names = [Path(json.loads(line)["source"]).stem for line in lines]
    assert names == [f"{number:05}" for number in range(20_000)]
