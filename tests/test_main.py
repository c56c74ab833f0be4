"""The package as a program."""

from __future__ import annotations

from tests.support.processes import run_python


def test_module_is_the_command() -> None:
    """`python -m articleparse` is the command."""
    assert run_python("-m", "articleparse", "convert", "--to", "text", "-", data=b"# A\n").stdout
