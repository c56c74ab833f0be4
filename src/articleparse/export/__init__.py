"""From an article to text in some format. One file a format; they see the tree and nothing of the parser."""

from articleparse.export.json_schema import json_schema
from articleparse.export.json_writer import to_json
from articleparse.export.markdown import to_markdown
from articleparse.export.plain_text import to_text
from articleparse.export.record import Record, to_record
from articleparse.export.relaxng import relaxng
from articleparse.export.xml_writer import to_xml

__all__ = ["Record", "json_schema", "relaxng", "to_json", "to_markdown", "to_record", "to_text", "to_xml"]
