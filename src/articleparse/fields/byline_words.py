"""What the words of a byline are, one by one: terms, roles, names, and those that a page ran into each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat, takewhile

from articleparse.fields.words import Word, WordLine, is_caseless, is_name_like, name_length, phrases
from articleparse.vocabulary import Vocabulary, normalise

# fmt: off
_CATEGORIES = (
    "and", "article.definite", "article.indefinite", "byline.and", "byline.for", "byline.genre", "byline.no-name",
    "byline.outlet", "byline.outlet.opening", "byline.place", "byline.place.sure", "byline.portrait", "byline.prefix",
    "byline.role", "byline.role.modifier", "byline.suffix", "byline.with", "credit.label", "date.published",
    "date.updated", "name.opening", "name.particle", "social", "surname.opening",
    "agency",
)
"""The categories of words that bylines are made of."""
# fmt: on

ONLY_BEFORE_COLON = "byline.prefix: "
"""The category of prefixes that introduce names only before a colon or a link."""

ARTICLES = ("article.definite", "article.indefinite")
DATE_LABELS = ("date.published", "date.updated")
PLACES = ("byline.place", "byline.place.sure")
_JOINING = ("and", "byline.and", "byline.with")
_NOT_IN_ROLES = (*_JOINING, *PLACES, *ARTICLES, "byline.for", "byline.prefix")

COLONS = frozenset(":：")

_BUTTONS = ("control", "comments", "follow", "subscribe")

_MAX_RUN_WORDS = 12
"""So many words with a capital are looked at, though no name has as many: the rest of a title is no name, either."""

_MAX_ROLE_WORDS = 5
MAX_PHRASE_WORDS = 4
"""So many words are a button at the line's end, the field of a role (`Reporter for Berlin Politics`) or what is "by"
somebody (`An essay by`); a segment with more words that are unknown is a sentence."""

_FRONT = re.compile(r"[^\W\d_]?[a-zß-ÿ]+(?=[A-ZÀ-Þ][\w.’'-]+\Z)")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""More small letters than the prefix of a name has: `MacDonald`, `FitzGerald` are one word."""
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def split_glued(line: Iterable[Word], vocabulary: Vocabulary) -> Iterator[Word]:
    """The words of `line`, those parted that a page ran into each other or that a script has no space between.

    What begins with a capital within the last word of a name is another phrase: a gap, which no name reaches across,
    parts the two.
    """
    before = Word("GAP", 0, "", -1)
    for word in line:
        rest = word
        if word.kind == "WORD" and not word.text.islower():
            follows = before.kind == "WORD" and before.link == word.link
            seam = _seam(word, vocabulary, follows=follows)
            glued = not seam and follows and is_name_like(before) and is_name_like(word) and _GLUED.search(word.text)
            if seam or glued:
                first, rest = word.cut(glued.start() if glued else seam)
                yield first
            if glued:
                yield Word("GAP", rest.start, "", -1)
        yield rest
        before = rest


def _seam(word: Word, vocabulary: Vocabulary, *, follows: bool) -> int:
    """Where a name begins behind a word like "by", or ends before a suffix: `ByJane`, 作者张三, 홍길동기자; else 0."""
    prefixes, text = vocabulary.words("byline.prefix"), word.text
    if not is_caseless(text):
        front = _FRONT.match(text)
        key = normalise(front.group()) if front else ""
        return len(key) if key in prefixes and key not in vocabulary.words("name.opening") else 0
    if not follows and (begin := next((at for at in (3, 2) if text[:at] in prefixes and text[at:]), 0)):
        return begin
    suffixes = (term for term in vocabulary.words("byline.suffix") if " " not in term and word.key.endswith(term))
    name = len(text) - len(next(suffixes, text))
    return name if name > 1 else 0


