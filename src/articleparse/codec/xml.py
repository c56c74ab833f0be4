"""The whole tree as XML: writer and reader.

The writer makes text by itself: it takes half the time that lxml takes to build elements and write them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from reprlib import repr as shown
from types import MappingProxyType
from typing import Any, NoReturn

import attrs
from lxml import etree

from articleparse.codec.fields import ESCAPE, FIELDS, NAMESPACE, VERSION, escape, unescape
from articleparse.codec.loader import LoadError, Values, build, member
from articleparse.diagnostics import Diagnostic
from articleparse.source import Span
from articleparse.tree import NODE_TYPES, Article, Meta, Node

_FORBIDDEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff{ESCAPE}]")
"""Characters that an XML 1.0 document can't hold in any form, and the one that introduces their replacement."""

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
"""Marks of XML, and white space that a reader of XML would change."""

_SPECIAL = re.compile(rf"[&<>\r]|{_FORBIDDEN.pattern}")
_SPECIAL_IN_ATTRIBUTE = re.compile(rf'[&<>"\r\t\n]|{_FORBIDDEN.pattern}')


def to_xml(article: Article, *, include_source: bool = True) -> str:
    """Return `article` as an XML document (`docs/schema/article-1.rng`), which `from_xml` reads back.

    `include_source` keeps the text of the dump, which `unparse` needs. Characters that XML forbids are
    written as `U+241B hex ;` (see `articleparse.codec.fields`), so the result is always well-formed and encodable.

    >>> from articleparse.source import Span
    >>> print(to_xml(Article(Span(0, 2), source="hi")).rstrip())
    <?xml version="1.0"?>
    <article xmlns="urn:articleparse:article:1" version="1" span="0 2">
    <source>hi</source></article>
    """
    parts = ['<?xml version="1.0"?>']
    stack: list[Node | str] = [article]
    while stack:  # a stack and no recursion, however deep the tree is
        top = stack.pop()
        if isinstance(top, str):
            parts.append(top)
            continue
        opening, content = _tag_and_text(top.type, top)
        if top is article:
            opening = opening.replace("<article", f'<article xmlns="{NAMESPACE}" version="{VERSION}"', 1)
            content = _written_head(article, include_source)
        if not top.inline:
            parts.append("\n")
        if not content and not top.children:
            parts.append(f"{opening}/>")
            continue
        parts.append(f"{opening}>{content}")
        stack.append(f"</{top.type}>")
        if top.children:
            stack.extend(reversed(top.children))
    return "".join(parts) + "\n"


def _tag_and_text(name: str, value: attrs.AttrsInstance) -> tuple[str, str]:
    """The opening tag without its `>`, and the content but for child nodes."""
    tag = f"<{name}"
    content = ""
    for field in FIELDS[type(value)]:
        held = getattr(value, field.name)
        if held == field.default:
            continue
        if field.several:
            content += "".join(f"<{field.name}>{_content(_plain(item))}</{field.name}>" for item in held)
        elif field.name == "text":
            content = _content(held)
        else:
            tag += f' {field.name}="{_content(_plain(held), _SPECIAL_IN_ATTRIBUTE)}"'
    return tag, content


def _plain(value: Any) -> str:
    """A scalar as XML Schema writes it; a span is a list of two integers."""
    if isinstance(value, str):
        return value
    if isinstance(value, Span):
        return f"{value.start} {value.end}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def _written_head(article: Article, include_source: bool) -> str:
    """What only the root has before its child nodes: meta data, diagnostics and source."""
    head = ""
    meta, _ = _tag_and_text("meta", article.meta)
    if meta != "<meta":
        head += f"\n{meta}/>"
    for diagnostic in article.diagnostics:
        head += f"\n{_tag_and_text('diagnostic', diagnostic)[0]}/>"
    if include_source and article.source is not None:
        head += f"\n<source>{_content(article.source)}</source>"
    return head


def _content(text: str, special: re.Pattern[str] = _SPECIAL) -> str:
    if not special.search(text):
        return text
    return special.sub(lambda match: _REFERENCES.get(match[0]) or escape(match[0], _FORBIDDEN), text)


class Target:
    """What makes something of a document's parts, in their order. Any of its methods may raise LoadError.

    A subclass has `start(tag, attributes)`, `data(text)` (a piece of text, perhaps not all of it) and `end(tag)`.
    """

    def doctype(self, *_: object) -> NoReturn:
        """Refuse the document: a DTD can declare entities, and an article needs none."""
        raise LoadError("$", "a document type declaration is not allowed")

    def close(self) -> None:
        """Take the end of the document: nothing is to be done, but lxml asks for the method."""


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


