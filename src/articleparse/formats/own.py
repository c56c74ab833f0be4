"""The formats of this package."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from articleparse.export import to_json, to_markdown, to_record, to_text, to_xml
from articleparse.formats.format import Format
from articleparse.load import from_json, from_xml
from articleparse.tree import Article

_SURROGATE = re.compile(r"[\ud800-\udfff]")

_FURNITURE = frozenset(
    {"related", "promotion", "control", "navigation", "advertisement", "comments", "consent", "other"}
)
_MARKS = frozenset({"strong", "emphasis", "deleted", "link", "code"})
"""Marks within a line."""

_BLOCKS = frozenset({"item_list", "table", "quotation", "code_block"})


def _write_record(article: Article) -> str:
    """The record as one line of JSON. Lone surrogates, which no reader of JSON has to take, become U+FFFD."""
    return _SURROGATE.sub("\ufffd", json.dumps(to_record(article), ensure_ascii=False, separators=(",", ":")))


_RECORD_OMITS = {"highlights", "author_bio", "correction", "copyright", "image", "pull_quote", "embed"}
_TEXT_OMITS = {"kicker", "timestamps", "caption", "credits", "tags"}

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
    Format(
        name="record",
        suffix=".jsonl",
        description="the article as one flat row of JSON",
        write=_write_record,
        write_line=_write_record,
        omits=_RECORD_OMITS,
        flattens=_MARKS | _BLOCKS,
        losses="highlights, pull quotes, embeds, corrections, biographies, rights, pictures, marks, positions",
    ),
    Format(
        name="markdown",
        suffix=".md",
        description="the story as Markdown, without furniture",
        write=to_markdown,
        omits=_FURNITURE,
        losses="furniture, positions",
    ),
    Format(
        name="text",
        suffix=".txt",
        description="the story as plain text",
        write=to_text,
        omits=_FURNITURE | _RECORD_OMITS | _TEXT_OMITS,
        flattens=_MARKS | _BLOCKS,
        losses="all but headline, decks, byline and story, marks, targets of links, positions",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({entry.name: entry for entry in _FORMATS})
"""The formats of this package by name."""
