"""The tokens of a byline, from its text: names, roles, words like "by"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from articleparse.fields.byline_phrases import Phrases, Terms, byline_terms
from articleparse.fields.timestamps import TimestampField, phrases_with_number
from articleparse.fields.words import Token, Word, is_caseless, is_name_like, longest, words
from articleparse.vocabulary import Vocabulary, normalise

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of the line, in code points."""

_SIGNS = {
    **dict.fromkeys(",;、،，；", "COMMA"),
    **dict.fromkeys((*"|•·/—–―-\n・｜／▪●◆", "--"), "SEPARATOR"),
    **dict.fromkeys("&+", "AND"),
}
_COLONS = frozenset(":：")
_CASELESS_COLONS = frozenset(":：=丨|/／・")
"""What stands for a colon behind Chinese and Japanese labels: 文／, 文丨."""

_ENDS = frozenset(("GAP", "END"))
"""Kinds of words that stand for a date, or for the line's end."""

_FRESH = frozenset(("", "SEPARATOR", "HANDLE", "BY", "LABEL"))
"""Tokens behind which a word like "by" can introduce names."""

# fmt: off
_FURNITURE = (
    "control", "comments", "navigation", "related", "subscribe", "readmore", "social", "legal", "tags", "promotion",
)
# fmt: on
"""Categories of what is on a page but is no author."""

_BUTTONS = ("control", "comments", "follow", "subscribe")
_MAX_BUTTON_WORDS = 4

_MAX_SHORT_CHARS = 3
"""Signs and words this short (code points), at most two, may part a name from a date."""

_MAX_NAME_WORDS = 5
"""More words with a capital, particles not counted, are no name."""

_MAX_GENRE_WORDS = 4
"""So many words can stand before the "by" of `An essay by`."""

_FRONT = re.compile(r"[^\W\d_]?[a-zß-ÿ]+(?=[A-ZÀ-Þ][\w.’'-]+\Z)")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""More small letters than the prefix of a name has: `MacDonald`, `FitzGerald` are one word."""

_DOMAIN = re.compile(r"(?<=[\w-])\.(\w+)")


class BylineToken(Token):
    """A token of `byline.lark`."""

    __slots__ = ("link", "stamp")

    def __init__(
        self, kind: str, start: int, end: int, text: str, link: int = -1, stamp: TimestampField | None = None
    ) -> None:
        super().__init__(kind, start, end, text)
        self.link = link  # number of the link that it stands in, or -1
        self.stamp = stamp  # what a TIMESTAMP says


def byline_tokens(
    text: str, links: Ranges, stamps: Sequence[TimestampField], vocabulary: Vocabulary
) -> list[BylineToken]:
    """Return the tokens of the byline `text`, in order, as far as they can be told without their segments.

    `links` are the ranges of its links' texts, `stamps` the dates and times in it, both in order.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> byline_tokens("By Jane Doe, Reporter | BBC News", (), (), load_vocabulary())
    [BY('By'), NAME('Jane Doe'), COMMA(','), ROLE('Reporter'), SEPARATOR('|'), OUTLET('BBC News')]
    """
    fixed = [BylineToken("TIMESTAMP", stamp.start, stamp.end, stamp.raw, stamp=stamp) for stamp in stamps]
    for start, end in phrases_with_number(text, vocabulary.words("read-time"), stamps):
        fixed.append(BylineToken("READTIME", start, end, text[start:end]))
    gaps = [(token.start, token.end) for token in fixed]
    undated = [link for link in links if not any(start < link[1] and link[0] < end for start, end in gaps)]
    terms = byline_terms(vocabulary)
    line = list(_without_seams(words(text, undated, gaps, terms.roles, vocabulary=vocabulary), terms))
    tail = _button_at_end(text, line, vocabulary)
    if tail:
        fixed.append(BylineToken("HANDLE", line[-tail].start, line[-1].end, text[line[-tail].start : line[-1].end]))
        line[-tail:] = [Word("GAP", line[-tail].start, "", -1)]
    line.append(Word("END", len(text), "", -1))
    return sorted([*fixed, *_Tokenizer(text, line, vocabulary).tokens()], key=lambda token: token.start)


def _without_seams(line: Iterator[Word], terms: Terms) -> Iterator[Word]:
    """The words of `line`, those that a page ran into each other parted: `ByJane Doe`, `Jane DoerringPublished`.

    What begins with a capital within the last word of a name is another phrase: a gap, which no name reaches across,
    parts the two.
    """
    before: Word | None = None
    for word in line:
        rest = word
        if word.kind == "WORD" and not word.text.islower():
            front = _FRONT.match(word.text)
            key = normalise(front.group()) if front else ""
            if front and key in terms.prefixes and key not in terms.begin_names:
                yield _slice(word, 0, front.end())
                rest = _slice(word, front.end(), len(word.text))
            elif before is not None and before.link == word.link and is_name_like(before):
                seam = _GLUED.search(word.text)
                if seam and is_name_like(word):
                    yield _slice(word, 0, seam.start())
                    yield Word("GAP", word.start + seam.start(), "", -1)
                    rest = _slice(word, seam.start(), len(word.text))
        yield rest
        before = rest


def _slice(word: Word, start: int, end: int) -> Word:
    return Word(word.kind, word.start + start, word.text[start:end], word.link)


def _button_at_end(text: str, line: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many words at the end of the line are a button (`Follow`); 0 where none are. A single one may be a name."""
    for count in range(min(_MAX_BUTTON_WORDS, len(line) - 2), 0, -1):
        first = line[-count]
        if first.kind == "WORD" and first.link < 0 and (count > 1 or len(line) > _MAX_BUTTON_WORDS - 1):
            cues = vocabulary.cues(text[first.start : line[-1].end])
            if any(cue.startswith(_BUTTONS) and ":" not in cue for cue in cues):
                return count
    return 0


