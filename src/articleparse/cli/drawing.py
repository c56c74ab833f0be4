"""A tree as lines: where a node begins, what it is, and how its text reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs
from rich.text import Text

from articleparse.cli.streams import safe_text
from articleparse.source import Source
from articleparse.tree import (
    NODE_TYPES,
    Article,
    Author,
    Credit,
    Dateline,
    Furniture,
    Heading,
    Headline,
    Image,
    Link,
    Node,
    Paragraph,
    Timestamp,
    walk,
)

_TOLD = (Author, Credit, Dateline, Timestamp, Link, Image)
"""Inline nodes that tell something; the others are shown on demand."""

_LEFT_OUT = {"span", "children", "text", "raw", "pieces", "confidence", "meta", "diagnostics", "source"}
"""Fields that are shown in another way, or by `explain`."""
_FIELDS: dict[type[Node], tuple[str, ...]] = {
    kind: tuple(field.name for field in attrs.fields(kind) if field.name not in _LEFT_OUT)
    for kind in NODE_TYPES.values()
}
"""The fields of each class that its line names, where they hold something."""

_LONGEST = 500
"""Characters of a node's text that are made safe and measured: no terminal is as wide."""


_MOST_LINES = 12
"""Furniture of more lines than this is folded: the story is what one looks for."""


def draw(article: Article, width: int, *, everything: bool = False, unfolded: bool = False) -> Iterator[Text]:
    """The lines of the drawing, in source order: first what is known of the whole dump, then a line for each node.

    Inline nodes without a meaning of their own are left out unless `everything` is asked for; long stretches of
    furniture are one line unless they are to be `unfolded`. Lines are to be cut at `width` columns. Nothing of the dump
    reaches the terminal that could move its cursor.
    """
    yield _about(article)
    source = Source(article.source or "")
    digits = len(str(len(source.line_starts)))
    stack: list[tuple[Node | _Run, int, bool]] = [(article, 0, False)]
    while stack:
        node, depth, dim = stack.pop()
        margin = f"{source.position(node[0].span.start if isinstance(node, tuple) else node.span.start)[0]:>{digits}} "
        margin += "  " * min(depth, width)
        if isinstance(node, tuple):
            yield _folded(node, margin, source, width)
            continue
        dim = dim or isinstance(node, Furniture)
        shown = everything or _is_shown(node)
        if shown:
            yield _line(node, margin, dim, width)
        parts = node.children if everything or unfolded or dim else _in_runs(node.children)
        stack.extend((part, depth + shown, dim) for part in reversed(parts))


_Run = tuple[Node, ...]
"""Furniture that is drawn as one line."""


def _in_runs(nodes: Sequence[Node]) -> Sequence[Node | _Run]:
    """`nodes`, with long stretches of furniture as one."""
    found: list[Node | _Run] = []
    for is_furniture, group in groupby(nodes, lambda node: isinstance(node, Furniture)):
        run = tuple(group)
        found += [run] if is_furniture and _lines(run) > _MOST_LINES else run
    return found


def _lines(run: _Run) -> int:
    """How many lines a run has where it is not folded."""
    return sum(_is_shown(part) for node in run for part in walk(node))


def _is_shown(node: Node) -> bool:
    return not node.inline or isinstance(node, _TOLD)


def _folded(run: _Run, margin: str, source: Source, width: int) -> Text:
    """A run's line: where it ends, and what it is made of."""
    kinds = Counter(node.type for node in run)
    what = ", ".join(kind if count == 1 else f"{count} {kind}" for kind, count in kinds.most_common())
    line = Text(margin, style="dim")
    line.append("furniture", style="yellow")
    line.append(f" to line {source.position(run[-1].span.end - 1)[0]}: {what}")
    line.truncate(width, overflow="ellipsis")
    return line


def _about(article: Article) -> Text:
    meta = article.meta
    count = len(article.diagnostics)
    parts = (
        f"dialect: {meta.dialect} ({meta.dialect_confidence:.0%})",
        f"language: {meta.language or 'unknown'}",
        f"encoding: {meta.encoding or 'unknown'}",
        f"{count} finding{'' if count == 1 else 's'}",
    )
    return Text(safe_text(" · ".join(parts)), style="dim")


def _line(node: Node, margin: str, dim: bool, width: int) -> Text:
    line = Text(margin, style="dim" if dim else "")
    line.append(node.type, style=_style(node))
    if details := _details(node):
        line.append(f" {details}", style="dim")
    if text := _own_text(node)[:_LONGEST]:
        line.append(f" {safe_text(text)}")
    line.truncate(width, overflow="ellipsis")
    return line


def _own_text(node: Node) -> str:
    """The text that stands directly in the node: blocks below it have lines of their own."""
    if isinstance(node, Paragraph):  # it knows how to join its pieces
        return node.text
    return "".join(child.text for child in node.children if child.inline) if node.children else node.text


def _style(node: Node) -> str:
    if isinstance(node, Headline | Heading):
        return "bold magenta"
    if isinstance(node, Furniture):
        return "yellow"
    return "green" if node.inline else "bold cyan"


def _details(node: Node) -> str:
    """The fields of the node itself that its text does not show, such as a link's target."""
    values = {name: getattr(node, name) for name in _FIELDS[type(node)]}
    told = {name: value for name, value in values.items() if value not in (None, (), "", False, _own_text(node))}
    return " ".join(f"{name}={safe_text(_written(value))}" for name, value in told.items())


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