def button_length(text: str, line: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many words at the end of the line are a button (`Follow`); 0 where none are. A single one may be a name."""
    least = 1 if len(line) >= MAX_PHRASE_WORDS else 2
    for count in range(min(MAX_PHRASE_WORDS, len(line) - 2), least - 1, -1):
        cues = vocabulary.cues(text[line[-count].start : line[-1].end]) if line[-count].link < 0 else ()
        if line[-count].kind == "WORD" and any(cue.startswith(_BUTTONS) and ":" not in cue for cue in cues):
            return count
    return 0


@lru_cache(maxsize=8)
def _categories(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """The categories of each term of bylines."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for category in _CATEGORIES:
        for term, match in vocabulary.words(category).items():
            found[term].update((category, ONLY_BEFORE_COLON) if match == "label" else (category,))
    return {term: frozenset(categories) for term, categories in found.items()}


class BylineWords(WordLine):
    """The words of a byline, asked by index for what begins there: its length in words, 0 where there is none."""

    def __init__(self, text: str, line: Sequence[Word], vocabulary: Vocabulary) -> None:
        super().__init__(text, [*line, Word("END", len(text), "", -1)], vocabulary)
        self.vocabulary = vocabulary
        self.small = {**vocabulary.words("name.particle"), **vocabulary.words("name.joining")}
        self.terms = [self._terms(at, _categories(vocabulary)) for at in range(len(self.line))]

    def _terms(self, at: int, categories: Mapping[str, frozenset[str]]) -> dict[str, int]:
        """The categories of the terms that begin at the word, each with the length of its longest."""
        found = {}
        for count, phrase in enumerate(phrases(self.line, at), start=1):
            found.update(dict.fromkeys(categories.get(phrase, ()), count))
        return found

    def term(self, at: int, *categories: str) -> int:
        """The longest term of the categories."""
        terms = self.terms[at]
        return max(map(terms.get, categories, repeat(0))) if terms else 0

    def agency_length(self, at: int) -> int:
        """The name of an agency."""
        return super().agency_length(at) if "agency" in self.terms[at] else 0

    def link(self, at: int) -> int:
        """A whole link."""
        link = self.line[at].link
        if link < 0 or (at and self.line[at - 1].link == link):
            return 0
        return next(count for count, word in enumerate(self.line[at:]) if word.link != link)

    def role(self, at: int) -> int:
        """A role: a noun, words like "political" before it, "for X" behind it.

        Behind a comma any words can stand before the noun: `senior political correspondent`, `Home Affairs Editor`.
        """
        before = next(
            (count for count in range(self._modifiers(at), -1, -1) if self.term(at + count, "byline.role")), -1
        )
        if before < 0:
            return 0
        end = at + before + self.term(at + before, "byline.role")
        field = self.capitals(end + 1) if self.term(end, "byline.for") else 0
        return end + (field and 1 + field) - at

    def _modifiers(self, at: int) -> int:
        """Words that can stand before the noun of a role: small ones behind a sign, any behind a comma."""
        before = self.line[at - 1] if at else Word("SIGN", 0, "", -1)
        for count, word in enumerate(self.line[at : at + _MAX_ROLE_WORDS]):
            fits = word.text.islower() if before.kind == "SIGN" else False
            if self.term(at + count, "byline.role.modifier"):
                continue
            fits = fits or (before.text == "," and is_name_like(word))
            if not fits or self.term(at + count, *_NOT_IN_ROLES):
                return count
        return _MAX_ROLE_WORDS

    def capitals(self, at: int) -> int:
        """Words with a capital, four at most."""
        return len(list(takewhile(is_name_like, self.line[at : at + MAX_PHRASE_WORDS])))

    def name(self, at: int) -> int:
        """Words that can be one name: within one link, no agency, role or "and" among them."""
        if self.term(at, "byline.for", "byline.and"):
            return 0
        return name_length(self.line, at, small=self.small, stops=partial(self._stops, at), most=_MAX_RUN_WORDS)

    def _stops(self, start: int, at: int) -> bool:
        """Whether the name that begins at `start` ends before the word at `at`, because something else begins there."""
        return (
            self.line[at].link != self.line[start].link
            or _is_whole(self.line[start:at])
            or self.agency_length(at) > 0
            or self.term(at, "byline.for", "byline.and", "byline.suffix", *DATE_LABELS) > 0
            or self.line[at + 1].text in COLONS
            or (at - start > 1 and (self._joins(at) or self.role(at) > 0))
        )

    def _joins(self, at: int) -> bool:
        """Whether the word is an "and" before another full name, and not part of one (Ortega y Gasset)."""
        return self.term(at, "and") > 0 and (self.agency_length(at + 1) > 0 or self.capitals(at + 1) > 1)


def _is_whole(name: Sequence[Word]) -> bool:
    """Whether the words are a whole name in Chinese, Japanese or Korean: two words, or one of three letters or more.

    A blank parts the two halves of a name of four letters or fewer (`山田 太郎`), and otherwise one name from the next.
    """
    return _EAST_ASIAN.fullmatch(name[0].text) is not None and (len(name) > 1 or len(name[0].text) > 2)