class _Tokenizer:
    """Finds the tokens of one line, from left to right."""

    def __init__(self, text: str, line: list[Word], vocabulary: Vocabulary) -> None:
        self.text = text
        self.line = line
        self.cues = vocabulary.cues
        self.terms = byline_terms(vocabulary)
        self.phrases = Phrases(text, line, vocabulary)
        self.at = 0
        self.last = ""  # the type of the token before

    def tokens(self) -> Iterator[BylineToken]:
        """The tokens in order; signs without meaning are left out."""
        if genre := self._genre():
            yield self._take("OTHER", genre)
            yield self._take("BY", 1)
            self.last = "BY"
        while self.line[self.at].kind != "END":
            token = self._next()
            if token is not None:
                self.last = token.type
                yield token

    def _genre(self) -> int:
        """How many words at the start of the line say what is "by" the author (`An essay by`); 0 where none do."""
        for at, word in enumerate(self.line[: _MAX_GENRE_WORDS + 1]):
            if word.kind != "WORD" or word.link != self.line[0].link:
                return 0
            if at and word.text.islower() and word.key in self.terms.prefixes and self.phrases.name(at + 1) > 1:
                return at if self._is_genre(at, word) else 0
        return 0

    def _is_genre(self, count: int, by: Word) -> bool:
        """Whether the line's first words are no name, outlet or portrait."""
        terms, first = self.terms, self.line[0]
        if first.key in terms.portraits or first.key in terms.prefixes or first.key in terms.labels:
            return False
        if by.key in terms.genre:
            return True
        return first.key in terms.indefinite or (count == 1 and by.key not in terms.particles)

    def _next(self) -> BylineToken | None:
        """The token that begins at the word in hand; None for a sign without meaning."""
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
        return whole or self._marker(word) or self._term(word) or self._person(word)

    def _whole_link(self, word: Word) -> BylineToken | None:
        """A link whose text the page put there itself ("3 comments"), or any link right behind a word like "by"."""
        count = next(count for count, other in enumerate(self.line[self.at :]) if other.link != word.link)
        cues = self.cues(self.text[word.start : self.line[self.at + count - 1].end])
        if any(cue.startswith(_FURNITURE) for cue in cues):
            return self._take("HANDLE", count)
        signs = self.last == "BY" and count <= _MAX_NAME_WORDS and self.phrases.is_one_name(self.at, count)
        return self._take("NAME", count) if signs else None

    def _marker(self, word: Word) -> BylineToken | None:
        """A word that introduces names or dates."""
        terms = self.terms
        count = longest(self.line, self.at, terms.prefixes)
        if count and self.last != "BY" and self._introduces(count):
            return self._take("BY", count)
        count = longest(self.line, self.at, terms.date_labels)
        if count and (self.last in _FRESH or self._follows(count, _COLONS) or self.line[self.at + count].kind in _ENDS):
            return self._take("DATELABEL", count)
        if self.last in _FRESH and is_caseless(word.text):
            glued = next((term for term in (word.text[:3], word.text[:2]) if term in terms.prefixes), "")
            if glued and len(word.text) > len(glued):
                return self._cut(word, len(glued), "BY")
        return self._take("LABEL", 1) if word.link < 0 and self._follows(1, _COLONS) else None

    def _introduces(self, count: int) -> bool:
        """Whether the prefix of `count` words in hand stands where names can follow it, and they do."""
        first, last = self.line[self.at], self.line[self.at + count - 1]
        after = self.at + count
        if self._follows(count, _CASELESS_COLONS if is_caseless(first.text) else _COLONS):
            return True
        follower = self.line[after]
        if follower.kind == "END" or last.text.endswith("."):
            return follower.kind == "END" and self.at == 0  # the names are in the next block
        linked = follower.link >= 0 and follower.link != last.link
        if linked or self._is_label(first, last) or not self._is_fresh(first):
            return linked
        alone = first.key not in self.terms.begin_names and self._is_alone(after)
        return alone or is_name_like(follower) or self.phrases.agency_length(after) > 0

    def _is_label(self, first: Word, last: Word) -> bool:
        """Whether the prefix from `first` to `last` introduces names only before a colon or a link."""
        return self.terms.prefixes.get(normalise(self.text[first.start : last.end])) == "label"

    def _is_fresh(self, word: Word) -> bool:
        """Whether names can be introduced by the `word` in hand: `3 May 2024 by`, `Posted by`, `Author by`."""
        if self.last in _FRESH or self.last == "DATELABEL":
            return True
        before = self.line[self.at - 1]
        return before.link != word.link or before.kind == "GAP" or before.key in self.terms.prefixes

    def _is_alone(self, at: int) -> bool:
        """Whether the word at `at` is all that is between a word like "by" and a date: `von jane84 am 3. Mai 2024`.

        Within a link, also what is between that word and the line's end: `[von jane84](#)`.
        """
        word = self.line[at]
        if word.kind != "WORD" or word.key in self.terms.of or self.phrases.agency_length(at) or self.phrases.role(at):
            return False
        for following in self.line[at + 1 : at + 4]:
            if following.kind == "GAP" or len(following.text) > _MAX_SHORT_CHARS or is_name_like(following):
                return following.kind == "GAP"
        return self.line[at + 1].kind == "END" and word.link >= 0

    def _follows(self, count: int, signs: frozenset[str]) -> bool:
        following = self.line[self.at + count]
        return following.kind == "SIGN" and following.text in signs

    def _term(self, word: Word) -> BylineToken | None:
        """A word or phrase that the vocabulary knows."""
        phrases, at = self.phrases, self.at
        if self.last == "HANDLE" or self.last not in _FRESH:
            if count := phrases.conjunction(at):
                return self._take("AND", count)
            if count := phrases.before_outlet(at):
                return self._take("FOR", count)
            if count := phrases.place(at):
                return self._take("PLACE", count)
        if count := phrases.agency_length(at):
            return self._take("AGENCY", count)
        if count := phrases.role(at):
            return self._take("ROLE", count)
        return self._take("HANDLE", 1) if word.key in self.terms.social else None

    def _person(self, word: Word) -> BylineToken:
        """A name, what stands behind one, or a word of which nothing is known."""
        suffixes = self.terms.suffixes
        if word.key in suffixes:
            return self._take("SUFFIX", 1)
        if is_caseless(word.text):
            tail = next((term for term in self.terms.glued_suffixes if word.key.endswith(term)), "")
            if tail and len(word.text) - len(tail) > 1:
                return self._cut(word, len(word.text) - len(tail), "NAME")
        introduced = self.last == "BY" and self.line[self.at - 1].key not in self.terms.begin_names
        if introduced and self._is_alone(self.at):
            return self._take("NAME", 1)
        count = self.phrases.name(self.at)
        return self._take(self._kind_of_run(count), count) if count else self._take("OTHER", 1)

    def _kind_of_run(self, count: int) -> str:
        """Whether a run of name-like words is a name, an outlet or neither."""
        run = self.line[self.at : self.at + count]
        if self._is_outlet(run):
            return "OUTLET"
        if self._is_no_name(run):
            return "OTHER"
        described = self.last not in _FRESH or (count == 2 and self.last != "BY")
        if count > 1 and described and run[-1].key in self.terms.roles:
            return "ROLE"
        suffixed = self.line[self.at + count].key in self.terms.suffixes
        whole = is_caseless(run[0].text) and 2 <= len(run[0].text) <= _MAX_NAME_WORDS
        return "NAME" if count > 1 or suffixed or whole else "WORD"

    def _is_outlet(self, run: Sequence[Word]) -> bool:
        """Whether the words are the name of a newspaper, channel or site."""
        if self.last == "FOR" or any("." in word.text and _is_site(word.text, self.terms.domains) for word in run):
            return True
        if self.last == "BY":
            return False
        titled = len(run) > 1 and (run[0].key in self.terms.before_outlets or run[0].key in self.terms.outlets)
        return titled or run[-1].key in self.terms.outlets

    def _is_no_name(self, run: Sequence[Word]) -> bool:
        """Whether the words are too many, or begin with one that no name begins with."""
        terms, first = self.terms, run[0]
        stray = self.at == 0 and first.link < 0 and first.key in terms.prefixes and not is_caseless(first.text)
        return (
            stray
            or first.key in terms.portraits
            or first.key in terms.not_names
            or sum(word.key not in terms.particles for word in run) > _MAX_NAME_WORDS
        )

    def _take(self, kind: str, count: int) -> BylineToken:
        """The next `count` words as one token."""
        first, last = self.line[self.at], self.line[self.at + count - 1]
        self.at += count
        return BylineToken(kind, first.start, last.end, self.text[first.start : last.end], first.link)

    def _cut(self, word: Word, length: int, kind: str) -> BylineToken:
        """The first `length` characters of the word in hand as a token; the rest stays."""
        rest = Word("WORD", word.start + length, word.text[length:], word.link)
        self.line[self.at] = rest
        return BylineToken(kind, word.start, rest.start, word.text[:length], word.link)


def _is_site(text: str, domains: Container[str]) -> bool:
    """Whether `text` has an internet domain in it."""
    return any(normalise(domain) in domains for domain in _DOMAIN.findall(text))
