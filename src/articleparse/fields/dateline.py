"""Where and when a story was filed, and by which agency, as its first paragraph begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from articleparse.fields.credit_lexer import Letter
from articleparse.fields.dateline_bounds import dateline_end, shaped
from articleparse.fields.dateline_lexer import LONGEST, letters
from articleparse.grammar import Parser, compile_grammar
from articleparse.vocabulary import Vocabulary


@attrs.frozen
class DatelineField:
    """A dateline from the offset `start` of the line to `end` (code points), its dash included."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None  # as it stands there


_MARKS = re.compile(r"[—–―\-=＝:：)\]】）电電/.](?:[\s\"'“„«‘]|\w|\Z)")


def parse_dateline(text: str, *, vocabulary: Vocabulary) -> DatelineField | None:
    """The dateline that opens the flat `text` of a paragraph, or None. Reads its first 120 code points. Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> found = parse_dateline("RAMALLAH, West Bank (Reuters) — The two sides met.", vocabulary=load_vocabulary())
    >>> found.place, found.agency, found.end
    ('RAMALLAH, West Bank', 'Reuters', 31)
    >>> parse_dateline("BREAKING — The two sides met.", vocabulary=load_vocabulary()) is None
    True
    """
    indent = len(text) - len(text.lstrip())
    head = text[indent : indent + LONGEST]
    if not _MARKS.search(head):
        return None
    match = shaped(head)
    if match is not None:
        return _from_match(match, indent)
    line = letters(head)
    count = dateline_end(line, head)
    if not count:
        return None
    opening = Letter("DATELINE_OPEN", 0, 0, "")
    closing = Letter("DATELINE_CLOSE", line[count - 1].end, line[count - 1].end, "")
    parts: list[Letter] = _parser().parse([opening, *line[:count], closing, *line[count:]])
    return _field(head, indent, parts[1:-1])


@cache
def _parser() -> Parser:
    return compile_grammar("dateline", {"start": lambda values: values[0] if values else [], "dateline": list})


def _field(head: str, indent: int, inner: list[Letter]) -> DatelineField:
    """The field from the letters of the rule `dateline`, its bounds left out."""
    agencies = [letter for letter in inner if letter.type == "AGENCY"] or _in_brackets(inner)
    places = [letter for letter in _outside(inner) if letter.type == "PLACE" and letter not in agencies]
    date = next((letter.text for letter in inner if letter.type == "DATE"), None)
    return DatelineField(
        indent + inner[0].start,
        indent + inner[-1].end,
        head[places[0].start : places[-1].end] if places else None,
        "/".join(letter.text for letter in agencies) or None,
        date,
    )


def _outside(letters: list[Letter]) -> Iterator[Letter]:
    """The letters without what stands in brackets, which may name the reporter's place: `(AP - London)`."""
    inside = False
    for letter in letters:
        inside = letter.type == "OPEN" or (inside and letter.type != "CLOSE")
        if not inside:
            yield letter


def _in_brackets(letters: list[Letter]) -> list[Letter]:
    """What stands alone in brackets: an agency that the vocabulary doesn't know."""
    return [
        middle
        for before, middle, after in zip(letters, letters[1:], letters[2:], strict=False)
        if before.type == "OPEN" and after.type == "CLOSE" and middle.type in ("PLACE", "OTHER")
    ]


def _from_match(match: re.Match[str], indent: int) -> DatelineField:
    part = match.groupdict()
    return DatelineField(
        indent, indent + match.end(), part["place"].strip() or None, part.get("agency"), part.get("date")
    )
