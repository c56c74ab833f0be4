"""Tokens of `credit.lark`: the line below a picture, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from articleparse.fields.names import agency_length, name_length
from articleparse.fields.words import Token, Word, is_caseless, is_name_like, longest, words
from articleparse.vocabulary import Vocabulary, normalise

_SIGNS = {
    **dict.fromkeys("([{（［【〔<", "OPEN"),
    **dict.fromkeys(")]}）］】〕>", "CLOSE"),
    **dict.fromkeys(("—", "–", "―", "-", "--", "•", "·"), "DASH"),
    **dict.fromkeys("|｜丨", "PIPE"),
    **dict.fromkeys("©®", "COPYRIGHT"),
    **dict.fromkeys(":：", "COLON"),
    **dict.fromkeys("=＝", "EQUALS"),
    **dict.fromkeys("/／", "SLASH"),
    **dict.fromkeys(",;、，；،", "COMMA"),
    **dict.fromkeys((*".!?。！？؟।", "..", "...", "…"), "STOP"),
    **dict.fromkeys("&+", "AND"),
}
_COLONS = frozenset((*":：=＝", "...", "…"))
"""What follows a label: `Photo: Jane Doe`, `Credit...Jane Doe`."""

_COLONS_CASELESS = frozenset("/／丨")
"""What follows a label of a script without capitals besides."""

_PAUSES = frozenset(("OPEN", "PIPE", "DASH", "STOP", "COPYRIGHT"))
"""Tokens behind which "copyright" may be small."""

_BRACKETS = "([（"
_MAX_WORDS = 6
"""So many words other than names can stand behind a label ("Photo by the harbour office"); more are prose."""

_MIN_SENTENCE_WORDS = 2
"""A full stop behind fewer words ends no sentence behind which a name is a credit: `3. Jane Doe`."""

_CJK_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,8}")
_NOTE = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]{1,60})[)）\]］】][\s.。]*\Z")


def credit_tokens(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of the caption `text`; a remark in brackets at its end (`(symbol picture)`) is left out.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> credit_tokens("(Photo: Jane Doe/AP)", load_vocabulary())[1:-1]
    [OPEN('('), LABEL('Photo'), COLON(':'), NAME('Jane Doe'), SLASH('/'), AGENCY('AP'), CLOSE(')')]
    """
    note = _NOTE.search(text)
    if note and "caption.note" in vocabulary.cues(note[1]):
        text = text[: note.start()]
    end = len(text)
    return [
        Token("BEGIN", 0, 0, ""),
        *_grouped(_Tokenizer(text, vocabulary).tokens(), text),
        Token("END", end, end, ""),
    ]


def _grouped(tokens: Iterator[Token], text: str) -> Iterator[Token]:
    """The tokens with words that are no names in groups: WORDS, and PROSE where there are many behind a label."""
    start = end = count = 0
    for token in tokens:
        if token.type == "OTHER":
            start, end, count = (start if end else token.start), token.end, count + 1
            continue
        if end:
            yield Token("WORDS" if count <= _MAX_WORDS else "PROSE", start, end, text[start:end])
            end = 0
        if token.type in ("LABEL", "SMALL_LABEL", "COPYRIGHT"):
            count = 0
        yield token
    if end:
        yield Token("WORDS" if count <= _MAX_WORDS else "PROSE", start, end, text[start:end])


