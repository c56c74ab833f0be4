"""`articleparse schema`."""

from __future__ import annotations

import json

import click

from articleparse.cli.streams import write_stdout
from articleparse.codec.schema import json_schema, relaxng


@click.command("schema", short_help="Print the schema of the JSON or the XML format.")
@click.argument("format_name", metavar="json|xml", type=click.Choice(["json", "xml"]))
def command(format_name: str) -> None:
    """Print the schema of the JSON format (JSON Schema) or of the XML format (RELAX NG, XML syntax)."""
    if format_name == "json":
        write_stdout(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    else:
        write_stdout(relaxng().rstrip() + "\n")
