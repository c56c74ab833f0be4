"""A tree as lines for a person to read: where a node begins, what it is, and how its text reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

import attrs

from articleparse.source import Source
from articleparse.tree.base import Node, walk
from articleparse.tree.blocks import Heading, Headline, Paragraph
from articleparse.tree.furniture import Furniture
from articleparse.tree.inline import Author, Credit, Dateline, Image, Link, Timestamp

Part = Literal["place", "heading", "furniture", "inline", "block", "detail", "text"]
"""What a stretch of a line is: the place, the type of a node by what kind of node it is, its fields, its text."""

_TELLING = (Author, Credit, Dateline, Timestamp, Link, Image)
"""Inline nodes that tell something; the others are shown on demand."""

_LEFT_OUT = {"span", "children", "text", "raw", "pieces", "confidence", "meta", "diagnostics", "source"}
"""Fields that are shown in another way, or by `explain`."""

_MAX_TEXT = 500
"""Code points of a node's text that are made safe: no terminal is as wide."""

_MAX_LINES = 12
"""Furniture of more lines than this is folded: the story is what one looks for."""

_Run = tuple[Node, ...]
"""Furniture that is drawn as one line."""


@attrs.frozen
class DrawnLine:
    """A line of a drawing: stretches of text, each with what it is. `is_dim` in furniture."""

    parts: tuple[tuple[str, Part], ...]
    is_dim: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(text for text, _ in self.parts)


def draw_tree(
    root: Node, source: str, *, everything: bool = False, unfolded: bool = False, max_indent: int = 200
) -> Iterator[DrawnLine]:
    """A line for each node at and below `root`, in source order, behind the number of the line that it begins on.

    Inline nodes without a meaning of their own are left out unless `everything` is asked for; long stretches of
    furniture are one line unless they are to be `unfolded`. Nodes stand two columns further in than their parents, up
    to `max_indent` columns. Nothing of the dump is drawn that could move a terminal's cursor.
    """
    lines = Source(source)
    digits = len(str(len(lines.line_starts)))
    stack: list[tuple[Node | _Run, int, bool]] = [(root, 0, False)]
    while stack:
        node, depth, dim = stack.pop()
        start = node[0].span.start if isinstance(node, tuple) else node.span.start
        place = f"{lines.position(start)[0]:>{digits}} " + " " * min(2 * depth, max_indent)
        if isinstance(node, tuple):
            yield _folded(node, place, lines)
            continue
        dim = dim or isinstance(node, Furniture)
        shown = everything or _is_shown(node)
        if shown:
            yield _line(node, place, dim)
        parts = node.children if everything or unfolded or dim else _in_runs(node.children)
        stack.extend((part, depth + shown, dim) for part in reversed(parts))


def safe_text(text: str) -> str:
    r"""Text of a dump on one line: runs of white space are a space, control and direction characters U+FFFD.

    >>> safe_text("two\n lines \x1b[31m")
    'two lines �[31m'
    """
    return "".join(character if character.isprintable() else "\ufffd" for character in " ".join(text.split()))


def _in_runs(nodes: Sequence[Node]) -> Sequence[Node | _Run]:
    """`nodes`, with long stretches of furniture as one."""
    found: list[Node | _Run] = []
    for is_furniture, group in groupby(nodes, lambda node: isinstance(node, Furniture)):
        run = tuple(group)
        found += [run] if is_furniture and _count_lines(run) > _MAX_LINES else run
    return found


def _count_lines(run: _Run) -> int:
    """How many lines a run has where it is not folded."""
    return sum(_is_shown(part) for node in run for part in walk(node))


def _is_shown(node: Node) -> bool:
    return not node.inline or isinstance(node, _TELLING)


def _folded(run: _Run, place: str, lines: Source) -> DrawnLine:
    """A run's line: where it ends, and what it is made of."""
    kinds = Counter(node.type for node in run)
    what = ", ".join(kind if count == 1 else f"{count} {kind}" for kind, count in kinds.most_common())
    end = lines.position(run[-1].span.end - 1)[0]
    return DrawnLine(((place, "place"), ("furniture", "furniture"), (f" to line {end}: {what}", "text")), is_dim=True)


def _line(node: Node, place: str, dim: bool) -> DrawnLine:
    parts: list[tuple[str, Part]] = [(place, "place"), (node.type, _part(node))]
    if details := _details(node):
        parts.append((f" {details}", "detail"))
    if text := _own_text(node)[:_MAX_TEXT]:
        parts.append((f" {safe_text(text)}", "text"))
    return DrawnLine(tuple(parts), dim)


def _own_text(node: Node) -> str:
    """The text that stands directly in the node: blocks below it have lines of their own."""
    if isinstance(node, Paragraph):  # it knows how to join its pieces
        return node.text
    return "".join(child.text for child in node.children if child.inline) if node.children else node.text


def _part(node: Node) -> Part:
    if isinstance(node, Headline | Heading):
        return "heading"
    if isinstance(node, Furniture):
        return "furniture"
    return "inline" if node.inline else "block"


def _details(node: Node) -> str:
    """The fields of the node itself that its text does not show, such as a link's target."""
    values = {name: getattr(node, name) for name in _fields(type(node))}
    told = {name: value for name, value in values.items() if value not in (None, (), "", False, _own_text(node))}
    return " ".join(f"{name}={safe_text(_written(value))}" for name, value in told.items())


def _fields(kind: type[Node]) -> tuple[str, ...]:
    """The fields that the line of such a node names, where they hold something."""
    return tuple(field.name for field in attrs.fields(kind) if field.name not in _LEFT_OUT)


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
