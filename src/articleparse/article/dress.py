"""Nodes with their fields carved in: authors, dates, credits, a dateline, what a control does."""

from __future__ import annotations

import attrs

from articleparse.article.carve import Cut, carve
from articleparse.article.enlarge import with_control
from articleparse.article.signers import LINES, lines_of, signing_lines
from articleparse.fields.byline import AuthorField, BylineFields
from articleparse.fields.credit import CreditField
from articleparse.fields.dateline import DatelineField
from articleparse.fields.line import FieldReader
from articleparse.fields.timestamp import TimestampField
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
    rebuild,
)

Children = tuple[Node, ...]

_CONTROL = "control."


def control(node: Control, reader: FieldReader) -> Control:
    """The control, with its action where the vocabulary knows its words."""
    cues = sorted(cue for cue in reader.vocabulary.cues(node.text.strip()) if cue.startswith(_CONTROL))
    action = cues[0].removeprefix(_CONTROL).partition(":")[0] if cues else None
    return node if action is None else attrs.evolve(node, action=action)


def timestamps(node: TimestampLine, reader: FieldReader) -> TimestampLine:
    """The line with its dates, or the list with those of its items; `reader` reads them."""
    if all(child.inline for child in node.children):
        return attrs.evolve(node, children=_with_dates(node.children, reader))

    def dated(part: Node) -> Node:
        return attrs.evolve(part, children=_with_dates(part.children, reader)) if isinstance(part, LINES) else part

    return attrs.evolve(node, children=tuple(rebuild(child, dated) for child in node.children))


def _with_dates(children: Children, reader: FieldReader) -> Children:
    return carve(children, [_timestamp(field) for field in reader.line(children).timestamps])


def byline(node: Byline, reader: FieldReader) -> Byline:
    """The byline with its authors and dates, in a line or in several blocks; `reader` reads them."""
    if all(child.inline for child in node.children):
        return attrs.evolve(node, children=_with_fields(node.children, reader.line(node.children).byline))
    lines = [line for child in node.children for line in lines_of(child, reader)]
    signing = dict(zip((line.node.span for line in lines), signing_lines(lines), strict=True))

    def dressed(part: Node) -> Node:
        if not isinstance(part, LINES):
            return part
        fields = reader.line(part.children).byline
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


def caption(node: Caption, reader: FieldReader) -> Caption:
    """The caption with its credit and the control that ran into it."""
    return attrs.evolve(
        node, children=_with_credit(with_control(node.children, reader.vocabulary), reader, alone=False)
    )


def credits_line(node: CreditLine, reader: FieldReader) -> CreditLine:
    """The line of credits with its credit."""
    return attrs.evolve(node, children=_with_credit(node.children, reader, alone=True))


def _with_credit(children: Children, reader: FieldReader, *, alone: bool) -> Children:
    line = reader.line(children)
    field = line.sole_credit if alone else line.credit
    return children if field is None else carve(children, [_credit(field)])


def _credit(field: CreditField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Credit(span, children, field.label, field.holder, field.names, field.agencies)

    return field.start, field.end, make


_OPENING = 3
"""Paragraphs of which one can begin with the dateline: a deck or a caption that was read as a paragraph may precede."""


def opening(nodes: Children, reader: FieldReader) -> Children:
    """The blocks of the leading section, with the dateline that opens one of the first paragraphs."""
    paragraphs = [(index, node) for index, node in enumerate(nodes) if isinstance(node, Paragraph)]
    for index, node in paragraphs[:_OPENING]:
        field = reader.line(node.children).dateline
        if field is not None:
            opened = attrs.evolve(node, children=carve(node.children, [_dateline(field)]))
            return (*nodes[:index], opened, *nodes[index + 1 :])
    return nodes


def _dateline(field: DatelineField) -> Cut:
    def make(span: Span, children: Children) -> Node:
        return Dateline(span, children, field.place, field.agency, field.date)

    return field.start, field.end, make
