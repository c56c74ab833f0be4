"""Every format by its name: how to write it, how to read it where it can be read, and what it has no place for."""

from articleparse.codec import from_json, from_xml, to_json, to_xml
from articleparse.formats.format import Format, FormatError
from articleparse.formats.markdown import to_markdown
from articleparse.formats.record import Record, to_record
from articleparse.formats.registry import BUILT_IN, ENTRY_POINTS, FORMATS, losses, read_format, write
from articleparse.formats.text import Chunk, to_chunks, to_text

__all__ = [
    "BUILT_IN",
    "ENTRY_POINTS",
    "FORMATS",
    "Chunk",
    "Format",
    "FormatError",
    "Record",
    "from_json",
    "from_xml",
    "losses",
    "read_format",
    "to_chunks",
    "to_json",
    "to_markdown",
    "to_record",
    "to_text",
    "to_xml",
    "write",
]
