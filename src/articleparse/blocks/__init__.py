"""Lines -> blocks that tile the source, by `blocks.lark`."""

from articleparse.blocks.block import BlockKind, RawBlock, Segments, Unit, UnitKind
from articleparse.blocks.build import read_blocks

__all__ = ["BlockKind", "RawBlock", "Segments", "Unit", "UnitKind", "read_blocks"]
