"""What the words of a line tell about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import orjson

from articleparse.source.scripts import HANGUL, UNSPACED
from articleparse.vocabulary.rows import Row, add_tables, build_tables
from articleparse.vocabulary.spelling import cue_key, normalise

MAX_LINE_CHARS = 200
"""Lines longer than this (code points) are running text: only how they open is looked at."""

_OPENING_CHARS = 64
"""Code points of running text in which a term that opens it is looked for."""

_MAX_RAW_CHARS = 11
"""Code points of a line that may be a sign such as an end mark, which is compared letter for letter."""

_CACHED_LINES = 2_048
"""How many lines' cues are remembered: a megabyte of lines of news pages, 3 MB at worst. Measured on 120 pages, one
after the other: two in five calls find their line; with twice as many, a hundredth more."""

_NOTHING: frozenset[str] = frozenset()
_PROMOTION = frozenset(("promotion",))

_FIRST_WORD = re.compile(r"[^ :=/|,.;\-\])】>丨・!?]*")
_LABEL_MARK = re.compile(r"[.\])】]? ?[:=/|丨・»]")
_BOUNDARY = frozenset(" :=/|,.;-])】>丨・!?")

_UNSPACED = re.compile(rf"[{UNSPACED}]|[^\w\s\"']")
"""What needs no space behind a term that opens a line: scripts without spaces, and signs."""

_UNSPACED_END = re.compile(rf"[{UNSPACED}{HANGUL}]")
"""As above for the end of a line; Korean writes a suffix with a space or without."""


class TermTable(dict[str, Any]):
    """The normalised terms of a category, each with how it matches."""

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What any of the terms begins with: what is not among it begins none.

        >>> sorted(TermTable({"photo": "label"}).beginnings)
        ['p', 'ph', 'pho', 'phot', 'photo']
        """
        return frozenset(term[:length] for term in self for length in range(1, len(term) + 1))


_NO_WORDS = TermTable()


