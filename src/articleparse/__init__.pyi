# The public names, each with the module that defines it: a line a name, which `__init__.py` reads, too.

from articleparse import tree as tree
from articleparse.diagnostics import Diagnostic as Diagnostic
from articleparse.errors import ArticleparseError as ArticleparseError
from articleparse.export import to_chunks as to_chunks
from articleparse.export import to_csv as to_csv
from articleparse.export import to_docling as to_docling
from articleparse.export import to_html as to_html
from articleparse.export import to_json as to_json
from articleparse.export import to_jsonld as to_jsonld
from articleparse.export import to_markdown as to_markdown
from articleparse.export import to_ninjs as to_ninjs
from articleparse.export import to_nitf as to_nitf
from articleparse.export import to_pandoc as to_pandoc
from articleparse.export import to_record as to_record
from articleparse.export import to_tei as to_tei
from articleparse.export import to_text as to_text
from articleparse.export import to_xml as to_xml
from articleparse.formats import FORMATS as FORMATS
from articleparse.formats import Format as Format
from articleparse.formats import FormatError as FormatError
from articleparse.formats import find_format as find_format
from articleparse.formats import format_names as format_names
from articleparse.formats import losses as losses
from articleparse.load import LoadError as LoadError
from articleparse.load import from_json as from_json
from articleparse.load import from_jsonld as from_jsonld
from articleparse.load import from_ninjs as from_ninjs
from articleparse.load import from_nitf as from_nitf
from articleparse.load import from_xml as from_xml
from articleparse.options import Options as Options
from articleparse.pipeline import Reading as Reading
from articleparse.pipeline import parse as parse
from articleparse.pipeline import parse_bytes as parse_bytes
from articleparse.pipeline import parse_file as parse_file
from articleparse.pipeline import read as read
from articleparse.source import Span as Span
from articleparse.tree import Article as Article
from articleparse.tree import find as find
from articleparse.tree import leaves as leaves
from articleparse.tree import resolve_links as resolve_links
from articleparse.tree import unparse as unparse
from articleparse.tree import validate as validate
from articleparse.tree import walk as walk

__all__: list[str]
