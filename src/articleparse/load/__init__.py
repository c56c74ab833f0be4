"""From JSON or XML back to the article. Whatever is wrong with a document is a `LoadError` that says where."""

from articleparse.load.errors import LoadError
from articleparse.load.json_reader import from_json
from articleparse.load.xml_reader import from_xml

__all__ = ["LoadError", "from_json", "from_xml"]
