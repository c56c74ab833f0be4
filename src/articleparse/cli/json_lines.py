"""JSON Lines as input: an article a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import BinaryIO

import attrs

from articleparse.cli.inputs import LARGEST, Input
from articleparse.cli.streams import open_stdin


def articles_in(source: Input) -> Iterator[Input]:
    """An input for each line of `source` that is not blank, read one by one; `source` itself where it has no lines.

    So does one that can't be read: whoever reads it finds the reason. Raises click.ClickException for standard input.
    """
    if not source.has_lines:
        yield source
        return
    try:
        with nullcontext(open_stdin()) if source.path is None else source.path.open("rb") as stream:
            for number, line in _lines(stream):
                below = source.below.with_suffix("") / f"{number:06}"
                yield attrs.evolve(source, below=below, data=line, line=number, has_lines=False)
    except OSError:
        yield source


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1; of one that is too large, enough to tell."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if line.strip():
            yield number, line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)
