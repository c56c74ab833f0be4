"""Which dumps are read."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from articleparse.cli.inputs import find_inputs


def found(*arguments: Path | str, output: str | None = None) -> list[str]:
    """The places of the dumps found below the directories that were named."""
    inputs = find_inputs([os.fspath(argument) for argument in arguments], output)
    return [entry.below.as_posix() for entry in inputs.found]


def test_directory(dumps: Path) -> None:
    """A directory is searched to its depths, in order of names; hidden files and other suffixes are passed over."""
    assert found(dumps) == ["a.md", "b.txt", "deep/c.TXT"]


def test_named_file(dumps: Path) -> None:
    """A file that is named is read whatever its suffix, and twice if it is named twice."""
    assert found(dumps / "notes.json", dumps / "notes.json") == ["notes.json", "notes.json"]


def test_hidden_directory(dumps: Path) -> None:
    """A hidden directory is passed over."""
    (dumps / ".cache").mkdir()
    (dumps / ".cache" / "x.txt").touch()
    assert found(dumps) == ["a.md", "b.txt", "deep/c.TXT"]


def test_links(dumps: Path) -> None:
    """A link to a directory is not followed, so there are no loops; a link to a file is."""
    (dumps / "deep" / "up").symlink_to(dumps)
    (dumps / "link.txt").symlink_to(dumps / "a.md")
    assert found(dumps) == ["a.md", "b.txt", "deep/c.TXT", "link.txt"]


def test_linked_root(dumps: Path, tmp_path: Path) -> None:
    """A link to a directory that is named itself is followed."""
    (tmp_path / "link").symlink_to(dumps)
    assert len(found(tmp_path / "link")) == 3


@pytest.mark.parametrize("output", ["deep", "deep/", "deep/c.TXT"])
def test_output_is_no_input(dumps: Path, output: str) -> None:
    """Where results go, nothing is read."""
    assert found(dumps, output=f"{dumps}/{output}") == ["a.md", "b.txt"]


def test_linked_output_is_no_input(dumps: Path, tmp_path: Path) -> None:
    """A directory for results is recognised through a link."""
    (tmp_path / "out").symlink_to(dumps / "deep")
    assert found(dumps, output=str(tmp_path / "out")) == ["a.md", "b.txt"]


def test_odd_entries(dumps: Path) -> None:
    """A broken link is found, to be reported; a pipe with a dump's name is not a dump."""
    (dumps / "gone.txt").symlink_to("nowhere")
    os.mkfifo(dumps / "pipe.txt")
    assert found(dumps) == ["a.md", "b.txt", "deep/c.TXT", "gone.txt"]


def test_empty_directory(tmp_path: Path) -> None:
    """A directory without dumps is a problem, told in a sentence that names the suffixes."""
    inputs = find_inputs([str(tmp_path)])
    assert inputs.found == ()
    assert len(inputs.problems) == 1
    assert "no dumps" in inputs.problems[0]
    assert ".markdown" in inputs.problems[0]


def test_unreadable_directory(dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory that can't be listed is a problem; the others are still searched."""
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    inputs = find_inputs([str(dumps)])
    assert len(inputs.found) == 2
    assert inputs.problems == (f"{dumps}/deep: Permission denied",)


def test_standard_input() -> None:
    """Without arguments standard input is read; it has no name."""
    (entry,) = find_inputs([]).found
    assert (entry.path, entry.name, entry.shown) == (None, None, "<stdin>")


def test_standard_input_twice() -> None:
    """Standard input can be named once."""
    with pytest.raises(click.UsageError, match="only once"):
        find_inputs(["-", "-"])


def test_several(dumps: Path) -> None:
    """A directory means several dumps, however many lie in it."""
    assert find_inputs([str(dumps / "deep")]).several
    assert find_inputs(["a", "b"]).several
    assert not find_inputs([str(dumps / "a.md")]).several


def test_name_that_is_not_unicode(tmp_path: Path) -> None:
    """A name is valid Unicode, and messages show it on one line."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    (entry,) = find_inputs([str(path)]).found
    assert entry.name is not None
    assert entry.name.endswith("/caf\\xe9\n.txt")
    assert entry.shown.endswith("/caf\\xe9\\n.txt")
