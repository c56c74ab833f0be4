"""Well-formed trees drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from articleparse.codec.fields import ALLOWED_TYPES, FIELDS, Field
from articleparse.diagnostics import CATALOGUE, Diagnostic
from articleparse.source import Span
from articleparse.tree import ALLOWED, NODE_TYPES, Article, Back, Body, Front, Meta, Node

HARD = "\x00\x0b\x1b\x7f\x85\ud800\udc00\udfff\ufdd0\ufffd\ufffe\uffff\u2028\ufeff\u241b\r\n\t <>&\"'[]|\\*_`#-;0DA.😀é"
"""Characters that some format forbids, changes or reads as a mark."""

hard_text = st.text(st.one_of(st.sampled_from(HARD), st.characters()), max_size=8)
"""Text that is hard to keep."""


class Drawn:
    """Builds a tree and its source at the same time: what is drawn is appended to the source."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.pieces: list[str] = []
        self.position = 0

    def text(self, strategy: st.SearchStrategy[str]) -> None:
        """Append a drawn text."""
        text = self.draw(strategy)
        self.pieces.append(text)
        self.position += len(text)

    def node(self, kind: type[Node], depth: int) -> Node:
        """A node of `kind` whose children go `depth` levels down."""
        start = self.position
        self.text(st.text("\n *#>", max_size=2))  # marks, which are no words
        children: tuple[Node, ...] = ()
        if ALLOWED[kind]:
            children = tuple(self.node(child, depth - 1) for child in self.kinds(kind, depth))
        else:
            self.text(hard_text)
        self.text(st.text("\n ", max_size=1))
        span = Span(start, self.position)
        values = {"children": children} if children else {}
        return kind(span, **values, **self.fields(kind, span))

    def kinds(self, parent: type[Node], depth: int) -> list[type[Node]]:
        """The classes of the children of a `parent`."""
        if depth == 0:
            return []
        names = self.draw(st.lists(st.sampled_from(sorted(ALLOWED_TYPES[parent])), max_size=3))
        return [NODE_TYPES[name] for name in names]

    def fields(self, kind: type[Node], span: Span) -> dict[str, Any]:
        """Values for the scalar fields of a class; some are left at their default."""
        wanted = [field for field in FIELDS[kind] if field.name != "span"]
        return {field.name: self.draw(_values(field, span)) for field in wanted if self.drawn(field)}

    def drawn(self, field: Field) -> bool:
        """Whether a field gets a value other than its default."""
        return field.required or self.draw(st.booleans())


def _values(field: Field, span: Span) -> st.SearchStrategy[Any]:
    of_kind: dict[str, st.SearchStrategy[Any]] = {
        "string": st.sampled_from(field.choices) if field.choices else hard_text,
        "integer": st.integers(-1, 1000),
        "number": st.floats(0, 1),
        "boolean": st.booleans(),
        "strings": st.lists(hard_text, max_size=2).map(tuple),
        "spans": st.just((span, Span(span.end, span.end))),
    }
    return of_kind[field.kind] | st.none() if field.default is None else of_kind[field.kind]


_optional_text = hard_text | st.none()


@st.composite
def articles(draw: Callable[[st.SearchStrategy[Any]], Any], depth: int = 3) -> Article:
    """Well-formed articles with their source, meta data and diagnostics."""
    drawn = Drawn(draw)
    children = tuple(drawn.node(kind, depth) for kind in (Front, Body, Back))
    source = "".join(drawn.pieces)
    meta = draw(st.builds(Meta, _optional_text, hard_text, st.floats(0, 1), _optional_text, _optional_text))
    whole = Span(0, len(source))
    diagnostics = draw(st.lists(st.builds(Diagnostic, st.sampled_from(sorted(CATALOGUE)), st.just(whole), hard_text)))
    return Article(whole, children, meta, tuple(diagnostics), source)


def without_source(article: Article) -> Article:
    """The article without the text of its dump."""
    return attrs.evolve(article, source=None)


def nested(depth: int, kind: type[Node]) -> Article:
    """A headline with `depth` nodes of `kind` in each other."""
    span = Span(0, 1)
    node: Node = NODE_TYPES["text"](span, "x")  # type: ignore[call-arg]
    for _ in range(depth):
        node = kind(span, (node,))  # type: ignore[call-arg]
    headline = NODE_TYPES["headline"](span, (node,))  # type: ignore[call-arg]
    return Article(span, (Front(span, (headline,)),), source="x")
