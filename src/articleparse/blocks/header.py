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

MAX_HEADER_LINES = 200
"""Lines between two rules that may be a header; where the second rule is further away, both part the text."""


def field_lines(text: str, lines: Sequence[Line]) -> dict[int, Line]:
    """Return the lines of the header as fields and further lines of their values, by their places.

    No mark means anything in a header; `key: value` begins a field where it is not indented.
    """
    fields: dict[int, Line] = {}
    behind: list[int] | None = None  # blank lines behind the last of a field; None before the first field
    for index in _header(text, lines):
        line = lines[index]
        if line.type == "BLANK" and not line.depth:
            if behind is not None:
                behind.append(index)
            continue
        line = line.as_text(text)
        key = None if line.indent else _KEY.match(text, line.mark)
        if key or behind is None:
            start = min(key.end() + 1, line.text_end) if key else line.text_start
            fields[index] = line._replace(type="FIELD", text_start=start)
        else:
            fields |= {blank: lines[blank].with_type("VALUE") for blank in behind}
            fields[index] = line.with_type("VALUE")
        behind = []
    return fields


def _header(text: str, lines: Sequence[Line]) -> range:
    """The places of the header's lines: YAML between two rules, or Jina Reader's."""
    if text.startswith("---"):
        return _yaml_header(text, lines)
    if text.startswith("Title: ") and any(text.startswith("URL Source:", line.start) for line in lines[1:4]):
        return _jina_header(text, lines)
    return range(0)


def _yaml_header(text: str, lines: Sequence[Line]) -> range:
    """The lines between the first rule and the next, the first of them with a key.

    Behind a blank line there has to be a key again, or what is indented.
    """
    if len(lines) < 2 or lines[0].type != "RULE" or lines[1].type == "BLANK" or not _KEY.match(text, lines[1].mark):
        return range(0)
    for index, line in enumerate(lines[1 : MAX_HEADER_LINES + 1], 1):
        if line.type == "RULE":
            return range(1, index)
        goes_on = line.indent or line.type == "BLANK" or _KEY.match(text, line.mark)
        if lines[index - 1].type == "BLANK" and not goes_on:
            return range(0)
    return range(0)


def _jina_header(text: str, lines: Sequence[Line]) -> range:
    """The lines from the first to `Markdown Content:`, or to the first that has no key."""
    for index, line in enumerate(lines):
        if line.type == "BLANK":
            continue
        if text.startswith("Markdown Content:", line.mark):
            return range(index + 1)
        if not _KEY.match(text, line.mark):
            return range(index)
    return range(len(lines))


def field_block(text: str, lines: Sequence[Line]) -> RawBlock:
    """Return the field that `lines` make: its key, and which stretches of its lines are its value."""
    segments = [(line.text_start, line.text_end) for line in lines]
    field = RawBlock("field", lines[0].mark, lines[-1].text_end, segments)
    key = _KEY.match(text, field.start)
    field.key = key.group().rstrip(":").strip("\"'").lower() if key else ""
    first, *further = (segment for segment in segments if segment[0] < segment[1] or segment is segments[0])
    value = text[first[0] : first[1]]
    if not further:
        return field
    if _STYLE.match(value):
        field.segments = further
        field.level = int(value[0] == "|")
    elif not value:
        items = _items(text, further)
        field.level = int(bool(items))
        field.segments = items or further
    return field


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
