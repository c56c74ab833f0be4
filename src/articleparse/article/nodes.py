"""What becomes of each rule of `article.lark`: a function from the values of its parts to a node."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from articleparse.article import dress
from articleparse.article.kicker import part_kicker
from articleparse.article.letters import Letter
from articleparse.blocks import Unit
from articleparse.grammar import Actions
from articleparse.source import Span
from articleparse.tree import (
    Advertisement,
    Answer,
    AuthorBio,
    Branch,
    Byline,
    Caption,
    Comments,
    Consent,
    Copyright,
    Correction,
    Credits,
    Deck,
    Embed,
    FactBox,
    Figure,
    Heading,
    Headline,
    Highlights,
    Image,
    Kicker,
    LiveEntry,
    Navigation,
    Node,
    Other,
    Paragraph,
    Promotion,
    PullQuote,
    Question,
    Quotation,
    Related,
    Section,
    Separator,
    Tags,
)

Values = list[Any]
B = TypeVar("B", bound=Branch)


def content(unit: Unit) -> tuple[Node, ...]:
    """What a node of one line holds: the line's inline nodes, or the block itself where it is a list, a table ..."""
    return unit.node.children if isinstance(unit.node, (Heading, Paragraph)) else (unit.node,)


def spanning(nodes: tuple[Node, ...]) -> Span:
    """From the start of the first node to the end of the last."""
    return Span(nodes[0].span.start, nodes[-1].span.end)


def _units(values: Values) -> list[Unit]:
    """The blocks among the letters, zero-width letters left out."""
    return [letter.unit for letter in values if letter.unit is not None]


def _line(make: type[B], values: Values) -> B:
    """A node from one block, holding its line."""
    (letter,) = values
    return make(letter.unit.node.span, content(letter.unit))


def _run(make: type[B], values: Values) -> B:
    """A node around one or several blocks."""
    nodes = tuple(unit.node for unit in _units(values))
    return make(spanning(nodes), nodes)


def _line_or_run(make: type[B], values: Values) -> B:
    """A node that holds the line of its block, or its blocks where there are several."""
    units = _units(values)
    return make(units[0].node.span, content(units[0])) if len(units) == 1 else _run(make, values)


def _raw(values: Values) -> Node:
    """The block as the syntax has it."""
    (letter,) = values
    node: Node = letter.unit.node
    return node


def _crosshead(values: Values) -> Heading:
    node = _raw(values)
    return node if isinstance(node, Heading) else Heading(node.span, node.children)


def _quotation(values: Values) -> Quotation:
    node = _raw(values)
    return node if isinstance(node, Quotation) else Quotation(node.span, (node,))


def _separator(values: Values) -> Separator:
    return Separator(_raw(values).span)


def _paragraph(values: Values) -> Paragraph:
    """One paragraph; of several pieces where letters say CUT, with the furniture between them in its place."""
    if len(values) == 1:
        node = _raw(values)
        return node if isinstance(node, Paragraph) else Paragraph(node.span, node.children)
    pieces: list[Span] = []
    children: list[Node] = []
    for value in values:
        if not isinstance(value, Letter):
            children.append(value)
        elif value.unit is not None:
            pieces.append(value.unit.node.span)
            children.extend(value.unit.node.children)
    return Paragraph(Span(pieces[0].start, pieces[-1].end), tuple(children), tuple(pieces))


def _figure(values: Values) -> Node:
    """A caption or a credit alone is just that; with a picture, or with what adjoins, it is a figure."""
    parts: list[Node] = []
    for letter in values:
        if letter.type == "CAPTION":
            parts.append(dress.caption(letter.unit.node.span, content(letter.unit)))
        elif letter.type == "CREDIT":
            parts.append(dress.credits_line(letter.unit.node.span, content(letter.unit)))
        elif letter.unit is not None:
            parts.append(letter.unit.node)
    nodes = tuple(parts)
    alone = len(nodes) == 1 and isinstance(nodes[0], (Caption, Credits))
    if alone and not any(isinstance(child, Image) for child in nodes[0].children):
        return nodes[0]
    return Figure(spanning(nodes), nodes)


def _section(values: Values) -> Section:
    nodes = tuple(values)
    level = nodes[0].level if isinstance(nodes[0], Heading) else 0
    return Section(spanning(nodes), nodes, level)


def _lead(values: Values) -> Section:
    """The section before the first crosshead, which may begin with a dateline."""
    nodes = dress.opening(tuple(values))
    return Section(spanning(nodes), nodes)


def _front(values: Values) -> Values:
    """The blocks of the front; a line with kicker and headline has become two."""
    return [node for value in values for node in (value if isinstance(value, list) else [value])]


def _body(values: Values) -> Values:
    return [value for value in values if isinstance(value, Section)]


_LINES: dict[str, type[Branch]] = {
    "kicker": Kicker,
    "deck": Deck,
    "pull_quote": PullQuote,
    "embed": Embed,
    "live_entry": LiveEntry,
    "question": Question,
    "answer": Answer,
    "author_bio": AuthorBio,
    "correction": Correction,
    "copyright": Copyright,
}
_RUNS: dict[str, type[Branch]] = {
    "fact_box": FactBox,
    "related": Related,
    "promotion": Promotion,
    "navigation": Navigation,
    "advertisement": Advertisement,
    "comments": Comments,
    "consent": Consent,
    "other": Other,
}


def actions(start: Callable[[Values], Any]) -> Actions:
    """The actions of all rules; `start` makes the whole from the lists of the nodes of front, body and back."""
    return {
        **{rule: partial(_line, kind) for rule, kind in _LINES.items()},
        **{rule: partial(_run, kind) for rule, kind in _RUNS.items()},
        "highlights": partial(_line_or_run, Highlights),
        "tags": partial(_line_or_run, Tags),
        "headline": lambda values: part_kicker(_line(Headline, values)),
        "byline": lambda values: dress.byline(_line_or_run(Byline, values)),
        "timestamps": lambda values: dress.timestamps(_raw(values).span, content(values[0].unit)),
        "control": lambda values: dress.control(_raw(values)),
        "item_list": _raw,
        "table": _raw,
        "code_block": _raw,
        "crosshead": _crosshead,
        "quotation": _quotation,
        "separator": _separator,
        "paragraph": _paragraph,
        "figure": _figure,
        "lead": _lead,
        "section": _section,
        "front": _front,
        "body": _body,
        "back": list,
        "start": start,
    }
