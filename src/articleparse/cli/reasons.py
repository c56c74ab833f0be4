"""Explanations as a table and as data: for each block its role, the runner-up, the margin, and what decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from articleparse.cli.streams import safe_text
from articleparse.roles import Evidence, Explanation, Role
from articleparse.source import Source, Span

_WIDTH = 28
"""Columns of the table that a block's text has."""

_LONGEST = 100
"""Characters of a block that are made safe to print: more than the columns hold, however narrow they are."""

_UNSURE = 0.5


def rows(found: Iterable[Explanation], source: Source) -> list[dict[str, Any]]:
    """A row for each block as plain data: lines count from 1, spans are in code points, `text` is as in the dump."""
    return [
        {
            "line": _line(source, one.span),
            "span": list(one.span),
            "role": one.role,
            "path_role": one.path_role,
            "reason": one.reason or None,
            "zone": one.zone,
            "confidence": one.confidence,
            "runner_up": one.runner_up,
            "margin": round(one.margin, 3),
            "rival_line": None if one.rival is None else _line(source, one.rival),
            "evidence": [{"feature": item.feature, "weight": round(item.weight, 3)} for item in one.evidence],
            "text": one.span.of(source.text),
        }
        for one in found
    ]


def table(found: Iterable[Explanation], source: Source, reasons: int) -> Table:
    """A line for each block, with the `reasons` strongest features for its role.

    Nothing in it can move a terminal's cursor.
    """
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("line", "sure", "margin"):
        drawn.add_column(name, justify="right", no_wrap=True)
    for name in ("role", "runner-up"):
        drawn.add_column(name, no_wrap=True)
    drawn.add_column("text", no_wrap=True, overflow="ellipsis", width=_WIDTH)
    drawn.add_column("because", ratio=1)
    for one in found:
        drawn.add_row(
            str(_line(source, one.span)),
            Text(f"{one.confidence:.0%}", style="red" if one.confidence < _UNSURE else ""),
            f"{one.margin:+.1f}",
            Text(one.role, style="bold magenta" if one.role is Role.HEADLINE else "cyan"),
            Text(one.runner_up, style="dim"),
            Text(safe_text(one.span.of(source.text)[:_LONGEST])),
            Text(_because(one, reasons, source), style="dim"),
        )
    return drawn


_OF_ALL = "any"
"""The feature that every block has: it says how frequent a role is, and nothing about the block."""


def _because(one: Explanation, reasons: int, source: Source) -> str:
    """Tell why the role was changed, the strongest features for it, then one against it that is stronger, the rival."""
    own = [item for item in one.evidence if item.feature != _OF_ALL]
    favouring = [item for item in own if item.weight > 0]
    opposing = [item for item in own if item.weight < 0 and (not favouring or -item.weight > favouring[0].weight)]
    parts = [f"{one.reason} (was {one.path_role})"] if one.path_role is not None else []
    parts += [_weighed(item) for item in favouring[:reasons]]
    parts += [f"despite {_weighed(item)}" for item in opposing[:1]]
    if one.rival is not None:
        parts.append(f"rival on line {_line(source, one.rival)}")
    return ", ".join(parts)


def _weighed(item: Evidence) -> str:
    return f"{safe_text(item.feature)} {item.weight:+.1f}"


def _line(source: Source, span: Span) -> int:
    return source.position(span.start)[0]
