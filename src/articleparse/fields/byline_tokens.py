"""The tokens of a byline, from its text: names, roles, words like "by"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any, ClassVar

import attrs

from articleparse.fields.byline_words import (
    ARTICLES,
    COLONS,
    DATE_LABELS,
    MAX_PHRASE_WORDS,
    ONLY_BEFORE_COLON,
    PLACES,
    BylineWords,
    button_length,
    split_glued,
)
from articleparse.fields.timestamps import TimestampField, phrases_with_number
from articleparse.fields.words import Token, Word, is_caseless, is_name_like, words
from articleparse.vocabulary import Vocabulary, normalise

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of the line, in code points."""

# fmt: off
_FURNITURE = (
    "control", "comments", "navigation", "related", "subscribe", "readmore", "social", "legal", "tags", "promotion",
)
"""Categories of what is on a page but is no author."""
# fmt: on

_SIGNS = {
    **dict.fromkeys(",;、،，；", "COMMA"),
    **dict.fromkeys((*"|•·/—–―-\n・｜／▪●◆", "--"), "SEPARATOR"),
    **dict.fromkeys("&+", "AND"),
}
_CASELESS_COLONS = frozenset(":：=丨|/／・")
"""What stands for a colon behind Chinese and Japanese labels: 文／, 文丨."""

_LISTING = frozenset(",;/|&+·•")
"""Signs that no name has, be it in a link."""

_FRESH = frozenset(("", "SEPARATOR", "HANDLE", "BY", "SOURCE", "LABEL"))
"""Tokens behind which a word like "by" can introduce names."""

_MARKERS = frozenset(("BY", "SOURCE"))
_NAMES = frozenset(("NAME", "LINKED", "SIGNED", "WORD", "LINKED_WORD", "JOINED", "SURNAME", "AGENCY", "LINKED_AGENCY"))
_LINKED = {"NAME": "LINKED", "AGENCY": "LINKED_AGENCY", "WORD": "LINKED_WORD", "OTHER": "LINKED_OTHER"}
_OTHERS = frozenset(("LINKED_OTHER", "NOTE", "STRAY"))
_APART = frozenset(("COMMA", "TIMESTAMP", "READTIME"))
"""What parts unknown words from the name before them."""

_BEHIND = frozenset(("AND", "FOR", "PLACE"))
"""Tokens that stand behind names or an address."""

_POST = ["COMMA", "ROLE", "COMMA"]
"""What stands between an author and the place or outlet of the post: `Jane Doe, Correspondent, Rome`."""

_MAX_SHORT_CHARS = 3
"""Signs and words this short (code points), at most two, may part a name from a date."""

_MAX_NAME_WORDS = 5
"""More words with a capital, particles not counted, are no name."""

_DOMAIN = re.compile(r"(?<=[\w-])\.(\w+)")


@attrs.frozen
class Segment:
    """What stands between two separators: the text of the separator before it, and its tokens."""

    separator: str
    tokens: list[Token]


def byline_segments(
    text: str, links: Ranges, stamps: Sequence[TimestampField], vocabulary: Vocabulary
) -> list[Segment]:
    """Return the segments of the byline `text`: what stands between separators, in the tokens of `byline.lark`.

    `links` are the ranges of its links' texts, `stamps` the dates and times in it, both in order.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> for segment in byline_segments("By Jane Doe, Reporter | BBC News", (), (), load_vocabulary()):
    ...     print(segment.tokens)
    [BY('By'), NAME('Jane Doe'), COMMA(','), ROLE('Reporter')]
    [OUTLET('BBC News')]
    """
    fixed = [Token("TIMESTAMP", stamp.start, stamp.end, stamp.raw) for stamp in stamps]
    for start, end in phrases_with_number(text, vocabulary.words("read-time"), stamps):
        fixed.append(Token("READTIME", start, end, text[start:end]))
    gaps = [(token.start, token.end) for token in fixed]
    undated = [link for link in links if not any(start < link[1] and link[0] < end for start, end in gaps)]
    line = list(
        split_glued(words(text, undated, gaps, vocabulary.words("byline.role"), vocabulary=vocabulary), vocabulary)
    )
    if count := button_length(text, line, vocabulary):
        start, end = line[-count].start, line[-1].end
        fixed.append(Token("HANDLE", start, end, text[start:end]))
        line[-count:] = [Word("GAP", start, "", -1)]
    return _Tokenizer(text, line, fixed, vocabulary).segments()


