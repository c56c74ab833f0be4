"""From plain values (dicts, lists, strings, numbers) to an article. JSON and XML are both read by way of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from reprlib import repr as shown
from typing import Any, TypeVar, cast

import attrs

from articleparse.codec.fields import ALLOWED_TYPES, FIELDS, MAX_DEPTH, Field
from articleparse.diagnostics import Diagnostic
from articleparse.errors import ArticleparseError
from articleparse.source import Span
from articleparse.tree import NODE_TYPES, Article, Meta, Node


def member(name: str) -> str:
    """Return the step of a path to the member `name`, in brackets and shortened where it is no plain word.

    >>> member("span"), member("a b")
    ('.span', "['a b']")
    """
    return f".{name}" if name.isidentifier() and len(name) < MAX_SHOWN_NAME else f"[{shown(name)}]"


MAX_SHOWN_NAME = 40
"""Characters of the longest name that is shown whole; the names of the formats have half as many."""


class LoadError(ArticleparseError, ValueError):
    """A document that is no article of a known version.

    `path` tells where, from the root `$`: `$.children[1].span`. `message` tells what is wrong there.

    >>> print(LoadError("$.version", "is missing"))
    $.version: is missing
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    def within(self, path: str) -> LoadError:
        """The same error, for a reader to whom the place it happened in is at `path`.

        >>> print(LoadError(".span", "is missing").within("$.children[1]"))
        $.children[1].span: is missing
        """
        return LoadError(path + self.path, self.message)


Values = dict[str, Any]
Check = Callable[[Any], Any]
T = TypeVar("T")


def checked(raw: Values, fields: tuple[Field, ...]) -> Values:
    """Return the keyword arguments that build the object: the members of `raw` that are `fields`.

    Raises LoadError for a member that is of the wrong type, missing, or not among `fields`.
    """
    values: Values = {}
    for field in fields:
        name = field.name
        if name in raw:
            try:
                values[name] = _value(raw[name], field)
            except LoadError as error:
                raise error.within(f".{name}") from None
        elif field.required:
            raise LoadError(f".{name}", "is missing")
    if len(values) < len(raw):
        raise LoadError(member(min(raw.keys() - values.keys())), "is unknown here")
    return values


def _value(value: Any, field: Field) -> Any:
    if value is None and field.default is None:
        return None
    value = _CHECKS[field.kind](value)
    if field.choices and value not in field.choices:
        raise LoadError("", f"{shown(value)} is none of {', '.join(field.choices)}")
    return value


def _of_type(kind: type[T], expected: str) -> Callable[[Any], T]:
    """Check that a value is of the class `kind` and of none derived from it."""

    def check(value: Any) -> T:
        if type(value) is not kind:
            raise _wrong(value, expected)
        return value

    return check


as_string = _of_type(str, "a string")
as_list: Callable[[Any], list[Any]] = _of_type(list, "a list")
as_object: Callable[[Any], Values] = _of_type(dict, "an object")
_integer = _of_type(int, "an integer")
_boolean = _of_type(bool, "a boolean")


def _number(value: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise _wrong(value, "a number")
    return float(value)


def _span(value: Any) -> Span:
    if type(value) is not list or len(value) != 2 or type(value[0]) is not int or type(value[1]) is not int:
        raise LoadError("", "must be two integers: start and end")
    start, end = value
    if not 0 <= start <= end:
        raise LoadError("", f"[{start}, {end}] is no span: it must be 0 <= start <= end")
    return Span(start, end)


def each(values: Any, check: Check) -> tuple[Any, ...]:
    """Return every item of the list `values`, checked. Raises LoadError, its path beginning with the index."""
    done: list[Any] = []
    try:
        for value in as_list(values):
            done.append(check(value))  # noqa: PERF401 - how many are done is the index of a wrong one
    except LoadError as error:
        raise error.within(f"[{len(done)}]" if type(values) is list else "") from None
    return tuple(done)


_NAMES = {type(None): "null", bool: "a boolean", int: "an integer", float: "a number", str: "a string", list: "a list"}


def _wrong(value: Any, expected: str) -> LoadError:
    return LoadError("", f"must be {expected}, not {_NAMES.get(type(value), 'an object')}")


_CHECKS: dict[str, Check] = {
    "string": as_string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "span": _span,
    "strings": lambda values: each(values, as_string),
    "spans": lambda values: each(values, _span),
}


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
    """Return the article that `document` describes: the root node, without the members that belong to the format.

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
    "meta": lambda raw: Meta(**checked(as_object(raw), FIELDS[Meta])),
    "diagnostics": lambda raw: each(raw, lambda found: Diagnostic(**checked(as_object(found), FIELDS[Diagnostic]))),
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
