"""Records as tables: CSV, Parquet and Arrow, read back with the libraries that people use."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

import articleparse as ap
from articleparse.cli import main
from articleparse.formats.record import COLUMNS, Record, csv_line, to_csv, to_record
from articleparse.tree import Article, Headline
from tests.support.pages import n, page
from tests.support.trees import articles
from tests.support.whole import WHOLE

SEED = Path(__file__).parents[2] / "seeds" / "ynetnews-back-channel.txt"
DUMP = "# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months, and farmers were glad.\n"


def plain(article: Article) -> dict[str, Any]:
    """The record as plain values."""
    return dict(to_record(article))


def values(row: dict[str, str]) -> dict[str, Any]:
    """The record that a row of CSV holds; an empty cell is None."""
    nested = {name for name, value in plain(WHOLE).items() if isinstance(value, list | dict)}
    return {name: json.loads(cell) if name in nested else cell or None for name, cell in row.items()}


def rows(text: str) -> list[dict[str, Any]]:
    """The records of a table of CSV."""
    return [values(row) for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_csv() -> None:
    """A table of CSV holds the record, and its columns are the fields in their order."""
    assert rows(to_csv(WHOLE)) == [plain(WHOLE)]
    assert tuple(Record.__annotations__) == COLUMNS


@given(articles())
@settings(max_examples=20)
def test_any_csv(article: Article) -> None:
    """Whatever the words, it is two lines to a reader of CSV, and bytes of UTF-8."""
    lines = [*csv.reader(io.StringIO(to_csv(article).encode().decode(), newline=""), strict=True)]
    assert [len(line) for line in lines] == [len(COLUMNS)] * 2
    assert to_csv(article).endswith(csv_line(article))


@pytest.fixture
def dumps(tmp_path: Path) -> Path:
    """A folder with three dumps."""
    for name in ("a", "b", "c"):
        (tmp_path / "dumps").mkdir(exist_ok=True)
        (tmp_path / "dumps" / f"{name}.txt").write_text(DUMP)
    return tmp_path / "dumps"


def convert(*arguments: object) -> bytes:
    """What the command prints."""
    result = CliRunner().invoke(main, ["convert", "-q", *map(str, arguments)])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def test_several_in_csv(dumps: Path, tmp_path: Path) -> None:
    """Several dumps become one table with one head, on standard output and in a file; one alone does too."""
    convert(dumps, "-o", tmp_path / "all.csv")
    text = (tmp_path / "all.csv").read_bytes().decode()
    assert convert(dumps, "--to", "csv").decode() == text
    assert [row["headline"] for row in rows(text)] == ["Rain at last"] * 3
    assert len(rows(convert(dumps / "a.txt", "--to", "csv").decode())) == 1


# --- Parquet and Arrow, whose library is an extra ---


@pytest.fixture
def arrow() -> Any:
    """The module that writes them."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra `arrow`)")
    return pytest.importorskip("articleparse.formats.arrow")


def test_arrow_table(arrow: Any) -> None:
    """The table holds the records, and its columns are the fields of the record in their order."""
    table = arrow.to_table([WHOLE, ap.parse_file(SEED)])
    assert table.to_pylist() == [plain(WHOLE), plain(ap.parse_file(SEED))]
    assert tuple(arrow.SCHEMA.names) == COLUMNS
    assert str(arrow.SCHEMA.field("text").type) == "large_string"


def test_lone_surrogates(arrow: Any) -> None:
    """Halves of characters, which Arrow can't hold, are replaced."""
    assert arrow.to_table([page(front=[n(Headline, "\ud800")])]).to_pylist()[0]["headline"] == "\ufffd"


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501])
def test_batches(arrow: Any, count: int) -> None:
    """Rows are written in batches and none is lost."""
    parquet = pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    stream.close = lambda: None  # type: ignore[method-assign]
    with arrow.parquet_table(stream) as add:
        for _ in range(count):
            add(json.dumps(plain(WHOLE)))
    assert parquet.read_table(io.BytesIO(stream.getvalue())).num_rows == count


@pytest.mark.usefixtures("arrow")
@pytest.mark.parametrize("suffix", ["parquet", "arrow"])
def test_files(dumps: Path, tmp_path: Path, suffix: str) -> None:
    """Several dumps are one file, the same on standard output; one dump alone is a file of one row."""
    polars = pytest.importorskip("polars")
    read = polars.read_parquet if suffix == "parquet" else polars.read_ipc
    convert(dumps, "-o", tmp_path / f"all.{suffix}")
    assert convert(dumps, "--to", suffix) == (tmp_path / f"all.{suffix}").read_bytes()
    found = read(tmp_path / f"all.{suffix}")
    assert found["headline"].to_list() == ["Rain at last"] * 3
    assert found["authors"].to_list() == [["Jane Doe"]] * 3
    assert read(io.BytesIO(convert(dumps / "a.txt", "--to", suffix))).shape == (1, len(COLUMNS))


def test_duckdb_and_pandas(arrow: Any, tmp_path: Path) -> None:
    """DuckDB sees into lists and structs; pandas gets a row an article."""
    duckdb = pytest.importorskip("duckdb")
    pandas = pytest.importorskip("pandas")
    path = tmp_path / "one.parquet"
    path.write_bytes(arrow.to_parquet(WHOLE))
    query = f"SELECT headline, len(authors), captions[1].credit, sections[2].heading FROM '{path}'"  # noqa: S608
    assert duckdb.sql(query).fetchall() == [("Bridge <reopens> & stays", 2, "EPA", "Costs")]
    assert pandas.read_parquet(path).loc[0, "kicker"] == "Transport"
