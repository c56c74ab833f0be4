"""What becomes of each rule of `article.lark`: a function from the values of its parts to a node."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import attrs

from articleparse.article import dress
from articleparse.article.kicker import part_kicker
from articleparse.article.letters import Letter, opens_entry
from articleparse.blocks import Unit
from articleparse.fields.line import FieldReader
from articleparse.grammar import Actions
from articleparse.roles import Role
from articleparse.source import Span
from articleparse.tree import (
    Advertisement,
    Answer,
    AuthorBio,
    Block,
    Byline,
    Caption,
    Comments,
    Consent,
    Control,
    Copyright,
    Correction,
    CreditLine,
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
    Paragraph,
    Promotion,
    PullQuote,
    Question,
    Quotation,
    Related,
    Section,
    Separator,
    Tags,
    TimestampLine,
    UnknownFurniture,
)

Values = list[Any]
J = TypeVar("J", bound=Block)


def content(unit: Unit) -> tuple[Node, ...]:
    """What a node of one line holds: the line's inline nodes, or the block itself where it is a list, a table ..."""
    return unit.node.children if isinstance(unit.node, (Heading, Paragraph)) else (unit.node,)


def spanning(nodes: tuple[Node, ...]) -> Span:
    """From the start of the first node to the end of the last."""
    return Span(nodes[0].span.start, nodes[-1].span.end)


def _units(values: Values) -> list[Unit]:
    """The blocks among the letters, zero-width letters left out."""
    return [letter.unit for letter in values if letter.unit is not None]


def _least(values: Values) -> float | None:
    """The confidence of the least sure of the letters; None where none has any."""
    return min([letter.confidence for letter in values if letter.confidence is not None], default=None)


def _line(make: type[J], values: Values) -> J:
    """A node from one block, holding its line."""
    (letter,) = values
    return make(letter.unit.node.span, content(letter.unit), confidence=letter.confidence)


def _run(make: type[J], values: Values) -> J:
    """A node around one or several blocks."""
    nodes = tuple(unit.node for unit in _units(values))
    return make(spanning(nodes), nodes, confidence=_least(values))


def _live_entry(values: Values, reader: FieldReader) -> LiveEntry:
    """An entry with its time carved in, if it begins with one."""
    entry = _run(LiveEntry, values)
    if not opens_entry(values[0].unit, Role.LIVE_ENTRY):
        return entry
    time, *others = entry.children
    line = dress.timestamps(TimestampLine(time.span, time.children, confidence=entry.confidence), reader)
    return attrs.evolve(entry, children=(line, *others))


def _line_or_run(make: type[J], values: Values) -> J:
    """A node that holds the line of its block, or its blocks where there are several."""
    letters = [letter for letter in values if letter.unit is not None]
    return _line(make, letters) if len(letters) == 1 else _run(make, letters)


def _raw(values: Values) -> Node:
    """The block as the syntax has it."""
    (letter,) = values
    node: Node = attrs.evolve(letter.unit.node, confidence=letter.confidence)
    return node


def _crosshead(values: Values) -> Heading:
    (letter,) = values
    node = letter.unit.node
    level = node.level if isinstance(node, Heading) else 0
    return Heading(node.span, node.children, level, confidence=letter.confidence)


def _quotation(values: Values) -> Quotation:
    (letter,) = values
    node = letter.unit.node
    return Quotation(node.span, node.children if isinstance(node, Quotation) else (node,), confidence=letter.confidence)


def _separator(values: Values) -> Separator:
    (letter,) = values
    return Separator(letter.unit.node.span, confidence=letter.confidence)


def _paragraph(values: Values) -> Paragraph:
    """One paragraph; of several pieces where letters say CUT, with the furniture between them in its place."""
    if len(values) == 1:
        (letter,) = values
        return Paragraph(letter.unit.node.span, letter.unit.node.children, confidence=letter.confidence)
    pieces: list[Span] = []
    children: list[Node] = []
    for value in values:
        if not isinstance(value, Letter):
            children.append(value)
        elif value.unit is not None:
            pieces.append(value.unit.node.span)
            children.extend(value.unit.node.children)
    letters = [value for value in values if isinstance(value, Letter)]
    return Paragraph(Span(pieces[0].start, pieces[-1].end), tuple(children), tuple(pieces), confidence=_least(letters))


