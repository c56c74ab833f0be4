"""Codes, findings and their collection."""

import re

import pytest

from articleparse.diagnostics import CATALOGUE, Diagnostic, DiagnosticInfo, Diagnostics
from articleparse.diagnostics.catalogue import _ENTRIES
from articleparse.formats import losses
from articleparse.pipeline import parse, parse_bytes
from articleparse.source import Span


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.code)
def test_entry(entry: DiagnosticInfo) -> None:
    """An entry is complete: a code, a name, a message without a full stop, a reason and a remedy with one."""
    assert re.fullmatch(r"AP\d{3}", entry.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.name)
    assert entry.severity in ("error", "warning", "info")
    assert entry.message
    assert not entry.message.endswith(".")
    assert entry.why.endswith(".")
    assert entry.remedy.endswith(".")


def test_unique() -> None:
    """No two entries share a code, a name or a message, and the catalogue is in the order of the codes."""
    assert len(CATALOGUE) == len(_ENTRIES)
    for key in ("code", "name", "message"):
        assert len({getattr(entry, key) for entry in _ENTRIES}) == len(_ENTRIES)
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert all(code == entry.code for code, entry in CATALOGUE.items())


def test_unknown_code() -> None:
    """A finding with a code that the catalogue lacks can't be made."""
    with pytest.raises(ValueError, match="AP999"):
        Diagnostic("AP999", Span(0, 1))


def test_message() -> None:
    """The detail follows the catalogue's sentence."""
    plain = Diagnostic("AP002", Span(0, 0))
    assert plain.message == CATALOGUE["AP002"].message
    assert Diagnostic("AP002", Span(0, 0), "cp1251").message == f"{plain.message}: cp1251"
    assert plain.severity == "info"


def test_order() -> None:
    """Findings are given in the order of the source, those of one span by their codes."""
    diagnostics = Diagnostics()
    for code, start, end in [("AP301", 5, 6), ("AP302", 0, 9), ("AP301", 0, 9), ("AP201", 0, 2)]:
        diagnostics.add(code, start, end)
    found = [(diagnostic.span.start, diagnostic.span.end, diagnostic.code) for diagnostic in diagnostics.sorted()]
    assert found == [(0, 2, "AP201"), (0, 9, "AP301"), (0, 9, "AP302"), (5, 6, "AP301")]


def test_sinks_share_nothing() -> None:
    """What one parse collects no other one has."""
    one, other = Diagnostics(), Diagnostics()
    one.add("AP006", 0, 0)
    assert other.sorted() == ()


def test_frozen() -> None:
    """A finding can't be changed."""
    with pytest.raises(AttributeError):
        Diagnostic("AP006", Span(0, 0)).detail = "x"  # type: ignore[misc]


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.code)
def test_example(entry: DiagnosticInfo) -> None:
    """The example of a code gives that code and no other, but for AP105 where a file is no dump."""
    dump = entry.example
    article = parse(dump) if isinstance(dump, str) else parse_bytes(dump)
    found = losses(article, "text") if entry.code.startswith("AP4") else article.diagnostics
    no_dump = {"AP105"} if entry.code in ("AP004", "AP005", "AP006") else set()
    assert {one.code for one in found} == {entry.code} | no_dump