class Vocabulary:
    """The terms of all languages. Immutable; get it from `load_vocabulary()`."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._whole = _table(tables, "whole")
        self._raw = _table(tables, "raw")
        self._label = _table(tables, "label", ":prefix")
        self._prefix = _table(tables, "prefix", ":prefix")
        self._suffix = _table(tables, "suffix", ":suffix")
        self._opening_lengths = _lengths((_first(term), term) for term in (*self._label, *self._prefix))
        self._closing_lengths = _lengths((_last(term), term) for term in self._suffix)
        self._controls = frozenset(
            term for term, found in self._whole.items() if any(category.startswith("control.") for category in found)
        )
        self._words = {category: TermTable(found) for category, found in tables["words"].items()}

    def words(self, category: str) -> TermTable:
        """Return the normalised terms of `category`, each with how it matches: always the same mapping.

        The values of `month` and `weekday` are number -> languages, those of `agency` the usual spelling.

        >>> load_vocabulary().words("month")["marzo"]["3"][:2]
        ['es', 'gl']
        """
        return self._words.get(category, _NO_WORDS)

    def cues(self, text: str) -> frozenset[str]:
        """Return what the flat text of a block says about its purpose.

        `category` for a term that is the whole line, `category:prefix` for one that opens it, `category:suffix` for
        one that ends it. Constant time: a few look-ups, whatever the size of the vocabulary.

        >>> sorted(load_vocabulary().cues("Print"))
        ['control.print']
        >>> "credit.label:prefix" in load_vocabulary().cues("Foto: A. Beispiel")
        True
        """
        if len(text) > MAX_LINE_CHARS:
            line = cue_key(normalise(text[:_OPENING_CHARS]))
            return self._opening(line) if line else _NOTHING
        return _cues_of_line(self, text)

    def _line(self, text: str) -> frozenset[str]:
        """The cues of a text of at most `MAX_LINE_CHARS` code points."""
        line = cue_key(normalise(text))
        found = self._whole.get(line, _NOTHING)
        if len(text) <= _MAX_RAW_CHARS:
            found |= self._raw.get(text.strip(), _NOTHING)
        if line:
            found = found | self._opening(line) | self._closing(line)
        if "social:suffix" in found and "follow:prefix" in found:
            found |= _PROMOTION
        return found

    def may_open(self, category: str, word: str) -> bool:
        """Whether a line whose first word is `word` can be one that `cues` finds the `category` for.

        >>> vocabulary = load_vocabulary()
        >>> vocabulary.may_open("control.enlarge", "Click"), vocabulary.may_open("control.enlarge", "harbour")
        (True, False)
        """
        line = cue_key(normalise(word))
        return not line or _first(line) in _first_words(self, category)

    def _terms_of(self, category: str) -> Iterator[str]:
        """The terms of `category` that are a line or open one."""
        for table, found in (
            (self._whole, category),
            (self._label, f"{category}:prefix"),
            (self._prefix, f"{category}:prefix"),
        ):
            yield from (term for term, categories in table.items() if found in categories)

    def is_control(self, word: str) -> bool:
        """Whether the word alone is the name of a control.

        >>> load_vocabulary().is_control("Print"), load_vocabulary().is_control("Paper")
        (True, False)
        """
        return cue_key(normalise(word)) in self._controls

    def _opening(self, line: str) -> frozenset[str]:
        """The categories of the terms that open `line`, which is not empty."""
        found = _NOTHING
        key = _first(line)
        for length in self._opening_lengths.get(key, ()):
            term = line[:length]
            rest = line[length : length + 1]
            if rest and term in self._prefix and (rest in _BOUNDARY or _UNSPACED.match(key)):
                found |= self._prefix[term]
            if term in self._label and _LABEL_MARK.match(line, length):
                found |= self._label[term]
        return found

    def _closing(self, line: str) -> frozenset[str]:
        """The categories of the terms that end `line`, which is not empty."""
        found = _NOTHING
        key = _last(line)
        for length in self._closing_lengths.get(key, ()):
            before = line[-length - 1 : -length]
            if before == " " or (before and len(key) == 1 and _UNSPACED_END.match(key)):
                found |= self._suffix.get(line[-length:], _NOTHING)
        return found


@lru_cache(maxsize=64)
def _first_words(vocabulary: Vocabulary, category: str) -> frozenset[str]:
    return frozenset(map(_first, vocabulary._terms_of(category)))  # noqa: SLF001 - a method that is remembered


@lru_cache(maxsize=_CACHED_LINES)
def _cues_of_line(vocabulary: Vocabulary, line: str) -> frozenset[str]:
    """`vocabulary.cues(line)`, remembered: lines come again on a page, and several stages ask of each."""
    return vocabulary._line(line)  # noqa: SLF001  # the cache stands outside the object, which can be pickled so


def _table(tables: Mapping[str, Any], name: str, where: str = "") -> dict[str, frozenset[str]]:
    """The cues of each term of a table; `where` says in them where in the line it stands."""
    sets = [frozenset([category + where for category in found]) for found in tables["sets"]]
    return {term: sets[number] for term, number in tables[name].items()}


def _first(line: str) -> str:
    """By what the terms that may open `line` are looked up: its first word, or character where words run together."""
    if line < "\u0e00" and line[0].isalnum():
        return _FIRST_WORD.match(line).group()  # type: ignore[union-attr]  # matches "" too
    return line[0] if _UNSPACED.match(line) else _FIRST_WORD.match(line).group()  # type: ignore[union-attr]  # as above


def _last(line: str) -> str:
    """As `_first`, for the end of `line`."""
    if line[-1] >= "\u0e00" and _UNSPACED_END.match(line, len(line) - 1):
        return line[-1]
    return line[line.rfind(" ") + 1 :]


def _lengths(terms: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """The lengths of the terms of each key."""
    found: dict[str, set[int]] = {}
    for key, term in terms:
        found.setdefault(key, set()).add(len(term))
    return {key: tuple(sorted(lengths)) for key, lengths in found.items()}


@lru_cache(maxsize=8)
def load_vocabulary(own: tuple[Row, ...] = ()) -> Vocabulary:
    """The vocabulary of all languages, read once, with a user's `own` rows added.

    >>> own = (Row("en", "control.print", "Put on paper", "line", "U"),)
    >>> sorted(load_vocabulary(own).cues("Put on paper")), sorted(load_vocabulary().cues("Put on paper"))
    (['control.print'], [])
    """
    tables = _tables()
    return Vocabulary(add_tables(tables, build_tables(own)) if own else tables)


@cache
def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = orjson.loads((files(__package__) / "tables.json").read_bytes())
    return tables
