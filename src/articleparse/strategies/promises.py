"""Check on one text all that the library promises of every text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from articleparse.codec.json import from_json, to_json
from articleparse.codec.xml import from_xml, to_xml
from articleparse.options import Options
from articleparse.pipeline import DEFAULT, parse, parse_bytes
from articleparse.tree import Article, unparse, validate

T = TypeVar("T")

LOSSLESS: dict[str, tuple[Callable[[Article], str], Callable[[str], Article]]] = {
    "JSON": (to_json, from_json),
    "XML": (to_xml, from_xml),
}
"""The formats that keep all of an article: how they are written and read."""

_SHOWN = 400
"""Code points of a text that a message shows."""


def assert_parses(text: str | bytes, *, options: Options = DEFAULT) -> Article:
    r"""The article of `text`, after a look at every promise.

    It parses; the tree is well formed and gives the dump back to the character; a second parse makes the same article;
    JSON and XML give back an equal one. Raises AssertionError that names the promise, what was broken, and the text.

    >>> assert_parses("# Rain\n\n**It rained").span
    Span(start=0, end=19)
    """
    article = _kept("total", text, lambda: _parse(text, options))
    _check("located", text, "\n".join(validate(article)))
    if isinstance(text, str):
        _check("lossless", text, _difference(text, _kept("lossless", text, lambda: unparse(article))))
    again = _kept("pure", text, lambda: _parse(text, options))
    _check("pure", text, "" if again == article else "a second parse made another article")
    for name in LOSSLESS:
        _check_round_trip(name, text, article)
    return article


def _parse(text: str | bytes, options: Options) -> Article:
    return parse(text, options=options) if isinstance(text, str) else parse_bytes(text, options=options)


def _check_round_trip(name: str, text: str | bytes, article: Article) -> None:
    promise = f"round trip through {name}"
    write, read = LOSSLESS[name]
    written = _kept(promise, text, lambda: write(article))
    returned = _kept(promise, text, lambda: read(written))
    _check(promise, text, "" if returned == article else "what was read differs from what was written")
    _check(promise, text, _difference(article.source or "", returned.source or ""))


def _kept(promise: str, text: str | bytes, act: Callable[[], T]) -> T:
    try:
        return act()
    except Exception as error:
        raise AssertionError(_message(promise, f"{type(error).__name__}: {error}", text)) from error


def _check(promise: str, text: str | bytes, trouble: str) -> None:
    if trouble:
        raise AssertionError(_message(promise, trouble, text))


def _message(promise: str, trouble: str, text: str | bytes) -> str:
    shown = ascii(text[:_SHOWN]) + f" and {len(text) - _SHOWN} more" * (len(text) > _SHOWN)
    return f"promise broken ({promise}): {trouble}\nin the dump {shown}"


def _difference(wanted: str, got: str) -> str:
    if wanted == got:
        return ""
    pairs = enumerate(zip(wanted, got, strict=False))
    place = next((index for index, (left, right) in pairs if left != right), min(len(wanted), len(got)))
    near = slice(max(0, place - 10), place + 20)
    return f"from {place} on, {wanted[near]!a} became {got[near]!a}"
