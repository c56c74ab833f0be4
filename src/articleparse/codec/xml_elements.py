"""What may stand in each element of the XML format, read off the fields of the nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from articleparse.codec.escape import unescape
from articleparse.codec.fields import DIAGNOSTIC_FIELDS, FIELDS, META_FIELDS, Field
from articleparse.tree import NODE_TYPES, Article

Read = Callable[[str], Any]
"""From the text of an attribute or element to its value. Raises ValueError or KeyError."""

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_BOOLEANS = {"true": True, "false": False}


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _integers(text: str) -> list[int]:
    return [_integer(part) for part in text.split()]


_READ: dict[str, Read] = {
    "string": unescape,
    "strings": unescape,
    "integer": _integer,
    "number": float,
    "boolean": _BOOLEANS.__getitem__,
    "span": _integers,
    "spans": _integers,
}


@attrs.frozen
class Element:
    """An element, and where its value goes: to the member `key` of the parent, or to the list there."""

    key: str
    several: bool
    text: Read | None = None  # reads the text; None where there may be none
    is_object: bool = True  # whether the value is an object of attributes and elements, or the text alone
    attributes: Mapping[str, Read] = attrs.Factory(dict)
    elements: Mapping[str, Element] = attrs.Factory(dict)  # beside the nodes


def _object(key: str, several: bool, fields: Iterable[Field], more: Mapping[str, Element] | None = None) -> Element:
    """The element of an object with `fields`: attributes, but for lists and for `text`, the content of the element."""
    attributes: dict[str, Read] = {}
    elements = {**(more or {})}
    text: Read | None = None
    for field in fields:
        read = _READ[field.kind]
        if field.several:
            elements[field.name] = Element(field.name, several=True, text=read, is_object=False)
        elif field.name == "text":
            text = read
        else:
            attributes[field.name] = read
    return Element(key, several, text, is_object=True, attributes=attributes, elements=elements)


_HEAD = {
    "meta": _object("meta", False, META_FIELDS),
    "diagnostic": _object("diagnostics", True, DIAGNOSTIC_FIELDS),
    "source": Element("source", several=False, text=unescape, is_object=False),
}

NODES = {
    name: _object("children", True, FIELDS[kind], _HEAD if kind is Article else None)
    for name, kind in NODE_TYPES.items()
}
"""The elements of nodes by name. Which may stand in which is for `build` to check."""
