"""Lines -> the letters that `blocks.lark` reads.

A line keeps its kind or learns from its neighbours that it is a continuation, code, a row or a setext mark;
zero-width letters are put in where lists, quotations and tables begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from articleparse.blocks.bullets import inner_bullet
from articleparse.blocks.fences import fence_ends
from articleparse.blocks.tables import table_end
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import ROOM, Dialect, pieces
from articleparse.lines import Line, without_attributes

DEEPEST_LIST = 20
"""Lists within lists; what is deeper joins the list at this depth."""

_HEADINGS = ("HEADING", "HEADING_CONTINUATION")
_CONTINUATIONS = dict.fromkeys(("TEXT", "CONTINUATION", "BULLET", "NUMBER", "REFERENCE"), "CONTINUATION")
_CONTINUATIONS |= dict.fromkeys(_HEADINGS, "HEADING_CONTINUATION")
"""What a further line is called, by the line that it goes on with."""

_GAPS = frozenset(("BLANK", "DIV"))
_CODE_INDENT = 4
_WIDEST_MARK = 5
_HEADING_MARK = re.compile(r"#{1,6}[ \t\xa0]++")


class Zero:
    """A letter without a line."""

    __slots__ = ("type",)

    def __init__(self, kind: str) -> None:
        self.type = kind


LIST_OPEN, LIST_CLOSE = Zero("LIST_OPEN"), Zero("LIST_CLOSE")
QUOTE_OPEN, QUOTE_CLOSE = Zero("QUOTE_OPEN"), Zero("QUOTE_CLOSE")
TABLE_OPEN, TABLE_CLOSE = Zero("TABLE_OPEN"), Zero("TABLE_CLOSE")

Letter = Line | Zero


class _OpenList(NamedTuple):
    indent: int  # of its bullets
    kind: str  # of its lines
    content: int  # column where the text of its items begins


class Letters:
    """Writes the letters of one dump."""

    def __init__(self, text: str, lines: Sequence[Line], dialect: Dialect, diagnostics: Diagnostics) -> None:
        self.text = text
        self.lines = lines
        self.dialect = dialect
        self.diagnostics = diagnostics
        self.out: list[Letter] = []
        self.depth = 0  # quotations open
        self.lists: list[_OpenList] = []
        self.headings = dialect.marks and dialect.headings
        self.blanks = 0  # blank lines since the last other one
        self.pieces = frozenset(pieces(text, lines)) if dialect.pieces else frozenset()
        self.fence_ends = fence_ends(text, lines) if "FENCE" in {line.type for line in lines} else {}

    def write(self) -> list[Letter]:
        """The letters of the whole dump."""
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
            elif kind in ("BULLET", "NUMBER"):
                self._items(line)
                index += 1
            else:
                index = self._other(index, line)
            self.blanks = 0
        self._to_depth(0)
        self._close_lists()
        return self.out

    def _gap(self, line: Line) -> None:
        """A blank line, or one that opens or closes a division: that ends the items to the right of it, too."""
        if line.type == "BLANK":
            self.blanks += 1
        else:
            self._leave_items(line)
            self.blanks = self.blanks or 1
        if line.depth:  # all that an empty quotation has
            self._cut(line)
        self.out.append(line)

    def _to_depth(self, depth: int) -> None:
        self._close_lists()
        self.out.extend([QUOTE_CLOSE if depth < self.depth else QUOTE_OPEN] * abs(depth - self.depth))
        self.depth = depth

    def _close_lists(self, indent: int = -1) -> None:
        """Close the lists whose items stand at `indent` or further to the right."""
        while self.lists and self.lists[-1].indent >= indent:
            self.lists.pop()
            self.out.append(LIST_CLOSE)

    def _leave_items(self, line: Line) -> None:
        """Close the lists whose items' text begins to the right of `line`."""
        while self.lists and self.lists[-1].content > line.indent:
            self.lists.pop()
            self.out.append(LIST_CLOSE)

    def _continues(self) -> Line | None:
        """The line just before, if a line of text could go on with it."""
        last = self.out[-1] if self.out and not self.blanks else None
        return last if isinstance(last, Line) and last.type in _CONTINUATIONS else None

    def _continue(self, last: Line, line: Line) -> None:
        line.type = _CONTINUATIONS[last.type]
        if line.type == "HEADING_CONTINUATION":
            self._cut(line)

    def _text(self, index: int, line: Line) -> int:
        """A line of text: the start or a further line of a paragraph, code, or a table."""
        end = table_end(self.text, self.lines, index, self.dialect)
        if end:
            return self._table(index, end)
        last = self._continues()
        if last is not None and self._goes_on(last, index):
            self._continue(last, line)
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
        line.type = "CODE" if self._in_code() else "INDENTED"
        line.text_start = line.mark
        self.out.append(line)

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
        """Whether the first word of `line` had no room on `last`."""
        word = self.text[line.mark : line.text_end].split(maxsplit=1)[0]
        return last.text_end - last.start + 1 + len(word) > (self.dialect.wrap or 0) - ROOM

    def _is_code(self, line: Line) -> bool:
        return self.dialect.indented_code and not self.lists and line.indent >= _CODE_INDENT

    def _is_marked_code(self, line: Line) -> bool:
        """Whether an indented line with a mark is code: a comment with its #, or anything right below a line of code.

        A bullet alone is none, for converters write lists within nothing so.
        """
        return self._is_code(line) and (line.type == "HEADING" or self._in_code())

    def _in_code(self) -> bool:
        last = self.out[-1] if self.out else None
        return isinstance(last, Line) and last.type in ("INDENTED", "CODE") and not self.blanks

    def _items(self, line: Line) -> None:
        """The item of a bulleted or numbered line, and those of lists that begin on the same line."""
        self._item(line)
        while line.type == "BULLET" and self.dialect.marks and (inner := inner_bullet(self.text, line)):
            line = inner
            self.blanks = 0
            self._item(line)

    def _item(self, line: Line) -> None:
        """A bulleted or numbered line: an item of an open list, of a new one, or wrapped text that looks like one."""
        last = self._continues()
        if last is not None and self._is_wrapped_text(last, line):
            self._continue(last, line)
            line.text_start = line.mark
            self.out.append(line)
            return
        if self.blanks > 1:
            self._close_lists()
        self._close_lists(line.indent + 2)
        if self.lists and self.lists[-1].indent >= line.indent - 1 and self.lists[-1].kind != line.type:
            self._close_lists(line.indent - 1)
        if not self.lists or self.lists[-1].indent < line.indent - 1:
            self._open_list(line)
        heading = _HEADING_MARK.match(self.text, line.text_start, line.text_end)
        if heading:
            line.text_start = heading.end()
        self.out.append(line)

    def _open_list(self, line: Line) -> None:
        if len(self.lists) < DEEPEST_LIST:
            content = line.indent + min(line.text_start - line.mark, _WIDEST_MARK)
            self.lists.append(_OpenList(line.indent, line.type, content))
            self.out.append(LIST_OPEN)
        else:
            self.diagnostics.add_once("AP302", line.start, line.end)

    def _is_wrapped_text(self, last: Line, line: Line) -> bool:
        """Whether the line before was full, so that this one can begin with a dash or a number by chance."""
        if self.dialect.wrap is None or last.indent != line.indent or last.type in ("BULLET", "NUMBER"):
            return False
        return self._is_full(last, line)

    def _other(self, index: int, line: Line) -> int:
        kind = line.type
        if kind in ("ROW", "TABLE_RULE"):
            return self._table(index, table_end(self.text, self.lines, index, self.dialect) or index + 1)
        if kind == "FENCE":
            return self._fence(index, line)
        if kind in ("SETEXT", "RULE"):
            self._rule(line)
        else:
            self._leave_items(line)
            if kind == "HEADING":  # signs and attributes behind the text are the heading's own
                self._cut(line)
            self.out.append(line)
        return index + 1

    def _cut(self, line: Line) -> None:
        """End `line` with its last sign: its line end is not part of the block."""
        line.end = line.start + len(self.text[line.start : line.end].rstrip())

    def _rule(self, line: Line) -> None:
        """A line of signs: the mark of a setext heading under a single line of text, else a rule."""
        last = self.out[-1] if self.out and not self.blanks else None
        signs = self.text[line.mark : line.text_end]
        is_mark = self.headings and "" in (signs.strip("="), signs.strip("-")) and not self._is_outside(line)
        if is_mark and isinstance(last, Line) and last.type == "TEXT":
            line.type = "SETEXT"
            heading = self.text[last.text_start : last.text_end]
            last.text_end = last.text_start + len(without_attributes(heading))
        else:
            self._close_lists()
            line.type = "RULE"
        self.out.append(line)

    def _is_outside(self, line: Line) -> bool:
        """Whether `line` stands to the left of the text of the items that are open."""
        return bool(self.lists) and self.lists[-1].content > line.indent

    def _table(self, index: int, end: int) -> int:
        self._leave_items(self.lines[index])
        self.out.append(TABLE_OPEN)
        for line in self.lines[index:end]:
            if line.type != "TABLE_RULE":
                line.type = "ROW"
                line.text_start = line.mark
            self.out.append(line)
        self.out.append(TABLE_CLOSE)
        return end

    def _fence(self, index: int, line: Line) -> int:
        """Code up to the closing fence; a fence that nothing closes is text."""
        end = self.fence_ends.get(index)
        if end is None:
            line.type = "TEXT"
            line.text_start = line.mark
            return self._text(index, line)
        self._leave_items(line)
        for inner in self.lines[index + 1 : end]:
            inner.type = "CODE"
        self.lines[end].type = "FENCE_END"
        self.out += self.lines[index : end + 1]
        return end + 1
