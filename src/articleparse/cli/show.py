"""`articleparse show`: the tree as lines, each with where a node begins, what it is, and how its text reads."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.text import Text

from articleparse.cli.arguments import read_dump, reading_options
from articleparse.cli.terminal import columns, print_drawings
from articleparse.options import Options
from articleparse.pipeline import parse_bytes
from articleparse.tree import Article
from articleparse.tree.drawing import Part, draw_tree

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

STYLES: dict[Part, str] = {
    "place": "",
    "heading": "bold magenta",
    "furniture": "yellow",
    "inline": "green",
    "block": "bold cyan",
    "detail": "dim",
    "text": "",
}
"""How the parts of a line are drawn."""


@click.command("show", short_help="Show the tree of a dump, for a person to read.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("-a", "--all", "everything", is_flag=True, help="Show every node: text, emphasis and breaks too.")
@click.option("-f", "--furniture", is_flag=True, help="Show furniture block by block, not folded.")
@reading_options
def show_command(file: str, everything: bool, furniture: bool, options: Options) -> None:
    """Show the tree of a dump, for a person to read.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    data, name = read_dump(file, "show")
    article = parse_bytes(data, name=name, options=options)
    print_drawings(draw(article, columns(), everything=everything, unfolded=furniture))


def draw(article: Article, width: int, *, everything: bool = False, unfolded: bool = False) -> Iterator[Text]:
    """Yield the lines of `article.draw()` in colour, each cut at `width` columns."""
    yield Text(article.summary, style="dim")
    for line in draw_tree(
        article, article.source or "", everything=everything, unfolded=unfolded, max_indent=2 * width
    ):
        drawn = Text(style="dim" if line.is_dim else "")
        for text, part in line.parts:
            drawn.append(text, style=STYLES[part])
        drawn.truncate(width, overflow="ellipsis")
        yield drawn
