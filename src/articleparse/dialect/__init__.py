"""Lines -> the dialect of the dump: the converter that wrote it, hard wraps, a block a line or not."""

from articleparse.dialect.detect import detect
from articleparse.dialect.dialect import DIALECTS, Dialect
from articleparse.dialect.layout import ROOM
from articleparse.dialect.pieces import pieces

__all__ = ["DIALECTS", "ROOM", "Dialect", "detect", "pieces"]
