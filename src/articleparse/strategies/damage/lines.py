"""Damage to lines and blocks."""

from __future__ import annotations

import re
import textwrap
from itertools import cycle

from hypothesis import strategies as st

from articleparse.strategies.damage.places import inserted, next_space, positions, spliced, with_lines
from articleparse.strategies.lines import Draw

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_CUTS = ("\n\n", "\n\n\n", "\n\nAdvertisement\n\n", "\n\n[Print](#)\n\n", "\n\n* * *\n\n", "\r\n\r\n")
_FURNITURE = (
    *("Advertisement", "[Print](#) [Share](#)", "Read more:", "- [Home](/)\n- [World](/world)", "Share this article"),
    *("Sign up for our newsletter", "We use cookies. Accept all", "Click here to enlarge text", "2 comments", "* * *"),
    *("© 2024 The Daily", "Related stories:\n\n- [Rain](/r)", "[Skip to content](#main)", "Loading…", "3 min read"),
)
_GLUE = ("", " ", "\n", "\n\n")


def cut_paragraphs(draw: Draw, text: str) -> str:
    """Paragraphs cut between two words, with nothing or furniture in the gap."""
    cuts = draw(st.lists(st.sampled_from(_CUTS), min_size=1, max_size=3))
    places = [next_space(text, place) for place in positions(draw, text, len(cuts))]
    return spliced(text, places, cuts)


def lost_blank_lines(draw: Draw, text: str) -> str:
    """No blank lines from some point on."""
    (start,) = positions(draw, text, 1)
    return text[:start] + _BLANK_LINES.sub("\n", text[start:])


def glued_blocks(draw: Draw, text: str) -> str:
    """Some blocks run into the next one, without so much as a line end between them."""
    glue = cycle(draw(st.lists(st.sampled_from(_GLUE), min_size=1, max_size=6)))
    return _BLANK_LINES.sub(lambda _: next(glue), text)


def rewrapped(draw: Draw, text: str) -> str:
    """Every line wrapped at a column, whatever the marks in it."""
    width = draw(st.integers(1, 120))
    lines = [broken for line in text.split("\n") for broken in (_wrap(line, width) or [""])]
    return "\n".join(lines)


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)


def doubled_headline(draw: Draw, text: str) -> str:
    """The first line a second time: right above, or anywhere below."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return with_lines(draw, text, [first, ""])


def injected_furniture(draw: Draw, text: str) -> str:
    """Furniture between the blocks, and within them."""
    pieces = draw(st.lists(st.sampled_from(_FURNITURE), min_size=1, max_size=3))
    for piece in pieces:
        text = with_lines(draw, text, ["", piece, ""] if draw(st.booleans()) else [piece])
    return text


def truncated(draw: Draw, text: str) -> str:
    """The text up to anywhere."""
    (end,) = positions(draw, text, 1)
    return text[:end]


def stray_spaces(draw: Draw, text: str) -> str:
    """Tabs, indentation and wide spaces where they mean nothing."""
    return inserted(draw, text, ("\t", "    ", "\n    ", "\xa0", "\u3000", "  \n", "\n\t", " \n \n"))
