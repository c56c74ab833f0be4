"""The syntax stages in order, from text to units, with everything that they hand on."""

from __future__ import annotations

from pathlib import Path

import attrs

from articleparse.blocks import RawBlock, Unit, read_blocks
from articleparse.diagnostics import Diagnostic, Diagnostics
from articleparse.dialect import DIALECTS, Dialect, detect_dialect
from articleparse.inline import read_units
from articleparse.lines import Line, read_lines
from articleparse.source import Source

DUMPS = Path(__file__).parents[1] / "fixtures" / "dialects"
"""One invented page as thirty settings of converters dump it."""

MARKDOWN = DIALECTS["unknown"]
"""Plain Markdown that no converter has wrapped."""


@attrs.frozen
class Syntax:
    """What the syntax stages make of one text."""

    source: Source
    lines: list[Line]  # by their own looks, before their neighbours corrected them
    dialect: Dialect
    blocks: list[RawBlock]
    units: list[Unit]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics, in order."""
        return [found.code for found in self.diagnostics]


def read(text: str, dialect: Dialect | str | None = MARKDOWN) -> Syntax:
    """Run the syntax stages over `text`.

    `dialect` is used as it is, or by its name with its wrapping measured; None has it recognised.
    """
    source = Source(text)
    diagnostics = Diagnostics()
    lines = read_lines(source, diagnostics)
    known = dialect if isinstance(dialect, Dialect) else detect_dialect(source, lines, dialect)
    blocks = read_blocks(source, lines, known, diagnostics)
    units = read_units(source, blocks, known, diagnostics)
    return Syntax(source, lines, known, blocks, units, diagnostics.sorted())


def read_dump(name: str) -> Syntax:
    """Run the syntax stages over one of the dumps, its dialect recognised."""
    return read((DUMPS / f"{name}.txt").read_text(encoding="utf-8"), None)
