"""`articleparse show`."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO

import click
from rich.console import Console

from articleparse.cli.arguments import dialect_option
from articleparse.cli.colour import wants_colour
from articleparse.cli.drawing import draw
from articleparse.cli.inputs import find_inputs
from articleparse.cli.streams import write_stdout
from articleparse.options import Options
from articleparse.pipeline import parse_bytes

EPILOG = """\
\b
Examples:
  articleparse show page.txt              blocks, names, dates, credits, links
  articleparse show page.txt --all        every node, down to the text
  articleparse show page.txt | less -R    the same, page by page

The number before a node is the line of the dump on which it begins. Furniture, what is not the story, is dim.
"""

_PLAIN_WIDTH = 120
"""Columns where standard output is no terminal."""


@click.command("show", short_help="Show the tree of a dump, for a person to read.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("-a", "--all", "everything", is_flag=True, help="Show every node: text, emphasis and breaks too.")
@dialect_option
def command(file: str, everything: bool, dialect: str | None) -> None:
    """Show the tree of a dump, for a person to read.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    if os.path.isdir(file):
        raise click.UsageError(f"'{file}' is a directory; show takes one dump.")
    source = find_inputs((file,)).found[0]
    try:
        data = source.read()
    except OSError as error:
        raise click.ClickException(f"{source.shown}: {error.strerror}") from error
    article = parse_bytes(data, name=source.name, options=Options(dialect))
    colour = wants_colour()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PLAIN_WIDTH
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False, markup=False, emoji=False
    )
    for line in draw(article, width, everything=everything):
        console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
    write_stdout(out.getvalue())
