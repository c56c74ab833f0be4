"""What backslashes and character references stand for where no marks are read: targets, titles, alternative text."""

from __future__ import annotations

import html
import re
from html.entities import html5

_ESCAPE_OR_REFERENCE = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def unescaped(text: str) -> str:
    r"""`text` without the backslashes of escapes and with character references resolved.

    One pass does both, for an escaped `&` begins no reference and the sign that a reference stands for escapes nothing.

    >>> print(unescaped(r"a\_b &amp; \&amp; &#92;*"))
    a_b & &amp; \*
    """
    return _ESCAPE_OR_REFERENCE.sub(_meaning, text) if "\\" in text or "&" in text else text


def _meaning(match: re.Match[str]) -> str:
    return match.group(1) or referred(match.group())


def referred(reference: str) -> str:
    """The characters that a reference such as `&amp;` or `&#38;` stands for; one without meaning stands for itself."""
    return html.unescape(reference) if reference[1] == "#" else html5.get(reference[1:], reference)
