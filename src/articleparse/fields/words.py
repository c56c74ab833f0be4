"""The words and signs of a line, and terms of the vocabulary among them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
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

    def __repr__(self) -> str:
        return f"Word({self.kind}, {self.text!r})"


class Token:
    """A token of a field's grammar: the name of its terminal, and the half-open range of the line that it stands for.

    `start` and `end` are offsets in code points, `text` is what stands there.
    """

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, kind: str, start: int, end: int, text: str) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.text = text

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


_LONGEST_TERM = 6


def longest(line: Sequence[Word], position: int, terms: TermTable) -> int:
    """How many words from `position` on make the longest of `terms`; 0 where none begins there.

    Most words begin no term, so each step asks first whether any term begins like this.
    """
    found = 0
    phrase = ""
    beginnings = terms.beginnings
    for count, word in enumerate(line[position : position + _LONGEST_TERM], start=1):
        if word.kind != "WORD" and word.text not in _JOINING:
            break
        if count > 1 and word.start > line[position + count - 2].end:
            phrase += " "
        phrase += word.key or word.text
        if phrase not in beginnings:
            break
        if phrase in terms:
            found = count
    return found


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
