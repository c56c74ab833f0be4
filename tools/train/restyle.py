"""Real pages as other converters dump them: text browsers, text without marks, one line after the other.

The corpus has a page in six dialects. Here its blocks are written anew in styles that it lacks, so that roles are
learnt from real pages in these styles too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from random import Random
from textwrap import wrap

import attrs

from articleparse.blocks import Unit, UnitKind
from articleparse.tree import Heading, Link, Node


@attrs.frozen
class Style:
    """How a converter writes text. Measures are in columns."""

    columns: int = 0  # at which lines are broken; 0: never
    indent: int = 0  # of paragraphs
    headings: Sequence[int | None] = (0,)  # indents by level; None: centred
    bullets: Sequence[str] = ("  * ",)
    gap: str = "\n\n"  # between blocks
    numbers_links: bool = False
    splits: bool = False  # whether links and emphasis are lines of their own


STYLES = {
    "lynx": Style(79, 3, (None, 0, 2, 3), ("     * ",), numbers_links=True),
    "links": Style(79, 3, (None, 0, 2, 3), ("     * ", "     • ")),
    "flush": Style(79, bullets=("  • ", "-   ", "* ")),
    "plain": Style(bullets=("  * ", "  • ", "- ", "• ")),
    "tight": Style(bullets=("", "- "), gap="\n"),
    "inscriptis": Style(bullets=("  * ",), gap="\n"),
    "pieces": Style(bullets=("",), gap="\n", splits=True),
}


def restyle(units: Iterable[Unit], style: Style, seed: str) -> str:
    """The blocks as `style` writes them; the same `seed` gives the same choices."""
    bullet = Random(seed).choice(style.bullets)  # noqa: S311
    numbers = count(1)
    blocks = ("\n".join(_lines(unit, style, bullet, numbers)) for unit in units)
    return style.gap.join(block for block in blocks if block.strip()) + "\n"


def _lines(unit: Unit, style: Style, bullet: str, numbers: Iterator[int]) -> list[str]:
    node, indent = unit.node, " " * style.indent
    if unit.kind is UnitKind.RULE:
        return [indent + "_" * 66]
    if unit.kind is UnitKind.CODE:
        return node.text.splitlines()
    if unit.kind in (UnitKind.LIST, UnitKind.TABLE):
        opening = bullet if unit.kind is UnitKind.LIST else indent
        return [line for item in node.children for line in _wrapped(_text(item, style, numbers), style, opening)]
    if style.splits:
        return pieces(node)
    return _wrapped(_text(node, style, numbers), style, _opening(node, style))


def _opening(node: Node, style: Style) -> str | None:
    """What stands before the first line of a heading or a paragraph; None: it is centred."""
    columns = style.headings[min(node.level, len(style.headings)) - 1] if isinstance(node, Heading) else style.indent
    return None if columns is None else " " * columns


def pieces(node: Node) -> list[str]:
    """The texts of a block between the marks in it."""
    found = (" ".join(child.text.split()) for child in node.children)
    return [text for text in found if text]


def _text(node: Node, style: Style, numbers: Iterator[int]) -> str:
    text = " ".join(node.text.split())
    first = node.children[0] if node.children else node
    return f"[{next(numbers)}]{text}" if text and style.numbers_links and isinstance(first, Link) else text


def _wrapped(text: str, style: Style, opening: str | None) -> list[str]:
    if opening is None:
        return [line.center(style.columns).rstrip() for line in wrap(text, style.columns)]
    if not style.columns or not text:
        return [opening + text] if text else []
    return wrap(
        text,
        style.columns,
        initial_indent=opening,
        subsequent_indent=" " * len(opening),
        break_long_words=False,
        break_on_hyphens=False,
    )
