"""What becomes of each rule of `article.lark`: a function from the values of its parts to a node."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import attrs

from articleparse import tree
from articleparse.article.annotate import (
    annotate,
    byline_annotations,
    credit_annotation,
    dateline_annotation,
    timestamp_annotation,
)
from articleparse.article.attribution import LINES, lines_of, story_bylines
from articleparse.article.caption_controls import with_control
from articleparse.article.kicker import split_kicker
from articleparse.article.tokens import Token, opens_entry
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.fields.credit import CreditField
from articleparse.fields.line import FieldReader
from articleparse.grammar import Actions
from articleparse.source import Span
from articleparse.tree import Block, Node
from articleparse.tree.rebuild import rebuild

Values = list[Any]
"""The values of a rule's parts: tokens, nodes, and lists of nodes where a line became two."""

Nodes = tuple[Node, ...]
B = TypeVar("B", bound=Block)


@attrs.frozen
class Context:
    """What the actions of one parse need beside the values."""

    reader: FieldReader
    diagnostics: Diagnostics


def spanning(nodes: Nodes) -> Span:
    """Return the span from the start of the first node to the end of the last."""
    return Span(nodes[0].span.start, nodes[-1].span.end)


def _content(unit: Unit) -> Nodes:
    """Return what a node of one line holds: the line's inline nodes, or the block itself where it is a list ..."""
    return unit.node.children if isinstance(unit.node, (tree.Heading, tree.Paragraph)) else (unit.node,)


def _of_blocks(values: Values) -> Values:
    """Return the tokens of the blocks of a run, without the boundary behind them."""
    return values if values[-1].unit is not None else values[:-1]


def _least(values: Values) -> float | None:
    """Return the confidence of the least sure of tokens or nodes; None where none has any."""
    return min([value.confidence for value in values if value.confidence is not None], default=None)


def _line(make: type[B], values: Values) -> B:
    """Make a node from one block, holding its line."""
    (token,) = values
    return make(token.unit.node.span, _content(token.unit), confidence=token.confidence)


def _run(make: type[B], values: Values) -> B:
    """Make a node around one or several blocks."""
    blocks = _of_blocks(values)
    nodes = tuple([token.unit.node for token in blocks])
    return make(spanning(nodes), nodes, confidence=_least(blocks))


def _line_or_run(make: type[B], values: Values) -> B:
    """Make a node that holds the line of its block, or its blocks where there are several."""
    blocks = _of_blocks(values)
    return _line(make, blocks) if len(blocks) == 1 else _run(make, blocks)


def _raw(values: Values) -> Node:
    """Return the block as the syntax has it."""
    (token,) = values
    node: Node = attrs.evolve(token.unit.node, confidence=token.confidence)
    return node


# The front


def _headline(values: Values, _: Context) -> list[tree.Headline | tree.Kicker]:
    return split_kicker(_line(tree.Headline, values))


def _byline(values: Values, context: Context) -> tree.Byline:
    """Make a byline with its authors and dates, from a line or from several blocks."""
    node, reader = _line_or_run(tree.Byline, values), context.reader
    if all(child.inline for child in node.children):
        fields = reader.line(node.children).byline
        return attrs.evolve(node, children=annotate(node.children, byline_annotations(fields)))
    lines = [line for child in node.children for line in lines_of(child, reader)]
    signing = dict(zip((line.node.span for line in lines), story_bylines(lines), strict=True))

    def annotated(part: Node) -> Node:
        if not isinstance(part, LINES):
            return part
        fields = reader.line(part.children).byline
        fields = fields if signing[part.span] else attrs.evolve(fields, authors=())
        return attrs.evolve(part, children=annotate(part.children, byline_annotations(fields)))

    return attrs.evolve(node, children=tuple(rebuild(child, annotated) for child in node.children))


def _timestamp_line(values: Values, context: Context) -> tree.TimestampLine:
    return _with_dates(_line(tree.TimestampLine, values), context.reader)


def _with_dates(node: tree.TimestampLine, reader: FieldReader) -> tree.TimestampLine:
    """Return the line with its dates, or the list with those of its items."""
    if all(child.inline for child in node.children):
        return attrs.evolve(node, children=_dated(node.children, reader))

    def dated(part: Node) -> Node:
        return attrs.evolve(part, children=_dated(part.children, reader)) if isinstance(part, LINES) else part

    return attrs.evolve(node, children=tuple(rebuild(child, dated) for child in node.children))


