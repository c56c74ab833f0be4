"""How every XML document is read, whatever its vocabulary: nothing but its own bytes, and no entity expanded."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import NoReturn

from lxml import etree

from articleparse.codec.errors import LoadError


class Target(ABC):
    """What makes something of a document's parts, in their order. Any of its methods may raise LoadError."""

    def doctype(self, *_: object) -> NoReturn:
        """Refuse the document: a DTD can declare entities, and an article needs none."""
        raise LoadError("$", "a document type declaration is not allowed")

    @abstractmethod
    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""

    @abstractmethod
    def data(self, text: str) -> None:
        """Take a piece of text, which may be a part of it only."""

    @abstractmethod
    def end(self, tag: str) -> None:
        """Close the innermost element."""

    def close(self) -> None:  # noqa: B027  # nothing to do, but lxml asks for the method
        """The end of the document."""


def feed(data: str | bytes, target: Target) -> None:
    """Tell `target` what is in the XML document `data`. Raises LoadError for what is not well-formed or has a DTD."""
    parser = etree.XMLParser(
        target=target,  # type: ignore[arg-type]  # the stubs ask for methods that lxml can do without
        encoding="utf-8" if isinstance(data, str) else None,  # what was a str is UTF-8 now, whatever it declares
        resolve_entities="internal",  # type: ignore[arg-type]  # &amp; and its like: without a DTD there are no others
        load_dtd=False,
        no_network=True,
        huge_tree=True,  # lifts the limit of 10 MB a text; the depth is bounded all the same
        remove_comments=True,
        remove_pis=True,
    )
    try:
        etree.fromstring(data.encode() if isinstance(data, str) else data, parser)
    except UnicodeEncodeError:
        raise LoadError("$", "not XML: the text holds lone surrogates") from None
    except etree.XMLSyntaxError as error:
        raise LoadError("$", f"not XML: {error}") from None
