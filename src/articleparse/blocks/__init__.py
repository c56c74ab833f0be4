"""From line kinds to blocks that tile the source, by `blocks.lark`."""

from articleparse.blocks.block import RawBlock, Segments
from articleparse.blocks.build import read_blocks
from articleparse.blocks.unit import Unit, UnitKind

__all__ = ["RawBlock", "Segments", "Unit", "UnitKind", "read_blocks"]