class _Tokenizer:
    """Finds the tokens of one line, from left to right; each other word is an OTHER."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        terms = vocabulary.words
        self.labels, self.suffixes, self.agencies = terms("credit.label"), terms("credit.suffix"), terms("agency")
        self.joining, self.of, self.particles = terms("credit.joining"), terms("credit.of"), terms("name.particle")
        self.articles, self.copyright = terms("credit.article"), terms("credit.copyright")
        self.text = text
        self.line = list(words(text, glued=self.labels, vocabulary=vocabulary))
        self.at = 0
        self.last = ""  # the type of the token before

    def tokens(self) -> Iterator[Token]:
        while self.at < len(self.line):
            token = self._next(self.line[self.at])
            self.last = token.type
            yield token

    def _next(self, word: Word) -> Token:
        if word.kind == "SIGN":
            return self._sign(word)
        label = self._label_length(self.at)
        if label:
            small = self.text[word.start].islower()
            return self._take("SMALL_LABEL" if small else "LABEL", label)
        if word.key in self.copyright and (word.text[0].isupper() or self.last in _PAUSES):
            return self._take("COPYRIGHT", 1)
        return self._suffix(word) or self._name(word)

    def _sign(self, word: Word) -> Token:
        if normalize("NFKC", self.text[word.start : word.start + 3]).lower() == "(c)":
            return self._take("COPYRIGHT", 3)
        kind = _SIGNS.get(word.text, "OTHER")
        labelled = self.last in ("LABEL", "SMALL_LABEL") and (kind == "COMMA" or word.text in _COLONS)
        if kind == "STOP" and self.at < _MIN_SENTENCE_WORDS:
            kind = "POINT"
        return self._take("COLON" if labelled else kind, 1)

    def _label_length(self, at: int) -> int:
        """How many words at `at` are a label, a small word before a name included: "(foto di Jane Doe)"."""
        count = longest(self.line, at, self.labels)
        if not count:
            return 0
        in_brackets = at > 0 and self.line[at - 1].text in _BRACKETS
        if in_brackets and self._key(at + count) in self.of and self._is_name(at + count + 1):
            return count + 1
        return count if self._colon_follows(at, count) or self._is_prefix(at, count, in_brackets=in_brackets) else 0

    def _is_prefix(self, at: int, count: int, *, in_brackets: bool) -> bool:
        """Whether the label needs no colon: "Photo by Jane Doe", "(photo AFP)"."""
        if in_brackets and self._agency_length(at + count):
            return True
        last = self.line[at + count - 1]
        strict = count > 1 or last.text.endswith(".") or in_brackets
        if not strict or self.labels.get(normalise(self.text[self.line[at].start : last.end])) != "prefix":
            return False
        return self._is_name(at + count) or self._key(at + count) in self.articles

    def _colon_follows(self, at: int, count: int) -> bool:
        after = self.line[at + count] if at + count < len(self.line) else None
        if after is None or after.kind != "SIGN":
            return False
        if after.text in _COLONS or (count > 1 and after.text == ","):
            return True
        return after.text in _COLONS_CASELESS and is_caseless(self.line[at].text)

    def _suffix(self, word: Word) -> Token | None:
        """A word behind the name, set apart or, in scripts without spaces, cut off."""
        if word.key in self.suffixes:
            abbreviated = word.text.islower() and self._key(self.at + 1) == "."
            return self._take("SUFFIX", 2 if abbreviated else 1)
        tail = _suffixes(tuple(self.suffixes)).search(word.key) if is_caseless(word.text) else None
        length = len(word.text) - len(tail[0]) if tail else 0
        if length <= 1:
            return None
        self.line[self.at] = Word("WORD", word.start + length, word.text[length:], word.link)
        kind = "SINGLE" if _CJK_NAME.fullmatch(word.text[:length]) else "OTHER"
        return Token(kind, word.start, word.start + length, word.text[:length])

    def _name(self, word: Word) -> Token:
        count = self._agency_length(self.at)
        if count:
            return self._take("AGENCY", count)
        if word.key in self.joining and (self.at == 0 or word.text.islower()):
            return self._take("AND", 1)
        if is_caseless(word.text) and self.last not in ("LABEL", "SMALL_LABEL", "COLON"):
            return self._take("SINGLE" if _CJK_NAME.fullmatch(word.text) else "OTHER", 1)
        count = name_length(self.line, self.at, small=self.particles, stops=self._stops_name)
        return self._take("NAME" if count > 1 else "SINGLE", count) if count else self._take("OTHER", 1)

    def _stops_name(self, at: int) -> int:
        return self._agency_length(at) or self._label_length(at)

    def _agency_length(self, at: int) -> int:
        return agency_length(self.line, at, self.text, self.agencies)

    def _is_name(self, at: int) -> bool:
        return at < len(self.line) and is_name_like(self.line[at])

    def _key(self, at: int) -> str:
        return self.line[at].key if at < len(self.line) else ""

    def _take(self, kind: str, count: int) -> Token:
        first, last = self.line[self.at], self.line[min(self.at + count, len(self.line)) - 1]
        self.at += count
        return Token(kind, first.start, last.end, self.text[first.start : last.end])


@lru_cache(maxsize=8)
def _suffixes(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the longest of the terms at the end of a word."""
    return re.compile(f"(?:{'|'.join(sorted(map(re.escape, terms), key=len, reverse=True))})\\Z")
