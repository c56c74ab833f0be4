"""Names, limits, escapes and the table of fields: what writers write, readers check and the schemas describe."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from articleparse.diagnostics import CATALOGUE, Diagnostic
from articleparse.source import Span
from articleparse.tree import ALLOWED, NODE_TYPES, Meta, Node

FORMAT = "articleparse"
"""What the member `format` of a JSON document says."""

VERSION = 1
"""The version of both formats. A reader takes this version alone; any change of the nodes or their fields raises it."""

NAMESPACE = f"urn:{FORMAT}:article:{VERSION}"
"""The namespace of every XML element."""

MAX_DEPTH = 250
"""How many nodes deep a tree may be for the readers: what Python itself does with a tree, `==`, `repr` and `hash`, goes
into it two to four calls a node, of the 1,000 that it makes within each other. A parse makes about 100 at most."""


ALLOWED_TYPES: dict[type[Node], frozenset[str]] = {
    kind: frozenset(name for name, child in NODE_TYPES.items() if issubclass(child, allowed))
    for kind, allowed in ALLOWED.items()
}
"""The `type` of every node that may stand directly within a node, by that node's class."""


Kind = Literal["string", "integer", "number", "boolean", "span", "strings", "spans"]

_KINDS: dict[object, Kind] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    Span: "span",
    tuple[str, ...]: "strings",
    tuple[Span, ...]: "spans",
}

_APART = frozenset({"children", "meta", "diagnostics", "source"})
"""What holds nodes or belongs to the whole document; each format has a place of its own for it."""


@attrs.frozen
class Field:
    """A field of a class: its name, what it holds, and its default.

    >>> from articleparse.tree import Heading
    >>> FIELDS[Heading][-1]
    Field(name='level', kind='integer', default=0, choices=())
    """

    name: str
    kind: Kind
    default: Any  # attrs.NOTHING where there is none; None means that the field may be None
    choices: tuple[str, ...] = ()  # of a string, where only some are legal

    @property
    def required(self) -> bool:
        """Whether there is no default to fall back on."""
        return self.default is attrs.NOTHING

    @property
    def several(self) -> bool:
        """Whether the value is a tuple."""
        return self.kind in ("strings", "spans")


def fields_of(owner: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """Return the scalar fields of an attrs class, in order. Raises KeyError for a type that has no form here."""
    hints = get_type_hints(owner)
    return tuple(
        _field(attribute.name, hints[attribute.name], attribute.default)
        for attribute in attrs.fields(owner)
        if attribute.name not in _APART
    )


def _field(name: str, hint: Any, default: Any) -> Field:
    if get_origin(hint) is Literal:
        return Field(name, "string", default, get_args(hint))
    if NoneType in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Field(name, "string", default, tuple(map(str, hint)))
    return Field(name, _KINDS[hint], default)


FIELDS: dict[type[attrs.AttrsInstance], tuple[Field, ...]] = {
    **{kind: fields_of(kind) for kind in (*NODE_TYPES.values(), Meta)},
    Diagnostic: tuple(
        attrs.evolve(field, choices=tuple(CATALOGUE)) if field.name == "code" else field
        for field in fields_of(Diagnostic)
    ),
}
"""The scalar fields of every class of node, `span` first, of the meta data and of diagnostics."""


ESCAPE = "\u241b"
"""U+241B, the picture of the escape key: it stands for a character that a format forbids, and its number in hexadecimal
and a semicolon follow. It is written so itself, so that a text that looks like an escape comes back as it was."""

SURROGATES = r"\ud800-\udfff"
"""Halves of a character that stand alone. No encoding of Unicode has them, but a Python `str` may."""

_ESCAPED = re.compile(rf"{ESCAPE}([0-9A-F]{{1,6}});")
_UNENCODABLE = re.compile(rf"[{SURROGATES}{ESCAPE}]")


def escape(text: str, forbidden: re.Pattern[str] = _UNENCODABLE) -> str:
    r"""Return `text` with every match of `forbidden` (a pattern of one character, U+241B among them) escaped.

    >>> escape("a\ud800").encode()
    b'a\xe2\x90\x9bD800;'
    """
    return forbidden.sub(lambda match: f"{ESCAPE}{ord(match[0]):X};", text)


def unescape(text: str) -> str:
    r"""Return the text that `escape` was given. An escape of a number beyond Unicode is left alone.

    >>> unescape("a\u241bD800;") == "a\ud800"
    True
    """
    return _ESCAPED.sub(_character, text) if ESCAPE in text else text


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number < 0x110000 else match[0]


def escaped_strings(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a JSON document with `escape` applied to all strings that are values."""
    return _with_strings(document, escape)


def unescaped_strings(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a JSON document with `unescape` applied to all strings that are values."""
    return _with_strings(document, unescape)


def _with_strings(document: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """Copies container by container, without recursion: a document may be nested deeper than Python's stack."""
    root: list[Any] = [document]
    stack: list[Any] = [root]
    while stack:
        container = stack.pop()
        for key, value in container.items() if isinstance(container, dict) else enumerate(container):
            new: Any = change(value) if isinstance(value, str) else value
            if isinstance(value, (dict, list)):
                new = value.copy()
                stack.append(new)
            container[key] = new
    result: dict[str, Any] = root[0]
    return result
