"""`articleparse convert`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from articleparse.cli import inputs, workers
from articleparse.pipeline import parse_bytes
from tests.support.formats import USABLE

HEADLINE = "Harbour opens again"


def rows(text: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("format_name", sorted(USABLE.keys() - {"parquet", "arrow"}))
def test_every_format(run: Any, dump: Path, format_name: str) -> None:
    """Every format is written to standard output and ends in a line feed, with no word on standard error."""
    result = run("convert", dump, "--to", format_name)
    assert result.exit_code == 0
    text = result.stdout.replace('"},{"t":"Space"},{"t":"Str","c":"', " ")  # Pandoc's tree has each word by itself
    assert "after a long repair" in text
    assert result.stdout.endswith("\n")
    assert result.stderr == ""


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(run: Any, dump: Path, arguments: tuple[str, ...]) -> None:
    """Standard input is read, and its record has no source."""
    (row,) = rows(run("convert", "--to", "record", *arguments, input=dump.read_bytes()).stdout)
    assert row["headline"] == HEADLINE
    assert row["source"] is None


def test_unknown_suffix(run: Any, dump: Path, tmp_path: Path) -> None:
    """A suffix of no format gets JSON, and a word on standard error, but for --to and --quiet."""
    result = run("convert", dump, "-o", tmp_path / "page.docx")
    assert "No format has the suffix .docx: writing json." in result.stderr
    assert json.loads((tmp_path / "page.docx").read_text(encoding="utf-8"))["type"] == "article"
    assert "suffix" not in run("convert", dump, "--to", "xml", "-o", tmp_path / "a.docx").stderr
    assert "suffix" not in run("convert", dump, "--quiet", "-o", tmp_path / "b.docx").stderr


def test_directory_with_a_suffix(run: Any, dump: Path, tmp_path: Path) -> None:
    """The suffix of a directory that exists names no format, and nothing is said about it."""
    (tmp_path / "Pages.D").mkdir()
    assert run("convert", dump, "-o", tmp_path / "Pages.D").stderr == ""


def test_record_names_its_dump(run: Any, dump: Path) -> None:
    """A record tells the path of its dump."""
    (row,) = rows(run("convert", "--to", "record", dump).stdout)
    assert row["source"] == str(dump)


@pytest.mark.parametrize("format_name", ["json", "record"])
def test_json_lines(run: Any, dumps: Path, format_name: str) -> None:
    """Of a directory comes a line for each dump, in order of names."""
    result = run("convert", dumps, "--to", format_name)
    assert len(rows(result.stdout)) == 3
    assert result.stderr == "3 converted.\n"
    if format_name == "record":
        assert [Path(row["source"]).name for row in rows(result.stdout)] == ["a.md", "b.txt", "c.TXT"]


def test_json_lines_in_a_file(run: Any, dumps: Path, tmp_path: Path) -> None:
    """A directory becomes one file of JSON Lines; with several processes it is the same file."""
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run("convert", dumps, "--to", "record", "-o", one).exit_code == 0
    assert run("convert", dumps, "--to", "record", "-o", two, "--jobs", "2").exit_code == 0
    assert len(rows(one.read_text())) == 3
    assert one.read_bytes() == two.read_bytes()


def test_directory(run: Any, dumps: Path, tmp_path: Path) -> None:
    """A directory keeps its layout, and the inputs stay what they were."""
    before = {path: path.read_bytes() for path in dumps.rglob("*") if path.is_file()}
    assert run("convert", dumps, "--to", "markdown", "-o", tmp_path / "out").exit_code == 0
    written = [path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")]
    assert sorted(written) == ["a.md", "b.md", "deep/c.md"]
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.xml", "xml"),
        ("a.jsonl", "record"),
        ("a.md", "markdown"),
        ("a.ninjs.json", "ninjs"),
        ("a.html", "html"),
        ("a", "json"),
    ],
)
def test_format_by_suffix(run: Any, dump: Path, tmp_path: Path, name: str, format_name: str) -> None:
    """Without --to the name of the output tells the format."""
    run("convert", dump, "-o", tmp_path / name)
    assert (tmp_path / name).read_text() == run("convert", dump, "--to", format_name).stdout


def test_existing_files_are_kept(run: Any, dumps: Path, tmp_path: Path) -> None:
    """What exists is kept, told and counted; --overwrite replaces it."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text("mine")
    result = run("convert", dumps, "-o", out)
    assert result.exit_code == 0
    assert "a.json exists and is kept" in result.stderr
    assert "2 converted, 1 skipped" in result.stderr
    assert (out / "a.json").read_text() == "mine"
    assert run("convert", dumps, "-o", out, "--overwrite").stderr == "3 converted.\n"
    assert HEADLINE in (out / "a.json").read_text()


