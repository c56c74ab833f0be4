"""Who made or owns a picture, as the line below it says."""

from __future__ import annotations

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
                found = parser.parse_prefix(islice(self._tokens, at, None))
                if found is not None:
                    field = self._field(found[0])
                    if field.end - field.start <= _MAX_CREDIT_CHARS:
                        return field
        return None

    def whole(self) -> CreditField | None:
        """Return the line as one credit, or None where it has no words."""
        found = _parser().parse_prefix([Token("ALONE", 0, 0, ""), *self._tokens[1:]])
        return attrs.evolve(self._field(found[0]), end=self._offset + self._tokens[-2].end) if found else None

    def _field(self, parts: Sequence[Token | _Holder]) -> CreditField:
        """The field from the values of the rule `start`."""
        tokens = [part for part in parts if not isinstance(part, _Holder)]
        holder = next(part for part in parts if isinstance(part, _Holder))
        inner = holder.without_end()
        start = next(part.start for part in parts if part.type not in _BEFORE)
        return CreditField(
            self._offset + start,
            self._offset + max(part.end for part in parts if part.type not in _AFTER),
            next((token.text for token in tokens if token.type in ("LABEL", "SMALL_LABEL")), None),
            self._text[inner[0].start : inner[-1].end] if inner else "",
            tuple(token.text for token in holder if token.type in ("NAME", "SINGLE")),
            tuple(token.text for token in holder if token.type == "AGENCY"),
        )


class _Holder(list[Token]):
    """The tokens of a credit without its label and the pause before it."""

    type = "holder"

    @property
    def start(self) -> int:
        """The offset of the first token."""
        return self[0].start

    @property
    def end(self) -> int:
        """The offset behind the last token that is no full stop or comma."""
        return next(
            token.end for token in reversed(self) if token.type not in ("STOP", "POINT", "COMMA") or token is self[0]
        )

    def without_end(self) -> list[Token]:
        """The tokens without what stands behind the holder: 撮影, a full stop, a bracket too many."""
        end = len(self)
        surplus = sum(token.type == "CLOSE" for token in self) - sum(token.type == "OPEN" for token in self)
        while end and (self[end - 1].type in _BEHIND or (surplus > 0 and self[end - 1].type == "CLOSE")):
            end -= 1
        return self[:end]


_BEHIND = frozenset(("STOP", "POINT", "SUFFIX", "COMMA"))
_BEFORE = frozenset(("BEGIN", "ALONE", "STOP", "POINT"))
_AFTER = frozenset(("END", "STOP", "POINT"))
_HOLDERS = (
    "owner",
    "inner",
    "full",
    "mixed",
    "paired",
    "told",
    "sourced",
    "one",
    "slashed",
    "made",
    "opened",
    "clean",
    "everything",
)
"""The rules whose tokens are the holder of a credit."""


@cache
def _parser() -> Parser:
    return compile_grammar("credit", {"start": list, **dict.fromkeys(_HOLDERS, _holder)})


def _holder(values: list[Token | _Holder]) -> _Holder:
    """All tokens in one list; a rule that goes on from a holder adds to it."""
    first = values[0]
    holder = first if isinstance(first, _Holder) else _Holder()
    for value in values[first is holder :]:
        if isinstance(value, _Holder):
            holder.extend(value)
        else:
            holder.append(value)
    return holder
