"""XML of other vocabularies as elements, read by the same rules as our own."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from articleparse.codec.errors import LoadError
from articleparse.codec.xml_feed import Target, feed

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
    """The root of the XML document `data`, elements of `namespace` without it; those of others are left out.

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
    """Where an element stands in its document: `/nitf/body/body.content/p[3]`."""
    return element.getroottree().getpath(element)
