"""From bytes to text, whatever the bytes are."""

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
"""How many bytes charset detection reads: it is the slow step, and a page's head is enough."""


def decode(data: bytes, name: str | None = None) -> Source:
    """Decode `data` by its byte-order mark, as UTF-8, or by what charset-normalizer finds.

    Never raises: bytes that fit no encoding become U+FFFD, and `Source.encoding` is then None.

    >>> decode("né".encode("latin-1")).text
    'né'
    >>> decode(b"plain").encoding
    'utf-8'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name)
    try:
        return Source(data.decode("utf-8"), name, "utf-8")
    except UnicodeDecodeError as error:
        window = data[max(0, error.start - _SAMPLE_BYTES // 2) :][:_SAMPLE_BYTES]
    best = from_bytes(window).best()
    if best is not None and best.encoding not in ("utf_8", "ascii"):
        try:
            return Source(data.decode(best.encoding), name, best.encoding)
        except UnicodeDecodeError:
            pass
    return Source(data.decode("utf-8", errors="replace"), name, None)


def _marked(data: bytes, encoding: str, name: str | None) -> Source:
    """The text of bytes whose byte-order mark tells their encoding."""
    try:
        return Source(data.decode(encoding), name, encoding)
    except UnicodeDecodeError:
        return Source(data.decode(encoding, errors="replace"), name, None)
