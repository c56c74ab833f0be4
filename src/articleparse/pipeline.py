"""The stages in order: from text, bytes or a file to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path

import attrs

from articleparse.article import adjust_roles, build_article
from articleparse.blocks import Unit, read_blocks
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect, detect_dialect
from articleparse.fields.line import FieldReader
from articleparse.inline import read_units
from articleparse.language import MAX_SAMPLE_CHARS, detect_language
from articleparse.lines import read_lines
from articleparse.options import Options
from articleparse.roles import STORY, Explanation, Judgement, Role, judge, with_changes
from articleparse.roles import explain as explain_units
from articleparse.source import Source, decode
from articleparse.tree import Article, Meta
from articleparse.vocabulary import load_vocabulary

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1b\x7f]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)

_GUESSED = 0.3
"""A dialect below this confidence is a guess: nearly as much speaks for another one."""

DEFAULT = Options()


@attrs.frozen
class Reading:
    r"""A dump that was read: its article, and what each block of it was judged to be.

    >>> reading = read("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months.")
    >>> reading.article.headline.text, [str(judgement.role) for judgement in reading.judgements]
    ('Rain at last', ['headline', 'byline', 'paragraph'])
    """

    article: Article
    judgements: tuple[Judgement, ...]  # one a block, in the order of the dump, with the roles of the tree
    options: Options  # that it was read with
    _units: tuple[Unit, ...] = attrs.field(repr=False)  # as the syntax has them
    _blocks: tuple[Unit, ...] = attrs.field(repr=False)  # those that were judged: lists of captions are parted

    def explain(self) -> tuple[Explanation, ...]:
        r"""Return why each block has the role that it has, in the order of the dump: one for each judgement.

        A role that was changed after the best path has the reason with it, and evidence for the path's role.

        >>> dump = "# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months."
        >>> [(str(found.role), found.confidence > 0.5) for found in read(dump).explain()]
        [('headline', True), ('byline', True), ('paragraph', True)]
        """
        found = explain_units(self._units, load_vocabulary(self.options.vocabulary))
        return tuple(with_changes(found, self._blocks, self.judgements))


def read(dump: str | bytes, *, name: str | None = None, options: Options = DEFAULT) -> Reading:
    r"""Read a dump, and keep what its blocks were judged to be: for who wants to know why the article is as it is.

    `dump` is text, or bytes as `parse_bytes` takes them; `name` is where it came from (kept in `Article.meta.name`).
    Raises TypeError when `dump` is neither text nor bytes.

    >>> read("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday.").article.headline.text
    'Rain at last'
    """
    if isinstance(dump, str):
        return _read(Source(dump, name), options, Diagnostics())
    if not isinstance(dump, (bytes, bytearray, memoryview)):
        raise TypeError(f"read() takes a str or bytes, not {type(dump).__name__}")
    source = decode(bytes(dump), name)
    diagnostics = Diagnostics()
    if source.encoding is None:
        diagnostics.add("AP001", *_first_replaced(source.text))
    elif not source.encoding.startswith("utf"):
        diagnostics.add("AP002", 0, 0, source.encoding)
    return _read(source, options, diagnostics)


def parse(text: str, *, name: str | None = None, options: Options = DEFAULT) -> Article:
    r"""Read the article of a dump.

    `text` is the dump, `name` where it came from (kept in `Article.meta.name`). There is an article for every
    text; what is wrong with it is in `Article.diagnostics`. Raises TypeError when `text` is no `str`.

    >>> article = parse("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months.")
    >>> article.headline.text, [author.name for author in article.authors]
    ('Rain at last', ['Jane Doe'])
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}; parse_bytes() takes bytes")
    return read(text, name=name, options=options).article


def parse_bytes(data: bytes, *, name: str | None = None, options: Options = DEFAULT) -> Article:
    r"""Read the article of a dump whose encoding is found out: by its byte-order mark, as UTF-8, or by guessing.

    Raises TypeError when `data` is not bytes.

    >>> dump = "# Né à Metz\n\nPar Jean Petit\n\nIl pleut à Metz depuis mardi, sans arrêt."
    >>> article = parse_bytes(dump.encode("utf-16"))
    >>> article.headline.text, article.meta.encoding
    ('Né à Metz', 'utf-16')
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"parse_bytes() takes bytes, not {type(data).__name__}; parse() takes a str")
    return read(data, name=name, options=options).article


def parse_file(path: str | PathLike[str], *, options: Options = DEFAULT) -> Article:
    """Read the article of the dump in a file, as `parse_bytes` does. Raises OSError when the file can't be read."""
    return parse_bytes(Path(path).read_bytes(), name=fspath(path), options=options)


def _read(source: Source, options: Options, diagnostics: Diagnostics) -> Reading:
    """Run all stages."""
    _inspect(source.text, diagnostics)
    units, dialect = _read_syntax(source, options, diagnostics)
    if dialect.marks and dialect.name != "unknown" and dialect.confidence < _GUESSED:
        diagnostics.add("AP303", 0, 0, f"{dialect.name}, {dialect.confidence:.0%} sure")
    vocabulary = load_vocabulary(options.vocabulary)
    page = judge(units, vocabulary)
    meta = Meta(
        language=options.language or detect_language(_sample(units, page.judgements)),
        dialect=dialect.name,
        dialect_confidence=dialect.confidence,
        name=source.name,
        encoding=source.encoding,
        kind=page.kind if units else None,
        kind_confidence=page.kind_confidence,
    )
    reader = FieldReader(vocabulary, meta.language)
    blocks, judgements = adjust_roles(units, page.judgements, reader, diagnostics)
    article = build_article(source, blocks, judgements, meta, reader, diagnostics)
    article = attrs.evolve(article, diagnostics=diagnostics.sorted())
    return Reading(article, tuple(judgements), options, tuple(units), tuple(blocks))


def _read_syntax(source: Source, options: Options, diagnostics: Diagnostics) -> tuple[Sequence[Unit], Dialect]:
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
