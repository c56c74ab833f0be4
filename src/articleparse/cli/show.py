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
  articleparse show page.txt --furniture  menus, buttons and teasers too, block by block
  articleparse show page.txt --all        every node, down to the text
  articleparse show page.txt | less -R    the same, page by page

The number before a node is the line of the dump on which it begins. Furniture, what is not the story, is dim, and where
there is much of it, it is folded to a line.
"""


@click.command("show", short_help="Show the tree of a dump, for a person to read.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("-a", "--all", "everything", is_flag=True, help="Show every node: text, emphasis and breaks too.")
@click.option("-f", "--furniture", is_flag=True, help="Show furniture block by block, not folded.")
@reading_options
def command(file: str, everything: bool, furniture: bool, options: Options) -> None:
    """Show the tree of a dump, for a person to read.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    data, name = read_dump(file, "show")
    article = parse_bytes(data, name=name, options=options)
    print_rich(draw(article, columns(), everything=everything, unfolded=furniture))
