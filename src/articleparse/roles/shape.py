"""Features of a block by itself: its kind, its size, how it ends. None of them knows a language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from articleparse.blocks import UnitKind
from articleparse.roles.measure import Measure
from articleparse.source import CLOSERS, QUOTES

_WIDTHS = (4, 15, 35, 70, 140, 300, 700)
_WIDTH_NAMES = (*(f"width<{limit}" for limit in _WIDTHS), "width>=700")
_ITEMS = (2, 4, 8, 16)
_ITEM_NAMES = ("items=1", "items<4", "items<8", "items<16", "items>=16")
_SHORT = 140
"""Only blocks narrower than this are looked at for names, dates and capitals."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b[0-2]?\d[:.h][0-5]\d\b|\d[:.][0-5]\d\s?[AaPp]\.?[Mm]\b"
    r"|年\s?\d{1,2}\s?月|년\s?\d{1,2}\s?월"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+(?:[a-z]{1,3}\s+)?[^\W\d_][\w.'’-]*){1,3}")
_PARTICLE = 3
"""Letters of a word that a name has without a capital."""

_SEPARATOR = re.compile(r"[,/&|·•、，]")
_JOINER = re.compile(r"\s+[^\W\d_A-Z]{1,3}\s+")
"""A short word without capitals: "and" in whatever language."""

_AFTER_NAME = re.compile(r"\s*(?:[,|/·•(–—\d]|\s{2}|\s-\s)")
"""What parts a name from the date, the role or the button that shares its line."""

_WIDE_NAME = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff]{1,4}[ \u3000][\u4e00-\u9fff\u3040-\u30ff]{1,4}")
"""Family and given name, as Japanese papers write them."""

_NUMBER = re.compile(r"[\d\s.,/:()+-]+")
_COUNTER = re.compile(r"\d{1,3}\W*[^\W\d]{0,5}\W*\d{1,3}\W*")
"""Which of so many pictures this is: "3 of 12 |"."""

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
WORD = "word="
"""What the features begin with that stand for a word of a short line."""

_MOST_WORDS = 8
"""A line of more words is told by its shape: only labels, buttons and headings are known by their words."""

_PATH = re.compile(r"[^«.!?]*?\w\s+(?:[›»>→]|::)\s+\w[^«]*")
"""The path to a page: "Home » News »". No sentence ends before its first step does."""

_LABEL = re.compile(r"[^\W\d][^\d:：]{1,24}?\s?[:：]\s*[^\W\d][^\d:：]*")
"""A label and what it labels: a name, a place, a source, in whatever script."""

_MOST_LABELLED = 6
"""Words of such a line."""

_SIGNS = re.compile(r"[\W_]+")

_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")

_SENTENCES = re.compile(r"[.!?。！？।؟]['\"”’»]?(?:\s|$)|[。！？]")


def shape(block: Measure) -> list[str]:
    """The names of the features that `block` has."""
    size = _WIDTH_NAMES[bisect_right(_WIDTHS, block.width)]
    kind = block.name
    found = [*_basic(kind, size, _ending(block))]
    if block.links or block.images:
        found += _links(block, kind)
    if block.level:
        found.append(f"level={block.level}")
    if block.kind is UnitKind.LIST:
        found += _items(block)
    if block.is_bold:
        found += ("bold", f"bold&{size}")
    if block.width < _SHORT:
        found += _short(block)
    elif block.kind is UnitKind.PARAGRAPH:
        found.append("sentences>1" if len(_SENTENCES.findall(block.text[:1000])) > 1 else "sentences<=1")
    if block.level == 0 and block.text[:1].islower():  # a heading goes on with nothing
        found.append("opens lower case")
    if block.text[:1] in QUOTES and block.text:
        found.append("opens with quote")
    return found


@cache
def _basic(kind: str, size: str, ending: str) -> tuple[str, ...]:
    """What every block has; kept, for there are only some hundred combinations."""
    return ("any", f"kind={kind}", size, f"{kind}&{size}", ending, f"{kind}&{ending}")


def _ending(block: Measure) -> str:
    text = block.text
    if block.ends_sentence:
        return "ends=question" if text.rstrip(CLOSERS)[-1] in "?？؟" else "ends=sentence"
    last = text[-1:]
    if last in (":", "："):
        return "ends=colon"
    return "ends=open" if text else "ends=empty"


