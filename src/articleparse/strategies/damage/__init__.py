"""Texts broken in the ways in which dumps are broken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from articleparse.strategies.damage import characters, lines, marks
from articleparse.strategies.lines import Draw

__all__ = ["DAMAGES", "malformed"]

_ALL: tuple[Callable[[Draw, str], str], ...] = (
    lines.truncated,
    lines.cut_paragraphs,
    lines.lost_blank_lines,
    lines.glued_blocks,
    lines.rewrapped,
    lines.doubled_headline,
    lines.injected_furniture,
    lines.stray_spaces,
    marks.unclosed_marks,
    marks.crossed_marks,
    marks.ragged_tables,
    marks.restarted_numbers,
    marks.long_lines,
    marks.deep_nesting,
    characters.mixed_line_ends,
    characters.control_characters,
    characters.lone_surrogates,
    characters.bidi_marks,
    characters.zero_width,
    characters.mojibake,
    characters.double_encoding,
    characters.html_remnants,
    characters.half_escaped,
)
_BY_NAME = {damage.__name__: damage for damage in _ALL}

DAMAGES: Mapping[str, str] = MappingProxyType({name: str(damage.__doc__) for name, damage in _BY_NAME.items()})
"""The kinds of damage by their names, each with what it does to a text."""


def malformed(
    text: str | st.SearchStrategy[str],
    damage: str | Collection[str] | None = None,
    *,
    max_damages: int = 3,
) -> st.SearchStrategy[str]:
    """`text` with one to `max_damages` kinds of damage done to it, one after the other.

    `text` is a text or a strategy for texts, such as `dumps(articles())`. `damage` is one or some of the names in
    `DAMAGES`, None for all. Raises ValueError for an unknown name.

    >>> from hypothesis import find
    >>> find(malformed("# Rain", "crossed_marks"), lambda text: "# R" in text)
    '********# Rain'
    """
    names = [damage] if isinstance(damage, str) else [*(DAMAGES if damage is None else damage)]
    if unknown := [name for name in names if name not in DAMAGES]:
        raise ValueError(f"no damage {unknown[0]!r}; there are {', '.join(DAMAGES)}")
    texts = st.just(text) if isinstance(text, str) else text
    return _malformed(texts, tuple(names), max_damages)


@st.composite
def _malformed(draw: Draw, texts: st.SearchStrategy[str], names: tuple[str, ...], max_damages: int) -> str:
    text: str = draw(texts)
    for name in draw(st.lists(st.sampled_from(names), min_size=1, max_size=max_damages)):
        text = _BY_NAME[name](draw, text)
    return text
