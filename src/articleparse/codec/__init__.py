"""The whole tree as JSON and XML, there and back, and the schemas of both, all from one table of fields."""

from articleparse.codec.json import from_json, to_json
from articleparse.codec.loader import LoadError
from articleparse.codec.schema import json_schema, relaxng
from articleparse.codec.xml import from_xml, to_xml

__all__ = ["LoadError", "from_json", "from_xml", "json_schema", "relaxng", "to_json", "to_xml"]
