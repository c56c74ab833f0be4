"""An article as one flat row, for data work: the record, and tables of records."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import chain
from typing import Any, BinaryIO, TypedDict

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats.format import BLOCKS, MARKS, Format, FormatError
from articleparse.formats.scalars import plain_json, without_surrogates
from articleparse.formats.story import CaptionRecord, caption_records, credits_beside, keywords, related_links
from articleparse.install import DISTRIBUTION, install_hint
from articleparse.source import Source
from articleparse.tree import Article, Node


class SectionRecord(TypedDict):
    """A stretch of the body under a heading."""

    heading: str | None
    paragraphs: list[str]


class LinkRecord(TypedDict):
    """A link; `target` is None for a placeholder."""

    text: str
    target: str | None


class FurnitureRecord(TypedDict):
    """Something beside the story; `role` is the type of its node, such as "navigation"."""

    role: str
    text: str


class DiagnosticRecord(TypedDict):
    """A finding; `line` counts from 1 and is None for an article without its source."""

    code: str
    line: int | None
    message: str


class ConfidenceRecord(TypedDict):
    """How sure each part is, 0 to 1: of several the least sure. None where the article has none or nobody judged."""

    kind: float | None
    headline: float | None
    byline: float | None
    published: float | None  # of the line that the date stands in
    deck: float | None
    captions: float | None
    story: float | None  # the mean over its paragraphs


class Record(TypedDict):
    """An article as one flat row: plain strings, lists and None."""

    source: str | None
    headline: str | None
    kicker: str | None
    deck: list[str]
    authors: list[str]  # people
    agencies: list[str]
    dateline: str | None
    published: str | None  # ISO 8601 date or date-time
    updated: str | None  # ISO 8601 date or date-time
    language: str | None
    dialect: str
    kind: str | None  # what the page is: article, listing, thread and others
    confidence: ConfidenceRecord
    sections: list[SectionRecord]
    text: str  # the decks and the story, parted by blank lines, as other extractors have it
    captions: list[CaptionRecord]
    links: list[LinkRecord]
    related: list[LinkRecord]
    tags: list[str]
    furniture: list[FurnitureRecord]
    diagnostics: list[DiagnosticRecord]


def to_record(article: Article) -> Record:
    """Return `article` as one flat row. What the tree holds beside it (spans, inline marks, lists, tables) is left out.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> to_record(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))["headline"]
    'Hi'
    """
    decks = _decks(article)
    return {
        "source": article.meta.name,
        "headline": _text(article.headline),
        "kicker": _text(article.kicker),
        "deck": decks,
        "authors": [author.name for author in article.authors if author.name],
        "agencies": _agencies(article),
        "dateline": _DASHES.sub("", _text(article.dateline) or "") or None,
        "published": _when(article.published),
        "updated": _when(article.updated),
        "language": article.meta.language,
        "dialect": article.meta.dialect,
        "kind": article.meta.kind,
        "confidence": _confidence(article),
        "sections": [_section(section) for section in article.sections],
        "text": "\n\n".join(part for part in (*decks, article.text) if part),
        "captions": caption_records(article),
        "links": [_link(link) for link in article.links],
        "related": [_link(link) for link in related_links(article)],
        "tags": keywords(article.tags),
        "furniture": [{"role": node.type, "text": node.text} for node in _outermost_furniture(article)],
        "diagnostics": _diagnostics(article),
    }


def _confidence(article: Article) -> ConfidenceRecord:
    published = article.published
    lines = chain(tree.find(article, tree.Byline), tree.find(article, tree.TimestampLine))
    sure = [node.confidence for node in tree.find(article.body, tree.Paragraph) if node.confidence is not None]
    return {
        "kind": article.meta.kind_confidence if article.meta.kind is not None else None,
        "headline": _least([article.headline] if article.headline is not None else []),
        "byline": _least(tree.find(article, tree.Byline)),
        "published": _least(line for line in lines if published and published in tree.find(line, tree.Timestamp)),
        "deck": _least([*article.decks, *article.highlights]),
        "captions": _least(article.captions),
        "story": round(sum(sure) / len(sure), 2) if sure else None,
    }


def _least(nodes: Iterable[tree.Block]) -> float | None:
    return min([node.confidence for node in nodes if node.confidence is not None], default=None)


_DASHES = re.compile(r"(?:\.(?=-))?[\s\-\u2010-\u2015:：|]+\Z")
"""What parts a dateline from the story: ` —`, `.-`, `:`."""


def _text(node: Node | None) -> str | None:
    return (node.text.strip() or None) if node is not None else None


def _when(stamp: tree.Timestamp | None) -> str | None:
    """A date that can be sorted: one that is relative or unreadable has no `when`, and its words would be no date."""
    return stamp.when if stamp is not None else None


def _agencies(article: Article) -> list[str]:
    """The agencies of bylines and dateline, each once."""
    names = [author.name for author in article.authors if author.is_agency]
    if article.dateline is not None and article.dateline.agency:
        names.append(article.dateline.agency)
    return list(dict.fromkeys(name for name in names if name))


def _section(section: tree.Section) -> SectionRecord:
    return {
        "heading": _text(section.heading),
        "paragraphs": [text for node in _paragraphs(section) if (text := node.text.strip())],
    }


_TALK = (tree.Question, tree.Answer, tree.LiveEntry)
"""Blocks whose sentences a reader counts as paragraphs of the story."""


def _paragraphs(section: tree.Section) -> Iterator[Node]:
    """The paragraphs of the section and of its questions, answers and live entries.

    A question of a single line has no paragraph within and is one itself. Lists, quotations and boxes are left out.
    """
    stack: list[Node] = [*reversed(section.children)]
    while stack:
        node = stack.pop()
        if isinstance(node, _TALK) and any(isinstance(child, (tree.Paragraph, *_TALK)) for child in node.children):
            stack.extend(reversed(node.children))
        elif isinstance(node, (tree.Paragraph, *_TALK)):
            yield node


def _link(link: tree.Link) -> LinkRecord:
    return {"text": link.text.strip(), "target": link.target}


def _decks(article: Article) -> list[str]:
    """The decks, then the key points, which are a deck in the form of a list."""
    texts = [deck.text for deck in article.decks]
    for points in article.highlights:
        texts += [_own_text(item) for item in tree.find(points, tree.Item)] or [points.text]
    return [text for text in texts if text]


def _own_text(item: tree.Item) -> str:
    """The text of an item but for lists in it, whose items have texts of their own."""
    return tree.Item(item.span, tuple(child for child in item.children if not isinstance(child, tree.ItemList))).text


def _outermost_furniture(article: Article) -> Iterator[tree.Furniture]:
    """Furniture that isn't within other furniture, whose text has it already."""
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        if isinstance(node, tree.Furniture):
            yield node
        else:
            stack.extend(reversed(node.children))


