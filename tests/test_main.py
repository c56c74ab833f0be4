"""The package as a program."""

from __future__ import annotations

import subprocess
import sys


def test_module_is_the_command() -> None:
    """`python -m articleparse` is the command."""
    command = [sys.executable, "-m", "articleparse", "convert", "--to", "text", "-"]
    done = subprocess.run(command, input=b"# A\n", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
