"""Documents of JSON and XML that others wrote, and places in them to ask for what should be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import orjson
from lxml import etree

from articleparse.codec.loader import LoadError
from articleparse.codec.xml import Target, feed


@attrs.frozen
class Cursor:
    """A value and the way to it from the root, `$`. What is there and of the wrong type is a LoadError."""

    value: Any
    path: str = "$"

    @classmethod
    def of(cls, data: str | bytes) -> Cursor:
        """The root of the JSON document `data`. Raises LoadError where it is none."""
        try:
            return cls(orjson.loads(data))
        except orjson.JSONDecodeError as error:
            raise LoadError("$", f"not JSON: {error}") from None

    def wrong(self, message: str) -> LoadError:
        """The error that something is wrong here."""
        return LoadError(self.path, message)

    def member(self, name: str) -> Cursor | None:
        """The member `name` of an object, None where it is missing or null. Raises LoadError for no object."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object")
        value = self.value.get(name)
        return None if value is None else Cursor(value, f"{self.path}.{name}")

    def text(self, name: str) -> str:
        """The string that the member `name` is, "" where it is missing. Raises LoadError for any other value."""
        found = self.member(name)
        return "" if found is None else found.string()

    def string(self) -> str:
        """The string that is here. Raises LoadError for any other value."""
        if not isinstance(self.value, str):
            raise self.wrong("must be a string")
        return self.value

    def each(self, name: str, *, lone: bool = False) -> Iterator[Cursor]:
        """The items of the list that the member `name` is; with `lone`, any other value counts as a list of itself.

        None where it is missing. Raises LoadError for a member that is no list.
        """
        found = self.member(name)
        if found is None:
            return
        if isinstance(found.value, list):
            yield from found.items()
        elif lone:
            yield found
        else:
            raise found.wrong("must be a list")

    def items(self) -> list[Cursor]:
        """The items of the list that is here."""
        return [Cursor(item, f"{self.path}[{index}]") for index, item in enumerate(self.value)]


MAX_DEPTH = 120
"""How many elements deep a document may be: a bound on the recursion of its readers. News is less than thirty deep."""


class _Target(Target):
    """Builds elements, but refuses what our own format refuses."""

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder()
        self._depth = 0
        self.root: etree._Element | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element. Raises LoadError where it is too deep, or in a namespace that is no URI."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise LoadError("$", f"nested too deep: {MAX_DEPTH} elements are the limit")
        try:
            element = self._builder.start(tag, dict(attributes))  # type: ignore[func-returns-value,arg-type]  # wrong stubs
        except ValueError as error:
            raise LoadError("$", f"not XML: {str(error)[:100]!r}") from None
        self.root = element if self.root is None else self.root

    def data(self, text: str) -> None:
        """Take a piece of text."""
        self._builder.data(text)

    def end(self, tag: str) -> None:
        """Close the innermost element."""
        self._depth -= 1
        self._builder.end(tag)


def xml_document(data: str | bytes, namespace: str) -> etree._Element:
    """Return the root of the XML document `data`, elements of `namespace` without it; those of others are left out.

    Nothing but `data` is read, and no entity expanded. A document without any namespace is taken as it is.
    Raises LoadError for what is not well-formed, has a document type declaration or is nested too deep.
    """
    target = _Target()
    feed(data, target)
    root = target.root
    assert root is not None  # noqa: S101  # a well-formed document has a root
    prefix = f"{{{namespace}}}"
    for element in [*root.iter()]:
        element.tag = element.tag.removeprefix(prefix)
        if element.tag.startswith("{") and element is not root:
            _drop(element)
    return root


def _drop(element: etree._Element) -> None:
    """Take an element out of its parent, the text behind it left where it was."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def path_of(element: etree._Element) -> str:
    """Return where an element stands in its document: `/nitf/body/body.content/p[3]`."""
    return element.getroottree().getpath(element)
