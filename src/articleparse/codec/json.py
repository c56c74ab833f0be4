"""The whole tree as JSON: writer and reader."""

from __future__ import annotations

from collections.abc import Callable
from reprlib import repr as shown
from typing import Any, NamedTuple

import orjson

from articleparse.codec.fields import ESCAPE, FIELDS, FORMAT, VERSION, Kind, escaped_strings, unescaped_strings
from articleparse.codec.loader import LoadError, Values, as_object, build
from articleparse.tree import Article, Node

Flat = dict[str, Any]
"""A node without its children, or the head of the document."""


_PLAIN: dict[Kind, Callable[[Any], Any]] = {
    "span": list,
    "spans": lambda spans: [list(span) for span in spans],
    "strings": list,
}
"""How values are written that JSON has no form of its own for."""


class _Member(NamedTuple):
    """A field as a member of an object. A tuple, since thousands of nodes are written from these."""

    name: str
    default: Any
    plain: Callable[[Any], Any] | None  # None where the value is written as it is


_TYPE = _Member("type", None, None)
_MEMBERS: dict[type[object], list[_Member]] = {
    kind: [_TYPE] * issubclass(kind, Node)
    + [_Member(field.name, field.default, _PLAIN.get(field.kind)) for field in fields]
    for kind, fields in FIELDS.items()
}


def to_json(article: Article, *, include_source: bool = True, indent: bool = False) -> str:
    """Return `article` as a JSON document (`docs/schema/article-1.schema.json`), which `from_json` reads back.

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
    parts: list[str] = []
    stack: list[tuple[Node | str, int]] = [(article, 0)]
    while stack:
        top, depth = stack.pop()
        if isinstance(top, str):
            parts.append(top)
            continue
        members = _flat(top)
        if top is article:
            members |= _document(article, include_source)
        written = orjson.dumps(encode(members)).decode()
        if top is article:
            written = f"{orjson.dumps(head).decode()[:-1]},{written[1:]}"
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


def _flat(value: object) -> Flat:
    """The fields of an object that are not at their default."""
    flat = {}
    for name, default, plain in _MEMBERS[type(value)]:
        held = getattr(value, name)
        if held != default:
            flat[name] = held if plain is None else plain(held)
    return flat


def _document(article: Article, include_source: bool) -> Flat:
    """What only the root has beside its own fields and its children."""
    members: Flat = {}
    if meta := _flat(article.meta):
        members["meta"] = meta
    if article.diagnostics:
        members["diagnostics"] = [_flat(found) for found in article.diagnostics]
    if include_source and article.source is not None:
        members["source"] = article.source
    return members


def _break(indent: bool, depth: int) -> str:
    return "\n" + "  " * depth if indent else ""


def from_json(data: str | bytes) -> Article:
    """Return the article that `to_json` wrote as `data` (bytes are UTF-8), equal to the one that was written.

    Raise LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
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
