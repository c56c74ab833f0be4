"""Where the `.lark` files lie: inside an installed package, or at the top of a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def grammar_names() -> list[str]:
    """The names of all grammars, without `.lark`, sorted."""
    return sorted(entry.name.removesuffix(".lark") for entry in _folder().iterdir() if entry.name.endswith(".lark"))


def grammar_text(name: str) -> str:
    """The text of the grammar `name`. Raises FileNotFoundError where there is none.

    >>> "start" in grammar_text("blocks")
    True
    """
    return (_folder() / f"{name}.lark").read_text(encoding="utf-8")


def _folder() -> Traversable:
    """The package's own folder where the grammars were installed into it, else the checkout's `grammar/`."""
    installed = files(__name__.rpartition(".")[0])
    if any(entry.name.endswith(".lark") for entry in installed.iterdir()):
        return installed
    return Path(__file__).parents[3] / "grammar"
