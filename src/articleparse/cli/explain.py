"""`articleparse explain`: for each block its role, the runner-up, the margin, and the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
import orjson
from rich import box
from rich.table import Table
from rich.text import Text

from articleparse.cli.arguments import read_dump, reading_options
from articleparse.cli.streams import write_stdout
from articleparse.cli.terminal import print_drawings
from articleparse.options import Options
from articleparse.pipeline import read
from articleparse.roles import Evidence, Explanation, Role
from articleparse.source import Source, Span
from articleparse.tree.drawing import safe_text

EPILOG = """\
\b
Examples:
  articleparse explain page.txt               every block and its role
  articleparse explain page.txt --reasons 9   with more of what decided
  articleparse explain page.txt --json        for other programs

The margin is by how much the network prefers the role to the runner-up; where it is negative, the path decided. A
reason is a feature of the block or a block beside it, with what the margin loses without it. "Sure" is the share of
such judgements that hold; a headline's depends on its best rival as well.
"""

TEXT_WIDTH = 28
"""Columns of the table for the text of a block."""

MAX_TEXT_CHARS = 100
"""Code points of a block that are made safe to print: more than the columns hold, however narrow they are."""

UNSURE_BELOW = 0.5
"""The confidence below which a role is drawn in red: it is more likely wrong than right."""

BIAS = "any"
"""The feature that every block has: it says how frequent a role is, and nothing about the block."""


@click.command("explain", short_help="Tell why each block of a dump was given its role.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: a list with an object for each block.")
@click.option(
    "--reasons", type=click.IntRange(min=0), default=3, show_default=True, help="Reasons that the table names."
)
@reading_options
def explain_command(file: str, as_json: bool, reasons: int, options: Options) -> None:
    """Tell why each block of a dump was given its role.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    data, name = read_dump(file, "explain")
    reading = read(data, name=name, options=options)
    found, source = reading.explain(), Source(reading.article.source or "")
    if as_json:
        # A lone surrogate can't come from bytes, so orjson takes every text.
        write_stdout(orjson.dumps(rows(found, source), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        print_drawings([table(found, source, reasons)])


def rows(found: Iterable[Explanation], source: Source) -> list[dict[str, Any]]:
    """Return a row of plain data for each block.

    Lines count from 1, spans are in code points, `text` is the block as it stands in the dump.
    """
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
    """Return a table with a line for each block, which names the `reasons` strongest reasons for its role.

    Nothing in it can move a terminal's cursor.
    """
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("line", "sure", "margin"):
        drawn.add_column(name, justify="right", no_wrap=True)
    for name in ("role", "runner-up"):
        drawn.add_column(name, no_wrap=True)
    drawn.add_column("text", no_wrap=True, overflow="ellipsis", width=TEXT_WIDTH)
    drawn.add_column("because", ratio=1)
    for one in found:
        drawn.add_row(
            str(_line(source, one.span)),
            Text(f"{one.confidence:.0%}", style="red" if one.confidence < UNSURE_BELOW else ""),
            f"{one.margin:+.1f}",
            Text(one.role, style="bold magenta" if one.role is Role.HEADLINE else "cyan"),
            Text(one.runner_up, style="dim"),
            Text(safe_text(one.span.of(source.text)[:MAX_TEXT_CHARS])),
            Text(_reasons(one, reasons, source), style="dim"),
        )
    return drawn


def _reasons(one: Explanation, count: int, source: Source) -> str:
    """Return why the role was changed, its `count` strongest reasons, one against it that is stronger, the rival."""
    own = [item for item in one.evidence if item.feature != BIAS]
    favouring = [item for item in own if item.weight > 0]
    strongest = favouring[0].weight if favouring else 0
    opposing = [item for item in own if -item.weight > strongest]
    parts = [f"{one.reason} (was {one.path_role})"] if one.path_role is not None else []
    parts += [_weighed(item) for item in favouring[:count]]
    parts += [f"despite {_weighed(item)}" for item in opposing[:1]]
    if one.rival is not None:
        parts.append(f"rival on line {_line(source, one.rival)}")
    return ", ".join(parts)


def _weighed(item: Evidence) -> str:
    return f"{safe_text(item.feature)} {item.weight:+.1f}"


def _line(source: Source, span: Span) -> int:
    return source.position(span.start)[0]
