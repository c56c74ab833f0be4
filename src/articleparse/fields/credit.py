"""Who made or owns a picture, as the line below it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from articleparse.fields.credit_bounds import credit_range
from articleparse.fields.credit_lexer import Letter, letters
from articleparse.grammar import Parser, compile_grammar
from articleparse.vocabulary import Vocabulary


@attrs.frozen
class CreditField:
    """A credit between the offsets `start` and `end` of the line (code points), brackets and dash included."""

    start: int
    end: int
    label: str | None  # "Photo"
    holder: str  # the credit without label and brackets
    names: tuple[str, ...] = ()  # the people in it
    agencies: tuple[str, ...] = ()


_BEHIND = frozenset(("STOP", "SUFFIX", "COMMA"))

_LONGEST_LINE = 2_000
_TAIL = 400
"""Of a longer line (code points) only the end is searched: captions are short, and credits stand last."""


def parse_credit(text: str, *, vocabulary: Vocabulary, alone: bool = False) -> CreditField | None:
    """The credit in the flat `text` of a caption, or None.

    With `alone` the line is known to be nothing but a credit, so that all of it is one if no part of it is.
    Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> credit = parse_credit("Two ministers meet. (Photo: Jane Doe/Reuters)", vocabulary=load_vocabulary())
    >>> credit.label, credit.holder, credit.names, credit.agencies
    ('Photo', 'Jane Doe/Reuters', ('Jane Doe',), ('Reuters',))
    """
    offset = max(0, len(text) - _TAIL) if len(text) > _LONGEST_LINE else 0
    line = letters(text[offset:])
    if not line:
        return None
    found = credit_range(line) or ((0, len(line)) if alone else None)
    if found is None:
        return None
    start, end = found
    opening = Letter("CREDIT_OPEN", line[start].start, line[start].start, "")
    closing = Letter("CREDIT_CLOSE", line[end - 1].end, line[end - 1].end, "")
    (parts,) = _parser().parse([*line[:start], opening, *line[start:end], closing, *line[end:]])
    introduction, *holder = parts[1:-1]
    return _field(text[offset:], offset, (opening.start, closing.end), introduction, holder[0] if holder else ())


@cache
def _parser() -> Parser:
    return compile_grammar(
        "credit",
        {
            "start": lambda values: [value for value in values if isinstance(value, list)],
            "credit": list,
            "introduction": tuple,
            "holder": tuple,
        },
    )


def _field(
    text: str, offset: int, bounds: tuple[int, int], introduction: Sequence[Letter], holder: Sequence[Letter]
) -> CreditField:
    """The field from the two parts of the rule `credit`."""
    labels = [letter.text for letter in introduction if letter.type == "LABEL"]
    named = [letter for letter in holder if letter.type in ("NAME", "AGENCY")]
    end = len(holder)
    opened = sum(letter.type == "OPEN" for letter in holder)
    closed = sum(letter.type == "CLOSE" for letter in holder)
    while end and (holder[end - 1].type in _BEHIND or (closed > opened and holder[end - 1].type == "CLOSE")):
        end -= 1
    return CreditField(
        offset + bounds[0],
        offset + bounds[1],
        labels[0] if labels else None,
        text[holder[0].start : holder[end - 1].end] if end else "",
        tuple(letter.text for letter in named if letter.type == "NAME"),
        tuple(letter.text for letter in named if letter.type == "AGENCY"),
    )
