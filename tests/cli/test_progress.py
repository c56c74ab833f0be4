"""The progress bar."""

from __future__ import annotations

import io
import sys

import click
import pytest

from articleparse.cli.terminal import progress


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(("stream", "visible"), [(Terminal(), False), (io.StringIO(), True)])
def test_hidden(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, visible: bool) -> None:
    """No bar is drawn where it is not wanted, or where nobody sees it."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(2, visible=visible) as advance:
        advance()
    assert stream.getvalue() == ""


def test_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal there is a bar with a count, and messages appear whole."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    terminal = sys.stderr
    with progress(2, visible=True) as advance:
        advance()
        click.echo("a message", err=True)
        advance()
    assert isinstance(terminal, Terminal)
    assert "a message" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
