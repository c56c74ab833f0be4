"""Where a text can be cut."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(
    r"""
      (?<![.!?…؟۔।॥։]) [.!?…؟۔।॥։]++ ["'”’»›)\]]*+  # a run of marks is tried once, not from each of them
      (?=\s+["'“‘«„‹(\[¿¡]* [^\W_a-zß-öø-ÿ])  # what follows does not begin in lower case
    | [。！？]+ [」』）”’]*                                                # scripts that write no spaces
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"([^\s.]*(?:\.[^\s.]+)*)\.\Z")
_ABBREVIATION = re.compile(r"[^\W\d_]|.*\..*|[A-Z][^\W\d_]{1,2}|[0-9]{1,2}|Capt|Corp|Prof|Sept|Univ|Messrs?")
"""The last word of what is no sentence: an initial, a word with points in it, a capitalised word of up to three letters
(Mr, Dr, Gen, Jan), the number of a day. A sentence that ends so is not cut off from the next, which does no harm."""


def sentence_ends(text: str) -> list[int]:
    """The offsets behind the sentences of `text` (code points), in any script; the last one's is not told.

    Rather too few than too many: it is worse to cut a sentence than not to part two.

    >>> sentence_ends("Gen. Roe left. He had no choice (he said). Why?")
    [14, 42]
    """
    return [match.end() for match in _SENTENCE_END.finditer(text) if not _is_abbreviation(text, match.start())]


def _is_abbreviation(text: str, point: int) -> bool:
    """Whether the single point at `point` ends an abbreviation."""
    if text[point] != "." or text[point + 1 : point + 2] == ".":
        return False
    word = _LAST_WORD.search(text, max(0, point - 24), point + 1)
    return word is not None and _ABBREVIATION.fullmatch(word[1].lstrip("\"'“‘«„‹([")) is not None
