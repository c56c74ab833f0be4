"""Blocks as the syntax stages make them, from a few words."""

from __future__ import annotations

from articleparse.blocks import Unit, UnitKind
from articleparse.source import Span
from articleparse.tree import Heading, Item, ItemList, Link, Node, Paragraph, Separator, Strong, Text

Line = str | tuple[str, str]


class Page:
    """Writes a page block by block; `text` is its source and `units` its blocks."""

    def __init__(self) -> None:
        self.text = ""
        self.units: list[Unit] = []

    def line(self, text: str, *, linked: bool = False, bold: bool = False) -> Page:
        """A paragraph, wholly under a link or bold or not at all."""
        span, inline = self._write(text), self._inline(text, linked=linked)
        self._add(UnitKind.PARAGRAPH, Paragraph(span, (Strong(span, inline),) if bold else inline))
        return self

    def heading(self, text: str, level: int = 1) -> Page:
        """A heading of `level`."""
        self._add(UnitKind.HEADING, Heading(self._write(text), self._inline(text), level))
        return self

    def items(self, *texts: str, linked: bool = False) -> Page:
        """A list with an item for each text."""
        items = tuple(Item(self._write(text), self._inline(text, linked=linked)) for text in texts)
        self._add(UnitKind.LIST, ItemList(Span(items[0].span.start, items[-1].span.end), items))
        return self

    def rule(self) -> Page:
        """A rule."""
        self._add(UnitKind.RULE, Separator(self._write("* * *")))
        return self

    def field(self, key: str, value: str) -> Page:
        """A line of a header."""
        self._add(UnitKind.FIELD, Paragraph(self._write(value), self._inline(value)), key)
        return self

    def _add(self, kind: UnitKind, node: Node, key: str = "") -> None:
        self.units.append(Unit(kind, node, key))

    def _write(self, text: str) -> Span:
        start = len(self.text)
        self.text += text + "\n"
        return Span(start, start + len(text))

    def _inline(self, text: str, *, linked: bool = False) -> tuple[Node, ...]:
        span = Span(len(self.text) - len(text) - 1, len(self.text) - 1)
        node = Text(span, text)
        return (Link(span, (node,)),) if linked else (node,)


PROSE = (
    "The council met on Monday to talk about the old bridge, closed since spring. Nobody knew when it would open.",
    "Shopkeepers on the far side of the river say that they have lost a third of their customers since then.",
    "An engineer told the meeting that two of the six piers need to be rebuilt, and that this would take a year.",
)
"""Three paragraphs as stories have them."""


def story() -> Page:
    """A page of a headline, a byline and three paragraphs, with a menu above and links below."""
    page = Page().items("Home", "World", "Sport", linked=True)
    page.heading("Bridge over the river stays closed for another year").line("By Jane Doe and John Roe")
    for text in PROSE:
        page.line(text)
    return page.heading("Related stories", 3).items("Ferry to run on Sundays", "Mayor to resign", linked=True)
