"""The stages in order: from text, bytes or a file to an article."""

from __future__ import annotations

import re
from os import PathLike, fspath
from pathlib import Path

import attrs

from articleparse.article import build
from articleparse.blocks import read_blocks
from articleparse.diagnostics import Sink
from articleparse.dialect import DIALECTS, detect
from articleparse.inline import read_units
from articleparse.lines import classify as classify_lines
from articleparse.options import Options
from articleparse.roles import classify as classify_units
from articleparse.source import Source, decode
from articleparse.tree import Article, Meta

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1b\x7f]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)

DEFAULT = Options()


def parse(text: str, *, name: str | None = None, options: Options = DEFAULT) -> Article:
    r"""Read a dump.

    `text` is the dump, `name` where it came from (kept in `Article.meta.source_name`). There is an article for every
    text; what is wrong with it is in `Article.diagnostics`. Raises TypeError when `text` is no `str`, and ValueError
    when `options` name an unknown dialect.

    >>> article = parse("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months.")
    >>> article.headline.text, [author.name for author in article.authors]
    ('Rain at last', ['Jane Doe'])
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}; parse_bytes() takes bytes")
    return _parse(Source(text, name), options, Sink())


def parse_bytes(data: bytes, *, name: str | None = None, options: Options = DEFAULT) -> Article:
    r"""Read a dump whose encoding is found out: by its byte-order mark, as UTF-8, or by guessing.

    Raises TypeError when `data` is not bytes, and ValueError when `options` name an unknown dialect.

    >>> dump = "# Né à Metz\n\nPar Jean Petit\n\nIl pleut à Metz depuis mardi, sans arrêt."
    >>> article = parse_bytes(dump.encode("utf-16"))
    >>> article.headline.text, article.meta.encoding
    ('Né à Metz', 'utf-16')
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"parse_bytes() takes bytes, not {type(data).__name__}; parse() takes a str")
    source = decode(bytes(data), name)
    sink = Sink()
    if source.encoding is None:
        sink.add("AP001", *_first_replaced(source.text))
    elif not source.encoding.startswith("utf"):
        sink.add("AP002", 0, 0, source.encoding)
    return _parse(source, options, sink)


def parse_file(path: str | PathLike[str], *, options: Options = DEFAULT) -> Article:
    """Read the dump in the file `path`, as `parse_bytes` does. Raises OSError when the file can't be read."""
    return parse_bytes(Path(path).read_bytes(), name=fspath(path), options=options)


def _parse(source: Source, options: Options, sink: Sink) -> Article:
    if options.dialect is not None and options.dialect not in DIALECTS:
        raise ValueError(f"unknown dialect {options.dialect!r}; known are {', '.join(sorted(DIALECTS))}")
    _inspect(source.text, sink)
    lines = classify_lines(source, sink)
    dialect = detect(source, lines, options.dialect)
    units = read_units(source, read_blocks(source, lines, dialect, sink), dialect, sink)
    meta = Meta(
        dialect=dialect.name,
        dialect_confidence=dialect.confidence,
        source_name=source.name,
        encoding=source.encoding,
    )
    article = build(source, units, classify_units(units), meta, sink)
    return attrs.evolve(article, diagnostics=sink.sorted())


def _inspect(text: str, sink: Sink) -> None:
    """Report what tells that a text is no dump."""
    if not text.strip():
        sink.add("AP006", 0, len(text))
    elif text.startswith("%PDF-"):
        sink.add("AP005", 0, 5)
    elif html := _HTML.match(text):
        sink.add("AP004", *html.span())
    if control := _CONTROL.search(text):
        sink.add("AP003", *control.span())


def _first_replaced(text: str) -> tuple[int, int]:
    start = max(0, text.find("\N{REPLACEMENT CHARACTER}"))
    return start, start + 1 if text else 0
