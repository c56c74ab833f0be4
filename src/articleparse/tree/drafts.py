"""Drafts: nodes without spans, laid out as an article in a source of their own.

Readers of formats that hold no spans, and the strategies, say what there is as drafts; `compose` writes its words
down, a blank line between blocks, and gives every node its span there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from articleparse.source import Span
from articleparse.tree.article import Article, Back, Body, Front, Meta
from articleparse.tree.base import Node
from articleparse.tree.inline import LineBreak, Text


@attrs.frozen
class Draft:
    """A node without its span: its class, what is in it (a str is a `Text`), and its own fields."""

    kind: type[Node]
    parts: tuple[Draft | str, ...] = ()
    fields: dict[str, Any] = attrs.field(factory=dict)


def draft(kind: type[Node], /, *parts: Draft | str, **fields: Any) -> Draft:
    """Return a draft of class `kind`; empty texts are left out.

    >>> from articleparse.tree import Paragraph
    >>> draft(Paragraph, "It ", "", "rained.").parts
    ('It ', 'rained.')
    """
    return Draft(kind, tuple(part for part in parts if part != ""), fields)


def compose(front: Iterable[Draft], body: Iterable[Draft], back: Iterable[Draft], meta: Meta) -> Article:
    r"""Return the article whose three parts hold these drafts, with the source that their words make.

    >>> from articleparse.tree import Headline, Paragraph, Section
    >>> article = compose([draft(Headline, "Rain")], [draft(Section, draft(Paragraph, "It came."))], [], Meta())
    >>> article.source, article.headline.span
    ('Rain\n\nIt came.\n\n', Span(start=0, end=4))
    """
    parts = [Draft(kind, tuple(blocks)) for kind, blocks in ((Front, front), (Body, body), (Back, back))]
    layout = _Layout()
    children = tuple(layout.node(part) for part in parts)
    source = "".join(layout.pieces)
    return Article(Span(0, len(source)), children, meta, source=source)


@attrs.define
class _Open:
    """A node whose parts are being laid out."""

    draft: Draft
    start: int
    pending: list[Draft | str]  # last first
    children: list[Node] = attrs.field(factory=list)


class _Layout:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.position = 0

    def node(self, root: Draft) -> Node:
        """The node of `root`, its words appended to the source."""
        stack = [self._open(root)]
        while True:
            top = stack[-1]
            if top.pending:
                part = top.pending.pop()
                if isinstance(part, str):
                    top.children.append(Text(self._append(part), part))
                else:
                    stack.append(self._open(part))
                continue
            node = self._close(stack.pop())
            if not stack:
                return node
            stack[-1].children.append(node)

    def _open(self, opened: Draft) -> _Open:
        if not opened.kind.inline and self.pieces and not self.pieces[-1].endswith("\n"):
            self._append("\n\n")
        return _Open(opened, self.position, [*reversed(opened.parts)])

    def _close(self, closed: _Open) -> Node:
        kind = closed.draft.kind
        if kind is LineBreak:
            self._append("\n")
        self._append(closed.draft.fields.get("text", ""))
        end = self.position
        if not kind.inline and end > closed.start and not self.pieces[-1].endswith("\n\n"):
            self._append("\n\n")
        held = {"children": tuple(closed.children)} if closed.children else {}
        return kind(Span(closed.start, end), **held, **closed.draft.fields)

    def _append(self, text: str) -> Span:
        start = self.position
        if text:
            self.pieces.append(text)
            self.position += len(text)
        return Span(start, self.position)
