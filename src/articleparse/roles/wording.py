"""What the words and signs of a block tell: cues of the vocabulary, dates, names, credits, datelines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from articleparse.fields.names import name_score, stretches
from articleparse.roles.layout import SHORT
from articleparse.roles.measure import Measure
from articleparse.roles.registry import CUES, FIRST_SCORE_NAMES, IN_PROSE, SCORE_NAMES, SCORES
from articleparse.vocabulary import Vocabulary

_LONGEST_CUE = 400
"""Cues open or fill a block: what is behind this many code points is not looked at."""

_ADDRESS = re.compile(r"\S+@\S+\.\S+")
"""An address behind a name hides the word that makes it a byline: `김민수 기자 minsu@example.com`."""

_FEW_WORDS = 8
"""A line of more words is no label and no button; a year in it dates nothing."""

_MOST_CONTROLS = 6


def wording(block: Measure, words: Vocabulary) -> list[str]:
    """Return the features of what `block` says. `words` are the vocabulary."""
    if not block.text:
        return []
    found = _cues(block, words)
    if block.width < SHORT:
        found += _letters(block)
        found += _signs(block.text)
        found += _names(block)
    found += _closing(block, words)
    if block.is_prose:
        found += _dateline(block.text)
    return found


def _cues(block: Measure, words: Vocabulary) -> list[str]:
    """The vocabulary's categories, told apart by whether the block is as long as prose, which all corrections are."""
    text = block.text[:_LONGEST_CUE]
    cues = words.cues(_ADDRESS.sub("", text).strip() if "@" in text and not block.is_prose else text)
    if cues:
        ending = IN_PROSE if block.is_prose else ""
        return [f"cue={cue}{'' if cue.startswith('correction') else ending}" for cue in cues if cue in CUES]
    if 2 <= block.words <= _MOST_CONTROLS and all(words.is_control(word) for word in block.text.split()):
        return ["controls"]  # as where a converter ran a bar of buttons together
    return []


_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b[0-2]?\d[:.h][0-5]\d\b|\d[:.][0-5]\d\s?[AaPp]\.?[Mm]\b"
    r"|年\s?\d{1,2}\s?月|년\s?\d{1,2}\s?월"
)
_NUMBER = re.compile(r"[\d\s.,/:()+-]+")
_COUNTER = re.compile(r"\d{1,3}\W*[^\W\d]{0,5}\W*\d{1,3}\W*")
"""Which of so many pictures this is: "3 of 12 |"."""

_ONLY_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def _letters(block: Measure) -> list[str]:
    """What the letters and digits of a short line are."""
    text = block.text
    found: list[str] = []
    if not text[0].isalpha():
        found += _unlettered(text)
    if _DIGIT.search(text):
        if _DATE.search(text) or (block.words <= _FEW_WORDS and _YEAR.search(text)):
            found.append("date")
        if is_time(text):
            found.append("time alone")
    if text.isupper():
        found.append("capitals")
    elif text.islower():
        found.append("lower case")
    elif text[1:].islower() and block.words > 2:
        found.append("one capital")  # then it has no name
    elif text.lower() == text.upper() and _WORD.search(text):
        found.append("no case")
    if block.words == 1:
        found.append("one word")
    return found


def _unlettered(text: str) -> tuple[str, ...]:
    """What a line is that has no words: a number, a count, signs."""
    if _NUMBER.fullmatch(text):
        return ("number",)
    if _COUNTER.fullmatch(text):
        return ("counter",)
    return ("signs only",) if _ONLY_SIGNS.fullmatch(text) else ()


_TIME = re.compile(
    r"\W{0,3}(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d){0,2}(?:\s?(?:(?i:[ap]\.?m\.?|uhr|h)|[A-Z]{2,4})){0,3}\W{0,3}"
)
_HOUR = re.compile(r"\d[:.h]\d\d|[ap]\.?m\b|uhr", re.IGNORECASE)
_LONGEST_TIME = 24


def is_time(text: str) -> bool:
    """Whether `text` is a time of day and nothing else.

    >>> is_time("14:32"), is_time("2.32 pm BST"), is_time("9.15 Uhr"), is_time("1232")
    (True, True, True, False)
    """
    return len(text) <= _LONGEST_TIME and bool(_HOUR.search(text) and _TIME.fullmatch(text))


_PATH = re.compile(r"[^«.!?]*?\w\s+(?:[›»>→]|::)\s+\w[^«]*")
"""The path to a page: "Home » News »". No sentence ends before its first step does."""

_LABEL = re.compile(r"[^\W\d][^\d:：]{1,24}?\s?[:：]\s*[^\W\d][^\d:：]*")
"""A label and what it labels: a name, a place, a source, in whatever script."""

_MOST_LABELLED = 6
"""Words of such a line."""

_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")


def _signs(text: str) -> Iterator[str]:
    """What signs in the line tell."""
    if _PATH.match(text):
        yield "steps"
    if (":" in text or "：" in text) and text.count(" ") < _MOST_LABELLED and _LABEL.fullmatch(text):
        yield "label"
    if "@" in text and _EMAIL.search(text):
        yield "email"