def _figure(values: Values, reader: FieldReader) -> Node:
    """A caption or a credit alone is just that; with a picture, or with what adjoins, it is a figure."""
    parts: list[Node] = []
    for letter in values:
        if letter.type == "CAPTION":
            parts.append(dress.caption(_line(Caption, [letter]), reader))
        elif letter.type == "CREDIT":
            parts.append(dress.credits_line(_line(CreditLine, [letter]), reader))
        elif letter.unit is not None:
            parts.append(letter.unit.node)
    nodes = tuple(parts)
    alone = len(nodes) == 1 and isinstance(nodes[0], (Caption, CreditLine))
    if alone and not any(isinstance(child, Image) for child in nodes[0].children):
        return nodes[0]
    return Figure(spanning(nodes), nodes, confidence=_least(values))


def _blocks(values: Values) -> Values:
    """The blocks of a part; a line with kicker and headline has become two, wherever it stands."""
    return [node for value in values for node in (value if isinstance(value, list) else [value])]


def _section(values: Values) -> Section:
    nodes = tuple(_blocks(values))
    return Section(spanning(nodes), nodes, nodes[0].level)


def _lead(values: Values, reader: FieldReader) -> Section:
    """The section before the first crosshead, which may begin with a dateline."""
    nodes = dress.opening(tuple(_blocks(values)), reader)
    return Section(spanning(nodes), nodes)


def _body(values: Values) -> Values:
    return [value for value in values if isinstance(value, Section)]


_LINES: dict[str, type[Block]] = {
    "kicker": Kicker,
    "deck": Deck,
    "pull_quote": PullQuote,
    "embed": Embed,
    "author_bio": AuthorBio,
    "correction": Correction,
    "copyright": Copyright,
}
_RUNS: dict[str, type[Block]] = {
    "fact_box": FactBox,
    "question": Question,
    "answer": Answer,
    "related": Related,
    "promotion": Promotion,
    "navigation": Navigation,
    "advertisement": Advertisement,
    "comments": Comments,
    "consent": Consent,
    "unknown_furniture": UnknownFurniture,
}


def actions(start: Callable[[Values], Any]) -> Actions:
    """The actions of all rules; `start` makes the whole from the lists of the nodes of front, body and back.

    Each takes the values of the rule's parts and the reader of the fields of lines.
    """
    return {
        **{rule: _plain(partial(_line, kind)) for rule, kind in _LINES.items()},
        **{rule: _plain(partial(_run, kind)) for rule, kind in _RUNS.items()},
        "highlights": _plain(partial(_line_or_run, Highlights)),
        "tags": _plain(partial(_line_or_run, Tags)),
        "headline": lambda values, _: part_kicker(_line(Headline, values)),
        "byline": lambda values, reader: dress.byline(_line_or_run(Byline, values), reader),
        "live_entry": _live_entry,
        "timestamp_line": lambda values, reader: dress.timestamps(_line(TimestampLine, values), reader),
        "control": lambda values, reader: dress.control(_run(Control, values), reader),
        "item_list": _plain(_raw),
        "table": _plain(_raw),
        "code_block": _plain(_raw),
        "crosshead": _plain(_crosshead),
        "quotation": _plain(_quotation),
        "separator": _plain(_separator),
        "paragraph": _plain(_paragraph),
        "figure": _figure,
        "lead": _lead,
        "section": _plain(_section),
        "front": _plain(_blocks),
        "body": _plain(_body),
        "back": _plain(_blocks),
        "start": _plain(start),
    }


def _plain(action: Callable[[Values], Any]) -> Callable[[Values, FieldReader], Any]:
    """`action` for a rule whose node has no fields to read."""
    return lambda values, _: action(values)