def test_existing_file_is_kept(run: Any, dumps: Path, tmp_path: Path) -> None:
    """One file for all is kept as well, and told of once."""
    (tmp_path / "all.jsonl").write_text("mine")
    told = run("convert", dumps, "-o", tmp_path / "all.jsonl").stderr
    assert "0 converted, 3 skipped" in told
    assert told.count("exists and is kept") == 1
    assert (tmp_path / "all.jsonl").read_text() == "mine"


def test_an_output_is_no_input(run: Any, dumps: Path) -> None:
    """Results within the directory are not read when the command runs again."""
    for _ in range(2):
        result = run("convert", dumps, "--to", "text", "-o", dumps / "out", "--overwrite")
        assert result.stderr == "3 converted.\n"


@pytest.mark.parametrize("arguments", [("--to", "xml"), ("--to", "text", "-o", "all.txt")])
def test_several_in_one(run: Any, dumps: Path, arguments: tuple[str, ...]) -> None:
    """Several articles of a format that can't be joined are wrong usage, and the message tells what to do."""
    result = run("convert", dumps, *arguments)
    assert result.exit_code == 2
    assert "use '-o " in result.stderr


def test_clash(run: Any, dumps: Path, tmp_path: Path) -> None:
    """Two dumps with one output are refused before anything is written."""
    (dumps / "a.txt").write_text("other")
    result = run("convert", dumps, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_one_bad_file(run: Any, dumps: Path, tmp_path: Path) -> None:
    """A dump that fails is told and counted; the others go on."""
    (dumps / "b0.txt").write_bytes(b"%PDF-1.7\n\x00")
    (dumps / "b1.txt").symlink_to("nowhere")
    result = run("convert", dumps, dumps / "missing.txt", "--to", "record", "-o", tmp_path / "all.jsonl")
    assert result.exit_code == 1
    assert "3 converted, 3 failed." in result.stderr
    assert result.stderr.count("Error: ") == 3
    assert len(rows((tmp_path / "all.jsonl").read_text())) == 3


def test_nothing_converted(run: Any, tmp_path: Path) -> None:
    """Where every dump fails there is no output file."""
    assert run("convert", tmp_path / "missing.txt", "-o", tmp_path / "out.json").exit_code == 1
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", 0, "Warning: {}: the dump is empty [AP006]\n"),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", 1, "this is a PDF file"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body><p>y</p></body></html>", 0, "looks like HTML"),
        (b"A harbour\x00 is open.\n", 0, "control characters"),
    ],
)
def test_wrong_files(run: Any, tmp_path: Path, data: bytes, code: int, message: str) -> None:
    """A file that is no dump gets a clear line; a PDF, of which nothing can be read, fails."""
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    result = run("convert", path)
    assert result.exit_code == code
    assert message.format(path) in result.stderr
    assert bool(result.stdout) == (code == 0)


@pytest.mark.parametrize(
    "data", ["Ein Wort: größer".encode("utf-16"), b"caf\xc3\xa9 \xff\xfe\xc3 open", b"\xef\xbb\xbfopen"]
)
def test_odd_bytes(run: Any, data: bytes) -> None:
    """Any encoding gives valid JSON."""
    result = run("convert", input=data)
    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert len(result.stderr.splitlines()) <= 1


