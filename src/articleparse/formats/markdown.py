"""An article as Markdown, in a clean normal form."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

import attrs

from articleparse import tree
from articleparse.formats.format import BOXES, FURNITURE, Format
from articleparse.formats.markdown_inline import escape_heading, escape_line, write_inline
from articleparse.formats.runs import Run, Style, credit_text, paragraph_nodes, text_runs
from articleparse.formats.story import in_head_order
from articleparse.tree import Article, Node


@attrs.define
class Indent:
    """What the lines of a list item or quotation begin with: a mark on the first line written, room on the others."""

    first: str
    rest: str
    used: bool = False

    def take(self) -> str:
        """What the next line begins with."""
        indent = self.rest if self.used else self.first
        self.used = True
        return indent


Indents = tuple[Indent, ...]
"""Those of all that a line stands in, outermost first."""


@attrs.define
class _Gap:
    """Blank lines that are due before the next line, if there is one."""

    count: int
    depth: int
    line: str


class Layout:
    """Collects lines.

    >>> layout = Layout()
    >>> item = (Indent("- ", "  "),)
    >>> layout.add(["one"], item)
    >>> layout.gap(1, item)
    >>> layout.add(["two"], item)
    >>> layout.lines
    ['- one', '', '  two']
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._gap: _Gap | None = None

    def gap(self, count: int, indents: Indents) -> None:
        """Ask for blank lines before the next line. Where several gaps meet, the outermost counts."""
        if self.lines and (self._gap is None or len(indents) < self._gap.depth):
            line = "".join(indent.rest for indent in indents).rstrip()
            self._gap = _Gap(count, len(indents), line)

    def add(self, lines: Sequence[str], indents: Indents) -> None:
        """Write the lines of a block."""
        if self._gap is not None:
            self.lines += [self._gap.line] * self._gap.count
            self._gap = None
        for line in lines:
            before = "".join([indent.take() for indent in indents])
            self.lines.append(before + line if line else before.rstrip(" "))


RULE = "* * *"
_TICKS = re.compile(r"`{3,}")
_SPACES = re.compile(r" {2,}")
_LINE_END = re.compile(r"\r\n?|\n")
_NOT_IN_INFO = re.compile(r"[`~\s]+")
_PLAIN = Style()
_ITALIC = Style(emphasis=True)
_BOLD = Style(strong=True)


def text_lines(nodes: Iterable[Node], style: Style = _PLAIN) -> list[str]:
    """Return inline nodes as the lines of a paragraph, one for each line break; none where there is no text."""
    return _lines(text_runs(nodes, style))


def _lines(runs: list[Run]) -> list[str]:
    text = write_inline(runs)
    return [escape_line(line) for line in text.split("\n")] if text else []


def by_lines(by: str, nodes: Iterable[Node]) -> list[str]:
    """Return the same behind a word such as "By ", which needs no escape."""
    text = write_inline(text_runs(nodes))
    return (by + text).split("\n") if text else []


def heading_lines(nodes: Iterable[Node], level: int) -> list[str]:
    """Return inline nodes as a heading, which is always one line."""
    text = _SPACES.sub(" ", write_inline(text_runs(nodes), line_break=" "))
    return [f"{'#' * level} {escape_heading(text)}"] if text else []


def caption_lines(caption: tree.Caption) -> list[str]:
    """Return a caption in italics, its credits behind it: `_The bridge in May_ (Photo: EPA)`."""
    parts = text_runs(caption.children, _ITALIC, credits_too=False)
    credits_ = " ".join(credit_text(credit) for credit in tree.find(caption, tree.Credit))
    return _lines([*parts, Run(" " * bool(parts and credits_) + credits_, _PLAIN)])


def credits_lines(credits_: tree.CreditLine) -> list[str]:
    """Return credits in a line of their own, without what stands between them."""
    text = " ".join(credit_text(credit) for credit in tree.find(credits_, tree.Credit))
    return _lines([Run(text, _PLAIN)]) or text_lines(credits_.children)


def table_lines(table: tree.Table) -> list[str]:
    """Return a line a row, and a line of dashes below rows of heads. A table without heads has no such line."""
    lines: list[str] = []
    for row in table.children:
        cells = [write_inline(text_runs(cell.children), line_break="<br>").replace("|", "\\|") for cell in row.children]
        if cells:
            lines.append("| " + " | ".join(cells) + " |")
            if isinstance(row, tree.Row) and row.is_header:
                lines.append("|" + "---|" * len(cells))
    return lines


def code_lines(block: tree.CodeBlock) -> list[str]:
    """Return code between fences longer than any within, without shared indentation or blank lines below."""
    text = textwrap.dedent(block.text).rstrip("\r\n")
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    language = _NOT_IN_INFO.sub(" ", block.language or "").strip()
    return [fence + language, *_LINE_END.split(text), fence]


Part = Node | list[Node]
"""A block, or inline nodes that stand among blocks and make a paragraph."""

_Task = tuple[Part | str | int, Indents]
"""What is to be written, in which lists and quotations: a part, a line as it is, or a number of blank lines."""

_LEAVES: dict[type[Node], Callable[[Any], list[str]]] = {
    tree.Headline: lambda node: heading_lines(node.children, 1),
    tree.Heading: lambda node: heading_lines(node.children, min(max(node.level, 2), 6)),  # the first is the headline
    tree.Caption: caption_lines,
    tree.CreditLine: credits_lines,
    tree.Table: table_lines,
    tree.CodeBlock: code_lines,
    tree.Separator: lambda _: [RULE],
}


