"""From the text of blocks to inline nodes, by `inline.lark`."""

from articleparse.inline.build import read_units

__all__ = ["read_units"]
