"""Damage to marks of emphasis, links, lists, quotations and tables."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from articleparse.strategies.damage.places import inserted, positions, spliced, with_lines
from articleparse.strategies.lines import Draw

_UNCLOSED = ("**", "*", "_", "`", "[", "](", "![", "~~", "\n```\n", "[1]", "(", '"', "<", "\\", "](#", "[[", "__", "{")
_PAIRS = (("**", "**"), ("_", "_"), ("[", "](/x)"), ("*", "*"), ("`", "`"), ("~~", "~~"), ("<b>", "</b>"), ("(", ")"))
_NUMBER = re.compile(r"^(\s*)\d+([.)] )", re.MULTILINE)
_NUMBERS = ("1", "3", "0", "999", "2024", "999999999")
_LONGEST = 10_000
"""Code points of a line that is too long. A page that lost its line ends is one such line."""

_DEEPEST = 200
"""Quotations or lists within each other; real threads of mail have about 20."""


def unclosed_marks(draw: Draw, text: str) -> str:
    """Marks that nothing opens or nothing closes."""
    return inserted(draw, text, _UNCLOSED)


def crossed_marks(draw: Draw, text: str) -> str:
    """Two pairs of marks, each with one half of the other in it: `**a _b** c_`."""
    first, second = draw(st.sampled_from(_PAIRS)), draw(st.sampled_from(_PAIRS))
    return spliced(text, positions(draw, text, 4), (first[0], second[0], first[1], second[1]))


def ragged_tables(draw: Draw, text: str) -> str:
    """A table whose rows have more or fewer cells than its head."""
    widths = draw(st.lists(st.integers(0, 6), min_size=2, max_size=6))
    rows = ["|" + " x |" * width for width in widths]
    rule = "|" + "---|" * draw(st.integers(0, 6))
    return with_lines(draw, text, ["", rows[0], rule, *rows[1:], ""])


def restarted_numbers(draw: Draw, text: str) -> str:
    """Numbered lists that count from anywhere to anywhere, and one more of them."""
    numbers = draw(st.lists(st.sampled_from(_NUMBERS), min_size=2, max_size=5))
    text = _NUMBER.sub(lambda match: f"{match[1]}{numbers[len(match[1]) % len(numbers)]}{match[2]}", text)
    return with_lines(draw, text, [f"{number}. x" for number in numbers])


def long_lines(draw: Draw, text: str) -> str:
    """A line of 10,000 characters: one word, a sentence, or marks over and over."""
    piece = draw(st.sampled_from(("x", "word ", "[", "*a ", "![", "](", "`", "<a ", "&amp;", "é", "中", "\u0301", "|")))
    return with_lines(draw, text, [piece * (_LONGEST // len(piece))])


def deep_nesting(draw: Draw, text: str) -> str:
    """Quotations or lists within each other, up to 200 deep."""
    depth = draw(st.integers(1, _DEEPEST))
    if draw(st.booleans()):
        return with_lines(draw, text, ["> " * depth + "x"])
    return with_lines(draw, text, [f"{'  ' * level}- x" for level in range(depth)])
