"""From bytes to text, whatever encoding they are in."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from articleparse.source.source import Source

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
            return _marked(data, encoding, name)
    if _SHIFTS in data and (shifted := _shifted(data, name)):
        return shifted
    try:
        return Source(data.decode("utf-8"), name, "utf-8")
    except UnicodeDecodeError as error:
        window = data[max(0, error.start - _SAMPLE_BYTES // 2) :][:_SAMPLE_BYTES]
    guess = _guess(window)
    if guess is not None:
        try:
            return Source(data.decode(guess), name, guess)
        except UnicodeDecodeError:
            pass
    return Source(data.decode("utf-8", errors="replace"), name, None)


def _marked(data: bytes, encoding: str, name: str | None) -> Source:
    """Return the text of bytes whose byte-order mark tells their encoding."""
    try:
        return Source(data.decode(encoding), name, encoding)
    except UnicodeDecodeError:
        return Source(data.decode(encoding, errors="replace"), name, None)


def _shifted(data: bytes, name: str | None) -> Source | None:
    """Return the text of bytes that say where their Japanese letters begin and end."""
    try:
        return Source(data.decode("iso2022_jp"), name, "iso2022_jp")
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
