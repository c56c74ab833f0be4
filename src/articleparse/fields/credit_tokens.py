"""Tokens of `credit.lark`: the line below a picture, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from articleparse.fields.words import Token, Word, WordLine, is_caseless, longest, name_length, words
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
_LABELS = ("LABEL", "SMALL_LABEL", "COPYRIGHT")
_COLONS = frozenset((*":：=＝", "...", "…"))
"""What follows a label: `Photo: Jane Doe`, `Credit...Jane Doe`."""

_COLONS_CASELESS = frozenset("/／丨")
"""What follows a label of a script without capitals besides."""

_PAUSES = frozenset(("OPEN", "PIPE", "DASH", "STOP", "COPYRIGHT"))
"""Tokens behind which "copyright" may be small."""

_BRACKETS = "([（"
_MAX_OTHERS = 6
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
    return [Token("BEGIN", 0, 0, ""), *_Tokenizer(text, vocabulary).tokens(), Token("END", end, end, "")]


class _Tokenizer(WordLine):
    """Finds the tokens of one line, from left to right."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.labels = vocabulary.words("credit.label")
        super().__init__(text, list(words(text, glued=self.labels, vocabulary=vocabulary)), vocabulary)
        self.words = terms = vocabulary.words
        self.suffixes, self.joining = terms("credit.suffix"), terms("credit.joining")
        self.particles, self.copyright = terms("name.particle"), terms("credit.copyright")
        self.at = 0
        self.last = ""  # the type of the token before

    def tokens(self) -> Iterator[Token]:
        others = 0  # since the last label
        while self.at < len(self.line):
            token = self._next(self.line[self.at])
            self.last = token.type
            others = 0 if token.type in _LABELS else others + (token.type == "OTHER")
            if token.type == "OTHER" and others > _MAX_OTHERS:
                token.type = "PROSE"
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
        if word.text in "(（" and normalize("NFKC", self.text[word.start : word.start + 3]).lower() == "(c)":
            return self._take("COPYRIGHT", 3)
        kind = _SIGNS.get(word.text, "OTHER")
        labelled = self.last in _LABELS[:2] and (kind == "COMMA" or word.text in _COLONS)
        if kind == "STOP" and self.at < _MIN_SENTENCE_WORDS:
            kind = "POINT"
        return self._take("COLON" if labelled else kind, 1)

    def _label_length(self, at: int) -> int:
        """How many words at `at` are a label, a small word before a name included: "(foto di Jane Doe)"."""
        count = longest(self.line, at, self.labels)
        if not count:
            return 0
        in_brackets = at > 0 and self.line[at - 1].text in _BRACKETS
        if in_brackets and self.key(at + count) in self.words("credit.of") and self.is_name(at + count + 1):
            return count + 1
        return count if self._colon_follows(at, count) or self._is_prefix(at, count, in_brackets=in_brackets) else 0

    def _is_prefix(self, at: int, count: int, *, in_brackets: bool) -> bool:
        """Whether the label needs no colon: "Photo by Jane Doe", "(photo AFP)"."""
        if in_brackets and self.agency_length(at + count):
            return True
        last = self.line[at + count - 1]
        strict = count > 1 or last.text.endswith(".") or in_brackets
        if not strict or self.labels.get(normalise(self.text[self.line[at].start : last.end])) != "prefix":
            return False
        return self.is_name(at + count) or self.key(at + count) in self.words("credit.article")

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
            abbreviated = word.text.islower() and self.key(self.at + 1) == "."
            return self._take("SUFFIX", 2 if abbreviated else 1)
        if not is_caseless(word.text):
            return None
        tail = next((term for term in self.suffixes if word.key.endswith(term)), "")
        name = word.text[: -len(tail)] if tail else ""
        if len(name) <= 1:
            return None
        self.line[self.at] = Word("WORD", word.start + len(name), word.text[len(name) :], word.link)
        return Token(self._caseless(name), word.start, word.start + len(name), name)

    def _name(self, word: Word) -> Token:
        count = self.agency_length(self.at)
        if count:
            return self._take("AGENCY", count)
        if word.key in self.joining and (self.at == 0 or word.text.islower()):
            return self._take("AND", 1)
        if is_caseless(word.text) and self.last not in (*_LABELS[:2], "COLON"):
            return self._take(self._caseless(word.text), 1)
        count = name_length(self.line, self.at, small=self.particles, stops=self._stops_name)
        return self._take("NAME" if count > 1 else "SINGLE", count) if count else self._take("OTHER", 1)

    def _caseless(self, word: str) -> str:
        return "SINGLE" if _CJK_NAME.fullmatch(word) else "OTHER"

    def _stops_name(self, at: int) -> int:
        return self.agency_length(at) or self._label_length(at)

    def _take(self, kind: str, count: int) -> Token:
        token = self.token(kind, self.at, count)
        self.at += count
        return token
