"""Drawings on standard output: in colour and as wide as the terminal where it is one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

from articleparse.cli.colour import wants_colour
from articleparse.cli.streams import write_stdout

_PLAIN_WIDTH = 120
"""Columns where standard output is no terminal."""


def columns() -> int:
    """How many columns a drawing has."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _PLAIN_WIDTH


def print_rich(drawings: Iterable[RenderableType]) -> None:
    """Print each of `drawings`, lines that are too long cut off."""
    colour = wants_colour()
    out = StringIO()
    console = Console(
        file=out,
        width=columns(),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for drawing in drawings:
        console.print(drawing, no_wrap=True, overflow="ellipsis", crop=True)
    write_stdout(out.getvalue())
