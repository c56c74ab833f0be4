"""The tokens of a byline, from its text: names, roles, words like "by"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat, takewhile
from typing import ClassVar

from articleparse.fields.words import (
    Token,
    Word,
    WordLine,
    is_caseless,
    is_name_like,
    is_whole_name,
    name_length,
    phrases,
)
from articleparse.vocabulary import Vocabulary, normalise

# fmt: off
_CATEGORIES = (
    "agency", "and", "article.definite", "article.indefinite", "byline.and", "byline.for", "byline.genre",
    "byline.no-name", "byline.outlet", "byline.outlet.opening", "byline.place", "byline.place.sure", "byline.portrait",
    "byline.prefix", "byline.role", "byline.role.modifier", "byline.suffix", "byline.with", "credit.label",
    "date.published", "date.updated", "name.opening", "name.particle",
)
"""The categories of words that bylines are made of."""

_FURNITURE = (
    "control", "comments", "navigation", "related", "subscribe", "readmore", "social", "legal", "tags", "promotion",
)
"""Categories of what is on a page but is no author."""
# fmt: on

_ONLY_BEFORE_COLON = "byline.prefix: "
"""The category of prefixes that introduce names only before a colon or a link."""

_ARTICLES = ("article.definite", "article.indefinite")
_DATE_LABELS = ("date.published", "date.updated")
_PLACES = ("byline.place", "byline.place.sure")
_NOT_IN_ROLES = ("and", "byline.and", "byline.with", *_PLACES, *_ARTICLES, "byline.for", "byline.prefix")

_SIGNS = {
    **dict.fromkeys(",;、،，；", "COMMA"),
    **dict.fromkeys((*"|•·/—–―-\n・｜／▪●◆", "--"), "SEPARATOR"),
    **dict.fromkeys("&+", "AND"),
}
_COLONS = frozenset(":：")
_CASELESS_COLONS = frozenset(":：=丨|/／・")
"""What stands for a colon behind Chinese and Japanese labels: 文／, 文丨."""

_LISTING = frozenset(",;/|&+·•")
"""Signs that no name has, be it in a link."""

_FRESH = frozenset(("", "SEPARATOR", "HANDLE", "BY", "SOURCE", "LABEL"))
"""Tokens behind which a word like "by" can introduce names."""

_MARKERS = frozenset(("BY", "SOURCE"))
_NAMES = frozenset(("NAME", "LINKED", "SIGNED", "WORD", "LINKED_WORD", "JOINED", "SURNAME", "AGENCY", "LINKED_AGENCY"))
_LINKED = {"NAME": "LINKED", "AGENCY": "LINKED_AGENCY", "WORD": "LINKED_WORD", "OTHER": "LINKED_OTHER"}
_APART = frozenset(("COMMA", "TIMESTAMP", "READTIME"))
"""What parts unknown words from the name before them."""

_BEHIND = frozenset(("AND", "FOR", "PLACE"))
"""Tokens that stand behind names or an address."""

_POST = ["COMMA", "ROLE", "COMMA"]
"""What stands between an author and the place or outlet of the post: `Jane Doe, Correspondent, Rome`."""

_BUTTONS = ("control", "comments", "follow", "subscribe")

_MAX_SHORT_CHARS = 3
"""Signs and words this short (code points), at most two, may part a name from a date."""

_MAX_NAME_WORDS = 5
"""More words with a capital, particles not counted, are no name."""

_MAX_RUN_WORDS = 12
"""So many words with a capital are looked at, though no name has as many: the rest of a title is no name, either."""

_MAX_ROLE_WORDS = 5
_MAX_PHRASE_WORDS = 4
"""So many words are a button at the line's end, the field of a role (`Reporter for Berlin Politics`) or what is "by"
somebody (`An essay by`)."""

_DOMAIN = re.compile(r"(?<=[\w-])\.(\w+)")


@lru_cache(maxsize=8)
def _categories(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """The categories of each term of bylines."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for category in _CATEGORIES:
        for term, match in vocabulary.words(category).items():
            found[term].update((category, _ONLY_BEFORE_COLON) if match == "label" else (category,))
    return {term: frozenset(categories) for term, categories in found.items()}


