"""The progress bar: on standard error, and only where a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def progress(total: int | None, *, visible: bool) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` dumps (None: unknown). Messages appear above the bar."""
    if not visible or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("Converting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
