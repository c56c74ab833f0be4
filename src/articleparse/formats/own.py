"""The formats of this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Any

from articleparse.codec.json import from_json, to_json
from articleparse.codec.xml import from_xml, to_xml
from articleparse.formats import further
from articleparse.formats.exchange import EXCHANGE
from articleparse.formats.format import Format
from articleparse.formats.html import to_html
from articleparse.formats.jsonld import JSONLD_OMITS, from_jsonld, to_jsonld
from articleparse.formats.kinds import BLOCKS, BOXES, FURNITURE, FURNITURE_BUT_RELATED, MARKS
from articleparse.formats.markdown import to_markdown
from articleparse.formats.ninjs import from_ninjs, to_ninjs
from articleparse.formats.record import csv_line, csv_table, to_csv, to_record
from articleparse.formats.scalars import plain_json
from articleparse.formats.text import to_text
from articleparse.tree import Article


def _write_record(article: Article) -> str:
    return plain_json(to_record(article))


def _from_arrow(name: str) -> Callable[[Any], Any]:
    """A function of `articleparse.formats.arrow`, which is imported at the first call: its library is an extra."""

    def call(argument: Any) -> Any:
        return getattr(import_module("articleparse.formats.arrow"), name)(argument)

    return call


_RECORD_OMITS = {"author_bio", "correction", "copyright", "image", "pull_quote", "embed"}
_of_record = partial(
    Format,
    omits=_RECORD_OMITS,
    flattens=MARKS | BLOCKS,
    further=further.of_record,
    losses="pull quotes, embeds, corrections, biographies, rights, pictures, marks, positions",
)
"""The record, whatever it is written as."""

_TEXT_OMITS = {"highlights", "kicker", "timestamp_line", "caption", "credit_line", "tags"}

_FORMATS = (
    Format(
        name="json",
        suffix=".json",
        description="the whole tree as JSON",
        write=partial(to_json, indent=True),
        write_line=to_json,
        read=from_json,
        schema="article-1.schema.json",
    ),
    Format(
        name="xml",
        suffix=".xml",
        description="the whole tree as XML",
        write=to_xml,
        read=from_xml,
        schema="article-1.rng",
    ),
    _of_record(
        name="record",
        suffix=".jsonl",
        description="the article as one flat row of JSON",
        write=_write_record,
        write_line=_write_record,
    ),
    _of_record(
        name="csv",
        suffix=".csv",
        description="the record as a table of comma-separated values",
        write=to_csv,
        write_line=csv_line,
        table=csv_table,
    ),
    _of_record(
        name="parquet",
        suffix=".parquet",
        description="the record as a table of Parquet (needs articleparse[arrow])",
        write=_from_arrow("to_parquet"),
        write_line=_write_record,
        table=_from_arrow("parquet_table"),
    ),
    _of_record(
        name="arrow",
        suffix=".arrow",
        description="the record as a table of Arrow (needs articleparse[arrow])",
        write=_from_arrow("to_arrow"),
        write_line=_write_record,
        table=_from_arrow("arrow_table"),
    ),
    Format(
        name="markdown",
        suffix=".md",
        description="the story as Markdown, without furniture",
        write=to_markdown,
        omits=FURNITURE,
        flattens=BOXES | {"pull_quote", "embed", "highlights", "author_bio", "correction", "copyright", "tags"},
        losses="furniture, what boxes and notes are, positions",
    ),
    Format(
        name="html",
        suffix=".html",
        description="the story as a page that a browser shows",
        write=to_html,
        omits=FURNITURE_BUT_RELATED,
        further=further.of_code,
        losses="furniture but for related stories, languages of code, positions",
    ),
    Format(
        name="jsonld",
        suffix=".jsonld",
        description="schema.org NewsArticle as JSON-LD",
        write=partial(to_jsonld, indent=True),
        write_line=to_jsonld,
        read=from_jsonld,
        omits=JSONLD_OMITS | FURNITURE_BUT_RELATED,
        flattens=MARKS | BLOCKS,
        further=further.of_json_ld,
        losses="pull quotes, embeds, biographies, furniture but for related stories, marks, form of blocks, positions",
        schema="schema.org 30.0",
    ),
    Format(
        name="ninjs",
        suffix=".ninjs.json",
        description="ninjs 3.1 of the IPTC, the story as HTML in it",
        write=partial(to_ninjs, indent=True),
        write_line=to_ninjs,
        read=from_ninjs,
        omits=FURNITURE_BUT_RELATED,
        further=further.of_ninjs,
        losses="furniture but for related stories, marks outside of the story, roles of authors, positions",
        schema="ninjs-schema_3.1.json",
    ),
    Format(
        name="text",
        suffix=".txt",
        description="the story as plain text",
        write=to_text,
        omits=FURNITURE | _RECORD_OMITS | _TEXT_OMITS,
        flattens=MARKS | BLOCKS,
        further=further.of_text,
        losses="all but headline, decks, bylines and story, marks, targets of links, positions",
    ),
    *EXCHANGE,
)

FORMATS: Mapping[str, Format] = MappingProxyType({entry.name: entry for entry in _FORMATS})
"""The formats of this package by name."""
