"""What the JSON and the XML format have in common, so that writer, reader and schema can't disagree."""

from articleparse.codec.escape import ESCAPE, escape, escaped_strings, unescape, unescaped_strings
from articleparse.codec.fields import DIAGNOSTIC_FIELDS, FIELDS, META_FIELDS, Field, Kind, fields_of
from articleparse.codec.names import ALLOWED_TYPES, FORMAT, MAX_DEPTH, NAMESPACE, VERSION

__all__ = [
    "ALLOWED_TYPES", "DIAGNOSTIC_FIELDS", "ESCAPE", "FIELDS", "FORMAT", "MAX_DEPTH", "META_FIELDS", "NAMESPACE",
    "VERSION", "Field", "Kind", "escape", "escaped_strings", "fields_of", "unescape", "unescaped_strings",
]  # fmt: skip
