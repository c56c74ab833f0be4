"""One spelling for what readers take as the same: case, accents, widths, spaces and look-alike letters aside."""

from __future__ import annotations

import re
from unicodedata import normalize

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
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "ð": "d",
    "þ": "th",
    "ی": "ي",  # Persian letters as their Arabic twins
    "ى": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "״": '"',
    "׳": "'",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
}
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")

_OPENING = " *_#>[]()【】「」『』〔〕<\"'`«»‹›\\"
_CLOSING = _OPENING + ":.,;"


def normalise(text: str) -> str:
    """`text` (one line) in the spelling that the vocabulary is kept in.

    Compatibility forms are unified, case and accents dropped, Arabic and Persian letters and all kinds of dashes,
    quotes and spaces made one, marks and brackets around the line and a colon or full stop at its end cut off.
    What a converter reduced to ASCII comes out the same as the original.

    >>> normalise("**Güncelleme :**") == normalise("Guncelleme:")
    True
    >>> normalise("【関連記事】"), normalise("İLGİLİ HABER"), normalise("© dpa") == normalise("(C) dpa")
    ('関連記事', 'ilgili haber', True)
    """
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
        folded = re.sub("--+", "-", folded)
    return folded.lstrip(_OPENING).rstrip(_CLOSING)


def _plain_letter(match: re.Match[str]) -> str:
    return _LETTERS[match.group()]