_MOST_NAMED = 14
"""Words of a line that can be nothing but names."""


def _names(block: Measure) -> list[str]:
    """How much the stretches of a line look like persons' names, and whether all of them do."""
    text = block.text
    if block.words > _MOST_NAMED or block.ends_sentence or text.islower():
        return []
    half = text[: len(text) // 2]  # a portrait's alternative text stands before the name below it
    scores = [name_score(part) for part in stretches(half if text == f"{half} {half}" else text)]
    if not scores:
        return []
    found = [SCORE_NAMES[bisect_right(SCORES, max(scores))]]
    if len(scores) > 1:
        found.append(FIRST_SCORE_NAMES[bisect_right(SCORES, scores[0])])
        found.append("names" if min(scores) > 0 else "name and more")
    if block.links:
        found.append("name linked")
    return found


_LONGEST_CAPTION = 600
"""Captions that are longer are rare."""

_CLOSING = 70
"""Code points at the end of a block in which a credit can stand."""

_COPYRIGHT_YEAR = re.compile(r"©\s*(?:19|20)\d\d")
_MARKS = re.compile(r"[.!?…\"”»(\[|–—/:：-]")
"""One of these stands before a credit."""

_LAST_PART = re.compile(r"(?:[(\[|]|[.!?…\"”»]\s+|\s[–—-]\s)(?=[^(\[|.!?…–—]{2,60}[)\]]?\W{0,2}$)")
"""Behind what a credit begins that closes a block."""

_LAST_SLASH = re.compile(r"[^\W\d_]\s{0,3}[/|]\s{0,3}([^\W\d_][^/|.]{1,30})$")
_PARTS = re.compile(r"[/|,–—)(\[\]]|\s-\s")
_CREDITING = frozenset({"credit.label:prefix", "credit.suffix:suffix", "caption.note"})
_CREDIT_SIGNS = ("©", "(c)", "(C)")
_WIDEST_CREDIT = 60


def _closing(block: Measure, words: Vocabulary) -> list[str]:
    """How the block closes: with a credit, an agency, in brackets, with a name; or whether it is a credit alone."""
    text = block.text
    if not 1 < len(text) < _LONGEST_CAPTION or block.link_items:
        return []
    tail = text[-_CLOSING:]
    if "©" in tail:
        found = ["copyright year" if _COPYRIGHT_YEAR.search(tail) else "copyright sign"]
    else:
        found = _last_part(tail, words) if _MARKS.search(tail) else []
    if 1 < block.width <= _WIDEST_CREDIT and not block.level and not block.items and _is_credit(text, words):
        found.append("credit line")
    return found


def _last_part(tail: str, words: Vocabulary) -> list[str]:
    """What the last part of a block is, which a bracket, a stroke or the end of a sentence parts from the rest."""
    found = []
    opening = _LAST_PART.search(tail)
    part = tail[opening.end() :].rstrip(" .)]") if opening else ""
    if opening is not None:
        if not _CREDITING.isdisjoint(words.cues(part)):
            return ["closes with credit"]
        if opening[0] in "([":
            found.append("brackets at the end")
        elif tail[-1] not in ".!?…":
            found.append("name at the end" if name_score(part) > 0 else "fragment at the end")
    colon = max(tail.rfind(": "), tail.rfind("："))
    if colon > 0 and "credit.label:prefix" in words.cues(tail[tail.rfind(" ", 0, colon) + 1 :].lstrip("([")):
        return ["closes with credit"]
    if slash := _LAST_SLASH.search(tail):
        found.append("slash at the end")
        part = part or slash[1]
    if any(_is_agency(one.strip(), words) for one in _PARTS.split(part) if one):
        found.append("closes with agency")
    return found


def _is_credit(text: str, words: Vocabulary) -> bool:
    """Whether a short line is nothing but a credit: a label and a name, an agency, a name and an agency."""
    if text.startswith(_CREDIT_SIGNS):
        return not _YEAR.search(text)
    line = text.strip("()[] .")
    if not _CREDITING.isdisjoint(words.cues(line)):
        return True
    return ("/" in line or "," in line or "(" in line) and any(
        _is_agency(part.strip(), words) for part in _PARTS.split(line) if part
    )


def _is_agency(part: str, words: Vocabulary) -> bool:
    """Whether an agency is the part or opens it, as in "AP Photo"."""
    first = part.partition(" ")[0]
    return "agency" in words.cues(part) or (first.isupper() and first != part and "agency" in words.cues(first))


_DATELINE = re.compile(r"^[^\W\d_][^.!?:;]{2,60}?\s?(?:[—–]|\s-|--)\s|^[^.!?:;—–]{2,50}\([^()]{2,30}\)\s?[—–-]\s?")
_PLACE = 4
"""So many letters at least are capitals where a place opens a story."""


def _dateline(text: str) -> Iterator[str]:
    """Whether prose opens with what looks like a dateline: a place, perhaps an agency in brackets, a dash."""
    opening = text[:80]
    if _DATELINE.match(opening):
        yield "opens with dateline"
    if opening[:_PLACE].isalpha() and opening[:_PLACE].isupper():
        yield "opens with capitals"
