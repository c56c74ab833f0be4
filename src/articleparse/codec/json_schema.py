"""The JSON Schema of the JSON format, made from the classes of the nodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from articleparse.codec.escape import ESCAPE
from articleparse.codec.fields import DIAGNOSTIC_FIELDS, FIELDS, META_FIELDS, Field
from articleparse.codec.names import ALLOWED_TYPES, FORMAT, VERSION
from articleparse.tree import NODE_TYPES, Article, Node

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
    """The schema of what `to_json` writes, as JSON Schema 2020-12, ready for `json.dumps`.

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
        "meta": _object(META_FIELDS, {}, []),
        "diagnostic": _object(DIAGNOSTIC_FIELDS, {}, []),
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
    schema = _object(FIELDS[kind], {"type": {"const": kind.type}}, ["type"])
    if ALLOWED_TYPES[kind]:
        allowed = {"properties": {"type": {"enum": sorted(ALLOWED_TYPES[kind])}}}
        schema["properties"]["children"] = {"type": "array", "items": {"$ref": "#/$defs/node", **allowed}}
    return {"description": (kind.__doc__ or "").partition("\n")[0], **schema}


def _object(fields: Iterable[Field], properties: Schema, required: list[str]) -> Schema:
    fields = tuple(fields)
    return {
        "type": "object",
        "properties": {**properties, **{field.name: _field(field) for field in fields}},
        "required": [*required, *(field.name for field in fields if field.required)],
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
