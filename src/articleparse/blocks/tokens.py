"""Lines -> the tokens that `blocks.lark` reads.

A line keeps its kind or learns from its neighbours that it is a continuation, code, a row or a setext mark;
boundary tokens are put in where lists, quotations, tables and the header begin and end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from articleparse.blocks.adapt import is_line_alone
from articleparse.blocks.tables import table_end
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import Dialect, first_word, pieces, spare_columns
from articleparse.lines import Line, LineKind

DEEPEST_LIST = 20
"""Lists within lists; what is deeper joins the list at this depth."""

BoundaryKind = Literal[
    "LIST_OPEN", "LIST_CLOSE", "QUOTE_OPEN", "QUOTE_CLOSE", "TABLE_OPEN", "TABLE_CLOSE", "HEADER_OPEN", "HEADER_CLOSE"
]
"""Where something begins or ends that one token of look-ahead can't see."""


class Boundary(NamedTuple):
    """A token of no width."""

    type: BoundaryKind


LIST_OPEN, LIST_CLOSE = Boundary("LIST_OPEN"), Boundary("LIST_CLOSE")
QUOTE_OPEN, QUOTE_CLOSE = Boundary("QUOTE_OPEN"), Boundary("QUOTE_CLOSE")
TABLE_OPEN, TABLE_CLOSE = Boundary("TABLE_OPEN"), Boundary("TABLE_CLOSE")
HEADER_OPEN, HEADER_CLOSE = Boundary("HEADER_OPEN"), Boundary("HEADER_CLOSE")

Token = Line | Boundary
TokenKind = LineKind | BoundaryKind

_CONTINUATIONS: dict[LineKind, LineKind] = {
    "TEXT": "CONTINUATION",
    "CONTINUATION": "CONTINUATION",
    "BULLET": "CONTINUATION",
    "NUMBER": "CONTINUATION",
    "REFERENCE": "CONTINUATION",
    "HEADING": "HEADING_CONTINUATION",
    "HEADING_CONTINUATION": "HEADING_CONTINUATION",
}
"""What a further line is called, by the line that it goes on with."""

_HEADINGS: frozenset[TokenKind] = frozenset(("HEADING", "HEADING_CONTINUATION"))
_GAPS: frozenset[TokenKind] = frozenset(("BLANK", "DIV", "DIV_END"))
_ITEMS: frozenset[TokenKind] = frozenset(("BULLET", "NUMBER"))
_INDENTED: frozenset[TokenKind] = frozenset(("INDENTED", "CODE"))
_TABLE: frozenset[TokenKind] = frozenset(("ROW", "TABLE_RULE"))
_SIGNS: frozenset[TokenKind] = frozenset(("SETEXT", "RULE"))
_HEADER: frozenset[TokenKind] = frozenset(("FIELD", "VALUE", "BLANK"))
_CODE_INDENT = 4
"""Columns before a line that make it code, as in Markdown."""

_WIDEST_MARK = 5
"""Columns of a bullet and the space behind it; what stands further to the right is still the item's text."""

_BULLET = re.compile(r"[-*+•◦▪](?:[ \t\xa0]++|\Z)")
_WIDEST_GAP = 4
_NARROWEST = 2
"""Columns from a bullet to one behind it that tell how far its list is indented; those taken where there are more."""

_HEADING_MARK = re.compile(r"#{1,6}[ \t\xa0]++")


def tokens_of(text: str, lines: Sequence[Line], dialect: Dialect, diagnostics: Diagnostics) -> list[Token]:
    """Return the tokens of a dump, whose `lines` know already what the dialect makes of them (see `adapt`).

    Lists deeper than `DEEPEST_LIST` are reported to `diagnostics` (AP302).
    """
    return _Tokenizer(text, lines, dialect, diagnostics).run()


class _OpenList(NamedTuple):
    indent: int  # of its bullets
    kind: LineKind  # of its lines
    content: int  # column where the text of its items begins
    place: int  # of its LIST_OPEN among the tokens


