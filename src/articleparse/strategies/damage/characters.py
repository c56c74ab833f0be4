"""Damage to characters and encodings."""

from __future__ import annotations

import html
import re
from itertools import cycle

from hypothesis import strategies as st

from articleparse.strategies.damage.places import inserted, positions
from articleparse.strategies.lines import Draw

_CONTROLS = ("\x00", "\x1b[31m", "\x07", "\x08", "\x0b", "\x0c", "\x1a", "\x1c", "\x7f", "\x85")
_SURROGATES = ("\ud800", "\udc00", "\udfff", "\udc80", "\ude00\ud83d")
_BIDI = ("\u200e", "\u200f", "\u202e", "\u202c", "\u2066", "\u2069", "\u061c")
_ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u034f", "\ufe0f")
_HTML = (
    *("<div>", "</p>", "<br/>", "<!--", "-->", "<img src=x", '<a href="/x">', "</a>", "<script>x()</script>"),
    *("<![CDATA[", "]]>", "<p class='a'>"),
)
_ENTITIES = ("&amp;amp;", "&nbsp", "&nbsp;", "&#x27;", "&lt;p&gt;", "&#55296;", "&#0;", "&quot;", "&;", "&#x110000;")
_ENDS = ("\n", "\r\n", "\r", "\u2028")
_LINE_END = re.compile(r"\r\n?|\n")
_WRONG = ("cp1252", "latin-1", "cp1251", "cp1255", "shift_jis", "gb18030")


def control_characters(draw: Draw, text: str) -> str:
    """NUL, escape sequences of terminals and other control characters."""
    return inserted(draw, text, _CONTROLS)


def lone_surrogates(draw: Draw, text: str) -> str:
    """Halves of surrogate pairs, which no encoding can write."""
    return inserted(draw, text, _SURROGATES)


def bidi_marks(draw: Draw, text: str) -> str:
    """Marks that turn the direction of writing, unpaired."""
    return inserted(draw, text, _BIDI)


def zero_width(draw: Draw, text: str) -> str:
    """Characters that have no width: joiners, soft hyphens, byte-order marks."""
    return inserted(draw, text, _ZERO_WIDTH)


def html_remnants(draw: Draw, text: str) -> str:
    """Tags, halves of tags and comments that a converter left."""
    return inserted(draw, text, _HTML)


def half_escaped(draw: Draw, text: str) -> str:
    """Character references: escaped twice, cut short, to code points that aren't there, and in a part of the text."""
    start, end = positions(draw, text, 2)
    return inserted(draw, text[:start] + html.escape(text[start:end]) + text[end:], _ENTITIES)


def mixed_line_ends(draw: Draw, text: str) -> str:
    """Line ends of several systems, one after the other."""
    ends = cycle(draw(st.lists(st.sampled_from(_ENDS), min_size=2, max_size=5)))
    return _LINE_END.sub(lambda _: next(ends), text)


def mojibake(draw: Draw, text: str) -> str:
    """UTF-8 that was read as another encoding."""
    return _misread(text, draw(st.sampled_from(_WRONG)))


def double_encoding(draw: Draw, text: str) -> str:
    """UTF-8 that was read as another encoding, written as UTF-8, and read wrongly again."""
    wrong = draw(st.sampled_from(_WRONG))
    return _misread(_misread(text, wrong), wrong)


def _misread(text: str, encoding: str) -> str:
    return text.encode("utf-8", "surrogatepass").decode(encoding, "replace")
