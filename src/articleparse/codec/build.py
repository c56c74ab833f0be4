"""From plain values (dicts, lists, strings, numbers) to an article. JSON and XML are both read by way of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import attrs

from articleparse.codec.errors import LoadError, shown
from articleparse.codec.fields import FIELDS
from articleparse.codec.names import ALLOWED_TYPES, MAX_DEPTH
from articleparse.codec.values import (
    Check,
    Values,
    as_diagnostic,
    as_list,
    as_meta,
    as_object,
    as_string,
    checked,
    each,
)
from articleparse.source import Span
from articleparse.tree import NODE_TYPES, Article, Node


@attrs.define
class _Entry:
    """A node of the document that is still to be built, and how to get to it from the root."""

    raw: Values
    kind: type[Node]
    parent: _Entry | None
    index: int  # among the children of the parent
    depth: int
    children: list[Node] = attrs.field(factory=list)  # built ones, last first

    @property
    def path(self) -> str:
        """The node's path from the root of the document."""
        steps = []
        entry = self
        while entry.parent is not None:
            steps.append(f".children[{entry.index}]")
            entry = entry.parent
        return "$" + "".join(reversed(steps))


def build(document: Values) -> Article:
    """The article that `document` describes: the root node, without the members that belong to the format.

    Members are taken out of the dicts of `document`, which is of no use afterwards. Raises LoadError.
    """
    entries = list(_entries(document))
    for entry in reversed(entries):  # children before parents, and last first
        try:
            node = _article(entry) if entry.parent is None else _node(entry)
        except LoadError as error:
            raise error.within(entry.path) from None
        if entry.parent is not None:
            entry.parent.children.append(node)
    return cast("Article", node)


def _entries(document: Values) -> Iterator[_Entry]:
    """Every node of the document, parents before children, in order."""
    if (kind := document.pop("type", None)) != Article.type:
        raise LoadError("$.type", f"must be {Article.type!r}, not {shown(kind)}")
    stack = [_Entry(document, Article, None, 0, 1)]
    while stack:
        entry = stack.pop()
        yield entry
        if "children" in entry.raw:
            try:
                stack.extend(reversed(_children(entry)))
            except LoadError as error:
                raise error.within(f"{entry.path}.children") from None


def _children(entry: _Entry) -> list[_Entry]:
    raws = as_list(entry.raw.pop("children"))
    if raws and entry.depth == MAX_DEPTH:
        raise LoadError("", f"nested too deep: {MAX_DEPTH} nodes are the limit")
    allowed = ALLOWED_TYPES[entry.kind]
    children: list[_Entry] = []
    try:
        for index, raw in enumerate(raws):
            kind = _kind(raw)
            if kind not in allowed:
                raise LoadError("", f"{kind} is not allowed in {entry.kind.type}")
            children.append(_Entry(raw, NODE_TYPES[kind], entry, index, entry.depth + 1))
    except LoadError as error:
        raise error.within(f"[{len(children)}]") from None
    return children


def _kind(raw: Any) -> str:
    """The type of node that `raw` says it is. Takes it out of `raw`, so that only the fields are left."""
    kind = as_object(raw).pop("type", None)
    if type(kind) is not str or kind not in NODE_TYPES:
        raise LoadError(".type", "is missing" if kind is None else f"{shown(kind)} is no type of node")
    return kind


def _node(entry: _Entry) -> Node:
    values = checked(entry.raw, FIELDS[entry.kind])
    span: Span = values["span"]
    if entry.children:
        values["children"] = _ordered(entry.children, span)
    if "pieces" in values:
        _check_order(values["pieces"], span, ".pieces[{}]")
    return entry.kind(**values)


def _article(entry: _Entry) -> Article:
    raw = entry.raw
    late = {name: raw.pop(name) for name in _LATE if name in raw}
    values = checked(raw, FIELDS[Article])
    span: Span = values["span"]
    for name, value in late.items():
        try:
            values[name] = _LATE[name](value)
        except LoadError as error:
            raise error.within(f".{name}") from None
    length = len(values["source"]) if "source" in values else span.end
    if span != (0, length):
        raise LoadError(".span", f"must cover the whole source, [0, {length}], not {list(span)}")
    for index, found in enumerate(values.get("diagnostics", ())):
        if not span.covers(found.span):
            raise LoadError(f".diagnostics[{index}].span", f"{list(found.span)} sticks out of {list(span)}")
    return Article(children=_ordered(entry.children, span), **values)


_LATE: dict[str, Check] = {
    "meta": as_meta,
    "diagnostics": lambda raw: each(raw, as_diagnostic),
    "source": as_string,
}
"""What only an article has beside its scalar fields and its children."""


def _ordered(children_last_first: list[Node], parent: Span) -> tuple[Node, ...]:
    children = tuple(reversed(children_last_first))
    _check_order([child.span for child in children], parent, ".children[{}].span")
    return children


def _check_order(spans: Iterable[Span], parent: Span, path: str) -> None:
    """Raise LoadError where one of `spans` leaves that of the parent or overlaps the one before it."""
    position, limit = parent
    for index, span in enumerate(spans):
        start, end = span
        if start < position or end > limit:
            room = f"[{position}, {limit}], what its parent and the node before it leave"
            raise LoadError(path.format(index), f"[{start}, {end}] must lie within {room}")
        position = end
