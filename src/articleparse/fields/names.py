"""How long a name is: of a person or a place, and of an agency."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from articleparse.fields.words import Token, Word, is_caseless, is_name_like, longest
from articleparse.vocabulary import TermTable, Vocabulary, normalise

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

    >>> from articleparse.fields.words import words
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

    >>> from articleparse.fields.words import words
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
        start, end = self.line[at].start, self.line[min(at + count, len(self.line)) - 1].end
        return Token(kind, start, end, self.text[start:end])
