"""`articleparse explain`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articleparse.cli import terminal


def test_table(run: Any, dump: Path) -> None:
    """A line for each block: where it begins, its role, the next best, its text, and what decided."""
    told = run("explain", str(dump), "--reasons", "1")
    assert told.exit_code == 0
    (headline,) = [line for line in told.stdout.splitlines() if line.split()[3:4] == ["headline"]]
    number, sure, margin, role = headline.split()[:4]
    assert (number, role) == ("1", "headline")
    assert sure.endswith("%")
    assert float(margin) > 0
    assert "Harbour opens again" in headline


def test_json(run: Any, dump: Path) -> None:
    """JSON has an object for each block, with lines, spans and evidence, the strongest first."""
    told = run("explain", str(dump), "--json")
    rows = json.loads(told.stdout)
    headline = rows[0]
    text = dump.read_text(encoding="utf-8")
    assert (headline["line"], headline["role"], headline["zone"]) == (1, "headline", "head")
    assert headline["rival_line"] in {row["line"] for row in rows[1:]}
    for row in rows:
        start, end = row["span"]
        assert row["text"] == text[start:end]
        assert row["line"] == text.count("\n", 0, start) + 1
        assert 0 <= row["confidence"] <= 1
        strengths = [abs(item["weight"]) for item in row["evidence"]]
        assert strengths == sorted(strengths, reverse=True)
        assert all(item["feature"] for item in row["evidence"])


def test_changed_role(run: Any, dump: Path) -> None:
    """Where a role was changed, the table and JSON tell the role that the evidence speaks for, and the reason."""
    dump.write_text(dump.read_text(encoding="utf-8") + "\nWords by John Roe, 3 May 2024\n", encoding="utf-8")
    row = json.loads(run("explain", str(dump), "--json").stdout)[-1]
    assert (row["role"], row["path_role"]) == ("timestamp", "byline")
    assert row["reason"] == "another line signs the story"
    assert "(was byline)" in " ".join(run("explain", str(dump), "--reasons", "0").stdout.split())


def test_reasons(run: Any, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table gives features that speak for the role, and one against it only where that weighs more."""
    monkeypatch.setattr(terminal, "columns", lambda: 400)
    rows = json.loads(run("explain", str(dump), "--json").stdout)
    told = run("explain", str(dump), "--reasons", "1").stdout
    assert "any " not in told
    for row in rows:
        own = [item for item in row["evidence"] if item["feature"] != "any"]
        favouring = [item["weight"] for item in own if item["weight"] > 0]
        against = [-item["weight"] for item in own if item["weight"] < 0]
        (line,) = [line for line in told.splitlines() if line.split()[:1] == [str(row["line"])]]
        assert ("despite" in line) == (max(against, default=0) > max(favouring, default=0))
        assert not favouring or f"{favouring[0]:+.1f}" in line


def test_nothing_moves_the_terminal(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No control character of a dump reaches the terminal, in colour or without; in JSON it is an escape."""
    dump = tmp_path / "hostile.txt"
    dump.write_text(
        "# A \x1b[31mred\x1b[0m \x07line\n\n\x1b]0;title\x07 \u202erain\x9b5m \x08fell.\n", encoding="utf-8"
    )
    plain = run("explain", str(dump)).stdout
    assert not set(plain) & set("\x1b\x07\x08\x9b\u202e")
    data = run("explain", str(dump), "--json").stdout
    assert not set(data) & set("\x1b\x07\x08")
    monkeypatch.setattr(terminal, "wants_colour", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run("explain", str(dump)).stdout
    assert "\x1b[31mred" not in coloured
    assert not set(coloured) & set("\x07\x08\x9b\u202e")


def test_from_standard_input(run: Any) -> None:
    """Without a file, standard input is read; an empty dump has no blocks."""
    assert json.loads(run("explain", "--json", input="").stdout) == []


def test_wrong_usage(run: Any, tmp_path: Path) -> None:
    """A directory and a tag that is none are wrong usage; a missing file is a failure."""
    assert run("explain", str(tmp_path)).exit_code == 2
    assert run("explain", "--language", "German", input="x").exit_code == 2
    assert run("explain", str(tmp_path / "none.txt")).exit_code == 1
