"""The schemas of both formats, JSON Schema and RELAX NG, made from the classes of the nodes."""

from __future__ import annotations

from typing import Any

import attrs
from lxml import etree

from articleparse.codec.fields import ALLOWED_TYPES, ESCAPE, FIELDS, FORMAT, NAMESPACE, VERSION, Field
from articleparse.diagnostics import Diagnostic
from articleparse.tree import NODE_TYPES, Article, Meta, Node

Schema = dict[str, Any]

_SPAN: Schema = {"$ref": "#/$defs/span"}
_OF_KIND: dict[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "span": _SPAN,
    "strings": {"type": "array", "items": {"type": "string"}},
    "spans": {"type": "array", "items": _SPAN},
}


def json_schema() -> Schema:
    """Return the schema of what `to_json` writes, as JSON Schema 2020-12, ready for `json.dumps`.

    What a schema can't say (that spans lie within their parents', in order) `from_json` checks.

    >>> json_schema()["$defs"]["headline"]["required"]
    ['type', 'span']
    """
    root = _node_schema(Article)
    root["properties"] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "escape": {"const": ESCAPE, "description": "Present where strings are escaped: U+241B, hex number, semicolon."},
        **root["properties"],
        "meta": {"$ref": "#/$defs/meta"},
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
        "source": {"type": "string", "description": "The text of the dump."},
    }
    root["required"] = ["format", "version", *root["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:schema:article:{VERSION}",
        "title": "An article, as articleparse writes it",
        **root,
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    kinds = [kind for kind in NODE_TYPES.values() if kind is not Article]
    return {
        "span": {
            "description": "Start and end in code points of the source, the end not included.",
            "type": "array",
            "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
            "items": False,
            "minItems": 2,
        },
        "meta": _object(Meta),
        "diagnostic": _object(Diagnostic),
        "node": {
            "type": "object",
            "required": ["type", "span"],
            "properties": {"type": {"enum": [kind.type for kind in kinds]}},
            # One branch for each type, chosen by `type` alone: with `anyOf`, a validator tries them all at each level.
            "allOf": [_branch(kind) for kind in kinds],
        },
        **{kind.type: _node_schema(kind) for kind in kinds},
    }


def _branch(kind: type[Node]) -> Schema:
    condition = {"properties": {"type": {"const": kind.type}}, "required": ["type"]}
    return {"if": condition, "then": {"$ref": f"#/$defs/{kind.type}"}}


def _node_schema(kind: type[Node]) -> Schema:
    schema = _object(kind, {"type": {"const": kind.type}})
    if ALLOWED_TYPES[kind]:
        allowed = {"properties": {"type": {"enum": sorted(ALLOWED_TYPES[kind])}}}
        schema["properties"]["children"] = {"type": "array", "items": {"$ref": "#/$defs/node", **allowed}}
    return {"description": (kind.__doc__ or "").partition("\n")[0], **schema}


def _object(kind: type[attrs.AttrsInstance], own: Schema | None = None) -> Schema:
    """An object with the fields of `kind` behind the properties `own`, which are all required."""
    fields = FIELDS[kind]
    return {
        "type": "object",
        "properties": {**(own or {}), **{field.name: _field(field) for field in fields}},
        "required": [*(own or {}), *(field.name for field in fields if field.required)],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    schema = dict(_OF_KIND[field.kind])
    if field.choices:
        schema["enum"] = list(field.choices)
    if field.default is None:
        schema["type"] = [schema["type"], "null"]
    if field.default is not attrs.NOTHING:
        schema["default"] = list(field.default) if field.several else field.default
    return schema


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
    """Return the grammar of what `to_xml` writes, in the XML syntax of RELAX NG.

    What a grammar can't say (that spans lie within their parents', in order) `from_xml` checks.

    >>> relaxng().startswith('<grammar xmlns="http://relaxng.org/ns/structure/1.0"')
    True
    """
    grammar = _rng(
        "grammar",
        _rng("start", _rng("ref", name=Article.type)),
        _rng("define", _rng("list", _offset(), _offset()), name="span"),
        *(_rng("define", _rng_node(kind), name=kind.type) for kind in NODE_TYPES.values()),
        ns=NAMESPACE,
        datatypeLibrary=_XSD,
    )
    return etree.tostring(grammar, pretty_print=True, encoding="unicode")


def _offset() -> etree._Element:
    return _rng("data", type="nonNegativeInteger")


def _rng_node(kind: type[Node]) -> etree._Element:
    element = _rng_element(kind.type, kind)
    if kind is Article:
        element.insert(0, _rng("attribute", _rng("value", str(VERSION)), name="version"))
        element.append(_rng("optional", _rng_element("meta", Meta)))
        element.append(_rng("zeroOrMore", _rng_element("diagnostic", Diagnostic)))
        element.append(_rng("optional", _rng("element", _rng("text"), name="source")))
    if ALLOWED_TYPES[kind]:
        allowed = (_rng("ref", name=name) for name in sorted(ALLOWED_TYPES[kind]))
        element.append(_rng("zeroOrMore", _rng("choice", *allowed)))
    return element


def _rng_element(name: str, kind: type[attrs.AttrsInstance]) -> etree._Element:
    """An element with the fields of `kind`: attributes, but for lists (an element a value) and `text`, its content."""
    element = _rng("element", name=name)
    for field in FIELDS[kind]:
        if field.several:
            element.append(_rng("zeroOrMore", _rng("element", _rng_value(field), name=field.name)))
        elif field.name == "text":
            element.append(_rng("text"))
        else:
            attribute = _rng("attribute", _rng_value(field), name=field.name)
            element.append(attribute if field.required else _rng("optional", attribute))
    return element


def _rng_value(field: Field) -> etree._Element:
    if field.choices:
        return _rng("choice", *(_rng("value", choice) for choice in field.choices))
    if field.kind in ("span", "spans"):
        return _rng("ref", name="span")
    if field.kind in ("integer", "boolean"):
        return _rng("data", type=field.kind)
    return _rng("data", type="double") if field.kind == "number" else _rng("text")
