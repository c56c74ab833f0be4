"""Names, limits and the table of fields: what the writers write, the readers check and the schemas describe."""

from __future__ import annotations

from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from articleparse.diagnostics import CATALOGUE, Diagnostic
from articleparse.source import Span
from articleparse.tree import ALLOWED, NODE_TYPES, Meta, Node

FORMAT = "articleparse"
"""What the member `format` of a JSON document says."""

VERSION = 1
"""The version of both formats. A reader takes this version alone; any change of the nodes or their fields raises it."""

NAMESPACE = f"urn:{FORMAT}:article:{VERSION}"
"""The namespace of every XML element."""

MAX_DEPTH = 250
"""How many nodes deep a tree may be for the readers: what Python itself does with a tree, `==`, `repr` and `hash`, goes
into it two to four calls a node, of the 1,000 that it makes within each other. A parse makes about 100 at most."""


ALLOWED_TYPES: dict[type[Node], frozenset[str]] = {
    kind: frozenset(name for name, child in NODE_TYPES.items() if issubclass(child, allowed))
    for kind, allowed in ALLOWED.items()
}
"""The `type` of every node that may stand directly within a node, by that node's class."""


Kind = Literal["string", "integer", "number", "boolean", "span", "strings", "spans"]

_KINDS: dict[object, Kind] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    Span: "span",
    tuple[str, ...]: "strings",
    tuple[Span, ...]: "spans",
}

_APART = frozenset({"children", "meta", "diagnostics", "source"})
"""What holds nodes or belongs to the whole document; each format has a place of its own for it."""


@attrs.frozen
class Field:
    """A field of a class: its name, what it holds, and its default.

    >>> from articleparse.tree import Heading
    >>> FIELDS[Heading][-1]
    Field(name='level', kind='integer', default=0, choices=())
    """

    name: str
    kind: Kind
    default: Any  # attrs.NOTHING where there is none; None means that the field may be None
    choices: tuple[str, ...] = ()  # of a string, where only some are legal

    @property
    def required(self) -> bool:
        """Whether there is no default to fall back on."""
        return self.default is attrs.NOTHING

    @property
    def several(self) -> bool:
        """Whether the value is a tuple."""
        return self.kind in ("strings", "spans")


def fields_of(owner: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """Return the scalar fields of an attrs class, in order. Raises KeyError for a type that has no form here."""
    hints = get_type_hints(owner)
    return tuple(
        _field(attribute.name, hints[attribute.name], attribute.default)
        for attribute in attrs.fields(owner)
        if attribute.name not in _APART
    )


def _field(name: str, hint: Any, default: Any) -> Field:
    if get_origin(hint) is Literal:
        return Field(name, "string", default, get_args(hint))
    if NoneType in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return Field(name, _KINDS[hint], default)


FIELDS: dict[type[Node], tuple[Field, ...]] = {kind: fields_of(kind) for kind in NODE_TYPES.values()}
"""The scalar fields of every class of node, `span` first."""

META_FIELDS = fields_of(Meta)
DIAGNOSTIC_FIELDS = tuple(
    attrs.evolve(field, choices=tuple(CATALOGUE)) if field.name == "code" else field for field in fields_of(Diagnostic)
)