class BylineTokenizer(WordLine):
    """Finds the tokens of a byline, from left to right.

    `line` are its words, `fixed` the tokens of its dates and times, which stand in gaps between them. Methods that are
    asked for what begins at the index `at` return its length in words, 0 where there is none.
    """

    def __init__(self, text: str, line: Iterable[Word], fixed: Sequence[Token], vocabulary: Vocabulary) -> None:
        super().__init__(text, [*line, Word("END", len(text), "", -1)], vocabulary)
        self.fixed = {token.start: token for token in fixed}
        self.vocabulary = vocabulary
        self.small = {**vocabulary.words("name.particle"), **vocabulary.words("name.joining")}
        self.terms = [self._terms(at, _categories(vocabulary)) for at in range(len(self.line))]
        self.last = Token("", 0, 0, "")
        self.segment: list[Token] = []  # the tokens since the last separator

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

    def tokens(self) -> Iterator[Token]:
        """The tokens in order; signs without meaning are left out."""
        at = self._genre()
        if at:
            yield self._take("OTHER", 0, at)
            yield self._take("BY", at, 1)
            at += 1
        while self.line[at].kind != "END":
            kind, count = self._next(at)
            if kind:
                yield self._take(kind, at, count)
            elif self.line[at].start in self.fixed:
                self.segment.append(self.fixed[self.line[at].start])
                yield self.segment[-1]
            at += count

    def _take(self, kind: str, at: int, count: int) -> Token:
        """The next `count` words as a token of the type, or of a finer one."""
        token = self.token(kind, at, count)
        if kind == "SEPARATOR":
            self.segment = []
        else:
            token.type = _LINKED.get(kind, kind) if token.link >= 0 else self._unlinked(token, at + count)
            self.segment.append(token)
        self.last = token
        return token

    def _unlinked(self, token: Token, after: int) -> str:
        """What a name or an unknown word up to `after` is by the tokens before it, where it stands in no link."""
        kinds = [before.type for before in self.segment]
        behind = list(takewhile(lambda kind: kind not in _NAMES, reversed(kinds)))
        if token.type == "OTHER":
            return "STRAY" if behind == kinds or _APART.isdisjoint(behind) else "NOTE"
        if token.type in _NAMES and behind == _POST and sum(kind in _NAMES for kind in kinds) == 1:
            follows = self.role(after + (self.line[after].text == ","))
            return token.type if follows else "POST"
        if token.type == "WORD" and not _MARKERS.isdisjoint(kinds):
            if _MARKERS.isdisjoint(behind):
                return "JOINED" if "AND" in behind else "WORD"
            begins_surname = self.last.text.casefold() in self.vocabulary.words("surname.opening")
            return "SURNAME" if begins_surname else "WORD"
        return token.type

    def _next(self, at: int) -> tuple[str, int]:
        """The type and length of the token at the word; no type for a sign without meaning."""
        word = self.line[at]
        if word.kind in ("SIGN", "GAP"):
            return _SIGNS.get(word.text, ""), 1
        for kind, length in self._KINDS:
            if kind in _BEHIND and self.last.type in _FRESH and self.last.type != "HANDLE":
                continue
            if count := length(self, at):
                return kind, count
        count = self.name(at)
        return (self._kind_of_run(at, count), count) if count else ("OTHER", 1)

    def _genre(self) -> int:
        """What at the start of the line is "by" the author, and no name, outlet or portrait: `An essay by`."""
        is_plain = self.line[0].kind == "WORD" and not self.term(0, "byline.portrait", "byline.prefix", "credit.label")
        for at, word in enumerate(self.line[: _MAX_PHRASE_WORDS + 1]):
            if not is_plain or word.kind != "WORD":
                return 0
            if at and word.text.islower() and self.term(at, "byline.prefix") and self.name(at + 1) > 1:
                alone = at == 1 and not self.term(at, "name.particle")
                return at if alone or self.term(at, "byline.genre") or self.term(0, "article.indefinite") else 0
        return 0

    def _handle(self, at: int) -> int:
        """An address, or a link whose text the page put there itself: "3 comments"."""
        if self.line[at].kind == "HANDLE":
            return 1
        count = self._link(at)
        return count if self._has_cue(at, count, _FURNITURE) else 0

    def _button(self, at: int) -> int:
        """A button at the line's end (`Follow`); a single word behind two others may be a name."""
        count = len(self.line) - 1 - at
        is_end = 1 <= count <= _MAX_PHRASE_WORDS and at > 1 and at + count > 3
        return count if is_end and self.line[at].link < 0 and self._has_cue(at, count, _BUTTONS) else 0

    def _has_cue(self, at: int, count: int, categories: tuple[str, ...]) -> bool:
        """Whether the words are a term of one of the categories, which may be headed by others."""
        cues = self.vocabulary.cues(self.token("", at, count).text) if count else ()
        return any(cue.startswith(categories) and ":" not in cue for cue in cues)

    def _link(self, at: int) -> int:
        """A whole link."""
        link = self.line[at].link
        opens = link >= 0 and (at == 0 or self.line[at - 1].link != link)
        return sum(word.link == link for word in self.line) if opens else 0

    def _linked_name(self, at: int) -> int:
        """A link right behind a word like "by" that is one name and does not look like one: `jane_doe`, `Jane doe`."""
        count, known = (self._link(at), self.name(at)) if self.last.type in _MARKERS else (0, 0)
        return 0 if known == count or any(map(self._parts_names, range(at, at + count if known else at + 1))) else count

    def _parts_names(self, at: int) -> bool:
        """Whether no name has the word or sign, be it in a link."""
        if self.line[at].text in _LISTING or self.term(at, "and", "byline.for", *_PLACES):
            return True
        return self.agency_length(at) > 0 or self.role(at) > 0

    def _by(self, at: int) -> int:
        """A word like "by" where names follow it."""
        count = self.term(at, "byline.prefix")
        return count if count and self.last.type not in _MARKERS and self._introduces(at, at + count) else 0

    def _source(self, at: int) -> int:
        """A word like "source"."""
        return self._by(at) if self.term(at, "credit.label") else 0

    def _introduces(self, at: int, after: int) -> bool:
        """Whether the prefix up to the word `after` stands where names can follow it, and they do."""
        first, last, follower = self.line[at], self.line[after - 1], self.line[after]
        is_glued = is_caseless(first.text) and follower.kind == "WORD" and follower.start == last.end
        if is_glued or follower.text in (_CASELESS_COLONS if is_caseless(first.text) else _COLONS):
            return True
        if follower.kind == "END" or last.text.endswith("."):
            return follower.kind == "END" and at == 0  # the names are in the next block
        is_fresh = self.last.type in (*_FRESH, "DATELABEL") or self.line[at - 1].kind == "GAP"
        linked = follower.link >= 0 and follower.link != last.link
        if linked or self.term(at, _ONLY_BEFORE_COLON) == after - at or not is_fresh:
            return linked
        return self._is_alone(after) or is_name_like(follower) or self.agency_length(after) > 0

    def _is_alone(self, at: int) -> bool:
        """Whether the word is all that is between a word like "by" and a date or button: `von jane84 am 3. Mai 2024`.

        Within a link, also what is between that word and the line's end: `[von jane84](#)`.
        """
        if self.line[at].kind != "WORD":
            return False
        for count, word in enumerate(self.line[at + 1 : at + 4], start=1):
            if word.kind == "GAP" or self._button(at + count):
                return True
            if len(word.text) > _MAX_SHORT_CHARS or is_name_like(word):
                return False
        return self.line[at].link >= 0 and self.line[at + 1].kind == "END"

    def _and(self, at: int) -> int:
        """A word that joins names."""
        if self.term(at, "byline.and"):
            return 1
        if not self.term(at, "and", "byline.with"):
            return 0
        # "a" and "en" are "and" in some languages, and come before places in others: a full name must follow.
        full = self.name(at + 1) > 1 or self.agency_length(at + 1) > 0
        return int(not self.term(at, *_PLACES) or (full and not self.term(at, "byline.place.sure")))

    def _for(self, at: int) -> int:
        """Words before an outlet: "for", "for the"; none where no name follows them."""
        count = 2 if self.term(at + 1, *_ARTICLES) and self.line[at + 1].text.islower() else 1
        return count if self.term(at, "byline.for") else 0

    def _place(self, at: int) -> int:
        """A word like "in" and the place behind it."""
        count = self.name(at + 1) if self.term(at, *_PLACES) else 0
        return count and 1 + count

    def role(self, at: int) -> int:
        """A role: a noun, words like "political" before it, "for X" behind it.

        Behind a comma any words can stand before the noun: `senior political correspondent`, `Home Affairs Editor`.
        """
        before = self._modifiers(at)
        while before and not self.term(at + before, "byline.role"):
            before -= 1
        noun = self.term(at + before, "byline.role")
        end = at + before + noun
        field = self._capitals(end + 1) if noun and self.term(end, "byline.for") else 0
        return noun and before + noun + (field and 1 + field)

    def _modifiers(self, at: int) -> int:
        """Words that can stand before the noun of a role: small ones behind a sign, any behind a comma."""
        is_apart, is_titled = at == 0 or self.line[at - 1].kind == "SIGN", at > 0 and self.line[at - 1].text == ","
        for count, word in enumerate(self.line[at : at + _MAX_ROLE_WORDS]):
            fits = (is_apart and word.text.islower()) or (is_titled and is_name_like(word))
            is_other = not fits or self.term(at + count, *_NOT_IN_ROLES)
            if is_other and not self.term(at + count, "byline.role.modifier"):
                return count
        return _MAX_ROLE_WORDS

    def _capitals(self, at: int) -> int:
        """Words with a capital, four at most."""
        return len(list(takewhile(is_name_like, self.line[at : at + _MAX_PHRASE_WORDS])))

    def name(self, at: int) -> int:
        """Words that can be one name: within one link, no agency, role or "and" among them."""
        if self.term(at, "byline.for", "byline.and"):
            return 0
        return name_length(self.line, at, small=self.small, stops=partial(self._stops, at), most=_MAX_RUN_WORDS)

    def _stops(self, start: int, at: int) -> bool:
        """Whether the name that begins at `start` ends before the word at `at`, because something else begins there."""
        return (
            self.line[at].link != self.line[start].link
            or is_whole_name(self.line[start:at])
            or self.agency_length(at) > 0
            or self._button(at) > 0
            or self.term(at, "byline.for", "byline.and", "byline.suffix", *_DATE_LABELS) > 0
            or self.line[at + 1].text in _COLONS
            or (at - start > 1 and (self.role(at) > 0 or (self.term(at, "and") > 0 and self._capitals(at + 1) > 1)))
        )

    def _introduced(self, at: int) -> int:
        """A word that is a name because nothing else is between "by" and a date."""
        return int(self.last.type in _MARKERS and not self.term(at - 1, "name.opening") and self._is_alone(at))

    def _kind_of_run(self, at: int, count: int) -> str:
        """Whether a run of name-like words is a name, an outlet or neither."""
        run, after = self.line[at : at + count], at + count
        if self._is_outlet(at, run):
            return "OUTLET"
        if self._is_no_name(at, run):
            return "OTHER"
        if count > 1 and self.last.type not in _MARKERS and self.term(after - 1, "byline.role"):
            return "ROLE"
        if self.term(after, "byline.suffix"):
            return "SIGNED"
        is_whole = is_caseless(run[0].text) and 2 <= len(run[0].text) <= _MAX_NAME_WORDS
        return "NAME" if count > 1 or is_whole else "WORD"

    def _is_outlet(self, at: int, run: Sequence[Word]) -> bool:
        """Whether the words are the name of a newspaper, channel or site."""
        domains = (normalise(domain) for word in run for domain in _DOMAIN.findall(word.text))
        if self.last.type == "FOR" or any(domain in self.vocabulary.words("domain") for domain in domains):
            return True
        titled = len(run) > 1 and self.term(at, "byline.outlet", "byline.outlet.opening")
        known = titled or self.term(at + len(run) - 1, "byline.outlet")
        return known > 0 and self.last.type not in _MARKERS

    def _is_no_name(self, at: int, run: Sequence[Word]) -> bool:
        """Whether the words are too many, or begin with one that no name begins with."""
        stray = at == 0 and run[0].link < 0 and self.term(at, "byline.prefix") > 0 and not is_caseless(run[0].text)
        large = [word for word in run if word.key not in self.vocabulary.words("name.particle")]
        return stray or self.term(at, "byline.portrait", "byline.no-name") > 0 or len(large) > _MAX_NAME_WORDS

    _KINDS: ClassVar[Sequence[tuple[str, Callable[[BylineTokenizer, int], int]]]] = (
        ("HANDLE", _handle),
        ("HANDLE", _button),
        ("NAME", _linked_name),
        ("SOURCE", _source),
        ("BY", _by),
        ("DATELABEL", lambda self, at: self.term(at, *_DATE_LABELS)),
        ("LABEL", lambda self, at: self.line[at].link < 0 and self.line[at + 1].text in _COLONS),
        ("AND", _and),
        ("FOR", _for),
        ("PLACE", _place),
        ("AGENCY", agency_length),
        ("ROLE", role),
        ("SUFFIX", lambda self, at: self.term(at, "byline.suffix")),
        ("NAME", _introduced),
    )
    """The types of tokens that begin with a word, each with the method that measures it, tried in order."""
