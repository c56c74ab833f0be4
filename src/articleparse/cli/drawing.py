"""The drawing of a tree in colour, cut at the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from articleparse.tree import Article
from articleparse.tree.drawing import Part, draw_tree

_STYLES: dict[Part, str] = {
    "place": "",
    "heading": "bold magenta",
    "furniture": "yellow",
    "inline": "green",
    "block": "bold cyan",
    "detail": "dim",
    "text": "",
}


def draw(article: Article, width: int, *, everything: bool = False, unfolded: bool = False) -> Iterator[Text]:
    """The lines of `article.draw()`, in colour, cut at `width` columns."""
    yield Text(article.summary, style="dim")
    tree = draw_tree(article, article.source or "", everything=everything, unfolded=unfolded, max_indent=2 * width)
    for line in tree:
        drawn = Text(style="dim" if line.is_dim else "")
        for text, part in line.parts:
            drawn.append(text, style=_STYLES[part])
        drawn.truncate(width, overflow="ellipsis")
        yield drawn
