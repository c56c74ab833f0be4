"""The fields that the formats know."""

from __future__ import annotations

import attrs
import pytest

from articleparse.codec.fields import ALLOWED_TYPES, FIELDS, fields_of
from articleparse.source import Span
from articleparse.tree import ALLOWED, NODE_TYPES, Furniture, Node


@pytest.mark.parametrize("kind", NODE_TYPES.values(), ids=NODE_TYPES)
def test_every_attribute_has_a_place(kind: type[Node]) -> None:
    """Every attribute of a node is a field of the formats, but for those that have a place of their own."""
    attributes = {attribute.name for attribute in attrs.fields(kind)}
    apart = {"children", "meta", "diagnostics", "source"}
    assert {field.name for field in FIELDS[kind]} == attributes - apart


def test_unknown_type() -> None:
    """A class with a field of a type that the formats have no form for is refused."""

    @attrs.frozen
    class Strange(Node):
        numbers: set[int] = attrs.field(factory=set)

    with pytest.raises(KeyError):
        fields_of(Strange)
    assert Strange(Span(0, 0)).numbers == set()


def test_allowed_types_are_concrete() -> None:
    """Where an abstract class may stand, the formats name its subclasses."""
    furniture = {kind.type for kind in Furniture.__subclasses__()}
    for kind, allowed in ALLOWED.items():
        assert "furniture" not in ALLOWED_TYPES[kind]
        assert furniture <= ALLOWED_TYPES[kind] or Furniture not in allowed