class _Tokenizer:
    """Writes the tokens of one dump."""

    def __init__(self, text: str, lines: Sequence[Line], dialect: Dialect, diagnostics: Diagnostics) -> None:
        self.text = text
        self.lines = lines
        self.dialect = dialect
        self.diagnostics = diagnostics
        self.out: list[Token] = []
        self.depth = 0  # quotations open
        self.lists: list[_OpenList] = []
        self.blanks = 0  # blank lines since the last other one
        self.pieces = frozenset(pieces(text, lines)) if dialect.pieces else frozenset()
        self.fence_ends: dict[int, int] = {}
        if "FENCE" in {line.type for line in lines}:
            self.fence_ends = _fence_ends(text, lines)
            self.lines = _with_unclosed_fences_as_text(lines, self.fence_ends)

    def run(self) -> list[Token]:
        """The tokens of the whole dump."""
        lines = self.lines
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.depth != self.depth:
                self._to_depth(line.depth)
            kind = line.type
            if kind in _GAPS:
                self._gap(line)
                index += 1
                continue
            if kind == "TEXT":
                index = self._text(index, line)
            elif line.indent >= _CODE_INDENT and self._is_marked_code(line):
                self._code(line)
                index += 1
            elif kind in _ITEMS:
                self._items(line)
                index += 1
            else:
                index = self._other(index, line)
            self.blanks = 0
        self._to_depth(0)
        return self.out

    def _gap(self, line: Line) -> None:
        """A blank line, or one that opens or closes a division: that ends the items to the right of it, too."""
        if line.type == "BLANK":
            self.blanks += 1
        else:
            self._leave_items(line)
            self.blanks = self.blanks or 1
        self.out.append(line)

    def _to_depth(self, depth: int) -> None:
        self._close_lists()
        self.out.extend([QUOTE_CLOSE if depth < self.depth else QUOTE_OPEN] * abs(depth - self.depth))
        self.depth = depth

    def _close_lists(self, indent: int = -1) -> None:
        """Close the lists whose items stand at `indent` or further to the right."""
        while self.lists and self.lists[-1].indent >= indent:
            self._close_list()

    def _leave_items(self, line: Line) -> None:
        """Close the lists whose items' text begins to the right of `line`."""
        while self._is_outside(line):
            self._close_list()

    def _close_list(self) -> None:
        """Close the innermost list. On the top level, a numbered line alone turns out to be a line of text."""
        opened = self.lists.pop()
        if opened.kind == "NUMBER" and not self.lists and not self.depth:
            first = self.out[opened.place + 1]
            is_alone = all(self.out[place].type in _GAPS for place in range(opened.place + 2, len(self.out)))
            if is_alone and isinstance(first, Line) and is_line_alone(self.text, first):
                self.out[opened.place : opened.place + 2] = [first.from_mark("TEXT")]
                return
        self.out.append(LIST_CLOSE)

    def _above(self) -> Token | None:
        """The token right above, without a blank line between."""
        return self.out[-1] if self.out and not self.blanks else None

    def _continues(self) -> Line | None:
        """The line right above, if a line of text could go on with it."""
        last = self._above()
        return last if isinstance(last, Line) and last.type in _CONTINUATIONS else None

    def _text(self, index: int, line: Line) -> int:
        """A line of text: the start or a further line of a paragraph, code, or a table."""
        end = table_end(self.text, self.lines, index, self.dialect)
        if end:
            return self._table(index, end)
        last = self._continues()
        if last is not None and self._goes_on(last, index):
            line = line.with_type(_CONTINUATIONS[last.type])
        elif self._is_code(line):
            self._code(line)
            return index + 1
        elif self.blanks and not self.dialect.marks:
            # Plain text indents whatever the page had in a list, whole articles too: an item is its first paragraph.
            self._close_lists()
        else:
            self._leave_items(line)
        self.out.append(line)
        return index + 1

    def _code(self, line: Line) -> None:
        self.out.append(line.from_mark("CODE" if self._in_code() else "INDENTED"))

    def _goes_on(self, last: Line, index: int) -> bool:
        """Whether the line at `index`, right below `last`, is a further line of the same block."""
        line = self.lines[index]
        if self.dialect.line_is_block:
            return index in self.pieces
        if self.lists and line.indent <= self.lists[-1].indent:
            return False
        if last.type in _HEADINGS:
            return self.dialect.wrap is not None and self._is_full(last, line)
        if last.type == "REFERENCE" and not self.dialect.numbered_links and line.indent <= last.indent:
            return False
        # Text browsers write no blank line between some blocks: there, a line that had room for the next word ends one.
        return self.dialect.marks or self.dialect.wrap is None or self._is_full(last, line)

    def _is_full(self, last: Line, line: Line) -> bool:
        """Whether the first word of `line` had no room on `last`, in a dump that was wrapped."""
        wrap = self.dialect.wrap or 0
        return spare_columns(last.text_end - last.start, first_word(self.text, line), wrap) < 0

    def _is_code(self, line: Line) -> bool:
        return self.dialect.indented_code and not self.lists and line.indent >= _CODE_INDENT

    def _is_marked_code(self, line: Line) -> bool:
        """Whether an indented line with a mark is code: a comment with its #, or anything right below a line of code.

        A bullet alone is none, for converters write lists within nothing so.
        """
        return self._is_code(line) and (line.type == "HEADING" or self._in_code())

    def _in_code(self) -> bool:
        last = self._above()
        return last is not None and last.type in _INDENTED

    def _items(self, line: Line) -> None:
        """A bulleted or numbered line: an item, with those that begin on the same line, or wrapped text."""
        last = self._continues()
        if last is not None and self._is_wrapped_text(last, line):
            self.out.append(line.from_mark(_CONTINUATIONS[last.type]))
            return
        rest: Line | None = line
        while rest is not None:
            item, rest = rest, None
            self._to_list(item)
            if heading := _HEADING_MARK.match(self.text, item.text_start, item.text_end):
                item = item._replace(text_start=heading.end())
            if item.type == "BULLET" and self.dialect.marks:
                item, rest = _split_bullet(self.text, item)
            self.out.append(item)
            self.blanks = 0

    def _is_wrapped_text(self, last: Line, line: Line) -> bool:
        """Whether the line before was full, so that this one can begin with a dash or a number by chance."""
        if self.dialect.wrap is None or last.indent != line.indent or last.type in _ITEMS:
            return False
        return self._is_full(last, line)

    def _to_list(self, item: Line) -> None:
        """Close the lists that `item` does not stand in, and open one for it where none is left."""
        if self.blanks > 1:
            self._close_lists()
        self._close_lists(item.indent + 2)
        if self.lists and self.lists[-1].indent >= item.indent - 1:
            if self.lists[-1].kind == item.type:
                return
            self._close_lists(item.indent - 1)
        if len(self.lists) < DEEPEST_LIST:
            content = item.indent + min(item.text_start - item.mark, _WIDEST_MARK)
            self.lists.append(_OpenList(item.indent, item.type, content, len(self.out)))
            self.out.append(LIST_OPEN)
        else:
            self.diagnostics.add_once("AP302", item.start, item.end)

    def _other(self, index: int, line: Line) -> int:
        kind = line.type
        if kind in _TABLE:
            return self._table(index, table_end(self.text, self.lines, index, self.dialect) or index + 1)
        if kind == "FENCE":
            return self._fenced(index, line)
        if kind == "FIELD":
            return self._header(index)
        if kind in _SIGNS:
            self._rule(line)
        else:
            self._leave_items(line)
            self.out.append(line)
        return index + 1

    def _rule(self, line: Line) -> None:
        """A line of signs: the mark of a setext heading under a single line of text, else a rule."""
        last = self._above()
        signs = self.text[line.mark : line.text_end]
        is_setext = self.dialect.marks and self.dialect.headings and "" in (signs.strip("="), signs.strip("-"))
        if is_setext and last is not None and last.type == "TEXT" and not self._is_outside(line):
            self.out.append(line.with_type("SETEXT"))
        else:
            self._close_lists()
            self.out.append(line.with_type("RULE"))

    def _is_outside(self, line: Line) -> bool:
        """Whether `line` stands to the left of the text of the items that are open."""
        return bool(self.lists) and self.lists[-1].content > line.indent

    def _table(self, index: int, end: int) -> int:
        self._leave_items(self.lines[index])
        lines = self.lines[index:end]
        rows = [line if line.type == "TABLE_RULE" else line.from_mark("ROW") for line in lines]
        self.out += (TABLE_OPEN, *rows, TABLE_CLOSE)
        return end

    def _fenced(self, index: int, line: Line) -> int:
        """Code up to the closing fence."""
        end = self.fence_ends[index]
        self._leave_items(line)
        code = [inner.with_type("CODE") for inner in self.lines[index + 1 : end]]
        self.out += (line, *code, self.lines[end].with_type("FENCE_END"))
        return end + 1

    def _header(self, index: int) -> int:
        """The fields at the head of the dump, with the blank lines between and behind them."""
        end = index
        while end < len(self.lines) and self.lines[end].type in _HEADER and not self.lines[end].depth:
            end += 1
        self.out += (HEADER_OPEN, *self.lines[index:end], HEADER_CLOSE)
        return end


