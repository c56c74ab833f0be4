"""Text that is safe to print, and streams that fail."""

from __future__ import annotations

import io
import sys
import unicodedata

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articleparse.cli.streams import read_stdin, safe_name, say, write_stdout
from articleparse.tree.drawing import safe_text

anything = st.text(st.characters(exclude_categories=()), max_size=40)


@given(anything)
def test_safe(text: str) -> None:
    """Neither a name nor a text keeps a character that could move a cursor, reorder a line or fail to encode."""
    for safe in (safe_name(text), safe_text(text)):
        assert not {unicodedata.category(character) for character in safe} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_surrogates(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Text is written as UTF-8, a lone surrogate as an escape."""
    write_stdout("é\ud800\n")
    assert capfdbinary.readouterr().out == "é\\ud800\n".encode()


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that is closed gives one clear line."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(click.ClickException, match="standard output: it is closed"):
        write_stdout(b"data")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(click.ClickException, match="standard input: it is closed"):
        read_stdin(10)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_reading_from_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A person who sits at standard input is told what is waited for."""
    terminal = io.TextIOWrapper(io.BytesIO(b"typed"))
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    assert read_stdin(10) == b"typed"
    assert "end with Ctrl-D" in capsys.readouterr().err


@pytest.mark.parametrize(("no_color", "expected"), [("", "\x1b[33mWarning: \x1b[0mx\n"), ("1", "Warning: x\n")])
def test_colour(monkeypatch: pytest.MonkeyPatch, no_color: str, expected: str) -> None:
    """Messages have colour on a terminal, unless NO_COLOR is set."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("NO_COLOR", no_color)
    say("x", "Warning")
    assert terminal.getvalue() == expected
