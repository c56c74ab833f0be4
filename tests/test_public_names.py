"""The names that users rely on. `__init__.pyi` is the one list of them: a name there is a promise to keep it."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import articleparse

PACKAGES = ("source", "diagnostics", "tree", "grammar", "dialect", "blocks", "inline", "roles", "article")


def test_public_names() -> None:
    """The package has the names of its stub, and shows no others."""
    assert "parse" in articleparse.__all__
    assert dir(articleparse) == articleparse.__all__ == sorted(set(articleparse.__all__))


@pytest.mark.parametrize("name", articleparse.__all__)
def test_documented(name: str) -> None:
    """Every public name is there, and every class and function tells what it is for."""
    value = getattr(articleparse, name)
    assert not callable(value) or value.__doc__


def test_submodule() -> None:
    """The classes of nodes are in a submodule, which needs no import of its own."""
    code = "import articleparse as ap; print(ap.tree.Headline.__name__)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"Headline\n"


def test_unknown_name() -> None:
    """A name that the package hasn't is an error as usual."""
    with pytest.raises(AttributeError, match="nothing"):
        getattr(articleparse, "nothing")  # noqa: B009  # which type checkers would refuse


@pytest.mark.parametrize("package", PACKAGES)
def test_names_of_packages(package: str) -> None:
    """What a package lists, it has, in order and once."""
    module = importlib.import_module(f"articleparse.{package}")
    assert all(hasattr(module, name) for name in module.__all__)
    assert sorted(set(module.__all__)) == sorted(module.__all__)


def test_no_function_hides_a_module() -> None:
    """What a package of the public ones lists has not the name of one of its modules."""
    for package in ("tree", "strategies"):
        module = importlib.import_module(f"articleparse.{package}")
        names = {info.name for info in pkgutil.iter_modules(module.__path__)}
        assert names & set(module.__all__) == set()


def test_import_is_light() -> None:
    """To import the package loads none of what only a parse needs."""
    heavy = {"attrs", "lark", "lxml", "charset_normalizer", "hypothesis"}
    code = f"import sys, articleparse; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
