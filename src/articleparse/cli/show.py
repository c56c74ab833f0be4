"""`articleparse show`: the tree as lines, each with where a node begins, what it is, and how its text reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs
import click
from rich.text import Text

from articleparse import tree
from articleparse.cli.arguments import read_dump, reading_options
from articleparse.cli.streams import safe_text
from articleparse.cli.terminal import columns, print_drawings
from articleparse.options import Options
from articleparse.pipeline import parse_bytes
from articleparse.source import Source

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

MEANINGFUL = (tree.Author, tree.Credit, tree.Dateline, tree.Timestamp, tree.Link, tree.Image)
"""Inline nodes that have a line of their own; the others get one on demand only."""

FIELDS: dict[type[tree.Node], tuple[str, ...]] = {
    kind: tuple(
        field.name
        for field in attrs.fields(kind)
        if field.name
        not in {"span", "children", "text", "raw", "pieces", "confidence", "meta", "diagnostics", "source"}
    )
    for kind in tree.NODE_TYPES.values()
}
"""The fields of each class that its line names if they hold something. The others are drawn in another way, or are told
by `explain`."""

MAX_TEXT_CHARS = 500
"""Code points of a node's text that are made safe and measured: no terminal is as wide."""

MAX_FURNITURE_LINES = 12
"""Lines of a stretch of furniture that is not folded: the reader is looking for the story."""


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


Stretch = tuple[tree.Node, ...]
"""Pieces of furniture that follow one another and are drawn as one line."""


def draw(article: tree.Article, width: int, *, everything: bool = False, unfolded: bool = False) -> Iterator[Text]:
    """Yield the lines of the drawing: one about the dump as a whole, then one for each node in source order.

    Inline nodes without a meaning of their own are left out unless `everything` is asked for; a long stretch of
    furniture is one line unless it is to be `unfolded`. Lines are cut at `width` columns. No character of the dump that
    could move the cursor of a terminal is among them.
    """
    yield _about(article)
    source = Source(article.source or "")
    digits = len(str(len(source.line_starts)))
    stack: list[tuple[tree.Node | Stretch, int, bool]] = [(article, 0, False)]
    while stack:
        node, depth, dim = stack.pop()
        begin = node[0].span.start if isinstance(node, tuple) else node.span.start
        margin = f"{source.position(begin)[0]:>{digits}} " + "  " * min(depth, width)
        if isinstance(node, tuple):
            yield _folded_line(node, margin, source, width)
            continue
        dim = dim or isinstance(node, tree.Furniture)
        shown = everything or _is_shown(node)
        if shown:
            yield _line(node, margin, dim, width)
        parts = node.children if everything or unfolded or dim else _folded(node.children)
        stack.extend((part, depth + shown, dim) for part in reversed(parts))


def _folded(nodes: Sequence[tree.Node]) -> Sequence[tree.Node | Stretch]:
    """Return `nodes` with each long stretch of furniture as one."""
    found: list[tree.Node | Stretch] = []
    for is_furniture, group in groupby(nodes, lambda node: isinstance(node, tree.Furniture)):
        stretch = tuple(group)
        found += [stretch] if is_furniture and _line_count(stretch) > MAX_FURNITURE_LINES else stretch
    return found


def _line_count(stretch: Stretch) -> int:
    """Return how many lines a stretch has where it is not folded."""
    return sum(_is_shown(part) for node in stretch for part in tree.walk(node))


def _is_shown(node: tree.Node) -> bool:
    return not node.inline or isinstance(node, MEANINGFUL)


def _about(article: tree.Article) -> Text:
    meta = article.meta
    count = len(article.diagnostics)
    parts = (
        f"dialect: {meta.dialect} ({meta.dialect_confidence:.0%})",
        f"language: {meta.language or 'unknown'}",
        f"encoding: {meta.encoding or 'unknown'}",
        f"{count} finding{'' if count == 1 else 's'}",
    )
    return Text(safe_text(" · ".join(parts)), style="dim")


def _folded_line(stretch: Stretch, margin: str, source: Source, width: int) -> Text:
    """Return the line of a stretch: where it ends, and what it is made of."""
    kinds = Counter(node.type for node in stretch)
    what = ", ".join(kind if count == 1 else f"{count} {kind}" for kind, count in kinds.most_common())
    line = Text(margin, style="dim")
    line.append("furniture", style="yellow")
    line.append(f" to line {source.position(stretch[-1].span.end - 1)[0]}: {what}")
    line.truncate(width, overflow="ellipsis")
    return line


def _line(node: tree.Node, margin: str, dim: bool, width: int) -> Text:
    line = Text(margin, style="dim" if dim else "")
    line.append(node.type, style=_style(node))
    if details := _details(node):
        line.append(f" {details}", style="dim")
    if text := _own_text(node)[:MAX_TEXT_CHARS]:
        line.append(f" {safe_text(text)}")
    line.truncate(width, overflow="ellipsis")
    return line


def _own_text(node: tree.Node) -> str:
    """Return the text that stands directly in the node. The blocks in it have lines of their own."""
    if isinstance(node, tree.Paragraph):  # it knows how to join its pieces
        return node.text
    return "".join(child.text for child in node.children if child.inline) if node.children else node.text


def _style(node: tree.Node) -> str:
    if isinstance(node, tree.Headline | tree.Heading):
        return "bold magenta"
    if isinstance(node, tree.Furniture):
        return "yellow"
    return "green" if node.inline else "bold cyan"


def _details(node: tree.Node) -> str:
    """Return the fields of the node that its text does not show, such as the target of a link."""
    values = {name: getattr(node, name) for name in FIELDS[type(node)]}
    told = {name: value for name, value in values.items() if value not in (None, (), "", False, _own_text(node))}
    return " ".join(f"{name}={safe_text(_written(value))}" for name, value in told.items())


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
