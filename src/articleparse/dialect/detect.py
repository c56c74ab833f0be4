"""Lines -> dialect: who wrote this dump, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from articleparse.dialect.dialect import DIALECTS, Dialect
from articleparse.dialect.layout import line_is_block, wrap_column
from articleparse.dialect.pieces import in_pieces
from articleparse.dialect.profiles import PROFILES
from articleparse.dialect.traits import HEAD_LINES, head_of, traits_of
from articleparse.lines import Line
from articleparse.source import Source

ENOUGH = 2.0
"""Weight of evidence below which no converter is named."""

_SHORT = 5
"""Lines of a dump that is too short to tell by the absence of marks that it has none."""

_MARKDOWN = frozenset(
    ("link", "strong", "setext", "fence", "pipe table", "underscore emphasis", "star emphasis", "code span")
)
"""Traits that only dumps with Markdown's marks have."""

_SPEAKS = {
    trait: tuple((name, profile[trait]) for name, profile in PROFILES.items() if trait in profile)
    for trait in {trait for profile in PROFILES.values() for trait in profile}
}
"""The profiles turned round: what each trait says about each dialect."""


def detect(source: Source, lines: Sequence[Line], name: str | None = None) -> Dialect:
    """The dialect of a dump, with its wrapping measured; `name` overrides the search for the converter.

    Raises KeyError for an unknown name.
    """
    name, confidence = _recognise(source, lines) if name is None else (name, 1.0)
    known = DIALECTS[name]
    wrap = wrap_column(source.text, lines)
    # Without marks and without wrapping, a line end can only be that of a block or a <br>.
    by_line = wrap is None and (not known.marks or line_is_block(lines, with_gaps=name == "unknown"))
    pieces = by_line and in_pieces(source.text, lines)
    return attrs.evolve(known, confidence=confidence, wrap=wrap, line_is_block=by_line, pieces=pieces)


def _recognise(source: Source, lines: Sequence[Line]) -> tuple[str, float]:
    """The name of the dialect and the share of the evidence that speaks for it."""
    seen = traits_of(head_of(source.text, lines))
    scores = dict.fromkeys(PROFILES, 0.0)
    for trait in seen:
        for name, weight in _SPEAKS.get(trait, ()):
            scores[name] += weight
    first, following = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    best, second = scores[first], scores[following]
    if best < ENOUGH:
        has_marks = seen & _MARKDOWN or _has_heading_alone(lines[:HEAD_LINES]) or len(lines) < _SHORT
        return "unknown" if has_marks else "get-text", 0.0
    return first, round(1 - max(0.0, second) / best, 3)


def _has_heading_alone(lines: Sequence[Line]) -> bool:
    """Whether a heading has blank lines around it, as Markdown's have; a stray `#` within plain text has none."""
    kinds = ["BLANK", *(line.type for line in lines), "BLANK"]
    return any(
        kind == "HEADING" and before == after == "BLANK"
        for before, kind, after in zip(kinds, kinds[1:], kinds[2:], strict=False)
    )