def _diagnostics(article: Article) -> list[DiagnosticRecord]:
    source = Source(article.source) if article.source is not None else None
    return [
        {"code": found.code, "line": source.position(found.span.start)[0] if source else None, "message": found.message}
        for found in article.diagnostics
    ]


COLUMNS = tuple(Record.__annotations__)


def to_csv(article: Article) -> str:
    r"""Return the record of `article` as a table of two lines, the names of the columns and the values (RFC 4180).

    A list or an object is a cell of JSON, None an empty cell. Lines end in CR LF. Lone surrogates become U+FFFD.

    >>> from articleparse.source import Span
    >>> to_csv(Article(Span(0, 0))).splitlines()[1]
    ',,,[],[],[],,,,,unknown,,"{""kind"":null,...
    """
    return _line(COLUMNS) + csv_line(article)


def csv_line(article: Article) -> str:
    """Return the record of `article` as a line of such a table, its line end included."""
    record = to_record(article)
    values = [record[name] for name in COLUMNS]  # type: ignore[literal-required]
    return _line(value if isinstance(value, str) else "" if value is None else plain_json(value) for value in values)


def _line(values: Iterable[str]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(values)
    return without_surrogates(stream.getvalue())


@contextmanager
def csv_table(stream: BinaryIO) -> Iterator[Callable[[bytes], object]]:
    """Open a table in `stream`: the names of the columns, then each line that the block adds, as UTF-8."""
    stream.write(_line(COLUMNS).encode())
    yield stream.write


def _written(article: Article) -> str:
    return plain_json(to_record(article))


def _lines_left_out(article: Article) -> lost.Losses:
    """Credits but for those of captions, kickers but for the first, bylines without names."""
    beside = {id(line) for line in credits_beside(article).values()}
    yield from lost.left_out(line for line in tree.find(article, tree.CreditLine) if id(line) not in beside)
    yield from lost.left_out(lost.behind_first(article, tree.Kicker))
    bylines = tree.find(article, tree.Byline)
    yield from lost.left_out(byline for byline in bylines if not any(byline.authors) and byline.text.strip())


def _of_arrow(name: str) -> Callable[[Any], Any]:
    """A function of `articleparse.formats.arrow`, which is imported at the first call: its library is an extra."""

    def call(argument: Any) -> Any:
        try:
            module = import_module("articleparse.formats.arrow")
        except ModuleNotFoundError as error:
            raise FormatError(f"Parquet and Arrow need {error.name}. {install_hint('arrow')}") from error
        return getattr(module, name)(argument)

    return call


_of_record = partial(
    Format,
    omits={"author_bio", "correction", "copyright", "image", "pull_quote", "embed"},
    loses_markup_of=MARKS | BLOCKS,
    extra_losses=lost.all_of(
        *(lost.outside_story, lost.more_headlines, _lines_left_out, lost.unread_dates, lost.author_titles)
    ),
    losses="pull quotes, embeds, corrections, biographies, rights, pictures, marks, positions",
)

RECORD = _of_record(
    name="record",
    suffix=".jsonl",
    description="the article as one flat row of JSON",
    write=_written,
    write_line=_written,
)
CSV = _of_record(
    name="csv",
    suffix=".csv",
    description="the record as a table of comma-separated values",
    write=to_csv,
    write_line=csv_line,
    table=csv_table,
)
PARQUET = _of_record(
    name="parquet",
    suffix=".parquet",
    description=f"the record as a table of Parquet (needs {DISTRIBUTION}[arrow])",
    write=_of_arrow("to_parquet"),
    write_line=_written,
    table=_of_arrow("parquet_table"),
)
ARROW = _of_record(
    name="arrow",
    suffix=".arrow",
    description=f"the record as a table of Arrow (needs {DISTRIBUTION}[arrow])",
    write=_of_arrow("to_arrow"),
    write_line=_written,
    table=_of_arrow("arrow_table"),
)
