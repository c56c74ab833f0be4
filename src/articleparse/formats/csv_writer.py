"""Records as a table of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from articleparse.formats.plain_json import plain_json
from articleparse.formats.record import Record, to_record
from articleparse.tree import Article

COLUMNS = tuple(Record.__annotations__)


def to_csv(article: Article) -> str:
    r"""The record of `article` as a table of two lines, the names of the columns and the values (RFC 4180).

    A list is a cell of JSON, None an empty cell. Lines end in CR LF. Lone surrogates become U+FFFD.

    >>> from articleparse.source import Span
    >>> to_csv(Article(Span(0, 0))).splitlines()[1]
    ',,,[],[],[],,,,,unknown,[],,[],[],[],[],[],[]'
    """
    return _line(COLUMNS) + csv_line(article)


def csv_line(article: Article) -> str:
    """The record of `article` as a line of such a table, its line end included."""
    record = to_record(article)
    values = [record[name] for name in COLUMNS]  # type: ignore[literal-required]
    return _line(value if isinstance(value, str) else "" if value is None else plain_json(value) for value in values)


def _line(values: Iterable[str]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(values)
    return stream.getvalue().encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@contextmanager
def csv_table(stream: BinaryIO) -> Iterator[Callable[[bytes], object]]:
    """A table in `stream`: the names of the columns, then each line that the block adds, as UTF-8."""
    stream.write(_line(COLUMNS).encode())
    yield stream.write
