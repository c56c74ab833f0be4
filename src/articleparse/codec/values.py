"""Check the fields of one object against its class. Nothing is coerced: "3" is not 3.

The paths of the errors raised here begin at the value that was given: `.span`, `.names[1]`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articleparse.codec.errors import LoadError, member, shown
from articleparse.codec.fields import DIAGNOSTIC_FIELDS, META_FIELDS, Field
from articleparse.diagnostics import Diagnostic
from articleparse.source import Span
from articleparse.tree import Meta

Values = dict[str, Any]
Check = Callable[[Any], Any]


def checked(raw: Values, fields: tuple[Field, ...]) -> Values:
    """The keyword arguments that build the object: the members of `raw` that are `fields`.

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


def as_string(value: Any) -> str:
    """`value`, which must be a string. Raises LoadError."""
    if type(value) is not str:
        raise _wrong(value, "a string")
    return value


def as_list(value: Any) -> list[Any]:
    """`value`, which must be a list. Raises LoadError."""
    if type(value) is not list:
        raise _wrong(value, "a list")
    return value


def as_object(value: Any) -> Values:
    """`value`, which must be an object. Raises LoadError."""
    if type(value) is not dict:
        raise _wrong(value, "an object")
    return value


def _integer(value: Any) -> int:
    if type(value) is not int:
        raise _wrong(value, "an integer")
    return value


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise _wrong(value, "a boolean")
    return value


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
    """Every item of the list `values`, checked. Raises LoadError, its path beginning with the index."""
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


def as_meta(raw: Any) -> Meta:
    """The meta data that `raw` describes. Raises LoadError."""
    return Meta(**checked(as_object(raw), META_FIELDS))


def as_diagnostic(raw: Any) -> Diagnostic:
    """The diagnostic that `raw` describes. Raises LoadError."""
    return Diagnostic(**checked(as_object(raw), DIAGNOSTIC_FIELDS))