class BlockWriter:
    """Writes blocks one after the other, blank lines between. Works with a stack, however deep they are nested."""

    def __init__(self, by: str = "") -> None:
        self.by = by  # what a byline begins with that names its author at once
        self.layout = Layout()
        self._stack: list[_Task] = []

    def write(self, nodes: Iterable[Node]) -> str:
        """`nodes` and all that is in them as Markdown, furniture left out. Empty where there is nothing else."""
        self._push(_parts(nodes), ())
        while self._stack:
            part, indents = self._stack.pop()
            if isinstance(part, int):
                self.layout.gap(part, indents)
            elif isinstance(part, str):
                self.layout.add([part], indents)
            elif isinstance(part, list):
                self._add(text_lines(part), indents)
            else:
                self._block(part, indents)
        return "".join(f"{line}\n" for line in self.layout.lines)

    def _add(self, block: list[str], indents: Indents) -> None:
        if block:
            self.layout.add(block, indents)

    def _block(self, node: Node, indents: Indents) -> None:
        leaf = _LEAVES.get(type(node))
        if leaf is not None:
            self._add(leaf(node), indents)
        elif isinstance(node, tree.Paragraph):
            blocks = [child for child in node.children if not child.inline]
            self._push([paragraph_nodes(node), *_parts(blocks)], indents)
        elif isinstance(node, (tree.Quotation, tree.PullQuote)):
            self._push(_parts(node.children), (*indents, Indent("> ", "> ")))
        elif isinstance(node, tree.ItemList):
            self._push_items(node, indents)
        elif isinstance(node, tree.Deck) and all(child.inline for child in node.children):
            self._add(text_lines(node.children, _BOLD), indents)
        elif isinstance(node, tree.Byline) and _names_first(node):
            self._add(by_lines(self.by, node.children), indents)
        else:
            self._push(_parts(node.children), indents)

    def _push(self, parts: Sequence[Part], indents: Indents) -> None:
        pending: list[_Task] = []
        for index, part in enumerate(parts):
            if index:
                pending.append((_blank_lines(parts[index - 1], part), indents))
            pending.append((part, indents))
        self._stack.extend(reversed(pending))

    def _push_items(self, node: tree.ItemList, indents: Indents) -> None:
        """The items, no blank lines between them; within one, only a list follows its text without a blank line."""
        pending: list[_Task] = []
        number = node.start if node.start is not None else 1
        space = " " if len(node.children) > 1 else "  "  # a lone number with one space behind it could be a date
        for index, item in enumerate(node.children):
            mark = f"{number + index}.{space}" if node.ordered else "- "
            inner = (*indents, Indent(mark, " " * len(mark)))
            parts = _parts(item.children)
            if parts and isinstance(parts[0], tree.ItemList):
                pending.append(("", inner))
            for position, part in enumerate(parts):
                if position and not isinstance(part, tree.ItemList):
                    pending.append((1, inner))
                pending.append((part, inner))
        self._stack.extend(reversed(pending))


def _parts(nodes: Iterable[Node]) -> list[Part]:
    """The blocks of `nodes` that are no furniture, and each run of inline nodes among them."""
    parts: list[Part] = []
    for inline, group in groupby(nodes, key=lambda node: node.inline):
        if inline:
            parts.append(list(group))
        else:
            parts.extend(node for node in group if not isinstance(node, tree.Furniture) and not _is_empty(node))
    return parts


def _is_empty(node: Node) -> bool:
    """Whether it is a quotation of nothing, which would hide that the lists around it meet."""
    return isinstance(node, (tree.Quotation, tree.PullQuote)) and not node.children


def _blank_lines(before: Part, after: Part) -> int:
    """Two between lists of one kind, which would be one list otherwise."""
    twins = isinstance(before, tree.ItemList) and isinstance(after, tree.ItemList) and before.ordered == after.ordered
    return 2 if twins else 1


def _names_first(byline: tree.Byline) -> bool:
    """Whether the byline begins with a name, without a word such as "By", and is a line of its own."""
    first = next((child for child in byline.children if child.text.strip()), None)
    while first is not None and not isinstance(first, tree.Author):
        first = first.children[0] if first.children else None
    return first is not None and all(child.inline for child in byline.children)


def to_markdown(article: Article) -> str:
    r"""Return the story as Markdown: kicker, headline (`#`), deck (bold), byline, dates, then all else in source order.

    Crossheads are `##`, captions italic with their credit in parentheses, placeholder links lead to `#`. Furniture
    is left out. Characters that Markdown or HTML would take for marks are escaped; no script can be in a target.
    The same text always looks the same, however the dump had written it, and every line ends in a line feed.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 3), (Text(Span(0, 3), "1*1"),))
    >>> to_markdown(Article(Span(0, 3), (Front(Span(0, 3), (headline,)),)))
    '# 1\\*1\n'
    """
    head = in_head_order(article.front.children)
    english = (article.meta.language or "en").partition("-")[0] == "en"
    return BlockWriter("By " if english else "").write([*head, article.body, article.back])


FORMAT = Format(
    name="markdown",
    suffix=".md",
    description="the story as Markdown, without furniture",
    write=to_markdown,
    omits=FURNITURE,
    loses_markup_of=BOXES | {"pull_quote", "embed", "highlights", "author_bio", "correction", "copyright", "tags"},
    losses="furniture, what boxes and notes are, positions",
)
