"""The stages in order: from text, bytes or a file to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path

import attrs

from articleparse.article import build
from articleparse.blocks import Unit, read_blocks
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import DIALECTS, Dialect, detect_dialect
from articleparse.inline import read_units
from articleparse.language import MAX_SAMPLE_CHARS, detect_language
from articleparse.lines import read_lines
from articleparse.options import Options
from articleparse.roles import STORY, Explanation, Judgement, Role
from articleparse.roles import classify as classify_units
from articleparse.roles import explain as explain_units
from articleparse.source import Source, decode
from articleparse.tree import Article, Meta, source_of
from articleparse.vocabulary import load_vocabulary

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1b\x7f]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)

DEFAULT = Options()


def parse(text: str, *, name: str | None = None, options: Options = DEFAULT) -> Article:
    r"""Read a dump.

    `text` is the dump, `name` where it came from (kept in `Article.meta.name`). There is an article for every
    text; what is wrong with it is in `Article.diagnostics`. Raises TypeError when `text` is no `str`, and ValueError
    when `options` name an unknown dialect.

    >>> article = parse("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months.")
    >>> article.headline.text, [author.name for author in article.authors]
    ('Rain at last', ['Jane Doe'])
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}; parse_bytes() takes bytes")
    return _parse(Source(text, name), options, Diagnostics())


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
    diagnostics = Diagnostics()
    if source.encoding is None:
        diagnostics.add("AP001", *_first_replaced(source.text))
    elif not source.encoding.startswith("utf"):
        diagnostics.add("AP002", 0, 0, source.encoding)
    return _parse(source, options, diagnostics)


def parse_file(path: str | PathLike[str], *, options: Options = DEFAULT) -> Article:
    """Read the dump in the file `path`, as `parse_bytes` does. Raises OSError when the file can't be read."""
    return parse_bytes(Path(path).read_bytes(), name=fspath(path), options=options)


def explain(article: Article, *, options: Options = DEFAULT) -> tuple[Explanation, ...]:
    r"""Why each block of the dump was judged to have the role that it has, in the order of the dump.

    `options` are those that the article was parsed with. The dump is judged again, so the tree may be one that was
    loaded. Where a role and the syntax contradict each other, the tree has what the syntax allows: a list is no
    paragraph. Raises ValueError when `article` has no source text, or `options` name an unknown dialect.

    >>> dump = "# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months."
    >>> [(str(found.role), found.confidence > 0.5) for found in explain(parse(dump))]
    [('headline', True), ('byline', True), ('paragraph', True)]
    """
    _check(options)
    units, _ = _read(Source(source_of(article)), options, Diagnostics())
    return tuple(explain_units(units, words=load_vocabulary(options.vocabulary)))


def _parse(source: Source, options: Options, diagnostics: Diagnostics) -> Article:
    _check(options)
    _inspect(source.text, diagnostics)
    units, dialect = _read(source, options, diagnostics)
    vocabulary = load_vocabulary(options.vocabulary)
    judgements = classify_units(units, words=vocabulary)
    meta = Meta(
        language=options.language or detect_language(_sample(units, judgements)),
        dialect=dialect.name,
        dialect_confidence=dialect.confidence,
        name=source.name,
        encoding=source.encoding,
    )
    article = build(source, units, judgements, meta, diagnostics, vocabulary)
    return attrs.evolve(article, diagnostics=diagnostics.sorted())


def _read(source: Source, options: Options, diagnostics: Diagnostics) -> tuple[Sequence[Unit], Dialect]:
    """The stages of the syntax: the blocks of the dump with what is in them, and who wrote it."""
    lines = read_lines(source, diagnostics)
    dialect = detect_dialect(source, lines, options.dialect)
    return read_units(source, read_blocks(source, lines, dialect, diagnostics), dialect, diagnostics), dialect


def _sample(units: Sequence[Unit], judgements: Sequence[Judgement]) -> str:
    """The headline and as much of the story as telling its language takes; furniture may be in another one."""
    parts: list[str] = []
    length = 0
    for unit, judgement in zip(units, judgements, strict=True):
        is_prose = judgement.role in STORY and unit.node.flows
        if length < MAX_SAMPLE_CHARS and (is_prose or judgement.role is Role.HEADLINE):
            parts.append(unit.node.text)
            length += len(parts[-1])
    return "\n".join(parts)


def _check(options: Options) -> None:
    """Raise ValueError for an unknown dialect."""
    if options.dialect is not None and options.dialect not in DIALECTS:
        raise ValueError(f"unknown dialect {options.dialect!r}; known are {', '.join(sorted(DIALECTS))}")


def _inspect(text: str, diagnostics: Diagnostics) -> None:
    """Report what tells that a text is no dump."""
    if not text.strip():
        diagnostics.add("AP006", 0, len(text))
    elif text.startswith("%PDF-"):
        diagnostics.add("AP005", 0, 5)
    elif html := _HTML.match(text):
        diagnostics.add("AP004", *html.span())
    if control := _CONTROL.search(text):
        diagnostics.add("AP003", *control.span())


def _first_replaced(text: str) -> tuple[int, int]:
    start = max(0, text.find("\N{REPLACEMENT CHARACTER}"))
    return start, start + 1 if text else 0
