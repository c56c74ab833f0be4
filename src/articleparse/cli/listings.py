"""`articleparse formats`, `schema` and `dialects`: what the other commands can be told."""

from __future__ import annotations

import json

import click

from articleparse.cli.streams import say, write_stdout
from articleparse.codec.schema import json_schema, relaxng
from articleparse.dialect import DIALECTS
from articleparse.formats import FORMATS, Format, FormatError


@click.command("formats", short_help="List the formats that articles are written in and read from.")
@click.option("--json", "as_json", is_flag=True, help="An array of objects, with the types of nodes that are lost.")
@click.pass_context
def formats_command(ctx: click.Context, as_json: bool) -> None:
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
    rows = json.dumps([_row(entry) for entry in found], indent=2) if as_json else "\n\n".join(map(_paragraph, found))
    write_stdout(rows + "\n")
    ctx.exit(1 if broken else 0)


def _paragraph(entry: Format) -> str:
    several = "several in one file" if entry.write_line else "a file for each article"
    schema = f"; schema {entry.schema}" if entry.schema else ""
    return (
        f"{entry.name} ({entry.suffix}): {entry.description}\n"
        f"  {entry.direction}; {several}{schema}\n"
        f"  loses {entry.losses}"
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


@click.command("schema", short_help="Print the schema of the JSON or the XML format.")
@click.argument("format_name", metavar="json|xml", type=click.Choice(["json", "xml"]))
def schema_command(format_name: str) -> None:
    """Print the schema of the JSON format (JSON Schema) or of the XML format (RELAX NG, XML syntax)."""
    if format_name == "json":
        write_stdout(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    else:
        write_stdout(relaxng().rstrip() + "\n")


@click.command("dialects", short_help="List the converters whose dumps are recognised.")
def dialects_command() -> None:
    """List the converters whose dumps are recognised: on each line the name that --dialect takes, and what it is."""
    width = max(map(len, DIALECTS))
    write_stdout("".join(f"{name:{width}}  {dialect.about}\n" for name, dialect in DIALECTS.items()))
