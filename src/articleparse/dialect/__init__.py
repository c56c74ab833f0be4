"""Lines -> the dialect of the dump: the converter that wrote it, hard wraps, a block a line or not."""

from articleparse.dialect.dialect import DIALECTS, Dialect, detect_dialect
from articleparse.dialect.layout import first_word, pieces, spare_columns

__all__ = ["DIALECTS", "Dialect", "detect_dialect", "first_word", "pieces", "spare_columns"]
