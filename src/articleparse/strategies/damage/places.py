"""Where in a text damage is done."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from articleparse.strategies.lines import Draw

MOST = 4
"""How often one kind of damage is done in one go."""


def positions(draw: Draw, text: str, count: int) -> list[int]:
    """`count` positions in `text`, in order."""
    return sorted(draw(st.integers(0, len(text))) for _ in range(count))


def inserted(draw: Draw, text: str, pieces: Sequence[str]) -> str:
    """`text` with some of `pieces` anywhere in it."""
    chosen = draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=MOST))
    return spliced(text, positions(draw, text, len(chosen)), chosen)


def spliced(text: str, places: Sequence[int], pieces: Sequence[str]) -> str:
    """`text` with a piece at each of the places, which are in order."""
    parts: list[str] = []
    start = 0
    for place, piece in zip(places, pieces, strict=True):
        parts += [text[start:place], piece]
        start = place
    return "".join([*parts, text[start:]])


def with_lines(draw: Draw, text: str, lines: Sequence[str]) -> str:
    """`text` with `lines` between two of its own."""
    own = text.split("\n")
    place = draw(st.integers(0, len(own)))
    return "\n".join([*own[:place], *lines, *own[place:]])


def next_space(text: str, place: int) -> int:
    """Where the word that `place` is in ends; the end of the text for the last one."""
    found = text.find(" ", place)
    return len(text) if found < 0 else found
