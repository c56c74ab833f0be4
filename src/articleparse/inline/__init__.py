"""From the text of blocks to inline nodes, by `inline.lark`."""

from articleparse.inline.units import read_units

__all__ = ["read_units"]
