"""The blocks that hold no other blocks, each as lines of Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from articleparse.formats.markdown.escape import escape_heading, escape_line
from articleparse.formats.markdown.inline import write_inline
from articleparse.formats.runs import Atom, Style, atoms, credit_text
from articleparse.tree import Caption, CodeBlock, Credit, CreditLine, Heading, Node, Row, Table, find

RULE = "* * *"
_TICKS = re.compile(r"`{3,}")
_SPACES = re.compile(r" {2,}")
_LINE_END = re.compile(r"\r\n?|\n")
_NOT_IN_INFO = re.compile(r"[`~\s]+")
_PLAIN = Style()
_ITALIC = Style(emphasis=True)
_BOLD = Style(strong=True)


def text_lines(nodes: Iterable[Node], style: Style = _PLAIN) -> list[str]:
    """Inline nodes as the lines of a paragraph, one for each line break; none where there is no text."""
    text = write_inline(atoms(nodes, style))
    return [escape_line(line) for line in text.split("\n")] if text else []


def bold_lines(nodes: Iterable[Node]) -> list[str]:
    """The same in bold."""
    return text_lines(nodes, _BOLD)


def by_lines(by: str, nodes: Iterable[Node]) -> list[str]:
    """The same behind a word such as "By ", which needs no escape."""
    text = write_inline(atoms(nodes))
    return (by + text).split("\n") if text else []


def heading_lines(nodes: Iterable[Node], level: int) -> list[str]:
    """Inline nodes as a heading, which is always one line."""
    text = _SPACES.sub(" ", write_inline(atoms(nodes), line_break=" "))
    return [f"{'#' * level} {escape_heading(text)}"] if text else []


def crosshead_lines(heading: Heading) -> list[str]:
    """A heading of the body; the highest level is the headline's."""
    return heading_lines(heading.children, min(max(heading.level, 2), 6))


def caption_lines(caption: Caption) -> list[str]:
    """A caption in italics, its credits behind it: `_The bridge in May_ (Photo: EPA)`."""
    parts = atoms(caption.children, _ITALIC, credits_too=False)
    credits_ = " ".join(credit_text(credit) for credit in find(caption, Credit))
    text = write_inline([*parts, Atom(" " * bool(parts and credits_) + credits_, _PLAIN)])
    return [escape_line(line) for line in text.split("\n")] if text else []


def credits_lines(credits_: CreditLine) -> list[str]:
    """CreditLine in a line of their own, without what stands between them."""
    text = " ".join(credit_text(credit) for credit in find(credits_, Credit))
    return [escape_line(write_inline([Atom(text, _PLAIN)]))] if text else text_lines(credits_.children)


def table_lines(table: Table) -> list[str]:
    """A line a row, and a line of dashes below rows of heads. A table without heads has no such line."""
    lines: list[str] = []
    for row in table.children:
        cells = [write_inline(atoms(cell.children), line_break="<br>").replace("|", "\\|") for cell in row.children]
        if cells:
            lines.append("| " + " | ".join(cells) + " |")
            if isinstance(row, Row) and row.is_header:
                lines.append("|" + "---|" * len(cells))
    return lines


def code_lines(block: CodeBlock) -> list[str]:
    """Code between fences longer than any within, without indentation that all lines share or blank lines below."""
    text = textwrap.dedent(block.text).rstrip("\r\n")
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    language = _NOT_IN_INFO.sub(" ", block.language or "").strip()
    return [fence + language, *_LINE_END.split(text), fence]
