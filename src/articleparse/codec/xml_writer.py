"""An article as XML."""

from __future__ import annotations

import re
from typing import Any

import attrs

from articleparse.codec.escape import ESCAPE, escape
from articleparse.codec.fields import DIAGNOSTIC_FIELDS, FIELDS, META_FIELDS, Field
from articleparse.codec.names import NAMESPACE, VERSION
from articleparse.source import Span
from articleparse.tree import Article, Node

_FORBIDDEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff{ESCAPE}]")
"""Characters that an XML 1.0 document can't hold in any form, and the one that introduces their replacement."""

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_REFERENCES_IN_ATTRIBUTE = {**_REFERENCES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
"""Marks of XML, and white space that a reader of XML would change."""

_SPECIAL = re.compile(rf"[&<>\r]|{_FORBIDDEN.pattern}")
_SPECIAL_IN_ATTRIBUTE = re.compile(rf'[&<>"\r\t\n]|{_FORBIDDEN.pattern}')


def to_xml(article: Article, *, include_source: bool = True) -> str:
    """`article` as an XML document (`docs/schema/article-1.rng`), which `from_xml` reads back.

    `include_source` keeps the text of the dump, which `unparse` needs. Characters that XML forbids are
    written as `U+241B hex ;` (see `articleparse.codec.escape`), so the result is always well-formed and encodable.

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
        opening, content = _element(top.type, top, FIELDS[type(top)])
        if top is article:
            opening = opening.replace("<article", f'<article xmlns="{NAMESPACE}" version="{VERSION}"', 1)
            content = _head(article, include_source)
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


def _element(name: str, value: attrs.AttrsInstance, fields: tuple[Field, ...]) -> tuple[str, str]:
    """The opening tag without its `>`, and the content but for child nodes."""
    tag = f"<{name}"
    content = ""
    for field in fields:
        held = getattr(value, field.name)
        if held == field.default:
            continue
        if field.several:
            content += "".join(f"<{field.name}>{_content(_plain(item))}</{field.name}>" for item in held)
        elif field.name == "text":
            content = _content(held)
        else:
            tag += f' {field.name}="{_attribute(_plain(held))}"'
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


def _head(article: Article, include_source: bool) -> str:
    """What only the root has before its child nodes: meta data, diagnostics and source."""
    head = ""
    meta, _ = _element("meta", article.meta, META_FIELDS)
    if meta != "<meta":
        head += f"\n{meta}/>"
    for diagnostic in article.diagnostics:
        head += f"\n{_element('diagnostic', diagnostic, DIAGNOSTIC_FIELDS)[0]}/>"
    if include_source and article.source is not None:
        head += f"\n<source>{_content(article.source)}</source>"
    return head


def _content(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda match: _REFERENCES.get(match[0]) or escape(match[0], _FORBIDDEN), text)


def _attribute(text: str) -> str:
    if not _SPECIAL_IN_ATTRIBUTE.search(text):
        return text
    return _SPECIAL_IN_ATTRIBUTE.sub(
        lambda match: _REFERENCES_IN_ATTRIBUTE.get(match[0]) or escape(match[0], _FORBIDDEN), text
    )
