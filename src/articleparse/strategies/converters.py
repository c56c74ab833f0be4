"""Articles as converters dump them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest

import attrs
from hypothesis import strategies as st

from articleparse import tree
from articleparse.formats.markdown import Indent, Indents, Layout
from articleparse.formats.markdown_inline import escape_line, link_target
from articleparse.formats.runs import Run, Style, text_runs
from articleparse.strategies.converter_styles import STYLES, STYLES_BY_DIALECT, ConverterStyle
from articleparse.tree import Article

_Part = tree.Node | list[tree.Node]
_Task = tuple[_Part | str | int, Indents, int]
"""What is to be written, in which lists and quotations, in how many lists: a part, a line, or blank lines."""

_LISTS_AND_QUOTATIONS = (tree.ItemList, tree.Quotation, tree.PullQuote)
"""Blocks that have a mark of their own before each line."""

_NO_CHARACTER = re.compile(r"(?!)")


def dumps(article: Article | st.SearchStrategy[Article], dialect: str | None = None) -> st.SearchStrategy[str]:
    r"""Dumps of a page that holds `article`, as the converters of `dialect` write it with one setting or another.

    `article` is one article, from `articles` or from a parse, or a strategy for articles. `dialect` is a name of
    `articleparse.dialect.DIALECTS`, None for any of them; a failing example shrinks to plain Markdown. Raises
    ValueError for an unknown dialect.

    The article tells what a reader of the dump can know, but for what the dialect loses: text browsers write no
    marks and no targets, `get-text` no lists.

    >>> from hypothesis import given, settings
    >>> from articleparse.strategies import articles
    >>> @settings(max_examples=1, database=None)
    ... @given(dumps(articles()))
    ... def show(dump):
    ...     print(ascii(dump))
    >>> show()
    '# Rain\n\nRain.'
    """
    if dialect is not None and dialect not in STYLES_BY_DIALECT:
        raise ValueError(f"unknown dialect {dialect!r}; known are {', '.join(sorted(STYLES_BY_DIALECT))}")
    converters = st.sampled_from(STYLES if dialect is None else STYLES_BY_DIALECT[dialect])
    articles = st.just(article) if isinstance(article, Article) else article
    return st.builds(write, articles, converters)


def write(article: Article, converter: ConverterStyle) -> str:
    r"""The article as the converter would dump the page, furniture and all.

    >>> from articleparse import parse
    >>> from articleparse.strategies.converter_styles import STYLES_BY_DIALECT
    >>> print(write(parse("- It\n- *rained*."), STYLES_BY_DIALECT["turndown"][0]))
    *   It
    *   _rained_.
    """
    return _DumpWriter(converter).write(article)


class _DumpWriter:
    """Writes block after block with a stack, however deep they are nested."""

    def __init__(self, converter: ConverterStyle) -> None:
        self.converter = converter
        self.inline = _LineWriter(converter)
        self.layout = Layout()
        self.stack: list[_Task] = []
        margin = converter.margin
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
        wrap = self.converter.wrap
        return max(20, wrap - sum(len(indent.rest) for indent in indents)) if wrap else None

    def _block(self, node: tree.Node, indents: Indents, depth: int) -> None:
        if isinstance(node, (tree.Headline, tree.Heading)):
            self._heading(node, indents)
        elif isinstance(node, tree.Table):
            self.layout.add(_table_lines(node, self.inline), indents)
        elif isinstance(node, tree.CodeBlock):
            self.layout.add(self._code(node), indents)
        elif isinstance(node, tree.Separator):
            self.layout.add([self.converter.rule] if self.converter.rule else [], indents)
        elif isinstance(node, tree.ItemList):
            self._push_items(node, indents, depth)
        elif isinstance(node, (tree.Quotation, tree.PullQuote)):
            self._push(_parts(node.children), (*indents, Indent(self.converter.quote, self.converter.quote)), depth)
        else:
            self._push(_parts(node.children), indents, depth)

    def _push(self, parts: list[_Part], indents: Indents, depth: int) -> None:
        pending: list[_Task] = []
        for index, part in enumerate(parts):
            if index:
                # Two lists of one kind are parted by a second blank line, as browsers do it.
                twins = _is_list_at(part, 0) and _is_list_at(parts[index - 1], -1)
                more = self.converter.heading_gap * isinstance(part, (tree.Headline, tree.Heading))
                pending.append((self.converter.gap + twins + more, indents, depth))
            pending.append((part, indents, depth))
        self.stack.extend(reversed(pending))

    def _heading(self, node: tree.Headline | tree.Heading, indents: Indents) -> None:
        converter = self.converter
        level = 1 if isinstance(node, tree.Headline) else max(2, min(node.level, 6))
        text = self.inline.text(node.children, line_break=" ")
        if not text:
            return
        if converter.headings == "plain":
            outdent = converter.outdents[min(level, len(converter.outdents)) - 1]
            self.layout.add(
                [outdent + text], indents[len(self.margin) :] if indents[:1] == self.margin[:1] else indents
            )
        elif converter.headings == "setext" and level < 3:
            self.layout.add([text, "=-"[level - 1] * len(text)], indents)
        else:
            self.layout.add([f"{'#' * level} {text}"], indents)

    def _code(self, node: tree.CodeBlock) -> list[str]:
        lines = node.text.splitlines()
        if self.converter.fences == "fence":
            return [f"```{node.language or ''}", *lines, "```"]
        return [f"    {line}" for line in lines] if self.converter.fences == "indent" else lines

    def _push_items(self, node: tree.ItemList, indents: Indents, depth: int) -> None:
        """The items, no blank lines between them nor before a list within one."""
        pending: list[_Task] = []
        first = node.start if node.start is not None else 1
        for index, item in enumerate(node.children):
            bullet = self.converter.bullets[min(depth, 1)]
            mark = self.converter.number.format(first + index) if node.ordered and self.converter.number else bullet
            inner = (*indents, Indent(mark, " " * len(mark)))
            parts = _parts(item.children)
            for position, part in enumerate(parts):
                if position and not isinstance(part, tree.ItemList):
                    pending.append((1, inner, depth + 1))
                pending.append((part, inner, depth + 1))
            if not parts:
                pending.append(("", inner, depth + 1))
        self.stack.extend(reversed(pending))

    def _references(self) -> list[str]:
        if not self.inline.targets:
            return []
        numbered = enumerate(self.inline.targets, 1)
        if self.converter.links == "numbered":
            return ["", "References", "", *(f"   {number}. {target}" for number, target in numbered)]
        return [line for number, target in numbered for line in ("", f"   [{number}]: {target}")]


def _is_list_at(part: _Part, end: int) -> bool:
    """Whether a list is the first (0) or last (-1) of what is written of the part, in boxes too (a fact box)."""
    while isinstance(part, tree.Node) and part.children and not isinstance(part, _LISTS_AND_QUOTATIONS):
        part = part.children[end]
    return isinstance(part, tree.ItemList)


def _parts(nodes: Iterable[tree.Node]) -> list[_Part]:
    """The blocks of `nodes`, and each run of inline nodes among them; front, body, back and sections opened up."""
    parts: list[_Part] = []
    for is_inline, group in groupby(nodes, key=lambda node: node.inline):
        run = [*group]
        parts += [run] if is_inline else run
    return parts


def _table_lines(table: tree.Table, inline: _LineWriter) -> list[str]:
    """A line a row, and perhaps a rule below the first."""
    rows = [[inline.text(cell.children, line_break=" ") for cell in row.children] for row in table.children]
    tables = inline.converter.tables
    if tables == "tabs":
        return ["\t\t".join(row) for row in rows]
    if tables == "columns":
        return _columns(rows)
    if tables == "open":
        lines = ["| ".join(row) + "  " for row in rows]
        return [*lines[:1], "|".join(["---"] * len(rows[0] if rows else [])), *lines[1:]]
    lines = [f"| {' | '.join(row)} |{inline.converter.row_end}" for row in rows]
    return [*lines[:1], "|" + " --- |" * len(rows[0] if rows else []), *lines[1:]]


def _columns(rows: list[list[str]]) -> list[str]:
    """Cells padded to the width of their column, two blanks between."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]