def _split_bullet(text: str, line: Line) -> tuple[Line, Line | None]:
    """Return a bulleted line up to the bullet behind its own, and the line that begins there: `* + one`.

    The second stands where the further items of its list do: html2text indents by two whatever stands between the
    bullets. Where there is no second bullet it is None.
    """
    start, end = line.text_start, line.text_end
    bullet = _BULLET.match(text, start, end)
    if bullet is None:
        return line, None
    gap = start - line.mark
    indent = line.indent + (gap if gap <= _WIDEST_GAP else _NARROWEST)
    inner = Line("BULLET", start, line.end, start, bullet.end(), end, indent, line.depth, 0)
    return line._replace(end=start, text_end=start), inner


def _with_unclosed_fences_as_text(lines: Sequence[Line], ends: dict[int, int]) -> list[Line]:
    return [
        line.from_mark("TEXT") if line.type == "FENCE" and index not in ends else line
        for index, line in enumerate(lines)
    ]


def _fence_ends(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """Return for each fence, by its index, the index of the fence that would close it.

    That is the next one with the same sign, as long or longer, and no words behind it. Found from the back with a
    stack for each sign; no fence reaches out of its quotation.
    """
    ends: dict[int, int] = {}
    closers: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
    depth = 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.depth != depth:
            depth = line.depth
            closers = {"`": [], "~": []}
        if line.type != "FENCE":
            continue
        fence = text[line.mark : line.text_end]
        length = len(fence) - len(fence.lstrip(fence[0]))
        stack = closers[fence[0]]
        # Lengths fall along the stack: the last one that is long enough is the nearest.
        fitting = bisect_right(stack, -length, key=lambda closer: -closer[0])
        if fitting:
            ends[index] = stack[fitting - 1][1]
        if length == len(fence):
            while stack and stack[-1][0] <= length:
                stack.pop()
            stack.append((length, index))
    return ends
