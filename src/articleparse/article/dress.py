"""Nodes with their fields carved in: authors, dates, credits, a dateline, what a control does."""

from __future__ import annotations

import attrs

from articleparse.article.carve import Cut, carve, flat_text
from articleparse.article.enlarge import with_control
from articleparse.article.signers import LINES, byline_fields, lines_of, signing_lines
from articleparse.fields.byline import AuthorField, BylineFields
from articleparse.fields.credit import CreditField, parse_credit
from articleparse.fields.dateline import DatelineField, parse_dateline
from articleparse.fields.timestamp import TimestampField, parse_timestamps
from articleparse.source import Span
from articleparse.tree import (
    Author,
    Byline,
    Caption,
    Control,
    Credit,
    CreditLine,
    Dateline,
    Node,
    Paragraph,
    Timestamp,
    TimestampLine,
)
from articleparse.tree.rebuild import rebuild
from articleparse.vocabulary import vocabulary

Children = tuple[Node, ...]

_CONTROL = "control."


def control(node: Control) -> Control:
    """The control, with its action where the vocabulary knows its words."""
    cues = sorted(cue for cue in vocabulary().cues(node.text.strip()) if cue.startswith(_CONTROL))
    action = cues[0].removeprefix(_CONTROL).partition(":")[0] if cues else None
    return node if action is None else attrs.evolve(node, action=action)


def timestamps(node: TimestampLine, language: str | None) -> TimestampLine:
    """The line with its dates, or the list with those of its items; `language` (BCP 47) is that of the story."""
    if all(child.inline for child in node.children):
        return attrs.evolve(node, children=_with_dates(node.children, language))

    def dated(part: Node) -> Node:
        return attrs.evolve(part, children=_with_dates(part.children, language)) if isinstance(part, LINES) else part

    return attrs.evolve(node, children=tuple(rebuild(child, dated) for child in node.children))


def _with_dates(children: Children, language: str | None) -> Children:
    return carve(children, [_timestamp(field) for field in parse_timestamps(flat_text(children), language)])


def byline(node: Byline, language: str | None) -> Byline:
    """The byline with its authors and dates, in a line or in several blocks; `language` (BCP 47) is the story's."""
    if all(child.inline for child in node.children):
        return attrs.evolve(node, children=_with_fields(node.children, byline_fields(node, language)))
    lines = [line for child in node.children for line in lines_of(child, language)]
    signing = dict(zip((line.node.span for line in lines), signing_lines(lines), strict=True))

    def dressed(part: Node) -> Node:
        if not isinstance(part, LINES):
            return part
        fields = byline_fields(part, language)
        fields = fields if signing[part.span] else attrs.evolve(fields, authors=())
        return attrs.evolve(part, children=_with_fields(part.children, fields))

    return attrs.evolve(node, children=tuple(rebuild(child, dressed) for child in node.children))


def _with_fields(children: Children, fields: BylineFields) -> Children:
    cuts = [*map(_author, fields.authors), *map(_timestamp, fields.timestamps)]
    return carve(children, sorted(cuts, key=lambda cut: cut[:2]))


def _author(field: AuthorField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Author(span, children, field.name, field.role, field.affiliation, field.is_agency)

    return field.start, field.end, make


def _timestamp(field: TimestampField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Timestamp(span, children, field.kind, field.raw, field.when)

    return field.start, field.end, make


def caption(node: Caption) -> Caption:
    """The caption with its credit and the control that ran into it."""
    return attrs.evolve(node, children=_with_credit(with_control(node.children), alone=False))


def credits_line(node: CreditLine) -> CreditLine:
    """The line of credits with its credit."""
    return attrs.evolve(node, children=_with_credit(node.children, alone=True))


def _with_credit(children: Children, *, alone: bool) -> Children:
    field = parse_credit(flat_text(children), alone=alone)
    return children if field is None else carve(children, [_credit(field)])


def _credit(field: CreditField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Credit(span, children, field.label, field.holder, field.names, field.agencies)

    return field.start, field.end, make


_OPENING = 3
"""Paragraphs of which one can begin with the dateline: a deck or a caption that was read as a paragraph may precede."""


def opening(nodes: Children) -> Children:
    """The blocks of the leading section, with the dateline that opens one of the first paragraphs."""
    paragraphs = [(index, node) for index, node in enumerate(nodes) if isinstance(node, Paragraph)]
    for index, node in paragraphs[:_OPENING]:
        field = parse_dateline(flat_text(node.children))
        if field is not None:
            opened = attrs.evolve(node, children=carve(node.children, [_dateline(field)]))
            return (*nodes[:index], opened, *nodes[index + 1 :])
    return nodes


def _dateline(field: DatelineField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Dateline(span, children, field.place, field.agency, field.date)

    return field.start, field.end, make
