"""What the JSON and the XML format have in common, so that writer, reader and schema can't disagree."""

from articleparse.codec.escape import ESCAPE, escape, escaped_strings, unescape, unescaped_strings
from articleparse.codec.fields import (
    ALLOWED_TYPES,
    DIAGNOSTIC_FIELDS,
    FIELDS,
    FORMAT,
    MAX_DEPTH,
    META_FIELDS,
    NAMESPACE,
    VERSION,
    Field,
    Kind,
    fields_of,
)

__all__ = [
    "ALLOWED_TYPES", "DIAGNOSTIC_FIELDS", "ESCAPE", "FIELDS", "FORMAT", "MAX_DEPTH", "META_FIELDS", "NAMESPACE",
    "VERSION", "Field", "Kind", "escape", "escaped_strings", "fields_of", "unescape", "unescaped_strings",
]  # fmt: skip
