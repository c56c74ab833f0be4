"""Formats by name, our own and those that other packages register, and what can be done with any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType

from articleparse.codec import from_json, from_xml, to_json, to_xml
from articleparse.diagnostics import Diagnostic
from articleparse.formats import docling, html, jsonld, markdown, ninjs, nitf, pandoc, record, tei, text
from articleparse.formats.format import Format, FormatError
from articleparse.source import Span
from articleparse.tree import Article, Furniture, Node

JSON = Format(
    name="json",
    suffix=".json",
    description="the whole tree as JSON",
    write=partial(to_json, indent=True),
    write_line=to_json,
    read=from_json,
    schema="article-1.schema.json",
)
XML = Format(
    name="xml",
    suffix=".xml",
    description="the whole tree as XML",
    write=to_xml,
    read=from_xml,
    schema="article-1.rng",
)

BUILT_IN: Mapping[str, Format] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            *(JSON, XML, record.RECORD, record.CSV, record.PARQUET, record.ARROW),
            *(markdown.FORMAT, html.FORMAT, jsonld.FORMAT, ninjs.FORMAT, text.TEXT),
            *(nitf.FORMAT, tei.FORMAT, pandoc.FORMAT, docling.FORMAT, text.CHUNKS),
        )
    }
)
"""The formats of this package by name."""

ENTRY_POINTS = "articleparse.formats"
"""The group of entry points that formats are registered in; each is named after its format and is a `Format`."""


class _Formats(Mapping[str, Format]):
    """Our own formats in their order, then those of other packages in that of names. Ours come first in every way.

    Packages are looked through only for a name that is not ours, and imported only when their format is asked for.
    """

    def __getitem__(self, name: str) -> Format:
        return BUILT_IN[name] if name in BUILT_IN else _registered(name)

    def __iter__(self) -> Iterator[str]:
        return iter((*BUILT_IN, *sorted(_entries().keys() - BUILT_IN.keys())))

    def __len__(self) -> int:
        return len(BUILT_IN.keys() | _entries().keys())

    def __contains__(self, name: object) -> bool:
        return name in BUILT_IN or name in _entries()


FORMATS: Mapping[str, Format] = _Formats()
"""All formats by name. `FORMATS["papyrus"]` raises FormatError, and so does a format whose package can't be loaded."""


def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=ENTRY_POINTS)}


@cache  # by each process, and for each name asked for: packages don't change while a program runs
def _registered(name: str) -> Format:
    entries = _entries()
    if name not in entries:
        near = get_close_matches(name, [*BUILT_IN, *entries])
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise FormatError(f"There is no format {name!r}.{hint}")
    try:
        loaded = entries[name].load()
    except Exception as error:  # whatever a package of others does when it is imported
        raise FormatError(f"The format {name!r} can't be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(loaded, Format) or loaded.name != name:
        raise FormatError(f"The format {name!r} can't be loaded: {entries[name].value} is no Format of that name.")
    return loaded


def write(article: Article, to: str | Format) -> str | bytes:
    r"""Return `article` in the format `to`, a name or a `Format`: text, or bytes where the format is no text.

    Raises FormatError for an unknown name, and for a format whose library is not installed.

    >>> import articleparse as ap
    >>> write(ap.parse("# Rain at last\n\nIt rained on Tuesday, for the first time in months."), "markdown")
    '# Rain at last\n\nIt rained on Tuesday, for the first time in months.\n'
    >>> write(ap.parse(""), "markdwon")
    Traceback (most recent call last):
        ...
    articleparse.formats.format.FormatError: There is no format 'markdwon'. Did you mean 'markdown'?
    """
    return (FORMATS[to] if isinstance(to, str) else to).write(article)


def read_format(data: str | bytes, name: str | Format) -> Article:
    """Return the article in the document `data` (bytes are UTF-8 where the document doesn't say) of the format `name`.

    Raises FormatError for an unknown name and for a format that can only be written, LoadError for a document that is
    none of the format.

    >>> read_format('{"uri":"urn:x:1","headlines":[{"value":"Rain"}]}', "ninjs").headline.text
    'Rain'
    >>> read_format("Rain", "text")
    Traceback (most recent call last):
        ...
    articleparse.formats.format.FormatError: 'text' can only be written. Can be read: json, xml, jsonld, ninjs, nitf.
    """
    chosen = FORMATS[name] if isinstance(name, str) else name
    if chosen.read is None:
        readable = ", ".join(entry.name for entry in BUILT_IN.values() if entry.read)
        raise FormatError(f"{chosen.name!r} can only be written. Can be read: {readable}.")
    return chosen.read(data)


def losses(article: Article, to: str | Format) -> tuple[Diagnostic, ...]:
    r"""Return what of `article` has no place in the format `to`: a finding for each kind of node, by place.

    AP401 (a warning) tells that words of the story are left out, AP402 (a note) that the words are kept, but not what
    they are, AP403 (a note) that furniture is left out. The span is that of the first such node; the detail has the
    format, the type of the node and how many there are. Raises FormatError for an unknown name.

    >>> import articleparse as ap
    >>> article = ap.parse("Weather\n\n# Rain at last\n\nBy Jane Doe\n\nIt **rained** on Tuesday, at last.")
    >>> [(found.code, found.detail) for found in losses(article, "text")]
    [('AP401', 'text: kicker (1)'), ('AP402', 'text: strong (1)')]
    """
    chosen = FORMATS[to] if isinstance(to, str) else to
    spans: dict[tuple[str, str], list[Span]] = {}
    for code, node in (*_by_kind(article, chosen), *chosen.extra_losses(article)):
        spans.setdefault((code, node.type), []).append(node.span)
    found = (
        Diagnostic(code, min(places), f"{chosen.name}: {kind} ({len(places)})")
        for (code, kind), places in spans.items()
    )
    return tuple(sorted(found, key=lambda loss: loss.span))


def _by_kind(article: Article, chosen: Format) -> Iterator[tuple[str, Node]]:
    stack: list[Node] = [article] if chosen.omits or chosen.loses_markup_of else []
    while stack:
        node = stack.pop()
        if node.type in chosen.omits:  # what is in it is no loss of its own
            yield "AP403" if isinstance(node, Furniture) else "AP401", node
            continue
        if node.type in chosen.loses_markup_of:
            yield "AP402", node
        stack.extend(reversed(node.children))
