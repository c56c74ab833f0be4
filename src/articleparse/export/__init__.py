"""From an article to text in some format. One file a format; they see the tree and nothing of the parser."""

from articleparse.export.csv_writer import csv_line, csv_table, to_csv
from articleparse.export.html import to_html
from articleparse.export.identifier import identifier
from articleparse.export.json_ld import JSONLD_OMITS, to_jsonld
from articleparse.export.json_schema import json_schema
from articleparse.export.json_writer import to_json
from articleparse.export.markdown import to_markdown
from articleparse.export.ninjs import to_ninjs
from articleparse.export.plain_json import plain_json
from articleparse.export.plain_text import to_text
from articleparse.export.record import Record, to_record
from articleparse.export.relaxng import relaxng
from articleparse.export.xml_writer import to_xml

__all__ = [
    "JSONLD_OMITS",
    "Record",
    "csv_line",
    "csv_table",
    "identifier",
    "json_schema",
    "plain_json",
    "relaxng",
    "to_csv",
    "to_html",
    "to_json",
    "to_jsonld",
    "to_markdown",
    "to_ninjs",
    "to_record",
    "to_text",
    "to_xml",
]  # fmt: skip
