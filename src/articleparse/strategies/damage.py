"""Texts broken in the ways in which dumps are broken: lines and blocks, marks, characters and encodings."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import cycle
from types import MappingProxyType

from hypothesis import strategies as st

from articleparse.strategies.lines import Draw

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_CUTS = ("\n\n", "\n\n\n", "\n\nAdvertisement\n\n", "\n\n[Print](#)\n\n", "\n\n* * *\n\n", "\r\n\r\n")
_FURNITURE = (
    *("Advertisement", "[Print](#) [Share](#)", "Read more:", "- [Home](/)\n- [World](/world)", "Share this article"),
    *("Sign up for our newsletter", "We use cookies. Accept all", "Click here to enlarge text", "2 comments", "* * *"),
    *("© 2024 The Daily", "Related stories:\n\n- [Rain](/r)", "[Skip to content](#main)", "Loading…", "3 min read"),
)
_GLUE = ("", " ", "\n", "\n\n")
_UNCLOSED = ("**", "*", "_", "`", "[", "](", "![", "~~", "\n```\n", "[1]", "(", '"', "<", "\\", "](#", "[[", "__", "{")
_PAIRS = (("**", "**"), ("_", "_"), ("[", "](/x)"), ("*", "*"), ("`", "`"), ("~~", "~~"), ("<b>", "</b>"), ("(", ")"))
_NUMBER = re.compile(r"^(\s*)\d+([.)] )", re.MULTILINE)
_NUMBERS = ("1", "3", "0", "999", "2024", "999999999")
_LINE_CHARS = 10_000
"""Code points of a line that is too long. A page that lost its line ends is one such line."""

_MAX_DEPTH = 200
"""Quotations or lists within each other; real threads of mail have about 20."""
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
_MAX_PLACES = 4
"""How often one kind of damage is done in one go."""


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


def cut_paragraphs(draw: Draw, text: str) -> str:
    """Paragraphs cut between two words, with nothing or furniture in the gap."""
    cuts = draw(st.lists(st.sampled_from(_CUTS), min_size=1, max_size=3))
    places = [_next_space(text, place) for place in _positions(draw, text, len(cuts))]
    return _spliced(text, places, cuts)


def lost_blank_lines(draw: Draw, text: str) -> str:
    """No blank lines from some point on."""
    (start,) = _positions(draw, text, 1)
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
    return _with_lines(draw, text, [first, ""])


def injected_furniture(draw: Draw, text: str) -> str:
    """Furniture between the blocks, and within them."""
    pieces = draw(st.lists(st.sampled_from(_FURNITURE), min_size=1, max_size=3))
    for piece in pieces:
        text = _with_lines(draw, text, ["", piece, ""] if draw(st.booleans()) else [piece])
    return text


def truncated(draw: Draw, text: str) -> str:
    """The text up to anywhere."""
    (end,) = _positions(draw, text, 1)
    return text[:end]


def stray_spaces(draw: Draw, text: str) -> str:
    """Tabs, indentation and wide spaces where they mean nothing."""
    return _inserted(draw, text, ("\t", "    ", "\n    ", "\xa0", "\u3000", "  \n", "\n\t", " \n \n"))


def unclosed_marks(draw: Draw, text: str) -> str:
    """Marks that nothing opens or nothing closes."""
    return _inserted(draw, text, _UNCLOSED)


def crossed_marks(draw: Draw, text: str) -> str:
    """Two pairs of marks, each with one half of the other in it: `**a _b** c_`."""
    first, second = draw(st.sampled_from(_PAIRS)), draw(st.sampled_from(_PAIRS))
    return _spliced(text, _positions(draw, text, 4), (first[0], second[0], first[1], second[1]))


def ragged_tables(draw: Draw, text: str) -> str:
    """A table whose rows have more or fewer cells than its head."""
    widths = draw(st.lists(st.integers(0, 6), min_size=2, max_size=6))
    rows = ["|" + " x |" * width for width in widths]
    rule = "|" + "---|" * draw(st.integers(0, 6))
    return _with_lines(draw, text, ["", rows[0], rule, *rows[1:], ""])


def restarted_numbers(draw: Draw, text: str) -> str:
    """Numbered lists that count from anywhere to anywhere, and one more of them."""
    numbers = draw(st.lists(st.sampled_from(_NUMBERS), min_size=2, max_size=5))
    text = _NUMBER.sub(lambda match: f"{match[1]}{numbers[len(match[1]) % len(numbers)]}{match[2]}", text)
    return _with_lines(draw, text, [f"{number}. x" for number in numbers])


def long_lines(draw: Draw, text: str) -> str:
    """A line of 10,000 characters: one word, a sentence, or marks over and over."""
    piece = draw(st.sampled_from(("x", "word ", "[", "*a ", "![", "](", "`", "<a ", "&amp;", "é", "中", "\u0301", "|")))
    return _with_lines(draw, text, [piece * (_LINE_CHARS // len(piece))])


def deep_nesting(draw: Draw, text: str) -> str:
    """Quotations or lists within each other, up to 200 deep."""
    depth = draw(st.integers(1, _MAX_DEPTH))
    if draw(st.booleans()):
        return _with_lines(draw, text, ["> " * depth + "x"])
    return _with_lines(draw, text, [f"{'  ' * level}- x" for level in range(depth)])


def control_characters(draw: Draw, text: str) -> str:
    """NUL, escape sequences of terminals and other control characters."""
    return _inserted(draw, text, _CONTROLS)


def lone_surrogates(draw: Draw, text: str) -> str:
    """Halves of surrogate pairs, which no encoding can write."""
    return _inserted(draw, text, _SURROGATES)


def bidi_marks(draw: Draw, text: str) -> str:
    """Marks that turn the direction of writing, unpaired."""
    return _inserted(draw, text, _BIDI)


def zero_width(draw: Draw, text: str) -> str:
    """Characters that have no width: joiners, soft hyphens, byte-order marks."""
    return _inserted(draw, text, _ZERO_WIDTH)


def html_remnants(draw: Draw, text: str) -> str:
    """Tags, halves of tags and comments that a converter left."""
    return _inserted(draw, text, _HTML)


def half_escaped(draw: Draw, text: str) -> str:
    """Character references: escaped twice, cut short, to code points that aren't there, and in a part of the text."""
    start, end = _positions(draw, text, 2)
    return _inserted(draw, text[:start] + html.escape(text[start:end]) + text[end:], _ENTITIES)


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


