"""Correct the kinds of lines that only their neighbours or the dialect can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.blocks.fields import header_of, mark_fields
from articleparse.blocks.numbers import unmark_stray_numbers
from articleparse.dialect import Dialect
from articleparse.lines import Line

_MARKLESS = frozenset(("BLANK", "TEXT", "BULLET", "NUMBER", "RULE", "TABLE_RULE"))
"""Kinds that lines also have in dialects without Markdown's marks."""


def adapt(text: str, lines: Sequence[Line], dialect: Dialect) -> None:
    """Change the kinds in place: marks that mean nothing in the dialect, short underlines, fields, targets, numbers."""
    if not dialect.marks:
        for line in lines:
            if line.depth or line.type not in _MARKLESS:
                _make_text(text, line)
    elif not dialect.headings:
        for line in lines:
            if line.type in ("HEADING", "SETEXT"):
                _make_text(text, line)
    if dialect.spaced_headings:
        _mark_spaced_headings(text, lines)
    if dialect.marks and dialect.headings:
        _mark_short_underlines(text, lines)
    _mark_header(text, lines)
    if dialect.numbered_links:
        _mark_targets(text, lines)
    unmark_stray_numbers(text, lines)


def _make_text(text: str, line: Line) -> None:
    """Make `line` a line of plain text, quote marks and all."""
    if line.depth:
        line.mark = text.index(">", line.start)
        line.depth = 0
    line.type = "TEXT"
    line.text_start = line.mark
    line.text_end = line.mark + len(text[line.mark : line.end].rstrip())


_SPACED_LEVEL = 2
"""The level of headings that don't tell theirs: html-to-text leaves the same space above h1, h2 and h3."""

_LONGEST_HEADING = 4
"""Lines of a heading that was wrapped; what is longer is a paragraph, whatever stands above it."""

_LEAST_TITLE = 12
"""Code points: what is shorter is a button's or a section's name."""

_ONLY_TARGET = re.compile(r"\[\S*\]\Z")


def _mark_spaced_headings(text: str, lines: Sequence[Line]) -> None:
    """What stands behind two blank lines is a heading, unless it is a picture's target or as long as a paragraph.

    Above the dump's first line there is no space: it is a heading if it has no small letter, which h1 and h2 have not.
    """
    for index, line in enumerate(lines):
        if line.type != "TEXT" or line.depth or not (_is_spaced(lines, index) if index else _is_capital(text, line)):
            continue
        block = lines[index : index + _LONGEST_HEADING + 1]
        length = next((place for place, other in enumerate(block) if other.type != "TEXT"), len(block))
        if length <= _LONGEST_HEADING and not _ONLY_TARGET.match(text, line.text_start, line.text_end):
            line.type, line.level = "HEADING", _SPACED_LEVEL


def _is_spaced(lines: Sequence[Line], index: int) -> bool:
    return index > 1 and lines[index - 1].type == lines[index - 2].type == "BLANK"


def _is_capital(text: str, line: Line) -> bool:
    words = text[line.text_start : line.text_end]
    return len(words) >= _LEAST_TITLE and words == words.upper()


_SHORT_UNDERLINES = frozenset(("=", "-", "--"))


def _mark_short_underlines(text: str, lines: Sequence[Line]) -> None:
    """One or two signs under a line of its own that is as short: converters underline a heading as long as it is."""
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        length = above.text_end - above.text_start
        if 0 < length <= 2 and above.type == "TEXT" and (index == 1 or lines[index - 2].type == "BLANK"):
            signs = text[line.mark : line.end].rstrip()
            if len(signs) == length and signs in _SHORT_UNDERLINES:
                line.type = "SETEXT"
                line.text_start, line.text_end = line.mark, line.mark + length


def _mark_header(text: str, lines: Sequence[Line]) -> None:
    """`key: value` lines at the head of the dump, in which no mark means anything."""
    header = header_of(text, lines)
    for line in header:
        if line.type != "BLANK" or line.depth:
            _make_text(text, line)
    mark_fields(text, header)


def _mark_targets(text: str, lines: Sequence[Line]) -> None:
    """The list of targets that lynx and elinks write below a dump, under the word `References`."""
    first = len(lines)
    while first and lines[first - 1].type in ("NUMBER", "BLANK", "TEXT"):
        first -= 1
        line = lines[first]
        if line.type == "TEXT" and line.indent == 0 and text[line.text_start : line.text_end] == "References":
            break
    else:
        return
    for line in lines[first + 1 :]:
        if line.type == "NUMBER":
            line.type = "REFERENCE"
