# The public names, each with the module that defines it: a line a name, which `__init__.py` reads, too.

from articleparse import tree as tree
from articleparse.codec import from_json as from_json
from articleparse.codec import from_xml as from_xml
from articleparse.codec import to_json as to_json
from articleparse.codec import to_xml as to_xml
from articleparse.diagnostics import Diagnostic as Diagnostic
from articleparse.errors import ArticleparseError as ArticleparseError
from articleparse.formats import FORMATS as FORMATS
from articleparse.formats import read_format as read_format
from articleparse.formats import to_markdown as to_markdown
from articleparse.formats import to_record as to_record
from articleparse.formats import to_text as to_text
from articleparse.formats import write as write
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
