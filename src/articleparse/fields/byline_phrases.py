"""How many words of a byline are a name, a role, an agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articleparse.fields.names import WordLine, name_length
from articleparse.fields.words import Word, is_caseless, is_name_like, longest
from articleparse.vocabulary import TermTable, Vocabulary

_LISTING = frozenset(",;/|&+·•")
_COLONS = frozenset(":：")

_MAX_RUN_WORDS = 12
"""So many words with a capital are looked at, though no name has as many: the rest of a title is no name, either."""

_MAX_ROLE_WORDS = 5
_MAX_FIELD_WORDS = 4
"""So many words of the field can stand behind a role: `Reporter for Berlin Politics`."""

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


class Terms:
    """The words of a vocabulary that bylines are made of, by their categories."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = vocabulary.words
        self.domains, self.social = words("domain"), words("social")
        self.prefixes, self.suffixes, self.labels = (
            words("byline.prefix"),
            words("byline.suffix"),
            words("credit.label"),
        )
        self.roles, self.modifiers = words("byline.role"), words("byline.role.modifier")
        self.outlets, self.portraits = words("byline.outlet"), words("byline.portrait")
        self.before_outlets = words("byline.outlet.opening")
        self.date_labels = TermTable({**words("date.published"), **words("date.updated")})
        self.indefinite = words("article.indefinite")
        self.articles = {**words("article.definite"), **self.indefinite}
        self.of, self.sure_places = words("byline.for"), words("byline.place.sure")
        self.places = {**words("byline.place"), **self.sure_places}
        self.plain_ands, self.ands = words("byline.and"), words("and")
        self.joining = {**self.ands, **words("byline.with")}
        self.not_names, self.genre = words("byline.no-name"), words("byline.genre")
        self.particles = words("name.particle")
        self.small = {**self.particles, **words("name.joining")}
        self.begin_names, self.begin_surnames = words("name.opening"), words("surname.opening")
        self.not_in_roles = {*self.of, *self.places, *self.joining, *self.plain_ands, *self.articles, *self.prefixes}
        self.glued_suffixes = [term for term in self.suffixes if " " not in term]


@lru_cache(maxsize=8)
def byline_terms(vocabulary: Vocabulary) -> Terms:
    """Return the words of bylines in the vocabulary; they are collected once."""
    return Terms(vocabulary)


class Phrases(WordLine):
    """Measures, in words, what begins at an index of a line; 0 where there is no such thing.

    The last word of `line` is one of the kind END, so that every index that is asked for has a word.
    """

    def __init__(self, text: str, line: list[Word], vocabulary: Vocabulary) -> None:
        super().__init__(text, line, vocabulary)
        self.terms = byline_terms(vocabulary)

    def role(self, at: int) -> int:
        """A role: a noun, words like "political" before it, "for X" behind it.

        Behind a comma any words can stand before the noun: `senior political correspondent`, `Home Affairs Editor`.
        """
        before = self._modifiers(at)
        while not (noun := longest(self.line, at + before, self.terms.roles)) and before:
            before -= 1
        count = before + noun if noun else 0
        if count and self.line[at + count].key in self.terms.of and (field := self._capitals(at + count + 1)):
            count += 1 + field
        return count

    def _modifiers(self, at: int) -> int:
        """Words that can stand before the noun of a role: small ones behind a sign, any behind a comma."""
        apart = at == 0 or self.line[at - 1].kind == "SIGN"
        titled = at > 0 and self.line[at - 1].text == ","
        for count, word in enumerate(self.line[at : at + _MAX_ROLE_WORDS]):
            if word.key in self.terms.modifiers:
                continue
            fits = (apart and word.text.islower()) or (titled and is_name_like(word))
            if not fits or word.key in self.terms.not_in_roles:
                return count
        return _MAX_ROLE_WORDS

    def _capitals(self, at: int) -> int:
        """Words with a capital, four at most."""
        following = self.line[at : at + _MAX_FIELD_WORDS]
        return next((count for count, word in enumerate(following) if not is_name_like(word)), len(following))

    def name(self, at: int) -> int:
        """Words that can be one name: within one link, no agency, role or "and" among them."""
        if self._is_no_part(self.line[at]):
            return 0

        def stops(index: int) -> bool:
            return self._stops(at, index)

        return name_length(self.line, at, small=self.terms.small, stops=stops, most=_MAX_RUN_WORDS)

    def _is_no_part(self, word: Word) -> bool:
        """Whether no name has the word, wherever it is."""
        terms = self.terms
        if word.key in terms.of or word.key in terms.plain_ands:
            return True
        return is_caseless(word.text) and (word.key in terms.ands or word.key in terms.roles)

    def _stops(self, start: int, at: int) -> bool:
        """Whether the name that begins at `start` ends before the word at `at`, because something else begins there."""
        word = self.line[at]
        return (
            word.link != self.line[start].link
            or self._is_no_part(word)
            or _is_whole(self.line[start:at])
            or self.agency_length(at) > 0
            or word.key in self.terms.suffixes
            or self.line[at + 1].text in _COLONS
            or longest(self.line, at, self.terms.date_labels) > 0
            or (at - start > 1 and (self._joins(at) or self.role(at) > 0))
        )

    def _joins(self, at: int) -> bool:
        """Whether the word at `at` is an "and" before another full name, and not part of one (Ortega y Gasset)."""
        return self.line[at].key in self.terms.ands and (self.agency_length(at + 1) > 0 or self._capitals(at + 1) > 1)

    def is_one_name(self, at: int, count: int) -> bool:
        """Whether the `count` words of a link are one name that does not look like one: `jane_doe`, `Jane doe`."""
        known = self.name(at)
        if not known or known == count:
            return not known and not self.agency_length(at)
        terms = self.terms
        return not any(
            word.text in _LISTING
            or word.key in terms.ands
            or word.key in terms.places
            or word.key in terms.of
            or self.agency_length(index)
            or self.role(index)
            for index, word in enumerate(self.line[at : at + count], start=at)
        )

    def conjunction(self, at: int) -> int:
        """A word that joins names."""
        word, terms = self.line[at], self.terms
        if word.key in terms.plain_ands:
            return 1
        if word.key not in terms.joining or not (word.text.islower() or is_caseless(word.text)):
            return 0
        if word.key not in terms.places:
            return 1
        # "a" and "en" are "and" in some languages, and come before places in others: a full name must follow.
        return int(word.key not in terms.sure_places and (self.name(at + 1) > 1 or self.agency_length(at + 1) > 0))

    def before_outlet(self, at: int) -> int:
        """Words before an outlet: "for", "for the"; none where no name follows them."""
        if self.line[at].key not in self.terms.of:
            return 0
        following = self.line[at + 1]
        count = 2 if following.key in self.terms.articles and following.text.islower() else 1
        return count if self.name(at + count) else 0

    def place(self, at: int) -> int:
        """A word like "in" and the place behind it."""
        count = self.name(at + 1) if self.line[at].key in self.terms.places else 0
        return 1 + count if count else 0


def _is_whole(name: Sequence[Word]) -> bool:
    """Whether the words are a whole name in Chinese, Japanese or Korean: two words, or one of three letters or more.

    A blank parts the two halves of a name of four letters or fewer (`山田 太郎`), and otherwise one name from the next.
    """
    return _EAST_ASIAN.fullmatch(name[0].text) is not None and (len(name) > 1 or len(name[0].text) > 2)
