"""Where results go."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import click
import pytest

from articleparse.cli.inputs import find_inputs
from articleparse.cli.outputs import Folder, OneFile, Output, Stdout, choose_output
from articleparse.formats import FORMATS


def choose(output: str | Path | None, *arguments: Path, joinable: bool = True, overwrite: bool = False) -> Output:
    """The output chosen for JSON, or for XML, which can't hold several articles."""
    where = None if output is None else str(output)
    inputs = find_inputs([str(argument) for argument in arguments], where)
    return choose_output(where, inputs, FORMATS["json" if joinable else "xml"], overwrite=overwrite)


@pytest.mark.parametrize(
    ("output", "kind"),
    [(None, Stdout), ("-", Stdout), ("new.jsonl", OneFile), ("new/", Folder), ("new", Folder), ("there", Folder)],
)
def test_several(output: str | None, kind: type, dumps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For several dumps a name with a suffix is a file, any other a directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert isinstance(choose(output, dumps), kind)


@pytest.mark.parametrize(
    ("output", "kind"), [("new", OneFile), ("new.json", OneFile), ("new/", Folder), ("there", Folder)]
)
def test_single(output: str, kind: type, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For one dump a new name is a file, unless it ends in a slash."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert isinstance(choose(output, dump), kind)


@pytest.mark.parametrize("output", [None, "all.xml"])
def test_not_joinable(output: str | None, dumps: Path) -> None:
    """Several articles of a format that can't be joined need a directory, and the message says so."""
    with pytest.raises(click.UsageError, match="use '-o "):
        choose(output, dumps, joinable=False)


@pytest.mark.parametrize(
    ("name", "target"),
    [("page.txt", "page.json"), ("v1.2", "v1.2.json"), ("page.html", "page.html.json"), (".txt", ".txt.json")],
)
def test_suffix(tmp_path: Path, name: str, target: str) -> None:
    """The suffix of a dump is replaced; of another name nothing is cut off."""
    (tmp_path / name).touch()
    folder = choose(f"{tmp_path}/out/", tmp_path / name)
    assert isinstance(folder, Folder)
    (source,) = find_inputs([str(tmp_path / name)]).found
    assert folder.target(source) == tmp_path / "out" / target


def test_clash(dumps: Path) -> None:
    """Two inputs that would become one file are refused, with both names."""
    (dumps / "a.txt").touch()
    with pytest.raises(click.UsageError, match=r"a\.md and .*a\.txt would both"):
        choose(f"{dumps}/out/", dumps)


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_input_is_never_overwritten(dump: Path, tmp_path: Path, link: type) -> None:
    """An output that is an input under another name is refused, whatever was asked for."""
    link(dump, tmp_path / "other.json")
    with pytest.raises(click.UsageError, match="would overwrite the input"):
        choose(tmp_path / "other.json", dump, overwrite=True)
    (tmp_path / "out").mkdir()
    link(dump, tmp_path / "out" / "page.json")
    with pytest.raises(click.UsageError, match="would overwrite the input"):
        choose(tmp_path / "out", dump, overwrite=True)


def test_full_disk(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk there is no use in going on."""
    folder = choose(f"{tmp_path}/out/", dump)
    (source,) = find_inputs([str(dump)]).found

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", refuse)
    with folder, pytest.raises(click.ClickException, match="No space left"):
        folder.put(source, b"data")
    assert os.listdir(tmp_path / "out") == []
