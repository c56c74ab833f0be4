"""Write characters that a format forbids, in characters that it allows.

A forbidden character is written as U+241B (the picture of the escape key), its number in hexadecimal and a semicolon;
U+241B itself is written the same way, so that a text that looks like an escape comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

ESCAPE = "\u241b"

SURROGATES = r"\ud800-\udfff"
"""Halves of a character that stand alone. No encoding of Unicode has them, but a Python `str` may."""

_ESCAPED = re.compile(rf"{ESCAPE}([0-9A-F]{{1,6}});")
_UNENCODABLE = re.compile(rf"[{SURROGATES}{ESCAPE}]")


def escape(text: str, forbidden: re.Pattern[str] = _UNENCODABLE) -> str:
    r"""Return `text` with every match of `forbidden` (a pattern of one character, U+241B among them) escaped.

    >>> escape("a\ud800").encode()
    b'a\xe2\x90\x9bD800;'
    """
    return forbidden.sub(lambda match: f"{ESCAPE}{ord(match[0]):X};", text)


def unescape(text: str) -> str:
    r"""Return the text that `escape` was given. An escape of a number beyond Unicode is left alone.

    >>> unescape("a\u241bD800;") == "a\ud800"
    True
    """
    return _ESCAPED.sub(_character, text) if ESCAPE in text else text


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number < 0x110000 else match[0]


def escaped_strings(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a JSON document with `escape` applied to all strings that are values."""
    return _with_strings(document, escape)


def unescaped_strings(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a JSON document with `unescape` applied to all strings that are values."""
    return _with_strings(document, unescape)


def _with_strings(document: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """Copies container by container, without recursion: a document may be nested deeper than Python's stack."""
    root: list[Any] = [document]
    stack: list[Any] = [root]
    while stack:
        container = stack.pop()
        for key, value in container.items() if isinstance(container, dict) else enumerate(container):
            new: Any = change(value) if isinstance(value, str) else value
            if isinstance(value, (dict, list)):
                new = value.copy()
                stack.append(new)
            container[key] = new
    result: dict[str, Any] = root[0]
    return result
