"""Records as Arrow tables and Parquet files. Needs the extra `arrow`; nothing else imports this module."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import NoneType
from typing import Any, BinaryIO, get_args, get_origin, get_type_hints, is_typeddict

import pyarrow as pa
from pyarrow import ipc, parquet

from articleparse.formats.record import Record, to_record
from articleparse.formats.scalars import plain_json
from articleparse.tree import Article

_BATCH = 500
"""Rows that are written at a time: some MB of text."""


def _column(hint: Any) -> pa.DataType:
    """The type of a column for that of a member of a record; any may be None."""
    if NoneType in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if is_typeddict(hint):
        return pa.struct([(name, _column(inner)) for name, inner in get_type_hints(hint).items()])
    if get_origin(hint) is list:
        return pa.large_list(_column(*get_args(hint)))
    # A `string` holds 2 GB at most, which archives exceed.
    return {int: pa.int64(), float: pa.float64(), str: pa.large_string()}[hint]


SCHEMA = pa.schema([(name, _column(hint)) for name, hint in get_type_hints(Record).items()])
"""The columns of a record. Dates are text, for a dump may tell a day, a minute or a month."""


def to_table(articles: Iterable[Article]) -> pa.Table:
    """Return the records of `articles` as an Arrow table of `SCHEMA`, a row each. Lone surrogates become U+FFFD."""
    return _table(plain_json(to_record(article)) for article in articles)


def _table(lines: Iterable[str | bytes]) -> pa.Table:
    return pa.Table.from_pylist([json.loads(line) for line in lines], schema=SCHEMA)


def to_parquet(article: Article) -> bytes:
    """Return the record of `article` as a Parquet file of one row."""
    return _file(parquet_table, article)


def to_arrow(article: Article) -> bytes:
    """Return the record of `article` as an Arrow file (IPC, also called Feather 2) of one row."""
    return _file(arrow_table, article)


def _file(table: Callable[[Any], Any], article: Article) -> bytes:
    stream = pa.BufferOutputStream()
    with table(stream) as add:
        add(plain_json(to_record(article)))
    return bytes(stream.getvalue())


@contextmanager
def _batched(writer: Any) -> Iterator[Callable[[str | bytes], None]]:
    """Collects records, one line of JSON each, and writes them in batches."""
    lines: list[str | bytes] = []

    def flush() -> None:
        if lines:
            writer.write_table(_table(lines))
            lines.clear()

    def add(line: str | bytes) -> None:
        lines.append(line)
        if len(lines) == _BATCH:
            flush()

    with writer:
        yield add
        flush()


def parquet_table(stream: BinaryIO) -> Any:
    """Open a Parquet file in `stream`, as a context: what the block is given takes a record as a line of JSON."""
    return _batched(parquet.ParquetWriter(stream, SCHEMA, compression="zstd"))


def arrow_table(stream: BinaryIO) -> Any:
    """Open an Arrow file in `stream`, as a context: what the block is given takes a record as a line of JSON."""
    return _batched(ipc.new_file(stream, SCHEMA))
