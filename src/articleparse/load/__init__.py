"""From a document back to the article. Whatever is wrong with a document is a `LoadError` that says where."""

from articleparse.load.errors import LoadError
from articleparse.load.json_ld_reader import from_jsonld
from articleparse.load.json_reader import from_json
from articleparse.load.ninjs_reader import from_ninjs
from articleparse.load.nitf_reader import from_nitf
from articleparse.load.xml_reader import from_xml

__all__ = ["LoadError", "from_json", "from_jsonld", "from_ninjs", "from_nitf", "from_xml"]
