"""Tables as a converter writes them."""

from __future__ import annotations

from itertools import zip_longest

from articleparse.strategies.dumps.inline import InlineWriter
from articleparse.tree import Table


def table_lines(table: Table, inline: InlineWriter) -> list[str]:
    """A line a row, and perhaps a rule below the first."""
    rows = [[inline.text(cell.children, line_break=" ") for cell in row.children] for row in table.children]
    form = inline.habit.tables
    if form == "tabs":
        return ["\t\t".join(row) for row in rows]
    if form == "columns":
        return _columns(rows)
    if form == "open":
        lines = ["| ".join(row) + "  " for row in rows]
        return [*lines[:1], "|".join(["---"] * len(rows[0] if rows else [])), *lines[1:]]
    lines = [f"| {' | '.join(row)} |{inline.habit.row_end}" for row in rows]
    return [*lines[:1], "|" + " --- |" * len(rows[0] if rows else []), *lines[1:]]


def _columns(rows: list[list[str]]) -> list[str]:
    """Cells padded to the width of their column, two blanks between."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]
