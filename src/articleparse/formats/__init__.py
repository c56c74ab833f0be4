"""Every format by its name: how to write it, how to read it where it can be read, and what it has no place for."""

from articleparse.formats.format import Format
from articleparse.formats.losses import losses
from articleparse.formats.own import FORMATS
from articleparse.formats.registry import ENTRY_POINTS, FormatError, find_format, format_names

__all__ = ["ENTRY_POINTS", "FORMATS", "Format", "FormatError", "find_format", "format_names", "losses"]
