"""Letters -> blocks, by `blocks.lark`."""

from __future__ import annotations

from functools import cache
from typing import Any

from articleparse.blocks.adapt import adapt
from articleparse.blocks.block import RawBlock, Segments
from articleparse.blocks.divisions import own_divisions
from articleparse.blocks.fields import read_field
from articleparse.blocks.letters import Letters
from articleparse.blocks.numbers import line_of_list
from articleparse.blocks.tables import cell_bounds
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect
from articleparse.grammar import Parser, compile_grammar
from articleparse.lines import Line
from articleparse.source import Source


def read_blocks(source: Source, lines: list[Line], dialect: Dialect, diagnostics: Diagnostics) -> list[RawBlock]:
    """The top-level blocks of a dump, in order. The kinds of `lines` are corrected in place."""
    adapt(source.text, lines, dialect)
    letters = Letters(source.text, lines, dialect, diagnostics).write()
    blocks: list[RawBlock] = _parser().parse(letters)
    queue = [*blocks]
    for block in queue:  # which grows by the blocks within
        if block.children:
            queue += block.children
        if block.kind in _COMPLETED:
            _complete(source.text, block)
    own_divisions(source.text, lines, blocks)
    return [line_of_list(source.text, block) for block in blocks]


def _segments(lines: list[Line]) -> Segments:
    return [(line.text_start, line.text_end) for line in lines]


def _blocks_in(values: list[Any]) -> list[RawBlock]:
    return [value for value in values if value.__class__ is RawBlock]


def _heading(values: list[Line]) -> RawBlock:
    # To the end of the line: signs and attributes behind the text are the heading's own.
    return RawBlock("heading", values[0].mark, values[-1].end, _segments(values), level=values[0].level)


def _setext(values: list[Line]) -> RawBlock:
    line, mark = values
    return RawBlock("heading", line.mark, mark.text_end, [(line.text_start, line.text_end)], level=-1)


def _paragraph(values: list[Line]) -> RawBlock:
    return RawBlock("paragraph", values[0].mark, values[-1].text_end, _segments(values))


def _list(values: list[Any]) -> RawBlock:
    items = _blocks_in(values)
    return RawBlock("list", items[0].start, items[-1].end, [], items, items[0].level)


def _item(values: list[Any]) -> RawBlock:
    first = values[0]
    lines = [value for value in values if value.__class__ is Line and value.type in _ITEM_LINES]
    children = _blocks_in(values)
    end = children[-1].end if children else max(lines[-1].text_end, first.mark + 1)
    return RawBlock("item", first.mark, end, _segments(lines), children, first.level if first.type == "NUMBER" else -1)


_ITEM_LINES = frozenset(("BULLET", "NUMBER", "CONTINUATION"))


def _quote(values: list[Any]) -> RawBlock:
    children = _blocks_in(values)
    lines = [value for value in values if value.__class__ is Line]  # only gaps are left
    if children:
        return RawBlock("quote", children[0].start, children[-1].end, [], children)
    return RawBlock("quote", lines[0].start, lines[-1].end, [])


def _table(values: list[Any]) -> RawBlock:
    lines: list[Line] = values[1:-1]
    return RawBlock(
        "table", lines[0].mark, lines[-1].text_end, _segments(lines), key="".join(line.type[0] for line in lines)
    )


def _code(values: list[Line]) -> RawBlock:
    fenced = values[0].type == "FENCE"
    inner = values[1:-1] if fenced else values
    return RawBlock(
        "code", values[0].mark, values[-1].text_end, [_code_line(line) for line in inner], level=int(fenced)
    )


def _code_line(line: Line) -> tuple[int, int]:
    """A whole line with its indentation and its line end, without quote marks."""
    if not line.depth:
        return line.start, line.end
    return min(line.mark - line.indent, line.end - 1), line.end


def _rule(values: list[Line]) -> RawBlock:
    return RawBlock("rule", values[0].mark, values[0].text_end, [])


def _reference(values: list[Line]) -> RawBlock:
    return RawBlock("reference", values[0].mark, values[-1].text_end, _segments(values), level=values[0].level)


def _field(values: list[Line]) -> RawBlock:
    return RawBlock("field", values[0].mark, values[-1].text_end, _segments(values))


@cache
def _parser() -> Parser:
    return compile_grammar(
        "blocks",
        {
            "start": _blocks_in,
            "heading": _heading,
            "setext": _setext,
            "paragraph": _paragraph,
            "list": _list,
            "item": _item,
            "quote": _quote,
            "table": _table,
            "fenced": _code,
            "indented": _code,
            "rule": _rule,
            "reference": _reference,
            "field": _field,
        },
    )


_COMPLETED = frozenset(("heading", "table", "code", "field", "reference"))


def _complete(text: str, block: RawBlock) -> None:
    """Fill in what needs the text: cells, the level of a setext heading, keys."""
    kind = block.kind
    if kind == "heading" and block.level < 0:
        block.level = 1 if text[block.end - 1] == "=" else 2
    elif kind == "table":
        _split_rows(text, block)
    elif kind == "code" and block.level:
        first_line = text[block.start : block.segments[0][0] if block.segments else block.end].splitlines()[0]
        block.key = "".join(first_line.strip("`~ \t").split()[:1])
    elif kind == "field":
        read_field(text, block)
    elif kind == "reference" and block.segments:
        block.key = text[block.start : block.segments[0][0]].strip().rstrip(":").strip("[]").lower()


def _split_rows(text: str, table: RawBlock) -> None:
    """Rows and cells out of a table's lines; rows above a line of dashes are heads."""
    kinds = table.key
    rules = [text[start:end] for (start, end), kind in zip(table.segments, kinds, strict=True) if kind == "T"]
    aligned = "|" not in rules[0] if rules else not text.startswith("|", table.start)
    for index, (start, end) in enumerate(table.segments):
        if kinds[index] == "T" or start == end:
            continue
        cells = [RawBlock("cell", a, b, [(a, b)]) for a, b in cell_bounds(text, start, end, aligned=aligned)]
        is_head = kinds[index + 1 : index + 2] == "T"
        table.children.append(RawBlock("row", start, end, [], cells, int(is_head)))
    table.segments = []
    table.key = ""
