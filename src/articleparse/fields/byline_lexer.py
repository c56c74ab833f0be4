"""From the text of a byline to the letters of `byline.lark`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articleparse.fields.byline_runs import FOR, Runs
from articleparse.fields.counted import find_counted
from articleparse.fields.phrase import Phrase
from articleparse.fields.seams import BEGIN_NAMES, button_at_end, parted
from articleparse.fields.timestamps import parse_timestamps
from articleparse.fields.words import Word, is_caseless, is_name_like, longest, words
from articleparse.vocabulary import load_vocabulary, normalise

_SIGNS = {
    **dict.fromkeys(",;、،，；", "COMMA"),
    **dict.fromkeys((*"|•·/—–―-\n・｜／▪●◆", "--"), "SEPARATOR"),
    **dict.fromkeys("&+", "AND"),
}
_COLONS = frozenset(":：")
_CASELESS_COLONS = frozenset(":：=丨|/／・")
"""What stands for a colon behind Chinese and Japanese labels: 文／, 文丨."""

_DOMAIN = re.compile(
    r"\w[\w-]*\.(?:com|net|org|info|co|de|fr|uk|it|es|in|pl|tv|ru|ch|at|be|nl|no|se|dk|eu)\b", re.IGNORECASE
)
_FRESH = frozenset(("", "SEPARATOR", "HANDLE", "BY", "LABEL"))
"""Phrases behind which a word like "by" can introduce names."""

# fmt: off
_FURNITURE = (
    "control", "comments", "navigation", "related", "subscribe", "readmore", "social", "legal", "tags", "promotion",
)
# fmt: on
"""Categories of what is on a page but is no author."""

_FROM = frozenset(("from", "aus"))
"""Words that begin no name: `From our archive`."""

_SHORT = 3
"""Signs and words this short (code points), at most two, may part a name from a date."""

_MOST_WORDS = 5
_GENRE_WORDS = 4
"""So many words can stand before the "by" of `An essay by`."""

_INDEFINITE = frozenset(("a", "an", "ein", "eine", "un", "una", "une", "um", "uma"))
_NOT_IN_NAMES = frozenset(("von",))
"""A particle of names behind which more than one word rarely follows: `Artikel von Jane Doe` tells the author."""


def phrases(text: str, links: Sequence[tuple[int, int]] = (), language: str | None = None) -> list[Phrase]:
    """The letters of the byline `text`; `links` are the ranges of its links' texts.

    >>> phrases("By Jane Doe, Reporter | 3 May 2024")
    [BY('By'), NAME('Jane Doe'), COMMA(','), ROLE('Reporter'), SEPARATOR('|'), TIMESTAMP('3 May 2024')]
    """
    stamps = parse_timestamps(text, vocabulary=load_vocabulary(), language=language)
    fixed = [Phrase("TIMESTAMP", stamp.start, stamp.end, stamp.raw, stamp=stamp) for stamp in stamps]
    for start, end in find_counted(text, "read-time"):
        if not any(stamp.start < end and start < stamp.end for stamp in stamps):
            fixed.append(Phrase("READTIME", start, end, text[start:end]))
    fixed.sort(key=lambda phrase: phrase.start)
    gaps = [(phrase.start, phrase.end) for phrase in fixed]
    terms = load_vocabulary().words
    found = words(text, _outside(links, gaps), gaps, terms("byline.role"), vocabulary=load_vocabulary())
    line = list(parted([*found], terms("byline.prefix")))
    tail = button_at_end(text, line)
    if tail:
        fixed.append(Phrase("HANDLE", line[-tail].start, line[-1].end, text[line[-tail].start : line[-1].end]))
        line[-tail:] = [Word("GAP", line[-tail].start, "", -1)]
    return sorted([*fixed, *_Lexer(text, line).phrases()], key=lambda phrase: phrase.start)


def _outside(links: Sequence[tuple[int, int]], gaps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The links that hold no date."""
    return [link for link in links if not any(start < link[1] and link[0] < end for start, end in gaps)]


