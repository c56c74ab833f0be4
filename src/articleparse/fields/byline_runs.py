"""Runs of words in a byline: names, agencies, roles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.fields.names import agency_length
from articleparse.fields.words import Word, is_caseless, is_name_like, longest
from articleparse.vocabulary import load_vocabulary

IN = frozenset(("in", "en", "a", "aus", "from", "em"))
"""Words before a place. Some are "and" in another language: then a full name must follow."""

FOR = frozenset(("for", "of", "fur", "pour", "para", "til", "voor"))
"""Words between a name or role and an outlet or field."""

_WITH = frozenset(("with", "mit", "avec", "con", "com", "met", "med", "s", "z"))
_PLAIN_AND = frozenset(("and", "und"))
"""Words that are no part of a name even when they begin with a capital."""

_SPANISH_AND = frozenset(("y", "e", "i"))
"""Words that join names, and also the two surnames of one name: Ortega y Gasset, Puig i Cadafalch."""

_PARTING = frozenset(",;/|&+·•")

_LONGEST_RUN = 12
_LONGEST_ROLE = 5
_ARTICLES = frozenset(("a", "an", "the", "ein", "eine", "der", "die", "un", "una", "une", "il", "la", "el"))


class Runs:
    """Measures, in words, what begins at a position of a line; 0 where there is no such thing."""

    def __init__(self, text: str, line: Sequence[Word]) -> None:
        self.text = text
        self.line = line
        terms = load_vocabulary().words
        self.roles, self.modifiers = terms("byline.role"), terms("byline.role.modifier")
        self.suffixes, self.ands = terms("byline.suffix"), terms("and")
        self.agencies = terms("agency")
        self._stops = FOR | IN | _WITH | _PLAIN_AND | _ARTICLES | self.ands.keys() | terms("byline.prefix").keys()
        self.date_labels = {**terms("date.published"), **terms("date.updated")}

    def agency(self, at: int) -> int:
        """The name of an agency."""
        return agency_length(self.line, at, self.text, self.agencies)

    def role(self, at: int) -> int:
        """A role: a noun, words like "political" before it, "for X" behind it.

        Behind a comma any words can stand before the noun: `senior political correspondent`, `Home Affairs Editor`.
        """
        noun = 0
        apart = at == 0 or self.line[at - 1].kind == "SIGN"
        titled = at > 0 and self.line[at - 1].text == ","
        before = next(
            (n for n in range(_LONGEST_ROLE) if not self._modifies(at + n, apart=apart, titled=titled)), _LONGEST_ROLE
        )
        while not (noun := longest(self.line, at + before, self.roles)) and before:
            before -= 1
        if not noun:
            return 0
        count = before + noun
        if self._key(at + count) in FOR:
            field = next((n for n in range(4) if not self._is_name(at + count + 1 + n)), 4)
            count += 1 + field if field else 0
        return count

    def _modifies(self, at: int, *, apart: bool, titled: bool) -> bool:
        """Whether the word at `at` can stand before the noun of a role, small where it is `apart`, else `titled`."""
        if self._key(at) in self.modifiers:
            return True
        if at >= len(self.line) or self._key(at) in self._stops:
            return False
        return (apart and self.line[at].text.islower()) or (titled and is_name_like(self.line[at]))

    def name(self, at: int) -> int:
        """Words that can be one name: within one link, no agency, role or "and" among them."""
        count = 0
        while at + count < len(self.line) and count < _LONGEST_RUN:
            word = self.line[at + count]
            if word.link != self.line[at].link or not (is_name_like(word) or (count and _is_small(word))):
                break
            if count and self._ends_before(at + count, count):
                break
            if word.key in FOR or word.key in _PLAIN_AND or (is_caseless(word.text) and self._is_plain(word)):
                break
            count += 1
        while count and self.line[at + count - 1].text[0].islower() and _is_small(self.line[at + count - 1]):
            count -= 1
        return count

    def is_one_name(self, at: int, count: int) -> bool:
        """Whether the `count` words of a link are one name that does not look like one: `jane_doe`, `Jane doe`."""
        known = self.name(at)
        if not known or known == count:
            return not known and not self.agency(at)
        for index in range(at, at + count):
            word = self.line[index]
            listed = word.text in _PARTING or word.key in self.ands or word.key in IN or word.key in FOR
            if listed or self.agency(index) or self.role(index):
                return False
        return True

    def conjunction(self, at: int) -> int:
        """A word that joins names."""
        word = self.line[at]
        if word.key in IN and (word.key == "in" or not (self.name(at + 1) > 1 or self.agency(at + 1))):
            return 0
        known = word.key in self.ands or word.key in _WITH
        small = word.text.islower() or is_caseless(word.text)
        return int(word.key in _PLAIN_AND or (known and small))

    def before_outlet(self, at: int) -> int:
        """How many of the words before an outlet are at `at`: "for", "for the"; 0 where no name follows them."""
        has_article = self._key(at + 1) in _ARTICLES and self.line[at + 1].text.islower()
        count = 2 if has_article else 1
        return count if self.name(at + count) else 0

    def place(self, at: int) -> int:
        """A word like "in" and the place behind it."""
        return 1 + self.name(at + 1) if self._key(at) in IN and self.name(at + 1) else 0

    def _ends_before(self, at: int, count: int) -> bool:
        """Whether a name of `count` words ends before the word at `at`, because something else begins there."""
        following = self.line[at + 1].text if at + 1 < len(self.line) else ""
        return (
            _is_whole(self.line[at - count : at])
            or self.agency(at) > 0
            or self.line[at].key in self.suffixes
            or following in (":", "：")
            or longest(self.line, at, self.date_labels) > 0
            or (count > 1 and (self._joins(at) or self.role(at) > 0))
        )

    def _joins(self, at: int) -> bool:
        """Whether the word at `at` is an "and" before another full name, and not part of one (Ortega y Gasset)."""
        return self._key(at) in self.ands and (
            self.agency(at + 1) > 0 or (self._is_name(at + 1) and self._is_name(at + 2))
        )

    def _is_plain(self, word: Word) -> bool:
        return word.key in self.ands or word.key in self.roles

    def _is_name(self, at: int) -> bool:
        return at < len(self.line) and is_name_like(self.line[at])

    def _key(self, at: int) -> str:
        return self.line[at].key if at < len(self.line) else ""


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def _is_whole(words: Sequence[Word]) -> bool:
    """Whether `words` are a whole name in Chinese, Japanese or Korean: two words, or one of three letters or more.

    A blank parts the two halves of a name of four letters or fewer (`山田 太郎`), and otherwise one name from the next.
    """
    return _EAST_ASIAN.fullmatch(words[0].text) is not None and (len(words) > 1 or len(words[0].text) > 2)


def _is_small(word: Word) -> bool:
    """Whether `word` is a small word within names."""
    return word.text.islower() and (word.key in load_vocabulary().words("name.particle") or word.key in _SPANISH_AND)
