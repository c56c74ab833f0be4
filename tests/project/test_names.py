"""One name to install, one to import, and hints that name the right one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from articleparse.errors import ArticleparseError, MissingExtraError
from articleparse.install import DISTRIBUTION, install_hint, installed_version
from tests.support.processes import finish, run_python, start_python

ROOT = Path(__file__).parents[2]
PLACES = (
    "README.md",
    "CHANGELOG.md",
    "mkdocs.yml",
    "pyproject.toml",
    ".ci",
    "docs",
    "src",
    "tools",
    "benchmarks",
    "seeds",
)
WRONG = re.compile(r"articleparse\[\w|install(?:\s+-\S+)*\s+[\"'`]?articleparse\b")
"""A hint to install the package by the name under which it is imported, which is another project's."""

EXTRA = re.compile(rf"(?:{DISTRIBUTION}|-e [\"']?\.)\[([\w,-]+)\]")


def texts() -> dict[str, str]:
    """Every text of the project that a user may read, by its path."""
    files = (file for place in PLACES for file in [ROOT / place, *(ROOT / place).rglob("*")] if file.is_file())
    suffixes = {".md", ".toml", ".yml", ".py", ".pyi", ""}
    return {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files if file.suffix in suffixes}


@pytest.fixture
def project() -> dict[str, Any]:
    """The table `project` of pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        table: dict[str, Any] = tomllib.load(stream)["project"]
    return table


@pytest.mark.parametrize(
    "text", ["pip install articleparse", 'pip install -U "articleparse"', "needs articleparse[arrow]"]
)
def test_wrong_hints_are_seen(text: str) -> None:
    """The pattern finds the hints that must not be there."""
    assert WRONG.search(text)


def test_no_wrong_hint() -> None:
    """Nothing says to install `articleparse`, which is the name of another project."""
    assert {"README.md", "docs/testing.md", ".ci/run", "src/articleparse/install.py"} <= texts().keys()
    assert [name for name, text in texts().items() if WRONG.search(text)] == []


def test_extras(project: dict[str, Any]) -> None:
    """Each extra that a text names, be it by the name of the package or in a checkout, is one of the project's."""
    named = {extra for text in texts().values() for names in EXTRA.findall(text) for extra in names.split(",")}
    assert {"arrow", "hypothesis", "test", "train"} <= named
    assert named - project["optional-dependencies"].keys() == set()


def test_distribution(project: dict[str, Any]) -> None:
    """The name to install is the project's, the command is `articleparse`."""
    assert project["name"] == DISTRIBUTION
    assert list(project["scripts"]) == ["articleparse"]
    assert installed_version() in {project["version"], "unknown"}


def test_strategies_without_hypothesis() -> None:
    """Without Hypothesis, the import of the strategies says what to type, in one line and with no modules of ours."""
    code = "import sys; sys.modules['hypothesis'] = None; import articleparse.strategies"
    done = finish(start_python("-c", code))
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    assert lines[-1].endswith(
        f"MissingExtraError: articleparse.strategies needs Hypothesis. {install_hint('hypothesis')}"
    )
    assert sum("/articleparse/" in line for line in lines) <= 1
    assert issubclass(MissingExtraError, ArticleparseError)
    assert issubclass(MissingExtraError, ImportError)


def test_everything_else_without_hypothesis() -> None:
    """Nothing else needs Hypothesis."""
    blocked = "import sys; sys.modules['hypothesis'] = None"
    code = f"{blocked}; import articleparse as ap; print(ap.parse('# Rain').headline.text)"
    assert run_python("-c", code).stdout == b"Rain\n"
