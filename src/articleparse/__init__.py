r"""Get the news article back from a dump: Markdown-like or plain text in, a typed, lossless tree out.

>>> import articleparse as ap
>>> article = ap.parse("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, for the first time in months.")
>>> article.headline.text
'Rain at last'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articleparse.diagnostics import CATALOGUE as CATALOGUE
    from articleparse.diagnostics import Diagnostic as Diagnostic
    from articleparse.dialect import DIALECTS as DIALECTS
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
    from articleparse.tree import Node as Node
    from articleparse.tree import Visitor as Visitor
    from articleparse.tree import find as find
    from articleparse.tree import leaves as leaves
    from articleparse.tree import resolve_links as resolve_links
    from articleparse.tree import unparse as unparse
    from articleparse.tree import validate as validate
    from articleparse.tree import walk as walk
    from articleparse.vocabulary import VocabularyError as VocabularyError
    from articleparse.vocabulary import read_vocabulary as read_vocabulary

_HOMES = {
    "diagnostics": ("CATALOGUE", "Diagnostic"),
    "dialect": ("DIALECTS",),
    "export": (
        "to_chunks",
        "to_csv",
        "to_docling",
        "to_html",
        "to_json",
        "to_jsonld",
        "to_markdown",
        "to_ninjs",
        "to_nitf",
        "to_pandoc",
        "to_record",
        "to_tei",
        "to_text",
        "to_xml",
    ),
    "formats": ("FORMATS", "Format", "FormatError", "find_format", "format_names", "losses"),
    "load": ("LoadError", "from_json", "from_jsonld", "from_ninjs", "from_nitf", "from_xml"),
    "options": ("Options",),
    "pipeline": ("Reading", "parse", "parse_bytes", "parse_file", "read"),
    "source": ("Span",),
    "tree": ("Article", "Node", "Visitor", "find", "leaves", "validate", "resolve_links", "unparse", "walk"),
    "vocabulary": ("VocabularyError", "read_vocabulary"),
}
"""The module that each public name is imported from when it is first used: the command starts twice as fast."""

_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME)  # noqa: PLE0605  # a list, made from the table


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
