"""Where and when a story was filed, and by which agency, as its first paragraph begins."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from articleparse.fields.dateline_tokens import MAX_DATELINE_CHARS, dateline_tokens
from articleparse.fields.words import Token, is_caseless
from articleparse.grammar import Parser, compile_grammar
from articleparse.vocabulary import Vocabulary


@attrs.frozen
class DatelineField:
    """A dateline from the offset `start` of the line to `end` (code points), its dash included."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None  # as it stands there


_CLOSING_SIGN = re.compile(r"[—–―\-=＝:：)\]】）电電/.](?:[\s\"'“„«‘]|\w|\Z)")
"""What every dateline has one of; a cheap test that spares most paragraphs the rest."""


def parse_dateline(text: str, *, vocabulary: Vocabulary) -> DatelineField | None:
    """Return the dateline that opens the flat `text` of a paragraph, or None. Read its first 120 code points.

    Offsets count code points of `text`. Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> found = parse_dateline("RAMALLAH, West Bank (Reuters) — The two sides met.", vocabulary=load_vocabulary())
    >>> found.place, found.agency, found.end
    ('RAMALLAH, West Bank', 'Reuters', 31)
    >>> parse_dateline("BREAKING — The two sides met.", vocabulary=load_vocabulary()) is None
    True
    """
    indent = len(text) - len(text.lstrip())
    head = text[indent : indent + MAX_DATELINE_CHARS]
    if not _CLOSING_SIGN.search(head):
        return None
    return _unspaced(head, indent, vocabulary) or _spaced(head, indent, vocabulary)


def _spaced(head: str, indent: int, vocabulary: Vocabulary) -> DatelineField | None:
    """The dateline that `dateline.lark` accepts."""
    found = _parser().parse_prefix(dateline_tokens(head, vocabulary))
    if found is None:
        return None
    parts: list[Token] = found[0]
    places, agencies, dates = ([part for part in parts if part.type == kind] for kind in ("place", "agency", "date"))
    return DatelineField(
        indent,
        indent + parts[-1].end,
        head[places[0].start : places[-1].end] if places else None,
        "/".join(agency.text for agency in agencies) or None,
        dates[0].text if dates else None,
    )


@cache
def _parser() -> Parser:
    named = dict.fromkeys(("agency", "word", "initials"), _agency)
    placed = dict.fromkeys(("city", "loud", "pair", "calm"), _place)
    return compile_grammar("dateline", {"start": list, "date": _date, **named, **placed})


def _place(values: list[Token]) -> Token:
    names = [value for value in values if value.type != "STOP"]
    return Token("place", names[0].start, names[-1].end, "")


def _agency(values: list[Token]) -> Token:
    return Token("agency", values[0].start, values[0].end, values[0].text)


def _date(values: list[Token]) -> Token:
    date = next(value for value in values if value.type == "DATE")
    return Token("date", date.start, values[-1].end, date.text)


_REPORTER = r"(?:[记記]者[^\d（）\s]{2,3}(?=[^\d]{2}))?"
_DAY = r"(?P<date>\d{1,2}(?:月\d{1,2})?日)"
_KOREAN_REPORTER = r"(?:[^=\n]{0,20}?기자\s?[=＝])?"

# fmt: off
UNSPACED = (
    ("Korean, with the agency", "[서울=뉴시스] 홍길동 기자 =",
     rf"[\[(](?P<place>[^\]()=＝]{{1,14}})[=＝](?P<agency>AGENCY|[가-힣A-Z0-9]{{2,8}})[\])]\s?{_KOREAN_REPORTER}"),
    ("Korean, with the reporter", "광주=홍길동 기자", r"(?P<place>[가-힣]{2,10})[=/][가-힣]{2,4}\s?(?:기자|특파원)"),
    ("Japanese, with the reporter", "【ソウル＝山田太郎】", r"【(?P<place>[^】＝=\n]{1,12})[＝=][^】\n]{2,16}】"),
    ("Japanese, with the agency", "【ワシントン時事】", r"【(?P<place>[^】\n]{1,10}?)(?P<agency>AGENCY)】"),
    ("Chinese, in brackets", "【本報台北訊】", r"【(?:本報|記者)?(?P<place>[^】\n]{1,8}?)(?:訊|電|讯|电)】"),
    ("Chinese, by telegraph", "新华社北京3月3日电（记者张三）",
     rf"（?(?P<agency>AGENCY){_REPORTER}(?P<place>[^\d（）\s，。]{{0,8}}?){_DAY}[电電]）?(?:\s?[（(][^）)\n]{{1,20}}[）)])?"),
)
# fmt: on
"""Datelines of scripts without spaces: a name, an example and the pattern, in which AGENCY stands for the agencies of
the vocabulary. They need no dash. Tokens can't tell a place from the agency or the reporter that follows without a
space, so these are patterns and not rules of the grammar."""


def _unspaced(head: str, indent: int, vocabulary: Vocabulary) -> DatelineField | None:
    """The dateline of a script without spaces: the first of `UNSPACED` that `head` begins with."""
    if not _UNSPACED_OPENING.match(head):
        return None
    match = next((found for pattern in unspaced_patterns(vocabulary) if (found := pattern.match(head))), None)
    if match is None:
        return None
    part = match.groupdict()
    return DatelineField(
        indent, indent + match.end(), part["place"].strip() or None, part.get("agency"), part.get("date")
    )


_UNSPACED_OPENING = re.compile(r"[【\[(（가-힣\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=8)
def unspaced_patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of `UNSPACED` in their order, with the agencies of the `vocabulary` in them."""
    spellings = {name for name in vocabulary.words("agency").values() if is_caseless(name[-1])}
    agencies = "|".join(sorted((re.escape(name) for name in {*spellings, "AFP"}), key=len, reverse=True))
    return tuple(re.compile(pattern.replace("AGENCY", f"(?:{agencies})")) for _, _, pattern in UNSPACED)
