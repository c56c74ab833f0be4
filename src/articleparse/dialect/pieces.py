"""Dumps in which links and bold words are lines of their own: `get_text` with a line end between all strings."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from articleparse.lines import Line
from articleparse.source import ends_sentence

_BEHIND = re.compile(r"[,.](?=\s|\Z)|['’]s\s|[、，。،।]")
"""What stands behind a link or a bold word, and no line of code or of a menu begins with."""

_GOES_ON = re.compile(rf"{_BEHIND.pattern}|[;)]|:(?=\s|\Z)|\.(?!\.)")
"""What a line in the middle of a sentence may begin with; dots open lines of their own, too."""

_STOP = re.compile(r"[.!?…]['\"”’»)]?\s|[。！？।](?!\Z)")
"""Where a sentence ends within a line."""

_OPENING = "\"'([„“«‹ \u00a0"
_OPENS = ",(„“«‹–—、，،"
"""What may stand before the first letter of a line, and what a line ends with that breaks off within a sentence."""

_PROSE = 40
"""Code points of a line that is rather a part of a sentence than an entry of a menu, a name or a date."""

_SHORT = 3
"""Letters of a word that rarely ends a headline: an article, a preposition."""

_ITEMS = ("TEXT", "BULLET", "NUMBER")
"""Kinds of lines that a piece can go on with."""

_SAMPLE = 2_000
_FEWEST = 3


def in_pieces(text: str, lines: Sequence[Line]) -> bool:
    """Whether links and bold words are lines of their own.

    Some lines begin with the comma or the stop behind them, more with that or the rest of a sentence.
    """
    behind = middle = 0
    for last, words in pairwise(_words(text, lines[:_SAMPLE])):
        if last and _BEHIND.match(words):
            behind += 1
        elif last and _is_lower(words) and len(words) >= _PROSE:
            middle += _breaks_off(last)
    return behind > 0 and behind + middle >= _FEWEST


def pieces(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The places among `lines` of those that go on with the line before, in a dump in pieces."""
    words = ["", *_words(text, lines, _ITEMS), ""]
    within = False  # whether the line before is known to stand in a sentence
    for index, (last, line, below) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        within = within or _STOP.search(last) is not None
        if last and line and lines[index].type == "TEXT" and _is_piece(last, line, below, within):
            yield index
            within = within or len(line) >= _PROSE or not _is_lower(line)
        else:
            within = False


def _words(text: str, lines: Sequence[Line], kinds: Container[str] = ("TEXT",)) -> list[str]:
    """The words of the lines of these kinds, with their bullets, and nothing for others."""
    return [text[line.mark : line.text_end] if line.type in kinds else "" for line in lines]


def _is_piece(last: str, words: str, below: str, within: bool) -> bool:
    """Whether `words` go on with what `last` began: the rest of a sentence, or a link or name before the rest."""
    if _goes_on(last, words):
        # A few words in lower case below a headline may sign it: by nobody, five minutes ago.
        may_sign = not within and _is_lower(words) and len(words) < _PROSE <= len(last)
        return not may_sign or _goes_on(words, below)
    if not _breaks_off(last):
        return False
    leads_on = _leads_on(last)
    if _goes_on(words, below):
        return within or (len(below) >= _PROSE and (leads_on or len(last) >= _PROSE))
    return within and leads_on


def _goes_on(last: str, words: str) -> bool:
    """Whether `words` begin like the middle of a sentence that `last` did not end."""
    return _GOES_ON.match(words) is not None or (_is_lower(words) and not ends_sentence(last))


def _is_lower(words: str) -> bool:
    """Whether the first letter, a quote or bracket aside, is a small one."""
    return words.lstrip(_OPENING)[:1].islower()


def _breaks_off(words: str) -> bool:
    return words[-1].isalnum() or words[-1] in _OPENS


def _leads_on(words: str) -> bool:
    """Whether a sentence can't end with `words`: with a comma, an opening mark, a short word in lower case."""
    word = words.rsplit(maxsplit=1)[-1]
    return words[-1] in _OPENS or (len(word) <= _SHORT and word.islower())