_ALL: tuple[Callable[[Draw, str], str], ...] = (
    truncated,
    cut_paragraphs,
    lost_blank_lines,
    glued_blocks,
    rewrapped,
    doubled_headline,
    injected_furniture,
    stray_spaces,
    unclosed_marks,
    crossed_marks,
    ragged_tables,
    restarted_numbers,
    long_lines,
    deep_nesting,
    mixed_line_ends,
    control_characters,
    lone_surrogates,
    bidi_marks,
    zero_width,
    mojibake,
    double_encoding,
    html_remnants,
    half_escaped,
)
_BY_NAME = {damage.__name__: damage for damage in _ALL}

DAMAGES: Mapping[str, str] = MappingProxyType({name: str(damage.__doc__) for name, damage in _BY_NAME.items()})
"""The kinds of damage by their names, each with what it does to a text."""


def _positions(draw: Draw, text: str, count: int) -> list[int]:
    """`count` positions in `text`, in order."""
    return sorted(draw(st.integers(0, len(text))) for _ in range(count))


def _inserted(draw: Draw, text: str, pieces: Sequence[str]) -> str:
    """`text` with some of `pieces` anywhere in it."""
    chosen = draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=_MAX_PLACES))
    return _spliced(text, _positions(draw, text, len(chosen)), chosen)


def _spliced(text: str, places: Sequence[int], pieces: Sequence[str]) -> str:
    """`text` with a piece at each of the places, which are in order."""
    parts: list[str] = []
    start = 0
    for place, piece in zip(places, pieces, strict=True):
        parts += [text[start:place], piece]
        start = place
    return "".join([*parts, text[start:]])


def _with_lines(draw: Draw, text: str, lines: Sequence[str]) -> str:
    """`text` with `lines` between two of its own."""
    own = text.split("\n")
    place = draw(st.integers(0, len(own)))
    return "\n".join([*own[:place], *lines, *own[place:]])


def _next_space(text: str, place: int) -> int:
    """Where the word that `place` is in ends; the end of the text for the last one."""
    found = text.find(" ", place)
    return len(text) if found < 0 else found
