"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articleparse.cli.outputs import atomic_file


def test_written(tmp_path: Path) -> None:
    """After the block the file is there, with the rights of any new file, and nothing beside it."""
    (tmp_path / "ordinary").touch()
    with atomic_file(tmp_path / "new") as stream:
        stream.write(b"data")
        assert not (tmp_path / "new").exists()
    assert (tmp_path / "new").read_bytes() == b"data"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "ordinary").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["new", "ordinary"]


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt])
def test_failed(tmp_path: Path, trouble: type[BaseException]) -> None:
    """A block that fails leaves the old file as it was, and no other."""
    (tmp_path / "old").write_text("old")

    def write() -> None:
        with atomic_file(tmp_path / "old") as stream:
            stream.write(b"half")
            raise trouble

    with pytest.raises(trouble):
        write()
    assert (tmp_path / "old").read_text() == "old"
    assert os.listdir(tmp_path) == ["old"]


def test_rights_are_kept(tmp_path: Path) -> None:
    """The new file has the rights of the one that it replaces."""
    (tmp_path / "old").touch(mode=0o600)
    with atomic_file(tmp_path / "old"):
        pass
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o600


def test_link(tmp_path: Path) -> None:
    """A link stays a link, and what it leads to is replaced."""
    (tmp_path / "link").symlink_to("real")
    with atomic_file(tmp_path / "link") as stream:
        stream.write(b"data")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"data"


def test_longest_name(tmp_path: Path) -> None:
    """A name as long as the file system allows can be written."""
    with atomic_file(tmp_path / ("n" * 255)):
        pass
    assert (tmp_path / ("n" * 255)).exists()


def test_device() -> None:
    """A device is written to and stays a device."""
    with atomic_file(Path(os.devnull)) as stream:
        stream.write(b"data")
    assert not Path(os.devnull).is_file()
