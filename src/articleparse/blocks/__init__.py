"""From line kinds to blocks that tile the source, by `blocks.lark`."""

from articleparse.blocks.unit import Unit, UnitKind

__all__ = ["Unit", "UnitKind"]
