"""`articleparse show`."""

from __future__ import annotations

import click

from articleparse.cli.arguments import read_dump, reading_options
from articleparse.cli.drawing import draw
from articleparse.cli.printing import columns, print_rich
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


@click.command("show", short_help="Show the tree of a dump, for a person to read.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("-a", "--all", "everything", is_flag=True, help="Show every node: text, emphasis and breaks too.")
@reading_options
def command(file: str, everything: bool, options: Options) -> None:
    """Show the tree of a dump, for a person to read.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    data, name = read_dump(file, "show")
    print_rich(draw(parse_bytes(data, name=name, options=options), columns(), everything=everything))
