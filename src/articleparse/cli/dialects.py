"""`articleparse dialects`."""

from __future__ import annotations

import click

from articleparse.cli.streams import write_stdout
from articleparse.dialect import DIALECTS


@click.command("dialects", short_help="List the converters whose dumps are recognised.")
def command() -> None:
    """List the converters whose dumps are recognised: on each line the name that --dialect takes, and what it is."""
    width = max(map(len, DIALECTS))
    write_stdout("".join(f"{name:{width}}  {dialect.about}\n" for name, dialect in DIALECTS.items()))
