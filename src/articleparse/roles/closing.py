"""How captions close, with a credit, and how stories open, with a dateline."""

from __future__ import annotations

import re
from itertools import islice

from articleparse.roles.measure import Measure
from articleparse.vocabulary import Vocabulary

_LONGEST = 600
"""Captions that are longer are rare."""

_CLOSING = 70
"""Characters at the end of a block in which a credit can stand."""

_COPYRIGHT_YEAR = re.compile(r"©\s*(?:19|20)\d\d")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\W?$")
_FRAGMENT = re.compile(r"[.!?…\"”»]\s+([^.!?…]{3,45})$")
_SLASH = re.compile(r"[^\W\d_]\s{0,3}[/|]\s{0,3}[^\W\d_][^/|.]{1,30}$")
_OPENINGS = re.compile(r"[(\[|]|[.!?…\"”»]\s+|\s[–—/-]\s")
"""Behind what a credit can begin."""

_MOST_OPENINGS = 3
_SIGN_OFF = re.compile(r"[.!?…。！？][\"”»]?\s*[(\[]?([^\W\d_]{2,12}(?:\s?[/,+]\s?[^\W\d_]{2,12}){0,2})[)\]]?\.?$")
_SIGNS = re.compile(r"\s?[/,+]\s?")
_LONGEST_INITIALS = 4
_CREDITING = frozenset({"credit.label:prefix", "credit.suffix:suffix", "caption.note"})
_PARTS = re.compile(r"[/(|,–—)\[\]]|\s-\s")
_DATELINE = re.compile(r"^[^\W\d_][^.!?:;]{2,60}?\s?(?:[—–]|\s-|--)\s|^[^.!?:;—–]{2,50}\([^()]{2,30}\)\s?[—–-]\s?")
_PLACE = 4
"""So many letters at least are capitals where a place opens a story."""


def closing(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """Whether the block ends with a credit label and a name, a copyright sign, an agency, brackets, a fragment."""
    if not 1 < len(block.text) < _LONGEST or block.link_items:
        return ()
    tail = block.text[-_CLOSING:]
    if "©" in tail:
        return ("copyright year",) if _COPYRIGHT_YEAR.search(tail) else ("closes with copyright sign",)
    if _labelled(tail, words):
        return ("closes with credit",)
    if _signs_off(tail, words):
        return ("signs off",)
    shapes = _shapes(tail)
    if shapes and any(_is_agency(part.strip(" ."), words) for part in _PARTS.split(tail)[1:] if part):
        return ("closes with agency", *shapes)
    return shapes


def _signs_off(tail: str, words: Vocabulary) -> bool:
    """Whether nothing but agencies and initials stand behind the last sentence, as agency copy ends: "... (dpa)"."""
    match = _SIGN_OFF.search(tail)
    if match is None:
        return False
    others = [part for part in _SIGNS.split(match[1]) if "agency" not in words.cues(part)]
    is_signed = len(others) <= match[1].count("/") + match[1].count(",") or tail[-1] in ")]"
    return is_signed and all(part.islower() and len(part) <= _LONGEST_INITIALS for part in others)


def _is_agency(part: str, words: Vocabulary) -> bool:
    """Whether an agency is the part or opens it, as in "AP Photo"."""
    first = part.partition(" ")[0]
    return "agency" in words.cues(part) or (first.isupper() and first != part and "agency" in words.cues(first))


_WIDEST_CREDIT = 60
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year follows a copyright's sign, not a photographer's name."""

_CREDIT_SIGNS = ("©", "(c)", "(C)")


def credit_line(block: Measure, words: Vocabulary) -> tuple[str, ...]:
    """Whether the block is nothing but a credit: a label and a name, an agency, a name and an agency."""
    text = block.text.strip("()[] .")
    if not 1 < block.width <= _WIDEST_CREDIT or block.items or block.level or _YEAR.search(text):
        return ()
    is_credit = (
        block.text.startswith(_CREDIT_SIGNS)
        or not _CREDITING.isdisjoint(words.cues(text))
        or any(_is_agency(part.strip(), words) for part in _PARTS.split(text) if part)
    )
    return ("credit line",) if is_credit else ()


def _labelled(tail: str, words: Vocabulary) -> bool:
    return _has_label(tail, words) or any(
        not _CREDITING.isdisjoint(words.cues(tail[opening.end() :].rstrip(" .)]")))
        for opening in islice(_OPENINGS.finditer(tail), _MOST_OPENINGS)
    )


def _has_label(tail: str, words: Vocabulary) -> bool:
    colon = max(tail.rfind(":"), tail.rfind("："))
    if colon <= 0:
        return False
    label = tail[max(tail.rfind(" ", 0, colon), tail.rfind("(", 0, colon), tail.rfind(".", 0, colon)) + 1 :]
    return "credit.label:prefix" in words.cues(label)


def _shapes(tail: str) -> tuple[str, ...]:
    """Forms of a credit without any word for it."""
    found = []
    if (")" in tail or "]" in tail) and (bracket := _BRACKET.search(tail)):
        found.append("slash in brackets at the end" if "/" in bracket[1] else "brackets at the end")
    elif fragment := _FRAGMENT.search(tail):
        found.append("name at the end" if fragment[1][0].isupper() else "fragment at the end")
    if ("/" in tail or "|" in tail) and _SLASH.search(tail):
        found.append("slash at the end")
    return tuple(found)


def dateline(block: Measure) -> tuple[str, ...]:
    """Whether the block opens with what looks like a dateline: a place, perhaps an agency in brackets, a dash."""
    if not block.is_prose:
        return ()
    opening = block.text[:80]
    names = []
    if _DATELINE.match(opening):
        names.append("opens with dateline")
    if opening[:_PLACE].isalpha() and opening[:_PLACE].isupper():
        names.append("opens with capitals")
    return tuple(names)
