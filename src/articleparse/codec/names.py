"""Names, version and limits of the formats."""

from __future__ import annotations

from articleparse.tree import ALLOWED, NODE_TYPES, Node

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
