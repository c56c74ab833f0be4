"""The whole tree as JSON: writer and reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cattrs
import orjson
from cattrs.gen import make_dict_unstructure_fn, override

from articleparse.codec.escape import ESCAPE, escaped_strings, unescaped_strings
from articleparse.codec.fields import FORMAT, VERSION
from articleparse.codec.loader import LoadError, Values, as_object, build, shown
from articleparse.source import Span
from articleparse.tree import NODE_TYPES, Article, Node

Flat = dict[str, Any]
"""A node without its children, or the head of the document."""


def _make_converter() -> cattrs.Converter:
    """Makes a node into a dict of its own fields: those at their default and the children are left out."""
    converter = cattrs.Converter(omit_if_default=True)
    converter.register_unstructure_hook(Span, list)
    for kind in NODE_TYPES.values():
        hook = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, children=override(omit=True))
        converter.register_unstructure_hook(kind, hook)
    return converter


_CONVERTER = _make_converter()
_FLATTEN: dict[type[Node], Callable[[Node], Flat]] = {
    kind: _CONVERTER.get_unstructure_hook(kind) for kind in NODE_TYPES.values()
}


def to_json(article: Article, *, include_source: bool = True, indent: bool = False) -> str:
    """`article` as a JSON document (`docs/schema/article-1.schema.json`), which `from_json` reads back.

    `include_source` keeps the text of the dump, which `unparse` needs; `indent` writes a node a line. The
    result is always encodable: a text with lone surrogates is escaped and the member `escape` tells so.
    Raises TypeError for an article with values that JSON has no form for, such as integers beyond 64 bits.

    >>> from articleparse.source import Span
    >>> to_json(Article(Span(0, 2), source="hi"))
    '{"format":"articleparse","version":1,"type":"article","span":[0,2],"source":"hi"}'
    """
    head: Flat = {"format": FORMAT, "version": VERSION}
    try:
        return _write(article, head, include_source, indent, _unchanged)
    except orjson.JSONEncodeError:
        return _write(article, {**head, "escape": ESCAPE}, include_source, indent, escaped_strings)


def _unchanged(flat: Flat) -> Flat:
    return flat


def _write(article: Article, head: Flat, include_source: bool, indent: bool, encode: Callable[[Flat], Flat]) -> str:
    """Node by node with a stack: neither this function nor orjson recurses, however deep the tree is."""
    root = {"type": article.type, **_FLATTEN[Article](article)}
    if not include_source:
        root.pop("source", None)
    parts: list[str] = []
    stack: list[tuple[Node | str, int]] = [(article, 0)]
    while stack:
        top, depth = stack.pop()
        if isinstance(top, str):
            parts.append(top)
            continue
        flat = {**head, **encode(root)} if top is article else encode({"type": top.type, **_FLATTEN[type(top)](top)})
        written = orjson.dumps(flat).decode()
        if not top.children:
            parts.append(written)
            continue
        parts.append(written[:-1] + ',"children":[' + _break(indent, depth + 1))
        stack.append((_break(indent, depth) + "]}", 0))
        between = "," + _break(indent, depth + 1)
        for child in reversed(top.children):
            stack += ((child, depth + 1), (between, 0))
        stack.pop()
    return "".join(parts)


def _break(indent: bool, depth: int) -> str:
    return "\n" + "  " * depth if indent else ""


def from_json(data: str | bytes) -> Article:
    """The article that `to_json` wrote as `data` (bytes are UTF-8), equal to the one that was written.

    Raises LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
    where it may. Whether the nodes leave out words of the source is for `validate` to tell.

    >>> from_json('{"format":"articleparse","version":1,"type":"article","span":[0,2],"source":"hi"}').source
    'hi'
    >>> from_json('{"format":"articleparse","version":2}')
    Traceback (most recent call last):
        ...
    articleparse.codec.loader.LoadError: $.version: must be 1, not 2
    """
    document = _parsed(data)
    _expect(document, "format", FORMAT)
    _expect(document, "version", VERSION)
    if "escape" in document:
        _expect(document, "escape", ESCAPE)
        document = unescaped_strings(document)
    return build(document)


def _parsed(data: str | bytes) -> Values:
    try:
        return as_object(orjson.loads(data))
    except LoadError as error:
        raise error.within("$") from None
    except orjson.JSONDecodeError as error:
        raise LoadError("$", f"not JSON: {error}") from None


def _expect(document: Values, name: str, expected: object) -> None:
    """Take the member `name` out of `document`; raise LoadError unless it is `expected`."""
    if name not in document:
        raise LoadError(f"$.{name}", "is missing")
    value = document.pop(name)
    if value != expected or type(value) is not type(expected):
        raise LoadError(f"$.{name}", f"must be {expected!r}, not {shown(value)}")
