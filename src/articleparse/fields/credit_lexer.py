"""From the text of a caption to the letters of `credit.lark`, without those that bound a credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from articleparse.fields.names import agency_length
from articleparse.fields.words import Word, is_caseless, is_name_like, longest, words
from articleparse.vocabulary import load_vocabulary, normalise

_SIGNS = {
    **dict.fromkeys("([{（［【〔<", "OPEN"),
    **dict.fromkeys(")]}）］】〕>", "CLOSE"),
    **dict.fromkeys(("—", "–", "―", "-", "--", "•", "·"), "DASH"),
    **dict.fromkeys("|｜丨", "PIPE"),
    **dict.fromkeys("©®", "COPYRIGHT"),
    **dict.fromkeys(":：=＝", "COLON"),
    **dict.fromkeys("/／", "SLASH"),
    **dict.fromkeys(",;、，；،", "COMMA"),
    **dict.fromkeys((*".!?。！？؟।", "..", "...", "…"), "STOP"),
    **dict.fromkeys("&+", "AND"),
}
_DOTS = ("...", "…")
"""Behind a label they are a colon: `Credit...Jane Doe`."""

_JOINING = frozenset(("and", "via", "for", "und", "et", "og", "och", "y", "e", "en", "i", "of", "by", "von"))
_OPENING = "([（"
_OF = frozenset(("of", "by", "von", "de", "di", "da", "van", "av", "af"))
_MOST_NAMES = 4
_CJK_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,8}")


class Letter:
    """A letter of `credit.lark` between the offsets `start` and `end` of the line."""

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, kind: str, start: int, end: int, text: str) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.text = text

    def __repr__(self) -> str:
        return f"{self.type}({self.text!r})"


def letters(text: str) -> list[Letter]:
    """The letters of the caption `text`.

    >>> letters("(Photo: Jane Doe/AP)")
    [OPEN('('), LABEL('Photo'), COLON(':'), NAME('Jane Doe'), SLASH('/'), AGENCY('AP'), CLOSE(')')]
    """
    line = list(words(text, glued=load_vocabulary().words("credit.label"), vocabulary=load_vocabulary()))
    return list(_Lexer(text, line).letters())


class _Lexer:
    """Finds the letters of one line, from left to right."""

    def __init__(self, text: str, line: list[Word]) -> None:
        self.text = text
        self.line = line
        self.at = 0
        self.last = ""  # the type of the letter before
        terms = load_vocabulary().words
        self.labels, self.suffixes = terms("credit.label"), terms("credit.suffix")

    def letters(self) -> Iterator[Letter]:
        while self.at < len(self.line):
            letter = self._next()
            self.last = letter.type
            yield letter

    def _next(self) -> Letter:
        word = self.line[self.at]
        if word.kind == "SIGN":
            if normalize("NFKC", self.text[word.start : word.start + 3]).lower() == "(c)":
                return self._take("COPYRIGHT", 3)
            kind = _SIGNS.get(word.text, "OTHER")
            is_colon = self.last == "LABEL" and (kind == "COMMA" or word.text in _DOTS)
            return self._take("COLON" if is_colon else kind, 1)
        return self._label(word) or self._suffix(word) or self._name(word)

    def _label(self, word: Word) -> Letter | None:
        count = longest(self.line, self.at, self.labels)
        if count and self._is_of(self.at + count):
            return self._take("LABEL", count + 1)
        if count and (self._is_prefix(count) or self._colon_follows(count)):
            return self._take("LABEL", count)
        if word.key == "copyright":
            return self._take("COPYRIGHT", 1)
        return None

    def _is_prefix(self, count: int) -> bool:
        """Whether the label needs no colon: "Photo by Jane Doe", "(photo AFP)"."""
        first, last = self.line[self.at], self.line[self.at + count - 1]
        after = self.line[self.at + count] if self.at + count < len(self.line) else None
        in_brackets = self.at > 0 and self.line[self.at - 1].text in _OPENING
        if (
            in_brackets
            and after is not None
            and agency_length(self.line, self.at + count, self.text, load_vocabulary().words("agency"))
        ):
            return True
        strict = count > 1 or last.text.endswith(".") or in_brackets
        label = normalise(self.text[first.start : last.end])
        if after is None or not strict or self.labels.get(label) != "prefix":
            return False
        return is_name_like(after) or after.key == "the"

    def _is_of(self, at: int) -> bool:
        """Whether a small word stands at `at` that a label in brackets has before a name: "(foto di Jane Doe)"."""
        opens = self.at > 0 and self.line[self.at - 1].text in _OPENING
        return opens and at + 1 < len(self.line) and self.line[at].key in _OF and is_name_like(self.line[at + 1])

    def _colon_follows(self, count: int) -> bool:
        after = self.line[self.at + count] if self.at + count < len(self.line) else None
        if after is None or after.kind != "SIGN":
            return False
        caseless = is_caseless(self.line[self.at].text)
        return (
            after.text in ":：=＝"
            or after.text in _DOTS
            or (caseless and after.text in "/／丨")
            or (count > 1 and after.text == ",")
        )

    def _suffix(self, word: Word) -> Letter | None:
        """A word behind the name, set apart or, in scripts without spaces, cut off."""
        if word.key in self.suffixes:
            return self._take("SUFFIX", 1)
        if is_caseless(word.text):
            tail = next((term for term in self.suffixes if word.key.endswith(term)), "")
            length = len(word.text) - len(tail)
            if tail and length > 1:
                self.line[self.at] = Word("WORD", word.start + length, word.text[length:], word.link)
                kind = "NAME" if _CJK_NAME.fullmatch(word.text[:length]) else "OTHER"
                return Letter(kind, word.start, word.start + length, word.text[:length])
        return None

    def _name(self, word: Word) -> Letter:
        count = agency_length(self.line, self.at, self.text, load_vocabulary().words("agency"))
        if count:
            return self._take("AGENCY", count)
        if word.key in _JOINING and (self.at == 0 or word.text.islower()):
            return self._take("AND", 1)
        if is_caseless(word.text) and self.last not in ("LABEL", "COLON"):
            return self._take("NAME" if _CJK_NAME.fullmatch(word.text) else "OTHER", 1)
        count = self._run()
        return self._take("NAME", count) if count else self._take("OTHER", 1)

    def _run(self) -> int:
        """How many words from here on can be one name."""
        count = names = 0
        for word in self.line[self.at : self.at + 2 * _MOST_NAMES]:
            particle = count > 0 and word.key in load_vocabulary().words("name.particle") and word.text.islower()
            at = self.at + count
            if not (particle or is_name_like(word)) or (
                count
                and (agency_length(self.line, at, self.text, load_vocabulary().words("agency")) or self._is_label(at))
            ):
                break
            names += not particle
            if names > _MOST_NAMES:
                break
            count += 1
        while count and self.line[self.at + count - 1].text in load_vocabulary().words("name.particle"):
            count -= 1
        return count

    def _is_label(self, at: int) -> bool:
        here, self.at = self.at, at
        found = self._label(self.line[at]) is not None
        self.at = here
        return found

    def _take(self, kind: str, count: int) -> Letter:
        first, last = self.line[self.at], self.line[min(self.at + count, len(self.line)) - 1]
        self.at += count
        return Letter(kind, first.start, last.end, self.text[first.start : last.end])
