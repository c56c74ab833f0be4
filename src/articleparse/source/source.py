"""The text of a dump with its line starts, ranges of it, and how bytes become text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, partial
from typing import NamedTuple

import attrs
from charset_normalizer import from_bytes

LINE_END = re.compile(r"\r\n?|\n")
"""What ends a line: LF, CRLF or a lone CR. U+2028 and form feed are ordinary characters here, as in CommonMark."""


class Span(NamedTuple):
    """The code points `start` to `end` of the source, `end` not included.

    A named tuple and not an attrs class because a page has thousands of them.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span.

        >>> Span(0, 9).covers(Span(3, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end


span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""`Span(*pair)` in half the time, for the stages that make thousands."""


@attrs.frozen(slots=False)
class Source:
    r"""A dump as text.

    `name` is where it came from (a path, or None), `encoding` the codec that decoded it (None for a `str`).

    >>> Source("one\ntwo").position(5)
    (2, 2)
    """

    text: str
    name: str | None = None
    encoding: str | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first code point, in order; the first is always 0."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of `offset`, both counted from 1, the column in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line `number` (from 1), without its line end."""
        start = self.line_starts[number - 1]
        stop = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")


# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAMPLE_BYTES = 65_536
"""Bytes that the guess of an encoding reads: it is the slow step, and a page's head is enough."""

_WESTERN = "cp1252"
_ENCODINGS = [
    *(_WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "iso8859_2", "iso8859_7", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
]
"""Encodings of old web pages that browsers still read: no DOS, Macintosh or mainframe code pages."""

_TWO_BYTES = frozenset(("gb18030", "big5", "cp932", "euc_jp", "cp949"))
_EXTRA_CHAOS_TWO_BYTES = 0.02
_LEAST_COHERENCE_TWO_BYTES = 0.05
"""How much messier (share of odd characters) text in two-byte letters may look than the best guess, and how much like a
language (share of its letters that are as frequent as there) it must look, to be preferred: hardly a text fits those
encodings by chance, but each text in them fits one-byte encodings."""

_SHIFTS = b"\x1b$"
"""What ISO-2022-JP writes in front of Japanese letters. Its bytes are ASCII, and so valid UTF-8."""

_EXTRA_CHAOS_WESTERN = 0.1
"""How much messier than the best guess Western European text may look and still be preferred to it."""


def decode(data: bytes, name: str | None = None) -> Source:
    """Decode `data` by its byte-order mark, as UTF-8, or by what charset-normalizer finds.

    Never raises: bytes that fit no encoding become U+FFFD, and `Source.encoding` is then None.

    >>> decode("Les élèves étaient déjà rentrés à l'école après l'été".encode("latin-1")).text
    "Les élèves étaient déjà rentrés à l'école après l'été"
    >>> decode(b"plain").encoding
    'utf-8'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name) or Source(data.decode(encoding, errors="replace"), name, None)
    if _SHIFTS in data and (shifted := _decoded(data, "iso2022_jp", name)):
        return shifted
    try:
        return Source(data.decode("utf-8"), name, "utf-8")
    except UnicodeDecodeError as error:
        window = data[max(0, error.start - _SAMPLE_BYTES // 2) :][:_SAMPLE_BYTES]
    guess = _guess(window)
    guessed = _decoded(data, guess, name) if guess else None
    return guessed or Source(data.decode("utf-8", errors="replace"), name, None)


def _decoded(data: bytes, encoding: str, name: str | None) -> Source | None:
    """Return `data` as text if all of it is in `encoding`."""
    try:
        return Source(data.decode(encoding), name, encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    """Return the likeliest encoding of bytes that aren't UTF-8.

    Short texts often fit several; most pages are Western.
    """
    matches = from_bytes(data, cp_isolation=_ENCODINGS)
    best = matches.best()
    if best is None:
        return None
    two_bytes = [
        match
        for match in matches
        if match.encoding in _TWO_BYTES
        and match.chaos <= best.chaos + _EXTRA_CHAOS_TWO_BYTES
        and match.coherence >= _LEAST_COHERENCE_TWO_BYTES
    ]
    if two_bytes:
        return max(two_bytes, key=lambda match: match.coherence).encoding
    for match in matches:
        is_western = _WESTERN in match.could_be_from_charset
        if is_western and match.chaos <= best.chaos + _EXTRA_CHAOS_WESTERN and match.coherence >= best.coherence:
            return _WESTERN
    return best.encoding
