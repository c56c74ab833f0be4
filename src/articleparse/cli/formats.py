"""`articleparse formats`."""

from __future__ import annotations

import json

import click

from articleparse.cli.streams import say, write_stdout
from articleparse.formats import FORMATS, Format, FormatError


@click.command("formats", short_help="List the formats that articles are written in and read from.")
@click.option("--json", "as_json", is_flag=True, help="An array of objects, with the types of nodes that are lost.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """List the formats that articles are written in and read from, those of other installed packages too.

    Tells of each its name, its suffix, whether it is written or read too, its schema, and what it loses.
    """
    found: list[Format] = []
    broken = False
    for name in FORMATS:
        try:
            found.append(FORMATS[name])
        except FormatError as error:
            broken = True
            say(str(error), "Error")
    write_stdout((json.dumps([_row(entry) for entry in found], indent=2) if as_json else _listing(found)) + "\n")
    ctx.exit(1 if broken else 0)


def _listing(found: list[Format]) -> str:
    return "\n\n".join(
        f"{entry.name} ({entry.suffix}): {entry.description}\n"
        f"  {entry.direction}; {'several in one file' if entry.write_line else 'a file for each article'}"
        f"{f'; schema {entry.schema}' if entry.schema else ''}\n"
        f"  loses {entry.losses}"
        for entry in found
    )


def _row(entry: Format) -> dict[str, object]:
    return {
        "name": entry.name,
        "suffix": entry.suffix,
        "description": entry.description,
        "reads": entry.read is not None,
        "several": entry.write_line is not None,
        "schema": entry.schema,
        "losses": entry.losses,
        "omits": sorted(entry.omits),
        "loses_markup_of": sorted(entry.loses_markup_of),
    }
