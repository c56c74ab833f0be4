"""The words and signs of a line, and how many of them are a term of the vocabulary, a name, an agency."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import pairwise

from articleparse.vocabulary import TermTable, Vocabulary, normalise

_SIGNS = r",;:|•·/()\[\]{}<>«»\"“”„*_~=+&©®—–―!?，、。；：｜／（）【】「」『』〔〕＝・丨،؛؟▪●◆…"
_TOKEN = re.compile(
    rf"""
      (?P<HANDLE>[\w.+-]+@[\w-]+\.[\w.]+|@\w+|https?://\S+)
    | (?P<SIGN>--+|\.-+|\.{{2,}}|-(?=\s|\Z)|(?<!\S)-|\.(?=\s|\Z)|[{_SIGNS}\n])
    | (?P<WORD>(?:[^\s{_SIGNS}@.]|\.(?!\.\.))+)
    | (?P<SPACE>[^\S\n]+|@)
    """,
    re.VERBOSE,
)
_SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ]+\Z)")
_RUN_ON = re.compile(r"(\w+[a-zß-ÿ])\.([^\W\d_a-zß-ÿ][\w'’-]*)\Z")
"""Two sentences without a space between them: `day.The`."""

_FULL_STOP = re.compile(r"(?:\w{4,}|[A-ZÀ-ÞΑ-ΩА-ЯЁЄІЇ]{3}|[\u0590-\uffff]+)(\.-*)\Z")
"""A word whose last dot ends a sentence, or a dateline (`LIMA.-`): `Jr.` and `J.` are too short for it."""


class Word:
    """A word, sign, handle or gap between the offsets `start` and `end` of the line."""

    __slots__ = ("_key", "end", "kind", "link", "start", "text")

    def __init__(self, kind: str, start: int, text: str, link: int) -> None:
        self.kind = kind
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.link = link  # number of the link that it stands in, or -1
        self._key: str | None = None if kind == "WORD" else text

    @property
    def key(self) -> str:
        """The word in the spelling of the vocabulary; a sign as it stands there. Found when it is asked for, once."""
        if self._key is None:
            self._key = normalise(self.text)
        return self._key

    def cut(self, length: int) -> tuple[Word, Word]:
        """Return the first `length` code points of the word and the rest, each as a word."""
        rest = self.text[length:]
        return Word(self.kind, self.start, self.text[:length], self.link), Word(
            self.kind, self.start + length, rest, self.link
        )

    def __repr__(self) -> str:
        return f"Word({self.kind}, {self.text!r})"


class Token:
    """A token of a field's grammar: the name of its terminal, and the half-open range of the line that it stands for.

    `start` and `end` are offsets in code points, `text` is what stands there, `link` is the number of the link that it
    stands in, or -1.
    """

    __slots__ = ("end", "link", "start", "text", "type")

    def __init__(self, kind: str, start: int, end: int, text: str, link: int = -1) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.text = text
        self.link = link

    def __repr__(self) -> str:
        return f"{self.type}({self.text!r})"


def words(
    text: str,
    links: Sequence[tuple[int, int]] = (),
    gaps: Iterable[tuple[int, int]] = (),
    glued: Container[str] = frozenset(),
    *,
    vocabulary: Vocabulary,
) -> Iterator[Word]:
    """The words of `text` in order, space left out, none across the end of a link or into one of `gaps`.

    A gap is a word of kind GAP without text, so that no name or term reaches across it.
    `glued` are terms (normalised) that are cut off where a page has run them into the word before them.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> [word.text for word in words("Ann DoeReporter", glued=["reporter"], vocabulary=load_vocabulary())]
    ['Ann', 'Doe', 'Reporter']
    >>> [word.text for word in words("By J. Doe, Jr. (AP)", vocabulary=load_vocabulary())]
    ['By', 'J.', 'Doe', ',', 'Jr.', '(', 'AP', ')']
    """
    bounds = {0, len(text)}
    bounds.update(offset for pair in (*links, *gaps) for offset in pair)
    inside = {start: number for number, (start, end) in enumerate(links)}
    skipped = {start for start, end in gaps}
    closing = {end for start, end in links}
    link = -1
    cuts = sorted(bounds)
    for start, end in pairwise(cuts):
        if start in closing:
            link = -1
        link = inside.get(start, link)
        if start in skipped:
            yield Word("GAP", start, "", -1)
        else:
            yield from _within(text, (start, end), link, glued, vocabulary)


def _within(
    text: str, piece: tuple[int, int], link: int, glued: Container[str], vocabulary: Vocabulary
) -> Iterator[Word]:
    """The words of the `piece` of `text`, which stands in the link of the number `link`."""
    titles, domains = vocabulary.words("name.title"), vocabulary.words("domain.generic")
    for match in _TOKEN.finditer(text, *piece):
        kind = match.lastgroup or ""
        if kind == "SPACE":
            continue
        written = match.group()
        whole = len(written) == 1 or (written[-1] == "." and normalise(written) in titles)
        if kind == "WORD" and not whole and (end := _FULL_STOP.search(written)):
            yield Word("WORD", match.start(), written[: end.start(1)], link)
            yield Word("SIGN", match.start() + end.start(1), end[1], link)
        elif (run := _RUN_ON.match(written)) and normalise(run[2]) not in domains:
            yield Word("WORD", match.start(), run[1], link)
            yield Word("SIGN", match.start() + run.end(1), ".", link)
            yield Word("WORD", match.start() + run.start(2), run[2], link)
        elif (seam := _SEAM.search(written)) and normalise(written[seam.start() :]) in glued:
            yield Word("WORD", match.start(), written[: seam.start()], link)
            yield Word("WORD", match.start() + seam.start(), written[seam.start() :], link)
        else:
            yield Word(kind, match.start(), written, link)


_FRONT = re.compile(r"[^\W\d_]?[a-zß-ÿ]+(?=[A-ZÀ-Þ][\w.’'-]+\Z)")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""More small letters than the prefix of a name has: `MacDonald`, `FitzGerald` are one word."""


def parted(
    text: str, links: Sequence[tuple[int, int]], gaps: Iterable[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[Word]:
    """Yield the words of a byline, those parted that a page ran into each other or that a script has no space between.

    `links` and `gaps` are those of `words`. What begins with a capital within the last word of a name is another
    phrase: a gap, which no name reaches across, parts the two.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> [word.text for word in parted("ByJane Doe 홍길동기자", (), (), load_vocabulary())]
    ['By', 'Jane', 'Doe', '홍길동', '기자']
    """
    before = Word("GAP", 0, "", -1)
    for word in words(text, links, gaps, vocabulary.words("byline.role"), vocabulary=vocabulary):
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


_LONGEST_TERM = 6


def longest(line: Sequence[Word], position: int, terms: TermTable) -> int:
    """How many words from `position` on make the longest of `terms`; 0 where none begins there.

    Most words begin no term, so each step asks first whether any term begins like this.
    """
    found = 0
    for count, phrase in enumerate(phrases(line, position), start=1):
        if phrase not in terms.beginnings:
            break
        if phrase in terms:
            found = count
    return found


def phrases(line: Sequence[Word], position: int) -> Iterator[str]:
    """Yield what the first word from `position` on is in the spelling of the vocabulary, the first two, and so on."""
    phrase = ""
    end = -1
    for word in line[position : position + _LONGEST_TERM]:
        if word.kind != "WORD" and word.text not in _JOINING:
            break
        glue = " " if phrase and word.start > end else ""
        phrase += glue + (word.key or word.text)
        end = word.end
        yield phrase


_JOINING = frozenset("/・&")
"""Signs that stand within terms."""


def is_name_like(word: Word) -> bool:
    """Whether `word` can be part of a name: a capital, or a script without capitals, and no digit."""
    text = word.text.lstrip("'’ʻ")
    if word.kind != "WORD" or not text or not text[0].isalpha() or any(map(str.isdigit, text)):
        return False
    return not text[0].islower() or bool(_INNER_CAPITAL.search(text))


_INNER_CAPITAL = re.compile(r"^\w{1,3}['’-][^\W\d_]|^[a-zß-ÿ][A-ZÀ-Þ]")
"""`al-Ahmed`, `d'Angelo`, `el-Sayed`, `eThekwini` begin small."""


def is_caseless(text: str) -> bool:
    """Whether `text` is in a script without capitals.

    >>> is_caseless("홍길동"), is_caseless("Hong")
    (True, False)
    """
    return bool(text) and text[0].isalpha() and not text[0].isupper() and not text[0].islower()


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def is_whole_name(name: Sequence[Word]) -> bool:
    """Whether the words are a whole name in Chinese, Japanese or Korean: two words, or one of three letters or more.

    A blank parts the two halves of a name of four letters or fewer (`山田 太郎`), and otherwise one name from the next.
    """
    return _EAST_ASIAN.fullmatch(name[0].text) is not None and (len(name) > 1 or len(name[0].text) > 2)


MAX_NAME_WORDS = 4
"""A name of a person or place has so many words at most, small ones not counted."""

_MAX_SHORT_CHARS = 5
"""Agencies' names up to this length (code points) must be spelt as the agency spells them, or all in capitals."""


def name_length(
    line: Sequence[Word],
    at: int,
    *,
    small: Container[str],
    stops: Callable[[int], object],
    most: int = MAX_NAME_WORDS,
) -> int:
    """Return how many words of `line` from the index `at` on can be one name; 0 where none can begin there.

    A name is a run of words with a capital, or of a script without capitals, and of the words in `small` (normalised;
    "van", "de la") written small, which neither begin nor end it. It ends before an index that `stops` says something
    else begins at, and has at most `most` words beside the small ones and as many of those.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> line = list(words("Ana de la Cruz said", vocabulary=load_vocabulary()))
    >>> name_length(line, 0, small={"de", "la"}, stops=lambda at: False)
    4
    """
    count = named = 0
    for word in line[at : at + 2 * most]:
        is_small = count > 0 and _is_small(word, small)
        named += not is_small
        if named > most or not (is_small or is_name_like(word)) or (count and stops(at + count)):
            break
        count += 1
    while count and _is_small(line[at + count - 1], small):
        count -= 1
    return count


def _is_small(word: Word, small: Container[str]) -> bool:
    return word.key in small and word.text.islower()


def agency_length(line: Sequence[Word], at: int, text: str, agencies: TermTable) -> int:
    """Return how many words of `line` from the index `at` on are the name of an agency; 0 where none begins there.

    `text` is what the words stand in, `agencies` are the names (normalised) with their usual spelling.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> text, vocabulary = "AP and ap", load_vocabulary()
    >>> line = list(words(text, vocabulary=vocabulary))
    >>> [agency_length(line, at, text, vocabulary.words("agency")) for at in range(3)]
    [1, 0, 0]
    """
    count = longest(line, at, agencies)
    if not count:
        return 0
    written = text[line[at].start : line[at + count - 1].end]
    if len(written) <= _MAX_SHORT_CHARS and not is_caseless(written):
        spelling = agencies.get(normalise(written), "")
        return count if written in (spelling, spelling.upper()) else 0
    return count


class WordLine:
    """The words of a line, asked by index for what begins there; an index behind the last word is none."""

    def __init__(self, text: str, line: list[Word], vocabulary: Vocabulary) -> None:
        self.text = text
        self.line = line
        self.agencies = vocabulary.words("agency")

    def agency_length(self, at: int) -> int:
        """Return how many words are the name of an agency."""
        return agency_length(self.line, at, self.text, self.agencies)

    def is_name(self, at: int) -> bool:
        """Whether the word can be part of a name."""
        return at < len(self.line) and is_name_like(self.line[at])

    def key(self, at: int) -> str:
        """Return the word in the spelling of the vocabulary; "" for none."""
        return self.line[at].key if at < len(self.line) else ""

    def token(self, kind: str, at: int, count: int) -> Token:
        """Return `count` words from the index `at` on as a token, or those that there are."""
        first, last = self.line[at], self.line[min(at + count, len(self.line)) - 1]
        return Token(kind, first.start, last.end, self.text[first.start : last.end], first.link)