@attrs.define
class _LineWriter:
    """Writes lines, and collects the targets that the converter lists below the dump."""

    converter: ConverterStyle
    targets: list[str] = attrs.Factory(list)
    images: int = 0  # so far

    def lines(self, nodes: Sequence[tree.Node], width: int | None = None) -> list[str]:
        """The nodes as lines, broken at `width`; none where there is no text."""
        text = self.text(nodes)
        if not text:
            return []
        lines = [line for broken in text.split("\n") for line in _wrapped(broken, width)]
        return [escape_line(line) for line in lines] if self.converter.guards else lines

    def text(self, nodes: Sequence[tree.Node], *, line_break: str | None = None) -> str:
        """The nodes as text, with line feeds only where the page had breaks."""
        out: list[str] = []
        before = Style()
        for text, style in [*text_runs(nodes), Run("", Style())]:
            out += self._closing(before, style)
            out += self._opening(before, style)
            out.append(self._run(text, self.converter.line_break if line_break is None else line_break))
            before = style
        return "".join(out).strip(" ")

    def _marks(self, style: Style) -> list[str]:
        """The marks within a link, outermost first."""
        converter = self.converter
        signs = (
            (converter.strong, style.strong),
            (converter.emphasis, style.emphasis),
            (converter.strikethrough, style.strikethrough),
        )
        return [sign for sign, wanted in signs if wanted and sign]

    def _closing(self, before: Style, after: Style) -> list[str]:
        signs = self._marks(before)[::-1] if before != after else []
        link = before.link if before.link is not after.link else None
        return [*signs, self._end_of_link(link)] if link is not None else signs

    def _opening(self, before: Style, after: Style) -> list[str]:
        signs = self._marks(after) if before != after else []
        link = after.link if before.link is not after.link else None
        return [self._start_of_link(link), *signs] if link is not None else signs

    def _start_of_link(self, link: tree.Link) -> str:
        if self.converter.links == "numbered":
            self.targets.append(link.target or "#")
            return f"[{len(self.targets)}]"
        return "[" if self.converter.links in ("inline", "reference") else ""

    def _end_of_link(self, link: tree.Link) -> str:
        if self.converter.links == "inline":
            return f"]({self._target(link.target)})"
        if self.converter.links == "reference":
            self.targets.append(link.target or "#")
            return f"][{len(self.targets)}]"
        return f" [{self._target(link.target)}]" if self.converter.links == "behind" else ""

    def _target(self, target: str | None) -> str:
        written = link_target(target)
        if self.converter.angles and "(" in written:
            return f"<{written}>"
        return "".join(f"%{ord(sign):X}" if sign in self.converter.percent else sign for sign in written)

    def _run(self, text: str | tree.Code | tree.Image | tree.LineBreak, line_break: str) -> str:
        if isinstance(text, tree.LineBreak):
            return line_break
        if isinstance(text, tree.Code):
            return f"{self.converter.code}{text.text}{self.converter.code}"
        if isinstance(text, tree.Image):
            self.images += 1
            return _IMAGES[self.converter.images].format(alt=text.alt, target=self._target(text.target), n=self.images)
        return _escaping(self.converter.escapes).sub(r"\\\g<0>", text)


_IMAGES = {
    "inline": "![{alt}]({target})",
    "bracketed": "[{alt}]",
    "linked": "[[{alt}]]({target})",
    "numbered": "![Image {n}: {alt}]({target})",
    "behind": "{alt} [{target}]",
    "text": "{alt}",
}


def _escaping(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]") if characters else _NO_CHARACTER


def _wrapped(line: str, width: int | None) -> list[str]:
    """The words of a line on lines of at most `width` code points, as far as its words are short enough.

    No line begins with a word that would make it the line of a list, a heading or a rule.

    >>> _wrapped("It is 2024 - what now", 10)
    ['It is 2024 -', 'what now']
    """
    if width is None or len(line) <= width:
        return [line]
    words = line.rstrip(" ").split(" ")
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > width and escape_line(word) == word != "*":
            lines.append(word)
        else:
            lines[-1] += " " + word
    lines[-1] += " " * (len(line) - len(line.rstrip(" ")))
    return lines
