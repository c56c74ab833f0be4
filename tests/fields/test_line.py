"""The fields of a line are read when they are asked for, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import articleparse as ap
from articleparse.fields import line
from articleparse.fields.line import FieldReader
from articleparse.fields.timestamps import parse_timestamps
from articleparse.source import Span
from articleparse.tree import Link, Text
from articleparse.vocabulary import load_vocabulary

CASES = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.txt"))
PARSERS = ("parse_byline", "parse_timestamps", "CreditLine", "parse_dateline")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[Any, ...]]:
    """How often each field has been read of each text, for bylines with the ranges of its links."""
    counts: Counter[tuple[Any, ...]] = Counter()

    def counted(name: str, parse: Callable[..., Any]) -> Callable[..., Any]:
        def call(text: str, *others: Any, **options: Any) -> Any:
            counts[name, text, others if name == "parse_byline" else ()] += 1
            return parse(text, *others, **options)

        return call

    for name in PARSERS:
        monkeypatch.setattr(line, name, counted(name, getattr(line, name)))
    monkeypatch.setattr("articleparse.fields.byline.parse_timestamps", counted("again", parse_timestamps))
    return counts


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_once(path: Path, calls: Counter[tuple[Any, ...]]) -> None:
    """In one parse, no field of a line is read twice, nor are the dates of a line for its byline anew."""
    ap.parse(path.read_text(encoding="utf-8"))
    assert {call: count for call, count in calls.items() if count > 1} == {}
    assert not [call for call in calls if call[0] == "again"]


def test_dates_are_shared(calls: Counter[tuple[Any, ...]]) -> None:
    """The dates of a line are read once, whether its byline or its dates are asked for first."""
    reader = FieldReader(load_vocabulary())
    fields = reader.line([Text(span=Span(0, 24), text="By Jane Doe | 3 May 2024")])
    assert fields.byline.timestamps == fields.timestamps
    assert [(call[0], count) for call, count in calls.items()] == [("parse_timestamps", 1), ("parse_byline", 1)]


def test_lines_are_shared() -> None:
    """Lines of the same text and links share what was read; those with other links don't."""
    reader = FieldReader(load_vocabulary())
    text = Text(span=Span(0, 8), text="Jane Doe")
    link = Link(span=Span(0, 8), children=(text,), target=None)
    assert reader.line([text]) is reader.line([Text(span=Span(9, 17), text="Jane Doe")])
    assert reader.line([text]) is not reader.line([link])
    assert reader.line([link]).links == ((0, 8),)
