"""Who made or owns a picture, as the line below it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import islice

import attrs

from articleparse.fields.credit_tokens import credit_tokens
from articleparse.fields.words import Token
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


_MAX_LINE_CHARS = 2_000
_TAIL_CHARS = 400
"""Of a longer line (code points) only the end is searched: captions are short, and credits stand last."""

_MAX_CREDIT_CHARS = 160
"""What is longer (code points) is a sentence with a label before it."""

_MAX_CREDIT_TOKENS = 80
"""More tokens are longer than that, so no more are read from a place where a credit may begin."""


def parse_credit(text: str, *, vocabulary: Vocabulary, alone: bool = False) -> CreditField | None:
    """Return the credit in the flat `text` of a caption, or None.

    With `alone` the line is known to be nothing but a credit, so that all of it is one if no part of it is.
    Offsets count code points of `text`. Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> credit = parse_credit("Two ministers meet. (Photo: Jane Doe/Reuters)", vocabulary=load_vocabulary())
    >>> credit.label, credit.holder, credit.names, credit.agencies
    ('Photo', 'Jane Doe/Reuters', ('Jane Doe',), ('Reuters',))
    """
    line = CreditLine(text, vocabulary)
    return line.find() or (line.whole() if alone else None)


class CreditLine:
    """A line that may hold a credit, in tokens."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._offset = len(text) - _TAIL_CHARS if len(text) > _MAX_LINE_CHARS else 0
        self._text = text[self._offset :]
        self._tokens = credit_tokens(self._text, vocabulary)

    def find(self) -> CreditField | None:
        """Return the credit in the line, or None: the first from the left that the grammar accepts."""
        parser = _parser()
        for at, token in enumerate(self._tokens):
            if token.type in parser.first:
                found = parser.parse_prefix(islice(self._tokens, at, at + _MAX_CREDIT_TOKENS))
                if found is not None:
                    field = self._field(found[0])
                    if field.end - field.start <= _MAX_CREDIT_CHARS:
                        return field
        return None

    def whole(self) -> CreditField | None:
        """Return the line as one credit, or None where it has no words."""
        found = _parser().parse_prefix([Token("ALONE", 0, 0, ""), *self._tokens[1:]])
        return attrs.evolve(self._field(found[0]), end=self._offset + self._tokens[-2].end) if found else None

    def _field(self, parts: Sequence[Token | list[Token]]) -> CreditField:
        """The field from the values of the rule `start`: the holder as a list, and the tokens around it."""
        holder = next(part for part in parts if isinstance(part, list))
        label = next((part.text for part in parts if not isinstance(part, list) and part.type in _LABELS), None)
        tokens = [token for part in parts for token in (part if isinstance(part, list) else [part])]
        inner = _without_end(holder)
        return CreditField(
            self._offset + next(token.start for token in tokens if token.type not in _OUTSIDE),
            self._offset + next(token.end for token in reversed(tokens) if token.type not in _OUTSIDE),
            label,
            self._text[inner[0].start : inner[-1].end] if inner else "",
            tuple(token.text for token in holder if token.type in ("NAME", "SINGLE")),
            tuple(token.text for token in holder if token.type == "AGENCY"),
        )


_LABELS = ("LABEL", "SMALL_LABEL")
_OUTSIDE = frozenset(("BEGIN", "ALONE", "STOP", "POINT", "END"))
"""Tokens that are no part of a credit where they stand at an end of it."""

_BEHIND = frozenset(("STOP", "POINT", "SUFFIX", "COMMA"))


def _without_end(holder: list[Token]) -> list[Token]:
    """The tokens without what stands behind a holder: 撮影, a full stop, a bracket that closes none of its own."""
    end = len(holder)
    surplus = sum((token.type == "CLOSE") - (token.type == "OPEN") for token in holder)
    while end and (holder[end - 1].type in _BEHIND or (surplus > 0 and holder[end - 1].type == "CLOSE")):
        end -= 1
    return holder[:end]


@cache
def _parser() -> Parser:
    return compile_grammar("credit", defaultdict(lambda: _holder, start=list))


def _holder(values: list[Token | list[Token]]) -> list[Token]:
    """The tokens in one list, which the first value is already where a rule goes on from a holder."""
    first, *more = values
    holder = first if isinstance(first, list) else [first]
    for value in more:
        holder.extend(value if isinstance(value, list) else [value])
    return holder
