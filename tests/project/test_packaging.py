"""The distributions hold what they must."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.processes import run_python

ROOT = Path(__file__).parents[2]


def build(source: Path, target: Path) -> None:
    """Build the sdist and the wheel of the project in `source` into `target`."""
    run_python("-m", "hatchling", "build", "--directory", target, cwd=source)


def wheel_files(folder: Path) -> dict[str, bytes]:
    """The files of the one wheel in `folder`."""
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel of the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder)
    return folder


def test_grammars(dist: Path) -> None:
    """The wheel has every grammar of the checkout, and no other."""
    inside = {Path(name).name for name in wheel_files(dist) if name.endswith(".lark")}
    assert inside == {path.name for path in (ROOT / "grammar").glob("*.lark")} != set()
    assert all(name.startswith("articleparse/grammar/") for name in wheel_files(dist) if name.endswith(".lark"))


def test_package_files(dist: Path) -> None:
    """The wheel has every file of the package, its data and its mark of being typed, and nothing of the project."""
    package = ROOT / "src"
    wanted = {
        path.relative_to(package).as_posix()
        for path in (package / "articleparse").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {name for name in wheel_files(dist) if ".dist-info/" not in name and not name.endswith(".lark")}
    assert "articleparse/py.typed" in inside
    assert inside == wanted


def test_sdist_builds_the_same_wheel(dist: Path, tmp_path: Path) -> None:
    """The sdist holds tests, seeds and docs, and a wheel built from it has the files of a wheel of the checkout."""
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    assert all((unpacked / name).exists() for name in ("tests", "seeds", "docs", "LICENSE", ".ci/run"))
    assert not (unpacked / ".venv").exists()
    build(unpacked, tmp_path / "dist")
    assert wheel_files(tmp_path / "dist") == wheel_files(dist)
