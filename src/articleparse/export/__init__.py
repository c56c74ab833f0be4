"""From an article to text in some format. One file a format; they see the tree and nothing of the parser."""

from articleparse.export.chunks import Chunk, to_chunks
from articleparse.export.csv_writer import csv_line, csv_table, to_csv
from articleparse.export.docling import to_docling
from articleparse.export.html import to_html
from articleparse.export.identifier import identifier
from articleparse.export.json_ld import JSONLD_OMITS, to_jsonld
from articleparse.export.json_schema import json_schema
from articleparse.export.json_writer import to_json
from articleparse.export.markdown import to_markdown
from articleparse.export.ninjs import to_ninjs
from articleparse.export.nitf import to_nitf
from articleparse.export.pandoc import PANDOC_2, to_pandoc
from articleparse.export.plain_json import plain_json
from articleparse.export.plain_text import to_text
from articleparse.export.record import Record, to_record
from articleparse.export.relaxng import relaxng
from articleparse.export.tei import to_tei
from articleparse.export.xml_writer import to_xml

__all__ = [
    "JSONLD_OMITS",
    "PANDOC_2",
    "Chunk",
    "Record",
    "csv_line",
    "csv_table",
    "identifier",
    "json_schema",
    "plain_json",
    "relaxng",
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
]  # fmt: skip