def _links(block: Measure, kind: str) -> tuple[str, ...]:
    """How much of the text is under links, and whether there are pictures."""
    if block.images:
        return ("picture alone",) if not block.text else ("picture and text", f"{kind}&picture")
    if not block.links:
        return ()
    length = len(block.text)
    if block.linked * 10 >= length * 9:
        return ("all linked", f"{kind}&all linked", "one link" if block.links == 1 else "links>1")
    if block.linked * 2 >= length:
        return ("mostly linked", f"{kind}&mostly linked")
    return ("some linked",)


def _items(block: Measure) -> tuple[str, ...]:
    average = block.width / block.items
    return (
        _ITEM_NAMES[bisect_right(_ITEMS, block.items)],
        "items are links" if block.link_items * 10 >= block.items * 8 else "items are text",
        "items long" if average >= 60 else "items medium" if average >= 25 else "items short",
    )


def _short(block: Measure) -> list[str]:
    """What a line of a label's or a sentence's length looks like."""
    text = block.text
    found: list[str] = []
    if not text[:1].isalpha():
        found += _unlettered(text)
    # The first is quick to say no.
    found.append("date" if _DIGIT.search(text) and _is_dated(block) else "undated")
    if text.isupper():
        found.append("capitals")
    elif text.islower():
        found.append("lower case")
    elif text[1:].islower() and block.words > 2:
        found.append("one capital")  # then it has no name
    elif text.lower() == text.upper() and _WORD.search(text):
        found.append("no case")
    found += _names(block)
    found += _signs(text)
    if block.words == 1:
        found.append("one word")
    if block.words <= _MOST_WORDS:
        found += [WORD + word for word in _WORD.findall(text.casefold())]
    return found


def _unlettered(text: str) -> tuple[str, ...]:
    """What a line is that has no words: a number, a count, signs."""
    if _NUMBER.fullmatch(text):
        return ("number",)
    if _COUNTER.fullmatch(text):
        return ("counter",)
    return ("signs only",) if _SIGNS.fullmatch(text) else ()


def _signs(text: str) -> Iterator[str]:
    """What signs in the line tell."""
    if _PATH.match(text):
        yield "steps"
    if (":" in text or "：" in text) and text.count(" ") < _MOST_LABELLED and _LABEL.fullmatch(text):
        yield "label"
    if "@" in text and _EMAIL.search(text):
        yield "email"


def _is_dated(block: Measure) -> bool:
    """Whether a day, a time, or among few words a year is in the line: a sentence's year dates nothing."""
    return bool(_DATE.search(block.text) or (block.words <= _MOST_WORDS and _YEAR.search(block.text)))


def _names(block: Measure) -> tuple[str, ...]:
    """Whether the line is a name of two to four words that begin with capitals, or several such names."""
    if block.words > 14 or block.words == 1:
        return ()
    if not block.text[0].isupper():
        return ("name",) if _WIDE_NAME.fullmatch(block.text) else ()
    count = _count_names(_once(block.text))
    if not count:
        after = _AFTER_NAME.search(block.text)
        return ("opens with name",) if after and _is_name(block.text[: after.start()]) else ()
    return ("names" if count > 1 else "name", "names linked" if block.links else "names plain")


def _once(text: str) -> str:
    """`text`, and half of it where that is repeated: a portrait's alternative text before the name below it."""
    half = text[: len(text) // 2]
    return half if text == f"{half} {half}" else text


def _count_names(text: str) -> int:
    """How many names `text` is made of, with signs or words like "and" between them; 0 where it says more."""
    count = 0
    for part in filter(None, map(str.strip, _SEPARATOR.split(text))):
        names = [part] if _is_name(part) else _JOINER.split(part)
        if not all(map(_is_name, names)):
            return 0
        count += len(names)
    return count


def _is_name(text: str) -> bool:
    """Whether `text` is two to four words with capitals, with particles between them ("van", "al-Rahman")."""
    if not _NAME.fullmatch(text) or not text[0].isupper():
        return False
    words = text.split()
    return words[-1][0].isupper() and not any(len(word) > _PARTICLE and word.islower() for word in words)
