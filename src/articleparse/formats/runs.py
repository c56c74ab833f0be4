"""Inline nodes as a flat list of runs, each with its style: the form in which equal texts look equal.

Nested and repeated marks (`**a****b**`, `** a**`) differ in the tree and mean the same; here they are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from typing import NamedTuple

import attrs

from articleparse import tree
from articleparse.source import Span, needs_space
from articleparse.tree import Node


class Style(NamedTuple):
    """What marks surround an run, outermost first."""

    link: tree.Link | None = None
    strong: bool = False
    emphasis: bool = False
    strikethrough: bool = False

    def common(self, other: Style) -> Style:
        """The outermost marks that both have: what is between two runs may stand within these and no others."""
        link = self.link if self.link is other.link else None
        if link is not (self.link or other.link):
            return Style()
        strong = self.strong and other.strong
        if strong != (self.strong or other.strong):
            return Style(link, strong)
        emphasis = self.emphasis and other.emphasis
        strikethrough = emphasis == (self.emphasis or other.emphasis) and self.strikethrough and other.strikethrough
        return Style(link, strong, emphasis, strikethrough)


class Mark(NamedTuple):
    """One of the marks of a style: "link", "strong", "emphasis" or "strikethrough"; of a link, which."""

    name: str
    link: tree.Link | None = None


def marks(style: Style) -> list[Mark]:
    """Return the marks of a style, outermost first."""
    found = [Mark("link", style.link)] if style.link is not None else []
    return found + [Mark(name) for name in ("strong", "emphasis", "strikethrough") if getattr(style, name)]


def shared_marks(opened: Iterable[Mark], wanted: Iterable[Mark]) -> int:
    """Return how many of the open marks, outermost first, can stay open for the wanted ones."""
    pairs = zip(opened, wanted, strict=False)
    return len([*takewhile(lambda pair: pair[0].name == pair[1].name and pair[0].link is pair[1].link, pairs)])


class Run(NamedTuple):
    """Text, or a node that is one thing: code, an image, a line break."""

    text: str | tree.Code | tree.Image | tree.LineBreak
    style: Style

    @property
    def is_blank(self) -> bool:
        """Whether it is white space, which carries no marks of its own."""
        text = self.text
        return isinstance(text, tree.LineBreak) or (
            isinstance(text, str) and text != "" and not text.strip(tree.BLANKS)
        )


_SPACES = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # all but a single space, which stays as it is


def text_runs(nodes: Iterable[Node], base: Style = Style(), *, credits_too: bool = True) -> list[Run]:  # noqa: B008
    """Return the runs of `nodes` and of what is in them. Every run has the marks of `base` beside its own.

    Runs of white space become one space; blocks are parted by one; furniture is left out, and credits on request.
    """
    merged = merge_runs(_collect(nodes, base, credits_too))
    return merge_runs(_restyle_blanks([*_split_ends(merged)]))


def plain_text(found: Iterable[Run]) -> str:
    """Return the text of runs without their marks, a line feed for each line break; images have none."""
    texts = (run.text for run in found)
    return "".join(text if isinstance(text, str) else text.text for text in texts if not isinstance(text, tree.Image))


def _collect(nodes: Iterable[Node], base: Style, credits_too: bool) -> Iterator[Run]:
    stack: list[tuple[Node | Run, Style]] = [(node, base) for node in reversed([*nodes])]
    while stack:
        node, style = stack.pop()
        if isinstance(node, Run):
            yield node
        elif isinstance(node, tree.Text):
            yield Run(_SPACES.sub(" ", node.text), style)
        elif isinstance(node, tree.CodeBlock):  # in a line it is a text
            yield Run(_SPACES.sub(" ", f" {node.text} "), style)
        elif isinstance(node, (tree.Code, tree.Image, tree.LineBreak)):
            if not isinstance(node, tree.Code) or node.text.strip():
                yield Run(node, style)
        elif isinstance(node, tree.Credit):
            if credits_too:
                yield Run(credit_text(node), style)
        elif not isinstance(node, tree.Furniture):
            stack.extend(reversed(_inner(node, style)))


def _inner(node: Node, style: Style) -> list[tuple[Node | Run, Style]]:
    """What is in a node: its children, with its mark; of a link without text, nothing that still is a link."""
    inner = _styled(node, style)
    children: list[tuple[Node | Run, Style]] = [(child, inner) for child in node.children]
    if isinstance(node, tree.Link) and not children and style.link is None:
        return [(Run("", Style(link=inner.link)), inner)]
    if node.inline:
        return children
    edge = (Run(" ", style), style)
    return [edge, *children, edge]


def credit_text(credit: tree.Credit) -> str:
    """Return a credit in its normal form: in parentheses, label and holder where it has a label."""
    text = f"{credit.label}: {credit.holder}" if credit.label and credit.holder else credit.text or credit.holder
    flat = _SPACES.sub(" ", text).strip()
    return flat if flat.startswith("(") and flat.endswith(")") else f"({flat.strip('[]() ')})"


def credit_of(node: Node) -> str | None:
    """Return who the credits in `node` name, or None where there are none."""
    holders = ((credit.holder or credit.text).strip() for credit in tree.find(node, tree.Credit))
    return ", ".join(filter(None, holders)) or None


def _styled(node: Node, style: Style) -> Style:
    if isinstance(node, tree.Link):
        return style._replace(link=style.link or node)
    if isinstance(node, tree.Strong):
        return style._replace(strong=True)
    if isinstance(node, tree.Emphasis):
        return style._replace(emphasis=True)
    return style._replace(strikethrough=True) if isinstance(node, tree.Strikethrough) else style


def merge_runs(parts: Iterable[Run]) -> list[Run]:
    """Return neighbouring texts of one style put together, and so is code; runs of white space made one space."""
    merged: list[Run] = []
    for (kind, style), group in groupby(parts, key=lambda run: (type(run.text), run.style)):
        members = [*group]
        if kind is str:
            merged.append(Run(_SPACES.sub(" ", "".join(str(run.text) for run in members)), style))
        elif kind is tree.Code and len(members) > 1:
            codes = [run.text for run in members if isinstance(run.text, tree.Code)]
            merged.append(Run(attrs.evolve(codes[0], text="".join(code.text for code in codes)), style))
        else:
            merged += members
    return merged


def _split_ends(parts: Iterable[Run]) -> Iterator[Run]:
    """Each text parted into the white space at its ends and what is between."""
    for text, style in parts:
        if not isinstance(text, str) or not text:
            yield Run(text, style)
            continue
        middle = text.strip(tree.BLANKS)
        start = text.find(middle) if middle else len(text)
        pieces = (text[:start], middle, text[start + len(middle) :])
        yield from (Run(piece, style) for piece in pieces if piece)


def _restyle_blanks(parts: list[Run]) -> Iterator[Run]:
    """White space gets the marks that its neighbours share; doubled or at the ends of the whole it is left out."""
    following = [Style()] * len(parts)  # the style of the next run that is not blank
    for index in range(len(parts) - 2, -1, -1):
        after = parts[index + 1]
        following[index] = following[index + 1] if after.is_blank else after.style
    before: Style | None = None  # the style of the last run that was not blank
    waiting: list[Run] = []  # one space or line breaks, yielded if something follows
    for run, after_style in zip(parts, following, strict=True):
        if not run.is_blank:
            yield from waiting
            waiting = []
            yield run
            before = run.style
        elif before is not None:
            blank = Run(run.text, before.common(after_style))
            if not waiting or (isinstance(waiting[0].text, str) and isinstance(run.text, tree.LineBreak)):
                waiting = [blank]
            elif isinstance(run.text, tree.LineBreak):
                waiting.append(blank)


def paragraph_nodes(paragraph: tree.Paragraph) -> list[Node]:
    """Return the inline nodes of a paragraph, with a space where its pieces meet if the script writes spaces."""
    nodes: list[Node] = []
    starts = [piece.start for piece in paragraph.pieces[:0:-1]]
    for child in paragraph.children:
        if not child.inline:
            continue
        if starts and child.span.start >= starts[-1]:
            while starts and child.span.start >= starts[-1]:
                starts.pop()
            if nodes and needs_space(nodes[-1].text, child.text):
                nodes.append(tree.Text(Span(child.span.start, child.span.start), " "))
        nodes.append(child)
    return nodes