def _dated(children: Nodes, reader: FieldReader) -> Nodes:
    return annotate(children, [*map(timestamp_annotation, reader.line(children).timestamps)])


# The story


def _live_entry(values: Values, context: Context) -> tree.LiveEntry:
    """Make an entry of a live report, with its time in a line of its own if it begins with one."""
    entry = _run(tree.LiveEntry, values)
    if not opens_entry(values[0].unit):
        return entry
    time, *others = entry.children
    line = tree.TimestampLine(time.span, time.children, confidence=entry.confidence)
    return attrs.evolve(entry, children=(_with_dates(line, context.reader), *others))


def _crosshead(values: Values) -> tree.Heading:
    (token,) = values
    node = token.unit.node
    level = node.level if isinstance(node, tree.Heading) else 0
    return tree.Heading(node.span, node.children, level, confidence=token.confidence)


def _quotation(values: Values) -> tree.Quotation:
    (token,) = values
    node = token.unit.node
    children = node.children if isinstance(node, tree.Quotation) else (node,)
    return tree.Quotation(node.span, children, confidence=token.confidence)


def _separator(values: Values) -> tree.Separator:
    (token,) = values
    return tree.Separator(token.unit.node.span, confidence=token.confidence)


def _paragraph(values: Values) -> tree.Paragraph:
    """Make one paragraph; of several pieces if tokens say CUT, with the furniture between them in its place."""
    if len(values) == 1:
        (token,) = values
        return tree.Paragraph(token.unit.node.span, token.unit.node.children, confidence=token.confidence)
    pieces: list[Span] = []
    children: list[Node] = []
    for value in values:
        if value.__class__ is not Token:
            children.append(value)
        elif value.unit is not None:
            pieces.append(value.unit.node.span)
            children.extend(value.unit.node.children)
    sure = _least([value for value in values if value.__class__ is Token])
    return tree.Paragraph(Span(pieces[0].start, pieces[-1].end), tuple(children), tuple(pieces), confidence=sure)


def _lead(values: Values, context: Context) -> tree.Section:
    """Make the section before the first crosshead, which may begin with a dateline."""
    nodes = _with_dateline(_flat(values), context.reader)
    return tree.Section(spanning(nodes), nodes)


_MAX_DATELINE_PARAGRAPHS = 3
"""Paragraphs of which one can begin with the dateline: a deck or a caption that was read as a paragraph may precede."""


def _with_dateline(nodes: Nodes, reader: FieldReader) -> Nodes:
    """Return the blocks of the lead, with the dateline that opens one of the first paragraphs."""
    paragraphs = [(index, node) for index, node in enumerate(nodes) if isinstance(node, tree.Paragraph)]
    for index, node in paragraphs[:_MAX_DATELINE_PARAGRAPHS]:
        field = reader.line(node.children).dateline
        if field is not None:
            children = annotate(node.children, [dateline_annotation(field)])
            return (*nodes[:index], attrs.evolve(node, children=children), *nodes[index + 1 :])
    return nodes


def _section(values: Values) -> tree.Section:
    nodes = _flat(values)
    return tree.Section(spanning(nodes), nodes, values[0].level)


# Pictures and furniture


def _caption(values: Values, context: Context) -> tree.Caption:
    """Make a caption with its credit, and with the control that ran into it."""
    node, reader = _line(tree.Caption, values), context.reader
    children = with_control(node.children, reader.vocabulary)
    return attrs.evolve(node, children=_with_credit(children, reader.line(children).credit))


def _credit_line(values: Values, context: Context) -> tree.CreditLine:
    """Make a line of credits with its credit."""
    node = _line(tree.CreditLine, values)
    field = context.reader.line(node.children).sole_credit
    return attrs.evolve(node, children=_with_credit(node.children, field))


def _with_credit(children: Nodes, field: CreditField | None) -> Nodes:
    return children if field is None else annotate(children, [credit_annotation(field)])


