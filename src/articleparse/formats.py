"""Every format by its name: how to write it, and how to read it where it can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import attrs

from articleparse.export import to_json, to_markdown, to_record, to_text, to_xml
from articleparse.load import from_json, from_xml
from articleparse.tree import Article

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@attrs.frozen
class Format:
    """A format that an article can be written in.

    >>> FORMATS["xml"].suffix, FORMATS["text"].read
    ('.xml', None)
    """

    name: str
    suffix: str  # of its files
    description: str
    write: Callable[[Article], str]
    write_line: Callable[[Article], str] | None = None  # the same as one line, for files of JSON Lines
    read: Callable[[str | bytes], Article] | None = None  # None for formats that don't keep all of the article


def _write_record(article: Article) -> str:
    """The record as one line of JSON. Lone surrogates, which no reader of JSON has to take, become U+FFFD."""
    return _SURROGATE.sub("\ufffd", json.dumps(to_record(article), ensure_ascii=False, separators=(",", ":")))


_FORMATS = (
    Format("json", ".json", "the whole tree as JSON", partial(to_json, indent=True), to_json, from_json),
    Format("xml", ".xml", "the whole tree as XML", to_xml, None, from_xml),
    Format("record", ".jsonl", "the article as one flat row of JSON", _write_record, _write_record),
    Format("markdown", ".md", "the story as Markdown, without furniture", to_markdown),
    Format("text", ".txt", "the story as plain text", to_text),
)

FORMATS: Mapping[str, Format] = MappingProxyType({entry.name: entry for entry in _FORMATS})
"""The formats by name."""