class _Tokenizer(BylineWords):
    """Finds the tokens of one line, from left to right.

    Methods that are asked for what begins at the index `at` return its length in words, 0 where there is none.
    """

    def __init__(self, text: str, line: Sequence[Word], fixed: Sequence[Token], vocabulary: Vocabulary) -> None:
        super().__init__(text, line, vocabulary)
        self.fixed = {token.start: token for token in fixed}  # what stands in gaps
        self.last = Token("", 0, 0, "")
        self.found = [Segment("", [])]

    def segments(self) -> list[Segment]:
        """The segments with their tokens; signs without meaning are left out."""
        at = self._genre()
        if at:
            self._take("OTHER", 0, at)
            at = self._take("BY", at, 1)
        while self.line[at].kind != "END":
            kind, count = self._next(at)
            at = self._take(kind, at, count)
        for segment in self.found:
            _tell_prose(segment.tokens)
        return self.found

    def _take(self, kind: str, at: int, count: int) -> int:
        """Add `count` words as a token of the type, or what stands in a gap. Return the index behind them."""
        token = self.token(kind, at, count)
        if self.line[at].kind == "GAP":
            self.found[-1].tokens.extend(filter(None, (self.fixed.get(token.start),)))
        elif kind == "SEPARATOR":
            self.found.append(Segment(token.text, []))
        elif kind:
            token.type = _LINKED.get(kind, kind) if token.link >= 0 else self._unlinked(token)
            self.found[-1].tokens.append(token)
        if kind:
            self.last = Token(kind, token.start, token.end, token.text)
        return at + count

    def _unlinked(self, token: Token) -> str:
        """What an unknown word or a single word with a capital is by the tokens before it, elsewhere than in a link."""
        kinds = [before.type for before in self.found[-1].tokens]
        behind = list(takewhile(lambda kind: kind not in _NAMES, reversed(kinds)))
        if token.type == "OTHER":
            return "STRAY" if behind == kinds or _APART.isdisjoint(behind) else "NOTE"
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
        for kind, length in self._kinds:
            if kind in _BEHIND and self.last.type in _FRESH and self.last.type != "HANDLE":
                continue
            if count := length(self, at):
                return kind, count
        count = self.name(at)
        return (self._kind_of_run(at, count), count) if count else ("OTHER", 1)

    def _genre(self) -> int:
        """What at the start of the line is "by" the author, and no name, outlet or portrait: `An essay by`."""
        is_plain = self.line[0].kind == "WORD" and not self.term(0, "byline.portrait", "byline.prefix", "credit.label")
        for at, word in enumerate(self.line[: MAX_PHRASE_WORDS + 1]):
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
        count = self.link(at)
        cues = self.vocabulary.cues(self.token("", at, count).text) if count else ()
        return count if any(cue.startswith(_FURNITURE) for cue in cues) else 0

    def _linked_name(self, at: int) -> int:
        """A link right behind a word like "by" that is one name and does not look like one: `jane_doe`, `Jane doe`."""
        count, known = (self.link(at), self.name(at)) if self.last.type in _MARKERS else (0, 0)
        return 0 if known == count or any(map(self._parts_names, range(at, at + count if known else at + 1))) else count

    def _parts_names(self, at: int) -> bool:
        """Whether no name has the word or sign, be it in a link."""
        if self.line[at].text in _LISTING or self.term(at, "and", "byline.for", *PLACES):
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
        if is_glued or follower.text in (_CASELESS_COLONS if is_caseless(first.text) else COLONS):
            return True
        if follower.kind == "END" or last.text.endswith("."):
            return follower.kind == "END" and at == 0  # the names are in the next block
        is_fresh = self.last.type in (*_FRESH, "DATELABEL") or self.line[at - 1].kind == "GAP"
        linked = follower.link >= 0 and follower.link != last.link
        if linked or self.term(at, ONLY_BEFORE_COLON) == after - at or not is_fresh:
            return linked
        return self._is_alone(after) or is_name_like(follower) or self.agency_length(after) > 0

    def _is_alone(self, at: int) -> bool:
        """Whether the word is all that is between a word like "by" and a date: `von jane84 am 3. Mai 2024`.

        Within a link, also what is between that word and the line's end: `[von jane84](#)`.
        """
        following = [
            other.kind
            for other in self.line[at + 1 : at + 4]
            if other.kind == "GAP" or len(other.text) > _MAX_SHORT_CHARS or is_name_like(other)
        ]
        if self.line[at].kind != "WORD":
            return False
        return following[:1] == ["GAP"] or (self.line[at].link >= 0 and self.line[at + 1].kind == "END")

    def _and(self, at: int) -> int:
        """A word that joins names."""
        if self.term(at, "byline.and"):
            return 1
        if not self.term(at, "and", "byline.with"):
            return 0
        # "a" and "en" are "and" in some languages, and come before places in others: a full name must follow.
        full = self.name(at + 1) > 1 or self.agency_length(at + 1) > 0
        return int(not self.term(at, *PLACES) or (full and not self.term(at, "byline.place.sure")))

    def _for(self, at: int) -> int:
        """Words before an outlet: "for", "for the"; none where no name follows them."""
        count = 2 if self.term(at + 1, *ARTICLES) and self.line[at + 1].text.islower() else 1
        return count if self.term(at, "byline.for") else 0

    def _place(self, at: int) -> int:
        """A word like "in" and the place behind it."""
        count = self.name(at + 1) if self.term(at, *PLACES) else 0
        return count and 1 + count

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
        if run[0].link < 0 and self._is_post(after):
            return "POST"
        is_whole = is_caseless(run[0].text) and 2 <= len(run[0].text) <= _MAX_NAME_WORDS
        return "NAME" if count > 1 or is_whole else "WORD"

    def _is_post(self, after: int) -> bool:
        """Whether the name before the word `after` is where an author works: `Jane Doe, Correspondent, Rome`."""
        kinds = [token.type for token in self.found[-1].tokens]
        names = [at for at, kind in enumerate(kinds) if kind in _NAMES]
        following = after + (self.line[after].text == ",")
        return kinds[-3:] == _POST and names == [len(kinds) - 4] and not self.role(following)

    def _is_outlet(self, at: int, run: Sequence[Word]) -> bool:
        """Whether the words are the name of a newspaper, channel or site."""
        domains = (domain for word in run for domain in _DOMAIN.findall(word.text))
        if self.last.type == "FOR" or any(normalise(domain) in self.vocabulary.words("domain") for domain in domains):
            return True
        if self.last.type in _MARKERS:
            return False
        titled = len(run) > 1 and self.term(at, "byline.outlet", "byline.outlet.opening") > 0
        return titled or self.term(at + len(run) - 1, "byline.outlet") > 0

    def _is_no_name(self, at: int, run: Sequence[Word]) -> bool:
        """Whether the words are too many, or begin with one that no name begins with."""
        stray = at == 0 and run[0].link < 0 and self.term(at, "byline.prefix") > 0 and not is_caseless(run[0].text)
        large = [word for word in run if word.key not in self.vocabulary.words("name.particle")]
        return stray or self.term(at, "byline.portrait", "byline.no-name") > 0 or len(large) > _MAX_NAME_WORDS

    _kinds: ClassVar[tuple[tuple[str, Callable[[Any, int], int]], ...]] = (
        ("HANDLE", _handle),
        ("NAME", _linked_name),
        ("SOURCE", _source),
        ("BY", _by),
        ("DATELABEL", lambda line, at: line.term(at, *DATE_LABELS)),
        ("LABEL", lambda line, at: line.line[at].link < 0 and line.line[at + 1].text in COLONS),
        ("AND", _and),
        ("FOR", _for),
        ("PLACE", _place),
        ("AGENCY", BylineWords.agency_length),
        ("ROLE", BylineWords.role),
        ("SUFFIX", lambda line, at: line.term(at, "byline.suffix")),
        ("NAME", _introduced),
    )
    """The types of tokens that begin with a word, each with the method that measures it, tried in order."""


def _tell_prose(tokens: Sequence[Token]) -> None:
    """Give the unknown words of a sentence their type: many stand in one link or in none."""
    unknown = Counter(token.link for token in tokens if token.type in _OTHERS)
    if max(unknown.values(), default=0) > MAX_PHRASE_WORDS:
        for token in tokens:
            token.type = "PROSE" if token.type in _OTHERS else token.type