def _figure(values: Values) -> Node:
    """Make a figure; a caption or a credit alone is just that, unless it has a picture in it."""
    parts = [value for value in values if value.__class__ is not Token or value.unit is not None]
    nodes: Nodes = tuple([value.unit.node if isinstance(value, Token) and value.unit else value for value in parts])
    is_alone = len(nodes) == 1 and isinstance(nodes[0], (tree.Caption, tree.CreditLine))
    if is_alone and not any(isinstance(child, tree.Image) for child in nodes[0].children):
        return nodes[0]
    return tree.Figure(spanning(nodes), nodes, confidence=_least(parts))


_CONTROL = "control."


def _control(values: Values, context: Context) -> tree.Control:
    """Make a control, with its action where the vocabulary knows its words."""
    node = _run(tree.Control, values)
    cues = sorted(cue for cue in context.reader.vocabulary.cues(node.text.strip()) if cue.startswith(_CONTROL))
    return attrs.evolve(node, action=cues[0].removeprefix(_CONTROL).partition(":")[0]) if cues else node


# The parts of the article


def _flat(values: Values) -> Nodes:
    """Return the nodes of a part; a line with kicker and headline has become two."""
    return tuple([node for value in values for node in (value if isinstance(value, list) else (value,))])


def _misplaced(place: str, values: Values, context: Context) -> Any:
    """Hand on what stands where the grammar expects no such part, and report it."""
    (value,) = values
    node = _flat(values)[-1]
    context.diagnostics.add("AP106", *node.span, f"{node.type.replace('_', ' ')} {place}")
    return value


_MISPLACED = {
    "misplaced_above": "above the headline",
    "misplaced_kicker": "behind the first part beneath the headline",
    "misplaced_beneath": "between headline and story",
    "misplaced_answer": "before any question",
    "misplaced_body": "within the story",
    "misplaced_tail": "behind the story",
    "misplaced_imprint": "behind the copyright",
}
"""The rules for what stands elsewhere than the grammar says, and where that is."""

_LINES: dict[str, type[Block]] = {
    "kicker": tree.Kicker,
    "deck": tree.Deck,
    "pull_quote": tree.PullQuote,
    "embed": tree.Embed,
    "author_bio": tree.AuthorBio,
    "correction": tree.Correction,
    "copyright": tree.Copyright,
}
_RUNS: dict[str, type[Block]] = {
    "fact_box": tree.FactBox,
    "question": tree.Question,
    "answer": tree.Answer,
    "related": tree.Related,
    "promotion": tree.Promotion,
    "navigation": tree.Navigation,
    "advertisement": tree.Advertisement,
    "comments": tree.Comments,
    "consent": tree.Consent,
    "unknown_furniture": tree.UnknownFurniture,
}


def actions() -> Actions:
    """Return the actions of all rules: each takes the values of the rule's parts and the `Context` of the parse.

    The whole is the list of the nodes of front, body and back.
    """
    return {
        **{rule: _plain(partial(_line, kind)) for rule, kind in _LINES.items()},
        **{rule: _plain(partial(_run, kind)) for rule, kind in _RUNS.items()},
        **{rule: partial(_misplaced, place) for rule, place in _MISPLACED.items()},
        "highlights": _plain(partial(_line_or_run, tree.Highlights)),
        "tags": _plain(partial(_line_or_run, tree.Tags)),
        "headline": _headline,
        "byline": _byline,
        "timestamp_line": _timestamp_line,
        "live_entry": _live_entry,
        "control": _control,
        "caption": _caption,
        "credit_line": _credit_line,
        "item_list": _plain(_raw),
        "table": _plain(_raw),
        "code_block": _plain(_raw),
        "crosshead": _plain(_crosshead),
        "quotation": _plain(_quotation),
        "separator": _plain(_separator),
        "paragraph": _plain(_paragraph),
        "figure": _plain(_figure),
        "lead": _lead,
        "section": _plain(_section),
        "front": _plain(_flat),
        "body": _plain(_sections),
        "back": _plain(_flat),
        "start": _plain(tuple),
    }


def _sections(values: Values) -> Nodes:
    return tuple([value for value in values if value.__class__ is tree.Section])


def _plain(action: Callable[[Values], Any]) -> Callable[[Values, Context], Any]:
    """Return `action` for a rule whose node needs nothing of the context."""
    return lambda values, _: action(values)