def test_errors_of_the_system(run: Any, tmp_path: Path) -> None:
    """A file that is missing, or a directory without dumps, is one line without a traceback."""
    result = run("convert", tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/missing.txt: No such file or directory\n"
    result = run("convert", tmp_path)
    assert result.exit_code == 1
    assert "no dumps in this directory" in result.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
def test_read_error(run: Any) -> None:
    """A file that can be opened but not read is one line."""
    result = run("convert", "/proc/self/mem")
    assert result.exit_code == 1
    assert result.stderr == "Error: /proc/self/mem: Input/output error\n"


def test_output_directory_is_a_file(run: Any, dump: Path) -> None:
    """An output that cannot be made is told, a line for each dump."""
    result = run("convert", dump, "-o", f"{dump}/out/")
    assert result.exit_code == 1
    assert "Not a directory" in result.stderr
    assert "Traceback" not in result.stderr


def test_unwritable_file(run: Any, dump: Path) -> None:
    """A file for all results that cannot be written ends the run."""
    result = run("convert", dump, "-o", dump / "out.json")
    assert result.exit_code == 1
    assert result.stderr == f"Error: cannot write {dump}/out.json: Not a directory\n"


@pytest.mark.parametrize(
    ("error", "message"), [(ValueError("oops"), "internal error"), (MemoryError(), "not enough memory")]
)
def test_our_own_fault(run: Any, dumps: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str) -> None:
    """A fault of the parser costs one dump, not the run."""
    parse = parse_bytes

    def faulty(data: bytes, name: str, **options: Any) -> Any:
        if name.endswith("b.txt"):
            raise error
        return parse(data, name=name, **options)

    monkeypatch.setattr(workers, "parse_bytes", faulty)
    result = run("convert", dumps, "--to", "record")
    assert result.exit_code == 1
    assert len(rows(result.stdout)) == 2
    assert message in result.stderr


def test_source(run: Any, dump: Path) -> None:
    """JSON carries the text of the dump unless that is not wanted."""
    assert "By Ada Poole\\n\\n" in run("convert", dump).stdout
    assert "By Ada Poole\\n\\n" not in run("convert", dump, "--no-source").stdout
    record = run("convert", dump, "--to", "record").stdout
    assert run("convert", dump, "--to", "record", "--no-source").stdout == record


def test_quiet(run: Any, dumps: Path) -> None:
    """With --quiet only errors are told."""
    (dumps / "empty.txt").touch()
    assert run("convert", dumps, "-q").stderr == ""
    assert run("convert", dumps / "missing", "-q").stderr.startswith("Error: ")


def test_dialect(run: Any, dump: Path) -> None:
    """A dialect can be named; one that is not known is wrong usage."""
    assert run("convert", dump, "--dialect", "html2text").exit_code == 0
    assert run("convert", dump, "--dialect", "nonsense").exit_code == 2


def test_odd_name(run: Any, tmp_path: Path) -> None:
    """A name that is not Unicode, or has a line feed, is told on one line and is valid in a record."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    path.touch()
    result = run("convert", path, "--to", "record")
    assert "caf\\xe9\\n.txt: the dump is empty" in result.stderr
    assert rows(result.stdout)[0]["source"].endswith("caf\\xe9\n.txt")


def test_from_another_format(run: Any, dumps: Path, tmp_path: Path) -> None:
    """Articles that were written before are read by their suffix, and written in another format under their names."""
    assert run("convert", dumps, "--to", "ninjs", "-o", tmp_path / "ninjs").exit_code == 0
    result = run("convert", tmp_path / "ninjs", "--from", "ninjs", "--to", "markdown", "-o", tmp_path / "out")
    assert result.exit_code == 0
    written = [path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")]
    assert sorted(written) == ["a.md", "b.md", "deep/c.md"]
    assert HEADLINE in (tmp_path / "out" / "a.md").read_text()


def test_from_what_cannot_be_read(run: Any, dump: Path) -> None:
    """A format that is only written can't be the origin; a document that is none is told with its place."""
    refused = run("convert", dump, "--from", "text")
    assert (refused.exit_code, "text can only be written, not read" in refused.stderr) == (2, True)
    offered = next(line for line in run("convert", "--help").stdout.splitlines() if "--from" in line)
    assert "json" in offered
    assert "csv" not in offered
    result = run("convert", dump, "--from", "json", "--to", "xml")
    assert result.exit_code == 1
    assert f"Error: {dump}: $: not JSON" in result.stderr


@pytest.fixture
def articles(run: Any, dumps: Path, tmp_path: Path) -> Path:
    """A file of JSON Lines with three articles, which tell where they are from, and a blank line."""
    path = tmp_path / "in" / "all.jsonl"
    path.parent.mkdir()
    first, *others = run("convert", dumps, "--to", "json").stdout.splitlines(keepends=True)
    path.write_text(first + "\n" + "".join(others))
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_from_json_lines(run: Any, articles: Path, jobs: str) -> None:
    """Each line that is not blank is an article, and becomes a line again."""
    result = run("convert", articles, "--from", "json", "--to", "record", "-j", jobs)
    assert [Path(row["source"]).name for row in rows(result.stdout)] == ["a.md", "b.txt", "c.TXT"]
    assert result.stderr == "3 converted.\n"


def test_from_lines_of_standard_input(run: Any, articles: Path) -> None:
    """With --lines standard input is JSON Lines, without it one document."""
    given = articles.read_bytes()
    assert len(rows(run("convert", "--from", "json", "--lines", "--to", "ninjs", input=given).stdout)) == 3
    assert "Error: <stdin>: $: not JSON" in run("convert", "--from", "json", input=given).stderr


def test_from_a_directory_of_lines(run: Any, articles: Path) -> None:
    """With --lines a directory is searched for the suffixes of JSON Lines, and for no others."""
    (articles.parent / "more.ndjson").write_text(articles.read_text().splitlines()[0])
    (articles.parent / "one.json").write_text("[]")
    result = run("convert", articles.parent, "--from", "json", "--lines", "--to", "record")
    assert result.stderr == "4 converted.\n"


def test_files_for_lines(run: Any, articles: Path, tmp_path: Path) -> None:
    """In a directory every line becomes a file with its number, which is kept in the next run."""
    command = ("convert", articles, "--from", "json", "--to", "markdown", "-o", tmp_path / "out")
    assert run(*command).exit_code == 0
    written = sorted((tmp_path / "out").rglob("*.*"))
    assert [path.relative_to(tmp_path / "out").as_posix() for path in written] == [
        f"all/00000{number}.md" for number in (1, 3, 4)
    ]
    assert all(HEADLINE in path.read_text() for path in written)
    assert run(*command).stderr.endswith("0 converted, 3 skipped, for they exist.\n")


def test_faults_in_lines(run: Any, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is no article, or too large, is told with its number; the others go on."""
    line = articles.read_bytes().splitlines(keepends=True)[0]
    articles.write_bytes(b"{}\n" + line + b" " * len(line) + line + line)
    monkeypatch.setattr(inputs, "MAX_DUMP_BYTES", len(line) + 5)
    result = run("convert", articles, "--from", "json", "--to", "record")
    assert result.exit_code == 1
    assert len(rows(result.stdout)) == 2
    assert f"Error: {articles}:1: $" in result.stderr
    assert f"Error: {articles}:3: larger than" in result.stderr
    missing = run("convert", articles.with_name("none.jsonl"), "--from", "json", "--to", "record")
    assert (
        missing.stderr
        == f"Error: {articles.with_name('none.jsonl')}: No such file or directory\n0 converted, 1 failed.\n"
    )


def test_lines_where_there_are_none(run: Any, dump: Path, articles: Path) -> None:
    """Dumps have no lines to part, nor have formats that JSON Lines can't hold; a dump may be called anything."""
    assert run("convert", dump, "--lines").exit_code == 2
    assert run("convert", dump, "--lines", "--from", "xml").exit_code == 2
    assert len(rows(run("convert", articles, "--to", "record").stdout)) == 1


def test_lines_overwrite_nothing(run: Any, articles: Path) -> None:
    """Where the articles of a file go, no input may lie and no other result go."""
    folder = articles.parent / "all"
    folder.mkdir()
    (folder / "000001.json").write_text(articles.read_text().splitlines()[0])
    command = ("convert", articles, folder / "000001.json", "--from", "json", "--to", "json", "--overwrite", "-o")
    result = run(*command, f"{articles.parent}/")
    assert result.exit_code == 2
    assert "where the lines of" in result.stderr
    assert run(*command, f"{articles.parent}/out/").exit_code == 0


def test_losses_are_told_once(run: Any, dumps: Path) -> None:
    """Words that a format leaves out are a warning for the first dump that has them; --quiet keeps it back."""
    for path in dumps.rglob("*.md"), dumps.rglob("*.txt"):
        for dump in path:
            dump.write_text("Harbours\n\n" + dump.read_text())
    result = run("convert", dumps, "--to", "text", "-o", dumps.parent / "out")
    assert result.exit_code == 0
    assert result.stderr.count("text: kicker (1) [AP401]") == 1
    assert run("convert", dumps, "--to", "text", "-o", dumps.parent / "quiet", "-q").stderr == ""
