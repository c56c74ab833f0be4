"""`articleparse check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft7Validator

from articleparse.cli.check import REPORTS, Finding, findings_of
from articleparse.cli.inputs import find_inputs
from articleparse.diagnostics import CATALOGUE, Diagnostic
from articleparse.source import Span
from articleparse.tree import Article, Meta

TEXT = "A harbour.\nTwo \x1b[31mlines\x00 of it.\n"


@pytest.fixture
def findings(tmp_path: Path) -> list[Finding]:
    """A finding of each severity, in a file with an odd name."""
    diagnostics = (
        Diagnostic("AP003", Span(15, 26), "ESC, 100 %"),
        Diagnostic("AP005", Span(2, 9)),
        Diagnostic("AP201", Span(2, 18)),
    )
    article = Article(Span(0, len(TEXT)), (), Meta(), diagnostics, TEXT)
    return findings_of(article, find_inputs([str(tmp_path / "odd, 1:2 é.txt")]).found[0])


def test_place(findings: list[Finding]) -> None:
    """Lines and columns count from 1, in code points, and the end is exclusive."""
    places = [(found.line, found.column, found.end_line, found.end_column) for found in findings]
    assert places == [(2, 5, 2, 16), (1, 3, 1, 10), (1, 3, 2, 8)]


def test_text(findings: list[Finding]) -> None:
    """A finding is its place, code and message on one line, and the line of the dump with a caret."""
    report = REPORTS["text"](findings[1:2])
    assert report.splitlines()[1:] == ["    A harbour.", "      ^^^^^^^"]
    assert "AP005" in report
    assert ":1:3:" in report


def test_control_characters(findings: list[Finding]) -> None:
    """What a dump holds cannot steer a terminal."""
    assert "\x1b[31ml" not in REPORTS["text"](findings)
    assert "\x00" not in REPORTS["text"](findings)


def test_json(findings: list[Finding]) -> None:
    """JSON is an array of flat objects."""
    rows = json.loads(REPORTS["json"](findings))
    assert [row["code"] for row in rows] == ["AP003", "AP005", "AP201"]
    assert rows[1] | {"file": None} == {
        "file": None,
        "line": 1,
        "column": 3,
        "end_line": 1,
        "end_column": 10,
        "code": "AP005",
        "name": "looks-like-pdf",
        "severity": "error",
        "message": "this is a PDF file, not a dump",
    }


def test_github(findings: list[Finding]) -> None:
    """An annotation is one line; what has a meaning in it is escaped."""
    lines = REPORTS["github"](findings).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::error", "::notice"]
    assert "odd%2C 1%3A2 é.txt,line=2,col=5," in lines[0]
    assert lines[0].endswith("ESC, 100 %25")
    assert "col=" not in lines[2]  # over several lines GitHub takes no columns


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"uniqueItems": True, "items": {"required": ["id"]}}},
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message", "ruleId"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "message": {"required": ["text"]},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {"uri": {"pattern": "^[!-~]+$"}}
                                                    },
                                                    "region": {
                                                        "additionalProperties": {"type": "integer", "minimum": 1}
                                                    },
                                                }
                                            }
                                        }
                                    }
                                },
                            },
                        }
                    },
                },
            }
        },
    },
}
"""The parts of the standard's schema that the report uses."""


def test_sarif(findings: list[Finding]) -> None:
    """The log has the form of the standard, and each result points to its rule."""
    log = json.loads(REPORTS["sarif"](findings))
    Draft7Validator(SARIF).validate(log)
    (sarif_run,) = log["runs"]
    rules = sarif_run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CATALOGUE)
    assert [rules[result["ruleIndex"]]["id"] for result in sarif_run["results"]] == ["AP003", "AP005", "AP201"]
    assert [result["level"] for result in sarif_run["results"]] == ["warning", "error", "note"]
    uri = sarif_run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("odd%2C%201%3A2%20%C3%A9.txt")


def test_sarif_names(findings: list[Finding], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name stays relative; standard input is called so."""
    monkeypatch.chdir(tmp_path)
    for arguments, uri in (["a b.txt"], "a%20b.txt"), ([], "stdin"):
        moved = attrs.evolve(findings[0], file=find_inputs(arguments).found[0])
        (result,) = json.loads(REPORTS["sarif"]([moved]))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_all_well(run: Any, dump: Path) -> None:
    """Without findings the exit code is 0 and standard output is empty."""
    result = run("check", dump)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("0 errors, 0 warnings,")


@pytest.mark.parametrize("output_format", list(REPORTS))
def test_findings(run: Any, tmp_path: Path, output_format: str) -> None:
    """With findings the exit code is 1, unless --exit-zero is given."""
    (tmp_path / "empty.txt").touch()
    result = run("check", tmp_path, "--output-format", output_format)
    assert result.exit_code == 1
    assert "AP006" in result.stdout
    assert "\x1b" not in result.stdout
    assert run("check", tmp_path, "--output-format", output_format, "--exit-zero").exit_code == 0


def test_notes(run: Any, dump: Path) -> None:
    """Notes are listed on demand and never change the exit code."""
    dump.write_bytes(dump.read_text().replace("long", "très long").encode("latin-1"))
    assert run("check", dump).stdout == ""
    result = run("check", dump, "--verbose")
    assert "info AP002" in result.stdout
    assert result.exit_code == 0
    assert (result.stderr, run("check", dump, "--quiet").stderr) == ("0 errors, 0 warnings, 1 note in 1 dump.\n", "")


@pytest.mark.parametrize("output_format", ["json", "sarif"])
def test_no_findings_is_valid(run: Any, dump: Path, output_format: str) -> None:
    """A report without findings is a whole document."""
    assert json.loads(run("check", dump, "--output-format", output_format).stdout) is not None


def test_unreadable(run: Any, dump: Path, tmp_path: Path) -> None:
    """A file that can't be read is told, the others are checked, and the exit code is 1 in any case."""
    (tmp_path / "none").mkdir()
    result = run("check", tmp_path / "missing.txt", tmp_path / "none", dump, "--exit-zero")
    assert result.exit_code == 1
    assert f"Error: {tmp_path}/missing.txt: No such file or directory" in result.stderr
    assert "in 1 dump, 2 could not be read." in result.stderr


def test_standard_input(run: Any) -> None:
    """Standard input is checked, and called so."""
    assert run("check", input=b"").stdout.startswith("<stdin>:1:1: warning AP006 ")
