"""Drawings on standard output and the progress bar on standard error, as wide and colourful as the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from articleparse.cli.streams import wants_colour, write_stdout

PLAIN_WIDTH = 120
"""Columns of a drawing where standard output is no terminal."""


def columns() -> int:
    """Return how many columns a drawing has."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH


def print_drawings(drawings: Iterable[RenderableType]) -> None:
    """Print each of `drawings` on standard output, lines that are too long cut off."""
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


@contextmanager
def progress(total: int | None, *, visible: bool) -> Iterator[Callable[[], None]]:
    """Show a progress bar; what the block gets is to be called after each of `total` dumps (None: unknown).

    Messages appear above the bar. It is drawn only if it is to be `visible` and standard error is a terminal.
    """
    if not visible or not sys.stderr.isatty():
        yield lambda: None
        return
    parts = (TextColumn("Converting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
