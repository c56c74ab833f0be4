"""Correct the kinds of lines that only their neighbours or the dialect can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from articleparse.blocks.header import field_lines
from articleparse.dialect import Dialect
from articleparse.lines import Line, LineKind

Changes = dict[int, Line]
"""The lines that are something else than they look like, by their places."""


def adapt(text: str, lines: Sequence[Line], dialect: Dialect) -> list[Line]:
    """Return `lines` with those replaced that are something else than they look like.

    Marks that mean nothing in the dialect are text; headings are told by the space above them or a short underline;
    fields, targets and stray numbers by their neighbours.
    """
    adapted = [*lines]
    for applies, changes in _PASSES:
        if applies(dialect):
            for index, line in changes(text, adapted).items():
                adapted[index] = line
    return adapted


_MARKLESS: frozenset[LineKind] = frozenset(("BLANK", "TEXT", "BULLET", "NUMBER", "RULE", "TABLE_RULE"))
"""Kinds that lines also have in dialects without Markdown's marks."""


def _unmarked(text: str, lines: Sequence[Line]) -> Changes:
    """Markdown's marks, as text."""
    return {index: line.as_text(text) for index, line in enumerate(lines) if line.depth or line.type not in _MARKLESS}


def _unmarked_headings(text: str, lines: Sequence[Line]) -> Changes:
    """The marks of headings, as text."""
    return {index: line.as_text(text) for index, line in enumerate(lines) if line.type in ("HEADING", "SETEXT")}


_SPACED_LEVEL = 2
"""The level of headings that don't tell theirs: html-to-text leaves the same space above h1, h2 and h3."""

MAX_HEADING_LINES = 4
"""Lines of a heading that was wrapped; what is longer is a paragraph, whatever stands above it."""

MIN_TITLE_CHARS = 12
"""Code points: what is shorter is a button's or a section's name."""

_ONLY_TARGET = re.compile(r"\[\S*\]\Z")


def _spaced_headings(text: str, lines: Sequence[Line]) -> Changes:
    """What stands behind two blank lines, as headings, unless it is a picture's target or as long as a paragraph.

    Above the dump's first line there is no space: it is a heading if it has no small letter, which h1 and h2 have not.
    """
    changes: Changes = {}
    for index, line in enumerate(lines):
        if line.type != "TEXT" or line.depth or not (_is_spaced(lines, index) if index else _is_capital(text, line)):
            continue
        block = lines[index : index + MAX_HEADING_LINES + 1]
        length = next((place for place, other in enumerate(block) if other.type != "TEXT"), len(block))
        if length <= MAX_HEADING_LINES and not _ONLY_TARGET.match(text, line.text_start, line.text_end):
            changes[index] = line._replace(type="HEADING", level=_SPACED_LEVEL)
    return changes


def _is_spaced(lines: Sequence[Line], index: int) -> bool:
    return index > 1 and lines[index - 1].type == lines[index - 2].type == "BLANK"


def _is_capital(text: str, line: Line) -> bool:
    words = text[line.text_start : line.text_end]
    return len(words) >= MIN_TITLE_CHARS and words == words.upper()


_SHORT_UNDERLINES = frozenset(("=", "-", "--"))


def _short_underlines(text: str, lines: Sequence[Line]) -> Changes:
    """One or two signs under a line of its own that is as short: converters underline a heading as long as it is."""
    changes: Changes = {}
    for index, (above, line) in enumerate(pairwise(lines), 1):
        length = above.text_end - above.text_start
        if length <= 2 and above.type == "TEXT" and (index == 1 or lines[index - 2].type == "BLANK"):
            signs = text[line.mark : line.end].rstrip()
            if len(signs) == length and signs in _SHORT_UNDERLINES:
                changes[index] = line._replace(type="SETEXT", text_start=line.mark, text_end=line.mark + length)
    return changes


def _targets(text: str, lines: Sequence[Line]) -> Changes:
    """The list of targets that lynx and elinks write below a dump, under the word `References`."""
    first = len(lines)
    while first and lines[first - 1].type in ("NUMBER", "BLANK", "TEXT"):
        first -= 1
        line = lines[first]
        if line.type == "TEXT" and line.indent == 0 and text[line.text_start : line.text_end] == "References":
            below = enumerate(lines[first + 1 :], first + 1)
            return {index: line.with_type("REFERENCE") for index, line in below if line.type == "NUMBER"}
    return {}


MAX_LINES_BETWEEN_NUMBERS = 30
"""Lines within which a numbered item's neighbour is looked for."""


def _stray_numbers(text: str, lines: Sequence[Line]) -> Changes:
    """Return as text, by their places, lines whose number no neighbour counts on from: `2019. That was the year`."""
    numbers = [(index, line) for index, line in enumerate(lines) if line.type == "NUMBER"]
    counted: set[int] = set()
    for (index, line), (next_index, following) in pairwise(numbers):
        if following.level - line.level in (0, 1) and next_index - index <= MAX_LINES_BETWEEN_NUMBERS:
            counted.update((index, next_index))
    return {
        index: line.from_mark("TEXT") for index, line in numbers if index not in counted and not _is_set_off(text, line)
    }


def is_line_alone(text: str, line: Line) -> bool:
    """Whether a numbered line is no item where nothing else is in its list: `1. The first reason` above paragraphs.

    A colon keeps it an item, which goes on below (`1. Jane says:`).
    """
    has_text = line.text_start < line.text_end
    return has_text and not _is_set_off(text, line) and not text.endswith((":", "："), line.text_start, line.text_end)


def _is_set_off(text: str, line: Line) -> bool:
    """Whether two spaces stand behind the number, which converters write and people don't: then it counts an item."""
    return text.endswith("  ", line.mark, line.text_start)


_PASSES: tuple[tuple[Callable[[Dialect], bool], Callable[[str, Sequence[Line]], Changes]], ...] = (
    (lambda dialect: not dialect.marks, _unmarked),
    (lambda dialect: dialect.marks and not dialect.headings, _unmarked_headings),
    (lambda dialect: dialect.spaced_headings, _spaced_headings),
    (lambda dialect: dialect.marks and dialect.headings, _short_underlines),
    (lambda _: True, field_lines),
    (lambda dialect: dialect.numbered_links, _targets),
    (lambda _: True, _stray_numbers),
)
"""In which dialects lines are something else than they look like, and which. Each pass sees what others changed."""