_Read = Callable[[str], Any]
"""From the text of an attribute or element to its value. Raises ValueError or KeyError."""

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_BOOLEANS = {"true": True, "false": False}


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _integers(text: str) -> list[int]:
    return [_integer(part) for part in text.split()]


_READ: dict[str, _Read] = {
    "string": unescape,
    "strings": unescape,
    "integer": _integer,
    "number": float,
    "boolean": _BOOLEANS.__getitem__,
    "span": _integers,
    "spans": _integers,
}


@attrs.frozen
class _Element:
    """An element, and where its value goes: to the member `key` of the parent, or to the list there."""

    key: str
    several: bool
    text: _Read | None = None  # reads the text; None where there may be none
    is_object: bool = True  # whether the value is an object of attributes and elements, or the text alone
    attributes: Mapping[str, _Read] = attrs.Factory(dict)
    elements: Mapping[str, _Element] = attrs.Factory(dict)  # beside the nodes


def _object(
    key: str, several: bool, kind: type[attrs.AttrsInstance], more: Mapping[str, _Element] = MappingProxyType({})
) -> _Element:
    """The element of an object of class `kind`: attributes, but for lists and for `text`, which is the content."""
    attributes: dict[str, _Read] = {}
    elements = dict(more)
    text: _Read | None = None
    for field in FIELDS[kind]:
        read = _READ[field.kind]
        if field.several:
            elements[field.name] = _Element(field.name, several=True, text=read, is_object=False)
        elif field.name == "text":
            text = read
        else:
            attributes[field.name] = read
    return _Element(key, several, text, is_object=True, attributes=attributes, elements=elements)


_HEAD = {
    "meta": _object("meta", False, Meta),
    "diagnostic": _object("diagnostics", True, Diagnostic),
    "source": _Element("source", several=False, text=unescape, is_object=False),
}

_NODES = {name: _object("children", True, kind, _HEAD if kind is Article else {}) for name, kind in NODE_TYPES.items()}
"""The elements of nodes by name. Which may stand in which is for `build` to check."""


_PREFIX = f"{{{NAMESPACE}}}"
_BLANKS = " \t\r\n"
_MAX_SHOWN_TAG = 100
"""Characters of a tag that a message shows."""


@attrs.define
class _Frame:
    """An element that is open, and what has been read of it."""

    element: _Element
    values: Values
    pieces: list[str] = attrs.field(factory=list)  # of its text


class _ArticleTarget(Target):
    """The `target` of an `lxml.etree.XMLParser`. After the parse, `root` holds the values of the article."""

    def __init__(self) -> None:
        self.root: Values = {}
        self._stack: list[_Frame] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element. Raises LoadError where it is unknown or an attribute can't be read."""
        name = tag.removeprefix(_PREFIX)
        if name == tag:
            raise LoadError(self._path(), f"<{tag[:_MAX_SHOWN_TAG]}> is not an element of {NAMESPACE}")
        if not self._stack:
            attributes = _without_version(name, dict(attributes))
        element, values = self._opened(name)
        self._stack.append(_Frame(element, values))
        for key, value in attributes.items():
            if key not in element.attributes:
                raise LoadError(self._path() + member(key), "is unknown here")
            values[key] = self._read(element.attributes[key], value, f".{key}")

    def _opened(self, name: str) -> tuple[_Element, Values]:
        """The element `name` at this place, and its values so far: of a node, the type."""
        element = self._stack[-1].element.elements.get(name) if self._stack else None
        if element is not None:
            return element, {}
        if self._stack and "type" not in self._stack[-1].values:
            raise LoadError(self._path(), f"<{name[:_MAX_SHOWN_TAG]}> is not allowed here")
        if name not in _NODES:
            raise LoadError(self._path(), f"<{name[:_MAX_SHOWN_TAG]}> is no type of node")
        return _NODES[name], {"type": name}

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

    def _read(self, read: _Read, text: str, path: str) -> Any:
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


def from_xml(data: str | bytes) -> Article:
    """Return the article that `to_xml` wrote as `data`, equal to the one that was written.

    Nothing but `data` is read: a document type declaration is refused, and with it every entity.
    Raises LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
    where it may. Whether the nodes leave out words of the source is for `validate` to tell.

    >>> from_xml('<article xmlns="urn:articleparse:article:1" version="1" span="0 9"/>').span.end
    9
    >>> from_xml("<html/>")
    Traceback (most recent call last):
        ...
    articleparse.codec.loader.LoadError: $: <html> is not an element of urn:articleparse:article:1
    """
    target = _ArticleTarget()
    feed(data, target)
    return build(target.root)
