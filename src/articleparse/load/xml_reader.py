"""An article from XML."""

from __future__ import annotations

from lxml import etree

from articleparse.load.build import build
from articleparse.load.errors import LoadError
from articleparse.load.xml_target import XmlTarget
from articleparse.tree import Article


def from_xml(data: str | bytes) -> Article:
    """The article that `to_xml` wrote as `data`, equal to the one that was written.

    Nothing but `data` is read: a document type declaration is refused, and with it every entity.
    Raises LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
    where it may. Whether the nodes leave out words of the source is for `problems` to tell.

    >>> from_xml('<article xmlns="urn:articleparse:article:1" version="1" span="0 9"/>').span.end
    9
    >>> from_xml("<html/>")
    Traceback (most recent call last):
        ...
    articleparse.load.errors.LoadError: $: <html> is not an element of urn:articleparse:article:1
    """
    target = XmlTarget()
    try:
        etree.fromstring(data.encode() if isinstance(data, str) else data, _parser(target, isinstance(data, str)))
    except UnicodeEncodeError:
        raise LoadError("$", "not XML: the text holds lone surrogates") from None
    except etree.XMLSyntaxError as error:
        raise LoadError("$", f"not XML: {error}") from None
    return build(target.root)


def _parser(target: XmlTarget, is_text: bool) -> etree.XMLParser:
    return etree.XMLParser(
        target=target,  # type: ignore[arg-type]  # the stubs ask for methods that lxml can do without
        encoding="utf-8" if is_text else None,  # what was a str is UTF-8 now, whatever its declaration says
        resolve_entities="internal",  # type: ignore[arg-type]  # &amp; and its like: without a DTD there are no others
        load_dtd=False,
        no_network=True,
        huge_tree=True,  # lifts the limit of 10 MB a text; the depth is bounded all the same
        remove_comments=True,
        remove_pis=True,
    )
