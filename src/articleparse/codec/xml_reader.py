"""An article from XML."""

from __future__ import annotations

from articleparse.codec.build import build
from articleparse.codec.xml_feed import feed
from articleparse.codec.xml_target import XmlTarget
from articleparse.tree import Article


def from_xml(data: str | bytes) -> Article:
    """The article that `to_xml` wrote as `data`, equal to the one that was written.

    Nothing but `data` is read: a document type declaration is refused, and with it every entity.
    Raises LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
    where it may. Whether the nodes leave out words of the source is for `validate` to tell.

    >>> from_xml('<article xmlns="urn:articleparse:article:1" version="1" span="0 9"/>').span.end
    9
    >>> from_xml("<html/>")
    Traceback (most recent call last):
        ...
    articleparse.codec.errors.LoadError: $: <html> is not an element of urn:articleparse:article:1
    """
    target = XmlTarget()
    feed(data, target)
    return build(target.root)
