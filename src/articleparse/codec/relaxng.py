"""The RELAX NG grammar of the XML format, made from the classes of the nodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from articleparse.codec.fields import DIAGNOSTIC_FIELDS, FIELDS, META_FIELDS, Field
from articleparse.codec.names import ALLOWED_TYPES, NAMESPACE, VERSION
from articleparse.tree import NODE_TYPES, Article, Node

_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_NSMAP: Any = {None: _RELAXNG}  # None for the default namespace, which the stubs of lxml don't know
_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


def _rng(rule: str, *children: etree._Element | str, **attributes: str) -> etree._Element:
    """The RELAX NG element called `rule`."""
    element = etree.Element(f"{{{_RELAXNG}}}{rule}", attributes, nsmap=_NSMAP)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def relaxng() -> str:
    """The grammar of what `to_xml` writes, in the XML syntax of RELAX NG.

    What a grammar can't say (that spans lie within their parents', in order) `from_xml` checks.

    >>> relaxng().startswith('<grammar xmlns="http://relaxng.org/ns/structure/1.0"')
    True
    """
    grammar = _rng(
        "grammar",
        _rng("start", _rng("ref", name=Article.type)),
        _rng("define", _rng("list", _offset(), _offset()), name="span"),
        *(_rng("define", _node(kind), name=kind.type) for kind in NODE_TYPES.values()),
        ns=NAMESPACE,
        datatypeLibrary=_XSD,
    )
    return etree.tostring(grammar, pretty_print=True, encoding="unicode")


def _offset() -> etree._Element:
    return _rng("data", type="nonNegativeInteger")


def _node(kind: type[Node]) -> etree._Element:
    element = _element(kind.type, FIELDS[kind])
    if kind is Article:
        element.insert(0, _rng("attribute", _rng("value", str(VERSION)), name="version"))
        element.extend(_head())
    if ALLOWED_TYPES[kind]:
        element.append(
            _rng("zeroOrMore", _rng("choice", *(_rng("ref", name=name) for name in sorted(ALLOWED_TYPES[kind]))))
        )
    return element


def _head() -> list[etree._Element]:
    """What only the root has before its child nodes."""
    return [
        _rng("optional", _element("meta", META_FIELDS)),
        _rng("zeroOrMore", _element("diagnostic", DIAGNOSTIC_FIELDS)),
        _rng("optional", _rng("element", _rng("text"), name="source")),
    ]


def _element(name: str, fields: Iterable[Field]) -> etree._Element:
    """An element with `fields`: attributes, but for lists (an element a value) and for `text`, its content."""
    element = _rng("element", name=name)
    for field in fields:
        if field.several:
            element.append(_rng("zeroOrMore", _rng("element", _value(field), name=field.name)))
        elif field.name == "text":
            element.append(_rng("text"))
        else:
            attribute = _rng("attribute", _value(field), name=field.name)
            element.append(attribute if field.required else _rng("optional", attribute))
    return element


def _value(field: Field) -> etree._Element:
    if field.choices:
        return _rng("choice", *(_rng("value", choice) for choice in field.choices))
    if field.kind in ("span", "spans"):
        return _rng("ref", name="span")
    if field.kind in ("integer", "boolean"):
        return _rng("data", type=field.kind)
    return _rng("data", type="double") if field.kind == "number" else _rng("text")
