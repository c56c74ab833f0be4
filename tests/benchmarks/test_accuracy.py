"""The benchmarks of accuracy, on a corpus of two made-up pages."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.processes import finish, run_python, start_python

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "benchmarks"
CORPUS_SCORER = ROOT.parent / "shared" / "corpus" / "score.py"
EXTRA = ("cmarkgfm", "trafilatura", "readability", "newspaper", "matplotlib")
CONVERTERS = (*EXTRA, "html2text", "markdownify", "inscriptis", "bs4", "resiliparse")

PARAGRAPHS = [
    "It rained on Tuesday, the first rain in three months, and the farmers of the valley were glad of it.",
    "The river rose by a hand, and the mill at the lower bridge worked again after a long summer of rest.",
]
DUMP = "# Rain at last\n\nBy Jane Doe\n\n3 May 2024\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
GOLD = {
    "source": "fundus",
    "group": "Valley Post",
    "title": "Rain at last",
    "authors": ["Jane Doe"],
    "published": "2024-05-03",
    "sections": [{"heading": None, "paragraphs": PARAGRAPHS}],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus whose second page has another author than its dump."""
    for page, authors in (("one", ["Jane Doe"]), ("two", ["John Roe"])):
        for folder, name, text in (
            ("gold", f"{page}.json", json.dumps({**GOLD, "id": page, "authors": authors})),
            ("dumps/hash", f"{page}.txt", DUMP),
        ):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that makes tables of scores."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return import_module("report")


@pytest.mark.skipif(not CORPUS_SCORER.exists(), reason="the corpus is not here")
def test_scorer() -> None:
    """The scorer is the corpus's own."""
    assert (BENCHMARKS / "score.py").read_bytes() == CORPUS_SCORER.read_bytes()


def test_rows(corpus: Path, report: ModuleType) -> None:
    """There is a row for each tool, and the quoted figures stand beside those of their part."""
    golds = report.read_golds(corpus / "gold")
    (row,) = report.rows_of("hash", golds, {"tool": {"one": {"authors": ["Jane Doe"], "headline": "Rain"}}})
    assert (row.part, row.pages, row.scores["headline"]) == ("fundus", 2, 0)
    assert row.scores["authors"] == pytest.approx(2 / 3)
    lines = report.table([row]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert "| tool " in lines[2]
    assert "quoted" in lines[3]


def test_worst(corpus: Path, report: ModuleType) -> None:
    """The worst pages are listed with what they say and what was found; right ones are not."""
    golds = report.read_golds(corpus / "gold")
    record = {"headline": "Rain at last", "authors": ["Jane Doe"], "published": "2024-05-04", "sections": []}
    lines = report.worst(golds, {"one": record, "two": record}, 1).splitlines()
    assert [line.split() for line in lines if line.startswith("authors")] == [
        ["authors", ".000", "two", "'John", "Roe'"]
    ]
    assert not any(line.startswith("headline") for line in lines)
    assert any(line.startswith("published") and "2024-05-03" in line for line in lines)
    assert (
        report.published(golds, {"one": record})
        == "published: 2 pages have a date, 1 times it was given, 0 times right"
    )


def test_differences(report: ModuleType) -> None:
    """Scores that changed are told with both values."""
    row = report.Row("hash", "fundus", "tool", 2, {"body": 0.75, "deck": None, "authors": 0.5})
    before = row._replace(scores={"body": 0.5, "deck": 0.5, "authors": 0.5})._asdict()
    assert report.differences([before], [row]) == "hash, fundus, tool: body .500 to .750 (+0.250)"
    assert report.differences([row._asdict()], [row]) == "no score differs"


@pytest.mark.skipif(not all(map(find_spec, EXTRA)), reason="needs the extra `bench`")
def test_command(corpus: Path) -> None:
    """The command scores ours and the peers, writes scores and compares them."""
    scores = corpus / "scores.json"
    command: list[str | Path] = [BENCHMARKS / "accuracy.py", corpus, "--jobs", "1", "--json", scores]
    assert b"in-sample" in run_python(*command).stdout
    rows = {row["tool"]: row["scores"] for row in json.loads(scores.read_text(encoding="utf-8"))}
    assert set(rows) == {"articleparse", "trafilatura", "readability-lxml", "newspaper4k"}
    assert (rows["articleparse"]["authors"], rows["articleparse"]["paragraphs"]) == (0.5, 1)
    assert rows["trafilatura"]["headline"] == 1

    record = {"source": "one.txt", "authors": ["Jane Doe"]}
    (corpus / "hash.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    printed = run_python(*command, "--records", corpus, "--against", scores).stdout
    assert b"paragraphs 1.000 to .000" in printed
    assert b"in-sample" not in printed


@pytest.mark.skipif(not all(map(find_spec, CONVERTERS)), reason="needs the extra `bench`")
def test_converters(corpus: Path) -> None:
    """Dumps that other converters make of a page have the same article."""
    command: list[str | Path] = [BENCHMARKS / "converters.py", corpus, "--jobs", "1", "--of"]
    printed = run_python(*command, "hash").stdout.decode()
    cells = [[cell.strip() for cell in line.split("|")] for line in printed.splitlines()]
    header = cells[0]
    rows = {row[header.index("tool")]: row for row in cells[2:] if row[header.index("tool")]}
    paragraphs = {name: row[header.index("paragraphs")] for name, row in rows.items() if "quoted" not in name}
    assert {"as it is", "markdownify", "get_text, line ends"} <= paragraphs.keys()
    assert set(paragraphs.values()) == {"1.000"}

    empty = finish(start_python(*command, "print"))
    assert empty.returncode == 2
    assert b"no dumps of annotated pages" in empty.stderr
