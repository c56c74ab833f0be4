"""One spelling for what readers take as the same: case, accents, widths, spaces and look-alike letters aside."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

MAX_CACHED_CHARS = 64
"""Code points of a text whose normal form is remembered: words and labels, of which a page has many twice."""

_CACHED_TEXTS = 2_048
"""How many such texts are remembered: half a megabyte of words, 11 MB at worst (signs that stand for 18 letters each).
Measured on 120 pages, one after the other: half of the calls find their text; with twice as many, a fiftieth more."""

_IGNORED = re.compile(
    "[\u0300-\u036f"  # accents
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"  # Arabic vowel signs, hamza above, tatweel
    "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]"  # soft hyphen, joiners, directions
)

_LETTERS = {
    "ı": "i",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "ی": "ي",
    "ى": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ھ": "ه",  # Persian letters as their Arabic twins
    **dict.fromkeys("‘’‚׳", "'"),
    **dict.fromkeys("“”„״", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")
_NUMBER = re.compile(r"\d+")
_DASHES = re.compile("--+")

_OPENING = " *_#>[]()【】「」『』〔〕<\"'`«»‹›\\"
_CLOSING = _OPENING + ":.,;"


def normalise(text: str) -> str:
    """Return `text` (one line) in the spelling that the vocabulary is kept in.

    Compatibility forms are unified, case and accents dropped, Arabic and Persian letters and all kinds of dashes,
    quotes and spaces made one, marks and brackets around the line and a colon or full stop at its end cut off.
    What a converter reduced to ASCII comes out the same as the original.

    >>> normalise("**Güncelleme :**") == normalise("Guncelleme:")
    True
    >>> normalise("【関連記事】"), normalise("İLGİLİ HABER"), normalise("© dpa") == normalise("(C) dpa")
    ('関連記事', 'ilgili haber', True)
    """
    return _remembered(text) if len(text) <= MAX_CACHED_CHARS else _normalised(text)


def cue_key(normalised: str) -> str:
    """Return a normalised text with all numbers made one, so that `3 comments` and `12 comments` are the same term.

    >>> cue_key("3 comments, 12 shares")
    '0 comments, 0 shares'
    """
    return _NUMBER.sub("0", normalised) if _NUMBER.search(normalised) else normalised


def _normalised(text: str) -> str:
    if text.isascii():
        folded = text.lower()
    else:
        # Circled letters would decompose to bare ones.
        text = text.replace("ⓒ", "©").replace("Ⓒ", "©")
        plain = _LETTER.sub(_plain_letter, _IGNORED.sub("", normalize("NFKD", text)))
        folded = normalize("NFC", plain.casefold())
    folded = " ".join(folded.split())
    if "(c)" in folded:
        folded = folded.replace("(c)", "©")
    if "--" in folded:
        folded = _DASHES.sub("-", folded)
    return folded.lstrip(_OPENING).rstrip(_CLOSING)


_remembered = lru_cache(maxsize=_CACHED_TEXTS)(_normalised)


def _plain_letter(match: re.Match[str]) -> str:
    return _LETTERS[match.group()]
