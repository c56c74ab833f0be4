"""Kinds of nodes that formats leave out or flatten together."""

from __future__ import annotations

from articleparse.tree import NODE_TYPES, Furniture

FURNITURE = frozenset(name for name, kind in NODE_TYPES.items() if issubclass(kind, Furniture))
FURNITURE_BUT_RELATED = FURNITURE - {"related"}

MARKS = frozenset({"strong", "emphasis", "strikethrough", "link", "code"})
"""Marks within a line."""

BOXES = frozenset({"fact_box", "live_entry", "question", "answer"})
BLOCKS = frozenset({"item_list", "table", "quotation", "code_block"}) | BOXES
