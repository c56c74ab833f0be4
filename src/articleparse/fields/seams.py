"""What a page has run into the names of a byline: `ByJane Doe`, `Jane DoerringPublished`, `Jane Doe Follow`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from articleparse.fields.words import Word, is_name_like
from articleparse.vocabulary import load_vocabulary, normalise

_FRONT = re.compile(r"[^\W\d_]?[a-zß-ÿ]+(?=[A-ZÀ-Þ][\w.’'-]+\Z)")
_SEAM = re.compile(r"(?<=[a-zß-ÿ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""More small letters than the prefix of a name has: `MacDonald`, `FitzGerald` are one word."""

BEGIN_NAMES = frozenset(("af", "av", "da", "de", "di", "du", "la", "le", "na", "per", "theo"))
"""Words that introduce a byline and also begin names: `DeWitt`, `LeBron`."""


_BUTTONS = ("control", "comments", "follow", "subscribe")
_LONGEST_TAIL = 4


def parted(line: Sequence[Word], prefixes: Container[str]) -> Iterator[Word]:
    """The words of `line`, those that a page ran into each other parted.

    A term of `prefixes` (normalised) at the start of a word is a word. What begins with a capital within the last word
    of a name is another phrase: a gap, which no name reaches across, parts the two.
    """
    before: Word | None = None
    for word in line:
        rest = word
        if word.kind == "WORD":
            front = _FRONT.match(word.text)
            key = normalise(front.group()) if front else ""
            if front and key in prefixes and key not in BEGIN_NAMES:
                yield _slice(word, 0, front.end())
                rest = _slice(word, front.end(), len(word.text))
            elif before is not None and is_name_like(before) and before.link == word.link:
                seam = _SEAM.search(word.text)
                if seam and is_name_like(word):
                    yield _slice(word, 0, seam.start())
                    yield Word("GAP", word.start + seam.start(), "", -1)
                    rest = _slice(word, seam.start(), len(word.text))
        yield rest
        before = rest


def _slice(word: Word, start: int, end: int) -> Word:
    return Word(word.kind, word.start + start, word.text[start:end], word.link)


def button_at_end(text: str, line: Sequence[Word]) -> int:
    """How many words at the end of the line are a button (`Follow`); 0 where none are. A single one may be a name."""
    for count in range(min(_LONGEST_TAIL, len(line) - 2), 0, -1):
        first = line[-count]
        if first.kind == "WORD" and first.link < 0 and (count > 1 or len(line) > _LONGEST_TAIL - 1):
            cues = load_vocabulary().cues(text[first.start : line[-1].end])
            if any(cue.startswith(_BUTTONS) and ":" not in cue for cue in cues):
                return count
    return 0
