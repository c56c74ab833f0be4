"""`assert_parses` tells which promise is broken, and by what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import articleparse as ap
from articleparse.strategies import assert_parses, promises
from articleparse.tree import Body


def test_kept() -> None:
    """A text that breaks nothing gives its article, and so do bytes."""
    assert assert_parses("\x00<b>\ud800").source == "\x00<b>\ud800"
    assert assert_parses(b"\xff\xfe").source == ""


def _raises(*_: Any, **__: Any) -> None:
    raise KeyError("oh")


def _loses(article: ap.Article) -> str:
    return f"{article.source}"[:-1]


def _misplaced(text: str, **_: Any) -> ap.Article:
    return ap.Article(ap.Span(0, 1), (Body(ap.Span(0, 9)),), source=text)


@pytest.mark.parametrize(
    ("name", "broken", "message"),
    [
        ("parse", _raises, r"\(total\): KeyError: 'oh'\nin the dump '# Rain\\n\\nIt \\u2026'"),
        ("unparse", _loses, r"\(lossless\): from 11 on, ' Rain\\n\\nIt \\u2026' became ' Rain\\n\\nIt '"),
        ("parse", _misplaced, r"\(located\): article covers Span\(start=0, end=1\), the source is 12 long"),
        ("validate", lambda _: ["all wrong"], r"\(located\): all wrong"),
    ],
)
def test_broken(monkeypatch: pytest.MonkeyPatch, name: str, broken: Callable[..., Any], message: str) -> None:
    """The message names the promise, what is wrong, and the dump."""
    monkeypatch.setattr(promises, name, broken)
    with pytest.raises(AssertionError, match=message):
        assert_parses("# Rain\n\nIt …")


def test_impure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parse that depends on the one before is found."""
    languages = iter("ab")

    def parse(text: str, **_: Any) -> ap.Article:
        article = ap.parse(text)
        return attrs.evolve(article, meta=attrs.evolve(article.meta, language=next(languages)))

    monkeypatch.setattr(promises, "parse", parse)
    with pytest.raises(AssertionError, match=r"\(pure\): a second parse made another article"):
        assert_parses("x")


@pytest.mark.parametrize(
    ("write", "read", "message"),
    [
        (ap.to_json, lambda _: ap.parse("y"), "what was read differs"),
        (ap.to_json, lambda _: attrs.evolve(ap.parse("x"), source="z"), "from 0 on, 'x' became 'z'"),
        (_raises, ap.from_json, "KeyError"),
    ],
)
def test_formats(
    monkeypatch: pytest.MonkeyPatch, write: Callable[..., str], read: Callable[..., ap.Article], message: str
) -> None:
    """A format that can't write or loses something is found; a long dump is cut in the message."""
    monkeypatch.setitem(promises.LOSSLESS, "JSON", (write, read))
    with pytest.raises(AssertionError, match=rf"\(round trip through JSON\): {message}"):
        assert_parses("x")
    with pytest.raises(AssertionError, match=r" and 100 more$"):
        assert_parses("x" * 500)
