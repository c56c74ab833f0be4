"""The header that some converters write above the dump: which lines are its fields, and what their values are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.blocks.block import RawBlock, Segments
from articleparse.lines import Line

_KEY = re.compile(r"""(["']?)[A-Za-z_][\w .:-]{0,30}?\1:(?=\s|\Z)""")
_ITEM = re.compile(r"-(?:[ \t]++|\Z)")
_STYLE = re.compile(r"[|>][+-]?\Z")
"""What YAML writes in front of a value of several lines: `|` where they stay apart, `>` where they are one."""

_LONGEST_HEADER = 200


def header_of(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the header: YAML between two rules, or Jina Reader's."""
    if text.startswith("---"):
        return _yaml_header(text, lines)
    if text.startswith("Title: ") and any(text.startswith("URL Source:", line.start) for line in lines[1:4]):
        return _jina_header(text, lines)
    return ()


def _yaml_header(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between the first rule and the next, the first of them with a key.

    Behind a blank line there has to be a key again, or what is indented.
    """
    if len(lines) < 2 or lines[0].type != "RULE" or lines[1].type == "BLANK" or not _KEY.match(text, lines[1].mark):
        return ()
    for index, line in enumerate(lines[1 : _LONGEST_HEADER + 1], 1):
        if line.type == "RULE":
            return lines[1:index]
        goes_on = line.indent or line.type == "BLANK" or _KEY.match(text, line.mark)
        if lines[index - 1].type == "BLANK" and not goes_on:
            return ()
    return ()


def _jina_header(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines from the first to `Markdown Content:`, or to the first that has no key."""
    for index, line in enumerate(lines):
        if line.type == "BLANK":
            continue
        if text.startswith("Markdown Content:", line.mark):
            return lines[: index + 1]
        if not _KEY.match(text, line.mark):
            return lines[:index]
    return lines


def mark_fields(text: str, header: Sequence[Line]) -> None:
    """Make the lines of a header, which are plain text, fields and further lines of their values."""
    behind: list[Line] | None = None  # blank lines behind the last of a field; None before the first field
    for line in header:
        if line.type == "BLANK":
            if behind is not None:
                behind.append(line)
            continue
        key = None if line.indent else _KEY.match(text, line.mark)
        if key:
            line.text_start = min(key.end() + 1, line.text_end)
        if key or behind is None:
            line.type = "FIELD"
        else:
            for further in (*behind, line):
                further.type = "VALUE"
        behind = []


def read_field(text: str, field: RawBlock) -> None:
    """Find out the key of a field and which stretches of its lines are its value."""
    key = _KEY.match(text, field.start)
    field.key = key.group().rstrip(":").strip("\"'").lower() if key else ""
    first, *further = (segment for segment in field.segments if segment[0] < segment[1] or segment is field.segments[0])
    value = text[first[0] : first[1]]
    if not further:
        return
    if _STYLE.match(value):
        field.segments = further
        field.level = int(value[0] == "|")
    elif not value:
        items = _items(text, further)
        field.level = int(bool(items))
        field.segments = items or further


def _items(text: str, lines: Segments) -> Segments:
    """The items of a list, each a value or the first value of a mapping; none where it is no list."""
    items: Segments = []
    for start, end in lines:
        item = _ITEM.match(text, start, end)
        if item:
            key = _KEY.match(text, item.end(), end)
            begin = min(key.end() + 1, end) if key else item.end()
            items.append((begin, end))
        elif not items:
            return []
    return items
