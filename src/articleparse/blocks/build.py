"""Tokens -> blocks, by `blocks.lark`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from articleparse.blocks.adapt import adapt
from articleparse.blocks.block import RawBlock, Segments
from articleparse.blocks.header import field_block
from articleparse.blocks.tables import cell_bounds
from articleparse.blocks.tokens import tokens_of
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect
from articleparse.grammar import Parser, compile_grammar
from articleparse.lines import Line, without_attributes
from articleparse.source import Source


def read_blocks(source: Source, lines: Sequence[Line], dialect: Dialect, diagnostics: Diagnostics) -> list[RawBlock]:
    r"""Return the top-level blocks of a dump, in order. Lists too deep are reported to `diagnostics` (AP302).

    >>> from articleparse.dialect import DIALECTS
    >>> from articleparse.lines import read_lines
    >>> source, diagnostics = Source("# Rain\n\n- one\n- two"), Diagnostics()
    >>> lines = read_lines(source, diagnostics)
    >>> [block.kind for block in read_blocks(source, lines, DIALECTS["unknown"], diagnostics)]
    ['heading', 'list']
    """
    tokens = tokens_of(source.text, adapt(source.text, lines, dialect), dialect, diagnostics)
    blocks: list[RawBlock] = _parser().parse(tokens, source.text)
    return blocks


class _EmptyDivision(NamedTuple):
    """Lines that open divisions with nothing in them."""

    first: Line
    last: Line


_WORDLESS = frozenset(("list", "quote", "table", "row"))
"""Blocks that hold words only in the blocks within them."""


def _content(values: list[Any], _: str) -> list[RawBlock]:
    """The blocks of a dump or a quotation. A division with nothing in it belongs to the last one, or is a text."""
    blocks: list[RawBlock] = []
    for value in values:
        if value.__class__ is RawBlock:
            blocks.append(value)
        elif value.__class__ is list:
            blocks += value
    if values and values[-1].__class__ is _EmptyDivision:
        first, last = values[-1]
        chain = _worded(blocks[-1], -1) if blocks else []
        for block in chain:
            block.end = last.text_end
        if not chain:
            blocks.append(_division_text(first, last))
    return blocks


def _empty_division(values: list[Line], _: str) -> _EmptyDivision:
    return _EmptyDivision(values[0], [line for line in values if line.type == "DIV"][-1])


def _divided(values: list[Any], _: str) -> list[RawBlock]:
    """The block behind lines that open divisions: it begins with them, for their words have to lie in a block."""
    *lines, block = values
    chain = _worded(block, 0)
    for inner in chain:
        inner.start = lines[0].mark
    return [block] if chain else [_division_text(*_empty_division(lines, _)), block]


def _division_text(first: Line, last: Line) -> RawBlock:
    return RawBlock("paragraph", first.mark, last.text_end, [(first.text_start, first.text_end)])


def _worded(block: RawBlock, side: int) -> list[RawBlock]:
    """`block` and those at that side of it, down to the first that can hold words; none where there is no such."""
    chain = [block]
    while chain[-1].kind in _WORDLESS:
        if not chain[-1].children:
            return []
        chain.append(chain[-1].children[side])
    return chain


def _segments(lines: list[Line]) -> Segments:
    return [(line.text_start, line.text_end) for line in lines]


def _visible_end(text: str, line: Line) -> int:
    return line.start + len(text[line.start : line.end].rstrip())


def _heading(values: list[Line], text: str) -> RawBlock:
    # To the end of the line: signs and attributes behind the text are the heading's own.
    end = _visible_end(text, values[-1])
    return RawBlock("heading", values[0].mark, end, _segments(values), level=values[0].level)


def _setext(values: list[Line], text: str) -> RawBlock:
    line, mark = values
    words = without_attributes(text[line.text_start : line.text_end])
    segment = (line.text_start, line.text_start + len(words))
    return RawBlock("heading", line.mark, mark.text_end, [segment], level=1 if text[mark.mark] == "=" else 2)


def _paragraph(values: list[Line], _: str) -> RawBlock:
    return RawBlock("paragraph", values[0].mark, values[-1].text_end, _segments(values))


def _list(values: list[Any], _: str) -> RawBlock:
    items: list[RawBlock] = values[1:-1]
    return RawBlock("list", items[0].start, items[-1].end, [], items, items[0].level)


def _item(values: list[Any], _: str) -> RawBlock:
    first: Line = values[0]
    mark = first.mark
    segments = [(first.text_start, first.text_end)]
    end = max(first.text_end, mark + 1)
    children: list[RawBlock] = []
    for value in values[1:]:
        if value.__class__ is RawBlock:
            children.append(value)
            end = value.end
        elif value.type == "CONTINUATION":
            segments.append((value.text_start, value.text_end))
            end = value.text_end
        elif value.type == "DIV":  # with nothing behind it in the item
            end = value.text_end
    return RawBlock("item", mark, end, segments, children, first.level if first.type == "NUMBER" else -1)


def _quote(values: list[Any], text: str) -> RawBlock:
    values = values[1:-1]
    if children := _content(values, text):
        return RawBlock("quote", children[0].start, children[-1].end, [], children)
    return RawBlock("quote", values[0].start, _visible_end(text, values[-1]), [])  # blank lines


def _table(values: list[Any], text: str) -> RawBlock:
    parts = values[1:-1]
    rules = [part for part in parts if part.__class__ is Line]
    rows = [part for part in parts if part.__class__ is RawBlock]
    first, last = parts[0], parts[-1]
    table = RawBlock(
        "table",
        first.mark if first.__class__ is Line else first.start,
        last.text_end if last.__class__ is Line else last.end,
        [],
        rows,
    )
    aligned = "|" not in text[rules[0].mark : rules[0].text_end] if rules else not text.startswith("|", table.start)
    for row in rows:
        bounds = cell_bounds(text, row.start, row.end, aligned=aligned)
        row.children = [RawBlock("cell", start, end, [(start, end)]) for start, end in bounds]
    return table


def _row(values: list[Line], _: str) -> RawBlock:
    return RawBlock("row", values[0].mark, values[0].text_end, [])


def _head(values: list[Line], _: str) -> RawBlock:
    return RawBlock("row", values[0].mark, values[0].text_end, [], level=1)


def _fenced(values: list[Line], text: str) -> RawBlock:
    first, *code, last = values
    language = "".join(text[first.text_start : first.text_end].split()[:1])
    return RawBlock("code", first.mark, last.text_end, [_code_line(line) for line in code], level=1, key=language)


def _indented(values: list[Line], _: str) -> RawBlock:
    return RawBlock("code", values[0].mark, values[-1].text_end, [_code_line(line) for line in values])


def _code_line(line: Line) -> tuple[int, int]:
    """A whole line with its indentation and its line end, without quote marks."""
    if not line.depth:
        return line.start, line.end
    return min(line.mark - line.indent, line.end - 1), line.end


def _rule(values: list[Line], _: str) -> RawBlock:
    return RawBlock("rule", values[0].mark, values[0].text_end, [])


def _reference(values: list[Line], text: str) -> RawBlock:
    first = values[0]
    key = text[first.mark : first.text_start].strip().rstrip(":").strip("[]").lower()
    return RawBlock("reference", first.mark, values[-1].text_end, _segments(values), level=first.level, key=key)


@cache
def _parser() -> Parser:
    return compile_grammar(
        "blocks",
        {
            "start": _content,
            "divided": _divided,
            "empty_division": _empty_division,
            "heading": _heading,
            "setext": _setext,
            "paragraph": _paragraph,
            "list": _list,
            "mixed_list": _list,
            "bulleted": _item,
            "numbered": _item,
            "quote": _quote,
            "table": _table,
            "table_without_rows": _table,
            "head": _head,
            "row": _row,
            "fenced": _fenced,
            "indented": _indented,
            "rule": _rule,
            "reference": _reference,
            "field": field_block,
        },
        has_context=True,
    )