class _Lexer:
    """Finds the phrases of one line, from left to right."""

    def __init__(self, text: str, line: list[Word]) -> None:
        self.text = text
        self.line = line
        self.at = 0
        self.last = ""  # the type of the phrase before
        self.runs = Runs(text, line)
        terms = load_vocabulary().words
        self.prefixes, self.suffixes = terms("byline.prefix"), terms("byline.suffix")
        self.outlets, self.portraits, self.social = terms("byline.outlet"), terms("byline.portrait"), terms("social")
        self.credits, self.particles = terms("credit.label"), terms("name.particle")
        self.genre = self._genre()

    def phrases(self) -> Iterator[Phrase]:
        if self.genre:
            yield self._take("OTHER", self.genre)
            yield self._take("BY", 1)
            self.last = "BY"
        while self.at < len(self.line):
            phrase = self._next()
            if phrase is not None:
                self.last = phrase.type
                yield phrase

    def _genre(self) -> int:
        """How many words at the start of the line say what is "by" the author (`An essay by`); 0 where none do."""
        for at, word in enumerate(self.line[: _GENRE_WORDS + 1]):
            if word.kind != "WORD" or word.link != self.line[0].link:
                return 0
            if at and word.key in self.prefixes and word.text.islower() and self.runs.name(at + 1) > 1:
                return at if self._is_genre(at, word) else 0
        return 0

    def _is_genre(self, count: int, by: Word) -> bool:
        """Whether the line's first words are no name, outlet or portrait."""
        first = self.line[0]
        if first.key in self.portraits or first.key in self.prefixes or first.key in self.credits:
            return False
        if by.key in self.particles and by.key not in _NOT_IN_NAMES:
            return first.key in _INDEFINITE
        return count == 1 or by.key in _NOT_IN_NAMES or first.key in _INDEFINITE

    def _next(self) -> Phrase | None:
        """The phrase that begins at the word in hand; None for a sign without meaning."""
        word = self.line[self.at]
        if word.kind == "HANDLE":
            return self._take("HANDLE", 1)
        if word.kind != "WORD":
            if word.text in _SIGNS:
                return self._take(_SIGNS[word.text], 1)
            self.at += 1
            return None
        opens_link = word.link >= 0 and (self.at == 0 or self.line[self.at - 1].link != word.link)
        whole = self._whole_link(word) if opens_link else None
        return whole or self._marker(word) or self._term(word) or self._name(word)

    def _whole_link(self, word: Word) -> Phrase | None:
        """A link whose text the page put there itself ("3 comments"), or any link right behind a word like "by"."""
        count = 0
        while self.at + count < len(self.line) and self.line[self.at + count].link == word.link:
            count += 1
        text = self.text[word.start : self.line[self.at + count - 1].end]
        if any(cue.startswith(_FURNITURE) for cue in load_vocabulary().cues(text)):
            return self._take("HANDLE", count)
        signs = self.last == "BY" and count <= _MOST_WORDS and self.runs.is_one_name(self.at, count)
        return self._take("NAME", count) if signs else None

    def _marker(self, word: Word) -> Phrase | None:
        """A word that introduces names or dates."""
        count = longest(self.line, self.at, self.prefixes)
        if count and self.last != "BY" and self._introduces(count):
            return self._take("BY", count)
        count = longest(self.line, self.at, self.runs.date_labels)
        if count and (self.last in _FRESH or self._follows(count, _COLONS) or self._ends(self.at + count)):
            return self._take("DATELABEL", count)
        if self.last in _FRESH and is_caseless(word.text):
            glued = next((term for term in (word.text[:3], word.text[:2]) if term in self.prefixes), "")
            if glued and len(word.text) > len(glued):
                return self._cut(word, len(glued), "BY")
        return self._take("LABEL", 1) if word.link < 0 and self._follows(1, _COLONS) else None

    def _introduces(self, count: int) -> bool:
        """Whether the prefix of `count` words in hand stands where names can follow it, and they do."""
        first, last = self.line[self.at], self.line[self.at + count - 1]
        after = self.at + count
        if self._follows(count, _CASELESS_COLONS if is_caseless(first.text) else _COLONS):
            return True
        if after == len(self.line) or last.text.endswith("."):
            return after == len(self.line) == count  # the names are in the next block
        follower = self.line[after]
        linked = follower.link >= 0 and follower.link != last.link
        if self.prefixes.get(normalise(self.text[first.start : last.end])) == "label":
            return linked
        if linked or not self._is_fresh(first):
            return linked
        alone = first.key not in BEGIN_NAMES and self._is_alone(after)
        return alone or is_name_like(follower) or self.runs.agency(after) > 0

    def _is_fresh(self, word: Word) -> bool:
        """Whether names can be introduced by the `word` in hand: `3 May 2024 by`, `Posted by`, `Author by`."""
        if self.last in _FRESH or self.last == "DATELABEL":
            return True
        before = self.line[self.at - 1]
        return before.link != word.link or before.kind == "GAP" or before.key in self.prefixes

    def _is_alone(self, at: int) -> bool:
        """Whether the word at `at` is all that is between a word like "by" and a date: `von jane84 am 3. Mai 2024`.

        Within a link, also what is between that word and the line's end: `[von jane84](#)`.
        """
        if self.line[at].kind != "WORD" or self.runs.agency(at) or self.runs.role(at) or self.line[at].key in FOR:
            return False
        for following in self.line[at + 1 : at + 4]:
            if following.kind == "GAP" or len(following.text) > _SHORT or is_name_like(following):
                return following.kind == "GAP"
        return at + 1 == len(self.line) and self.line[at].link >= 0

    def _follows(self, count: int, signs: frozenset[str]) -> bool:
        after = self.at + count
        return after < len(self.line) and self.line[after].kind == "SIGN" and self.line[after].text in signs

    def _ends(self, at: int) -> bool:
        """Whether a date stands at `at`, or the line ends there."""
        return at == len(self.line) or self.line[at].kind == "GAP"

    def _term(self, word: Word) -> Phrase | None:
        """A word or phrase that the vocabulary knows."""
        if self.last == "HANDLE" or self.last not in _FRESH:
            if self.runs.conjunction(self.at):
                return self._take("AND", 1)
            if word.key in FOR and (count := self.runs.before_outlet(self.at)):
                return self._take("FOR", count)
            if place := self.runs.place(self.at):
                return self._take("PLACE", place)
        for kind, count in (("AGENCY", self.runs.agency(self.at)), ("ROLE", self.runs.role(self.at))):
            if count:
                return self._take(kind, count)
        return self._take("HANDLE", 1) if word.key in self.social else None

    def _name(self, word: Word) -> Phrase:
        if word.key in self.suffixes:
            return self._take("SUFFIX", 1)
        if is_caseless(word.text):
            tail = next((term for term in self.suffixes if " " not in term and word.key.endswith(term)), "")
            if tail and len(word.text) - len(tail) > 1:
                return self._cut(word, len(word.text) - len(tail), "NAME")
        if self.last == "BY" and self.line[self.at - 1].key not in BEGIN_NAMES and self._is_alone(self.at):
            return self._take("NAME", 1)
        count = self.runs.name(self.at)
        return self._take(self._kind_of_run(count), count) if count else self._take("OTHER", 1)

    def _kind_of_run(self, count: int) -> str:
        """Whether a run of name-like words is a name, an outlet or neither."""
        run = self.line[self.at : self.at + count]
        if self._is_outlet(run):
            return "OUTLET"
        if self._is_no_name(run):
            return "OTHER"
        if (
            count > 1
            and run[-1].key in self.runs.roles
            and (self.last not in _FRESH or (count == 2 and self.last != "BY"))
        ):
            return "ROLE"
        following = self.line[self.at + count] if self.at + count < len(self.line) else None
        suffixed = following is not None and following.key in self.suffixes
        whole = is_caseless(run[0].text) and 2 <= len(run[0].text) <= _MOST_WORDS
        return "NAME" if count > 1 or suffixed or whole else "WORD"

    def _is_outlet(self, run: Sequence[Word]) -> bool:
        """Whether the words are the name of a newspaper, channel or site."""
        if self.last == "FOR" or any(_DOMAIN.search(word.text) for word in run):
            return True
        if self.last == "BY":
            return False
        titled = len(run) > 1 and (run[0].key == "the" or run[0].key in self.outlets)
        return titled or run[-1].key in self.outlets

    def _is_no_name(self, run: Sequence[Word]) -> bool:
        """Whether the words are too many, or begin with one that no name begins with."""
        first = run[0]
        stray = self.at == 0 and first.link < 0 and first.key in self.prefixes and not is_caseless(first.text)
        return (
            stray
            or first.key in self.portraits
            or first.key in _FROM
            or sum(word.key not in self.particles for word in run) > _MOST_WORDS
        )

    def _take(self, kind: str, count: int) -> Phrase:
        """The next `count` words as one phrase."""
        first, last = self.line[self.at], self.line[self.at + count - 1]
        self.at += count
        return Phrase(kind, first.start, last.end, self.text[first.start : last.end], first.link)

    def _cut(self, word: Word, length: int, kind: str) -> Phrase:
        """The first `length` characters of the word in hand as a phrase; the rest stays."""
        rest = Word("WORD", word.start + length, word.text[length:], word.link)
        self.line[self.at] = rest
        return Phrase(kind, word.start, rest.start, word.text[:length], word.link)
