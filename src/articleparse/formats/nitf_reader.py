"""An article from NITF."""

from __future__ import annotations

from articleparse.codec.errors import LoadError
from articleparse.formats.draft import Draft, compose, draft
from articleparse.formats.draft_parts import Part
from articleparse.formats.html_reader import into_sections
from articleparse.formats.nitf_blocks import blocks, line
from articleparse.formats.nitf_head import Head
from articleparse.formats.xml_document import path_of, xml_document
from articleparse.tree import Article, AuthorBio, Paragraph

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"


def from_nitf(data: str | bytes) -> Article:
    """The article in an NITF document (3.6, or older without namespace and DTD), as far as NITF holds one.

    Its source is made of its words: what they were in a dump, NITF doesn't tell. See `docs/formats/nitf.md`.
    Nothing but `data` is read: a document type declaration is refused, and with it every entity. Raises LoadError, and
    nothing else, for what is no NITF; its path is that of the element at fault.

    >>> article = from_nitf("<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head></body></nitf>")
    >>> article.headline.text
    'Rain'
    >>> from_nitf("<nitf><body><p>Rain</p></body></nitf>")
    Traceback (most recent call last):
        ...
    articleparse.codec.errors.LoadError: /nitf/body/p: <p> is not allowed here
    """
    root = xml_document(data, NAMESPACE)
    if root.tag != "nitf":
        raise LoadError("$", f"must be <nitf>, not <{root.tag}>")
    body = root.find("body")
    if body is None:
        raise LoadError("/nitf", "has no body")
    for child in body:
        if child.tag not in ("body.head", "body.content", "body.end"):
            raise LoadError(path_of(child), f"<{child.tag}> is not allowed here")
    head = Head(root)
    content = [block for element in body.iterchildren("body.content") for block in blocks(element)]
    end = [child for element in body.iterchildren("body.end") for child in element]
    closing = [draft(AuthorBio if child.tag == "tagline" else Paragraph, *line(child)) for child in end]
    back = [*(block for block in closing if block.parts), *head.back()]
    return compose(head.front(), into_sections(_opened(content, head.dateline())), back, head.meta())


def _opened(content: list[Draft], dateline: list[Part]) -> list[Draft]:
    """The blocks, the dateline at the beginning of the first paragraph."""
    if not dateline:
        return content
    first = next((index for index, block in enumerate(content) if block.kind is Paragraph), len(content))
    opening = content[first].parts if first < len(content) else ()
    return [*content[:first], draft(Paragraph, *dateline, *opening), *content[first + 1 :]]
