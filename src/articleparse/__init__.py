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
    from articleparse.codec import LoadError as LoadError
    from articleparse.diagnostics import CATALOGUE as CATALOGUE
    from articleparse.diagnostics import Diagnostic as Diagnostic
    from articleparse.dialect import DIALECTS as DIALECTS
    from articleparse.formats import FORMATS as FORMATS
    from articleparse.formats import Format as Format
    from articleparse.formats import FormatError as FormatError
    from articleparse.formats import from_json as from_json
    from articleparse.formats import from_xml as from_xml
    from articleparse.formats import losses as losses
    from articleparse.formats import read_format as read_format
    from articleparse.formats import to_chunks as to_chunks
    from articleparse.formats import to_json as to_json
    from articleparse.formats import to_markdown as to_markdown
    from articleparse.formats import to_record as to_record
    from articleparse.formats import to_text as to_text
    from articleparse.formats import to_xml as to_xml
    from articleparse.formats import write as write
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
    "codec": ("LoadError",),
    "diagnostics": (
        "CATALOGUE",
        "Diagnostic",
    ),
    "dialect": ("DIALECTS",),
    "formats": (
        "FORMATS",
        "Format",
        "FormatError",
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
    ),
    "options": ("Options",),
    "pipeline": (
        "Reading",
        "parse",
        "parse_bytes",
        "parse_file",
        "read",
    ),
    "source": ("Span",),
    "tree": (
        "Article",
        "Node",
        "Visitor",
        "find",
        "leaves",
        "resolve_links",
        "unparse",
        "validate",
        "walk",
    ),
    "vocabulary": (
        "VocabularyError",
        "read_vocabulary",
    ),
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
