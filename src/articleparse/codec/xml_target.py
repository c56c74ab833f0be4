"""Takes the events of an XML parser and makes of them the plain values that JSON has, for `build` to check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from articleparse.codec.errors import LoadError, member, shown
from articleparse.codec.names import NAMESPACE, VERSION
from articleparse.codec.values import Values
from articleparse.codec.xml_elements import NODES, Element, Read
from articleparse.codec.xml_feed import Target
from articleparse.tree import Article

_PREFIX = f"{{{NAMESPACE}}}"
_BLANKS = " \t\r\n"
_LONGEST = 100  # characters of a name that a message shows


@attrs.define
class _Frame:
    """An element that is open, and what has been read of it."""

    element: Element
    values: Values
    pieces: list[str] = attrs.field(factory=list)  # of its text


class XmlTarget(Target):
    """The `target` of an `lxml.etree.XMLParser`. After the parse, `root` holds the values of the article."""

    def __init__(self) -> None:
        self.root: Values = {}
        self._stack: list[_Frame] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element. Raises LoadError where it is unknown or an attribute can't be read."""
        name = tag.removeprefix(_PREFIX)
        if name == tag:
            raise LoadError(self._path(), f"<{tag[:_LONGEST]}> is not an element of {NAMESPACE}")
        if not self._stack:
            attributes = _without_version(name, dict(attributes))
        element, values = self._opened(name)
        self._stack.append(_Frame(element, values))
        for key, value in attributes.items():
            if key not in element.attributes:
                raise LoadError(self._path() + member(key), "is unknown here")
            values[key] = self._read(element.attributes[key], value, f".{key}")

    def _opened(self, name: str) -> tuple[Element, Values]:
        """The element `name` at this place, and its values so far: of a node, the type."""
        element = self._stack[-1].element.elements.get(name) if self._stack else None
        if element is not None:
            return element, {}
        if self._stack and "type" not in self._stack[-1].values:
            raise LoadError(self._path(), f"<{name[:_LONGEST]}> is not allowed here")
        if name not in NODES:
            raise LoadError(self._path(), f"<{name[:_LONGEST]}> is no type of node")
        return NODES[name], {"type": name}

    def data(self, text: str) -> None:
        """Take a piece of text, which may be a part of it only."""
        self._stack[-1].pieces.append(text)

    def end(self, tag: str) -> None:  # noqa: ARG002  # the innermost is known
        """Close the innermost element and hand its value to its parent. Raises LoadError for text out of place."""
        frame = self._stack[-1]
        element = frame.element
        value: Any = frame.values
        text = "".join(frame.pieces)
        if element.text is None:
            if text.strip(_BLANKS):
                raise LoadError(self._path(), f"text is not allowed here: {shown(text.strip(_BLANKS))}")
        elif element.is_object:
            frame.values["text"] = self._read(element.text, text, ".text")
        else:
            value = self._read(element.text, text, "")
        self._stack.pop()
        if not self._stack:
            self.root = value
            return
        holder = self._stack[-1].values
        if element.several:
            holder.setdefault(element.key, []).append(value)
        elif element.key in holder:
            raise LoadError(f"{self._path()}.{element.key}", "occurs twice")
        else:
            holder[element.key] = value

    def _read(self, read: Read, text: str, path: str) -> Any:
        try:
            return read(text)
        except (KeyError, ValueError):
            raise LoadError(self._path() + path, f"{shown(text)} can't be read") from None

    def _path(self) -> str:
        """The path of the innermost open element."""
        path = "$"
        for parent, frame in zip(self._stack, self._stack[1:], strict=False):
            key = frame.element.key
            path += f".{key}[{len(parent.values.get(key, ()))}]" if frame.element.several else f".{key}"
        return path


def _without_version(name: str, attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of the root but for `version`. Raises LoadError for another root or version."""
    if name != Article.type:
        raise LoadError("$.type", f"must be {Article.type!r}, not {shown(name)}")
    version = attributes.pop("version", None)
    if version != str(VERSION):
        raise LoadError("$.version", "is missing" if version is None else f"must be {VERSION}, not {shown(version)}")
    return attributes
