"""Blocks as a converter writes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from articleparse.formats.markdown.blocks import Indent, Indents, Layout
from articleparse.strategies.dumps.habits import Habit
from articleparse.strategies.dumps.inline import InlineWriter
from articleparse.strategies.dumps.tables import table_lines
from articleparse.tree import (
    Article,
    CodeBlock,
    Heading,
    Headline,
    ItemList,
    Node,
    PullQuote,
    Quotation,
    Separator,
    Table,
)

_Part = Node | list[Node]
_Task = tuple[_Part | str | int, Indents, int]
"""What is to be written, in which lists and quotations, in how many lists: a part, a line, or blank lines."""


def write(article: Article, habit: Habit) -> str:
    r"""The article as the converter would dump the page, furniture and all.

    >>> from articleparse import parse
    >>> from articleparse.strategies.dumps.habits import BY_DIALECT
    >>> print(write(parse("- It\n- *rained*."), BY_DIALECT["turndown"][0]))
    *   It
    *   _rained_.
    """
    return _DumpWriter(habit).write(article)


class _DumpWriter:
    """Writes block after block with a stack, however deep they are nested."""

    def __init__(self, habit: Habit) -> None:
        self.habit = habit
        self.inline = InlineWriter(habit)
        self.layout = Layout()
        self.stack: list[_Task] = []
        margin = habit.margin
        self.margin: Indents = (Indent(margin, margin),) if margin else ()

    def write(self, article: Article) -> str:
        self._push(_parts(article.children), self.margin, 0)
        while self.stack:
            part, indents, depth = self.stack.pop()
            if isinstance(part, int):
                self.layout.gap(part, indents)
            elif isinstance(part, str):
                self.layout.add([part], indents)
            elif isinstance(part, list):
                self.layout.add(self.inline.lines(part, self._width(indents)), indents)
            else:
                self._block(part, indents, depth)
        return "\n".join([*self.layout.lines, *self._references()])

    def _width(self, indents: Indents) -> int | None:
        """How many code points are left for a line."""
        wrap = self.habit.wrap
        return None if wrap is None else max(20, wrap - sum(len(indent.rest) for indent in indents))

    def _block(self, node: Node, indents: Indents, depth: int) -> None:
        if isinstance(node, (Headline, Heading)):
            self._heading(node, indents)
        elif isinstance(node, Table):
            self.layout.add(table_lines(node, self.inline), indents)
        elif isinstance(node, CodeBlock):
            self.layout.add(self._code(node), indents)
        elif isinstance(node, Separator):
            self.layout.add([self.habit.rule] if self.habit.rule else [], indents)
        elif isinstance(node, ItemList):
            self._push_items(node, indents, depth)
        elif isinstance(node, (Quotation, PullQuote)):
            self._push(_parts(node.children), (*indents, Indent(self.habit.quote, self.habit.quote)), depth)
        else:
            self._push(_parts(node.children), indents, depth)

    def _push(self, parts: list[_Part], indents: Indents, depth: int) -> None:
        pending: list[_Task] = []
        for index, part in enumerate(parts):
            if index:
                # Two lists of one kind are parted by a second blank line, as browsers do it.
                twins = _is_list_at(part, 0) and _is_list_at(parts[index - 1], -1)
                more = self.habit.heading_gap * isinstance(part, (Headline, Heading))
                pending.append((self.habit.gap + twins + more, indents, depth))
            pending.append((part, indents, depth))
        self.stack.extend(reversed(pending))

    def _heading(self, node: Headline | Heading, indents: Indents) -> None:
        habit = self.habit
        level = 1 if isinstance(node, Headline) else max(2, min(node.level, 6))
        text = self.inline.text(node.children, line_break=" ")
        if not text:
            return
        if habit.headings == "plain":
            outdent = habit.outdents[min(level, len(habit.outdents)) - 1]
            self.layout.add(
                [outdent + text], indents[len(self.margin) :] if indents[:1] == self.margin[:1] else indents
            )
        elif habit.headings == "setext" and level < 3:
            self.layout.add([text, "=-"[level - 1] * len(text)], indents)
        else:
            self.layout.add([f"{'#' * level} {text}"], indents)

    def _code(self, node: CodeBlock) -> list[str]:
        lines = node.text.splitlines()
        if self.habit.fences == "fence":
            return [f"```{node.language or ''}", *lines, "```"]
        return [f"    {line}" for line in lines] if self.habit.fences == "indent" else lines

    def _push_items(self, node: ItemList, indents: Indents, depth: int) -> None:
        """The items, no blank lines between them nor before a list within one."""
        pending: list[_Task] = []
        first = node.start if node.start is not None else 1
        for index, item in enumerate(node.children):
            bullet = self.habit.bullets[min(depth, 1)]
            mark = self.habit.number.format(first + index) if node.ordered and self.habit.number else bullet
            inner = (*indents, Indent(mark, " " * len(mark)))
            parts = _parts(item.children)
            for position, part in enumerate(parts):
                if position and not isinstance(part, ItemList):
                    pending.append((1, inner, depth + 1))
                pending.append((part, inner, depth + 1))
            if not parts:
                pending.append(("", inner, depth + 1))
        self.stack.extend(reversed(pending))

    def _references(self) -> list[str]:
        if not self.inline.targets:
            return []
        numbered = enumerate(self.inline.targets, 1)
        if self.habit.links == "numbered":
            return ["", "References", "", *(f"   {number}. {target}" for number, target in numbered)]
        return [line for number, target in numbered for line in ("", f"   [{number}]: {target}")]


def _is_list_at(part: _Part, end: int) -> bool:
    """Whether a list is the first (0) or last (-1) of what is written of the part, in boxes too (a fact box)."""
    while isinstance(part, Node) and part.children and not isinstance(part, (ItemList, Quotation, PullQuote)):
        part = part.children[end]
    return isinstance(part, ItemList)


def _parts(nodes: Iterable[Node]) -> list[_Part]:
    """The blocks of `nodes`, and each run of inline nodes among them; front, body, back and sections opened up."""
    parts: list[_Part] = []
    for is_inline, group in groupby(nodes, key=lambda node: node.inline):
        run = [*group]
        parts += [run] if is_inline else run
    return parts
