"""Tokens of `dateline.lark`: the opening of a story, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.fields.dates import Hints, calendar_dates
from articleparse.fields.words import MAX_NAME_WORDS, Token, Word, WordLine, name_length, words
from articleparse.vocabulary import Vocabulary, normalise

MAX_DATELINE_CHARS = 120
"""A dateline is no longer than this (code points)."""

_SIGNS = {
    **dict.fromkeys(("—", "–", "―", "-", "--", "---", "=", "＝"), "DASH"),
    **dict.fromkeys((".-", ".--"), "DOTDASH"),
    **dict.fromkeys(":：", "COLON"),
    **dict.fromkeys(",،、，", "COMMA"),
    **dict.fromkeys("([（", "OPEN"),
    **dict.fromkeys(")]）", "CLOSE"),
    **dict.fromkeys("/／", "SLASH"),
    **dict.fromkeys(".।。", "STOP"),
}
_CLOSERS = {"DASH": "HYPHEN", "DOTDASH": "OTHER", "COLON": "OTHER"}
"""Signs that close a dateline where a sentence can begin behind them, and what they are elsewhere."""

_PAUSES = frozenset(("DASH", "DOTDASH", "COMMA", "STOP", "OPEN"))
"""Signs behind a bracket with which the dateline goes on."""

_OPENS_SENTENCE = re.compile(r"[\s\"'“”„«»‘’¿¡(\[*]*(?:[^\W\d_a-zà-ÿ]|\d|\Z)")
"""A capital, a figure or a script without capitals, behind quotes and brackets; or the end of the text."""

_TELETYPE_DASH = " _ "
"""Wires whose machines had no dash wrote this."""

_OUTLET = re.compile(r"[\w-]+\.(\w+)\Z")
_MAX_PLACE_WORDS = MAX_NAME_WORDS + 1
_MIN_CITY_CHARS = 5
"""Shorter words before a colon are rather a label: `FAQ:`, `NOTE:`."""

_FEW_WORDS = 2
"""A place of one word or two is told from others: a city before a colon, or a place in a script without capitals."""

_MAX_TERM_CHARS = 4
_LABELS = ("kicker", "live", "related", "advertisement", "correction", "qa", "date")
"""Categories of words that are labels of a story, such as BREAKING or CORRECTION, and so no places."""


def dateline_tokens(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """Yield the tokens of the first 120 code points of `text`, in order; each is found when it is asked for.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> list(dateline_tokens("LIMA, March 3 (AP) — A", load_vocabulary()))[:5]
    [CAPS('LIMA'), COMMA(','), DATE('March 3'), OPEN('('), AGENCY('AP')]
    """
    return _Tokenizer(text[:MAX_DATELINE_CHARS], vocabulary).tokens()


class _Tokenizer(WordLine):
    """Finds the tokens of one line, from left to right."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        gaps = [(found.start, found.end) for found in calendar_dates(text, Hints(), vocabulary)]
        super().__init__(text, list(words(text, gaps=gaps, vocabulary=vocabulary)), vocabulary)
        self.dates = dict(gaps)
        self.vocabulary = vocabulary
        self.small = {**vocabulary.words("name.particle"), **vocabulary.words("dateline.joining")}

    def tokens(self) -> Iterator[Token]:
        at = 0
        while at < len(self.line):
            kind, count = self._next(at)
            token = self.token(kind, at, count)
            if kind == "DATE":
                token = Token(
                    kind, token.start, self.dates[token.start], self.text[token.start : self.dates[token.start]]
                )
            yield token
            at += count
            if kind == "CLOSE" and self._begins(at, token.end):
                yield Token("BEGIN", token.end, token.end, "")

    def _begins(self, at: int, offset: int) -> bool:
        """Whether a sentence begins with the word at `at`, behind the bracket that ends at `offset`."""
        if at == len(self.line) or _SIGNS.get(self.line[at].text) in _PAUSES:
            return False
        return _OPENS_SENTENCE.match(self.text, offset) is not None

    def _next(self, at: int) -> tuple[str, int]:
        """The type of the token at `at` and its length in words."""
        word = self.line[at]
        if word.kind == "GAP":
            return "DATE", 1
        if word.kind != "WORD":
            return self._sign(word), 1
        outlet = _OUTLET.match(word.text)
        agency = self.agency_length(at) or (
            outlet is not None and outlet[1].lower() in self.vocabulary.words("dateline.outlet")
        )
        if agency:
            return "AGENCY", int(agency)
        count = name_length(self.line, at, small=self.small, stops=self.agency_length, most=_MAX_PLACE_WORDS + 1)
        if count > _MAX_PLACE_WORDS:
            return "OTHER", 1
        return (self._place(at, count), count) if count else (self._small(word), 1)

    def _sign(self, word: Word) -> str:
        kind = _SIGNS.get(word.text, "OTHER")
        if self.text[word.start - 1 : word.end + 1] == _TELETYPE_DASH:
            kind = "DASH"
        if kind in _CLOSERS and not _OPENS_SENTENCE.match(self.text, word.end):
            return _CLOSERS[kind]
        return kind

    def _place(self, at: int, count: int) -> str:
        """The type of a run of words that can be the name of a place."""
        place = self.token("PLACE", at, count).text
        if self._is_label(place):
            return "OTHER"
        few = place.count(" ") < _FEW_WORDS
        if place.upper() != place or (place.lower() == place and not few):
            return "PLACE"
        if place.lower() == place:
            return "UNCASED"
        return "CITY" if few and len(place) >= _MIN_CITY_CHARS and place.isupper() else "CAPS"

    def _small(self, word: Word) -> str:
        if word.key in self.vocabulary.words("dateline.before-date") and word.text.islower():
            return "BEFORE_DATE"
        return "TERM" if len(word.text) <= _MAX_TERM_CHARS and word.text.isalpha() else "OTHER"

    def _is_label(self, place: str) -> bool:
        """Whether the words are a label like BREAKING or CORRECTION."""
        known = normalise(place) in self.vocabulary.words("correction")
        return known or any(cue.startswith(_LABELS) for cue in self.vocabulary.cues(place))
