"""A line of Markdown: marks where they are marks, escapes where they are not."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from articleparse.formats.runs import Mark, Run, Style, marks, merge_runs, shared_marks
from articleparse.source import leads_nowhere
from articleparse.tree import Code, Image, LineBreak, Link

# The set comes first and what is asked of each character behind it: a set is searched for fast, a choice is not.
_SPECIAL = re.compile(
    r"""
    [\\`*\[\]_~<&] (?:
        (?<=[\\`*\[\]])
      | (?<=_) (?: (?<![^\W_]_) | (?![^\W_]) )    # within a word it is no mark
      | (?<=~) (?: (?<=~~) | (?=~) | (?<=\A~) | \Z )
      | (?<=<) (?=[A-Za-z/!?])                    # a tag, a comment or an address
      | (?<=&) (?=\#?[0-9A-Za-z]{1,32};)          # a character reference
    )
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r":(?=//)|www(?=\.\S)")
"""Where an address without brackets would become a link."""

_LINE_START = re.compile(
    r"""
      \#{1,6}(?=\s|\Z) | [-+](?=\s|\Z) | > | \|
    | [-=:](?=[-=:|+\s]*\Z)                 # a rule, the mark of a heading, the rule of a table
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=\s|\Z)")
_BULLET = re.compile(r"[•□◦▪‣●○](?=\s|\Z)|[━─═](?=[━─═]{2,}\s*\Z)")
_CLOSING_HASHES = re.compile(r"#(?=#*\Z)")


def escape_text(text: str, *, in_link: bool = False) -> str:
    r"""Return `text` as Markdown that is read as that text, wherever in a line it stands.

    >>> escape_text("2 * 3 [sic] snake_case &amp; <b> a < b")
    '2 \\* 3 \\[sic\\] snake_case \\&amp; \\<b> a < b'
    """
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return text if in_link else _ADDRESS.sub(r"\g<0>\\", text)


def escape_line(line: str) -> str:
    r"""Return a line of Markdown that no longer begins with the mark of a heading, list, quotation, table or rule.

    >>> escape_line("1. May"), escape_line("# 1"), escape_line("• x"), escape_line("-5 degrees")
    ('1\\. May', '\\# 1', '&#8226; x', '-5 degrees')
    """
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    if _BULLET.match(line):  # no ASCII, so a backslash would be a character
        return f"&#{ord(line[0])};{line[1:]}"
    return f"\\{line}" if _LINE_START.match(line) else line


def escape_heading(line: str) -> str:
    """Return a line of Markdown changed so that number signs at its end are not the closing mark of a heading."""
    return _CLOSING_HASHES.sub(r"\\#", line, count=1)


_PLAIN_TARGET = re.compile(r"(?:[^\s()<>\\&]|\([^\s()<>\\&]*\))+")
_NEEDS_REFERENCE = re.compile(r"[<>\\&\s]")


def link_target(target: str | None, *, is_picture: bool = False) -> str:
    """Return the target as it stands between the parentheses of a link; `#` for a placeholder and for scripts.

    >>> link_target("https://example.org/a_(b)"), link_target("a b>"), link_target("javascript:alert(1)")
    ('https://example.org/a_(b)', '<a b&#62;>', '#')
    """
    if target is None or leads_nowhere(target, is_picture=is_picture):
        return "#"
    if _PLAIN_TARGET.fullmatch(target.replace("&", "") if html.unescape(target) == target else target):
        return target
    return f"<{_NEEDS_REFERENCE.sub(_reference, target)}>"


def _reference(match: re.Match[str]) -> str:
    return " " if match[0] == " " else f"&#{ord(match[0])};"


def link_title(title: str | None) -> str:
    r"""Return a title as it stands behind a target, with the space before it; empty for none.

    >>> link_title('a "b"')
    ' "a \\"b\\""'
    """
    if not title:
        return ""
    flat = " ".join(title.split())
    return ' "' + re.sub(r'[\\"]', r"\\\g<0>", flat) + '"'


_MARK = "!"
"""Stands for any sign that is neither a letter nor white space."""


def emphasis_sign(runs: Sequence[Run], start: int) -> str:
    """Return `_` for emphasis that begins with the run at `start`; within a word `*`; "" where that is no mark either.

    >>> emphasis_sign([Run("a", Style(emphasis=True)), Run(" b", Style())], 0)
    '_'
    >>> emphasis_sign([Run("a", Style(emphasis=True)), Run("b", Style())], 0)
    '*'
    """
    style = runs[start].style
    end = _end(runs, start)
    before = _character(runs, start - 1, style, -1)
    after = _character(runs, end, style, 0)
    if not before.isalnum() and not after.isalnum():
        return "_"
    first, last = _character(runs, start, style, 0), _character(runs, end - 1, style, -1)
    opens = first.isalnum() or not before.isalnum()
    closes = last.isalnum() or not after.isalnum()
    return "*" if opens and closes and not _opens_strong(runs, start) else ""


def writable(runs: Sequence[Run]) -> list[Run]:
    """Return the runs, text without emphasis or code that is mere text where the marks would not be read."""
    return merge_runs(_without_crowded_code(merge_runs(_without_crowded_emphasis(runs))))


def _without_crowded_code(runs: Sequence[Run]) -> Iterator[Run]:
    """Code right behind a back quote is text, for the two would be one run of back quotes."""
    before = Run("", Style())
    for run in runs:
        text = before.text
        crowded = isinstance(text, str) and text.endswith("`") and before.style == run.style
        if isinstance(run.text, Code) and crowded:
            yield Run(" ".join(run.text.text.split()), run.style)
        else:
            yield run
        before = run


def _without_crowded_emphasis(runs: Sequence[Run]) -> Iterator[Run]:
    index = 0
    while index < len(runs):
        end = index + 1
        drop = False
        if runs[index].style.emphasis:
            end = _end(runs, index)
            drop = emphasis_sign(runs, index) == ""
        for text, style in runs[index:end]:
            yield Run(text, style._replace(emphasis=False)) if drop else Run(text, style)
        index = end


def _end(runs: Sequence[Run], start: int) -> int:
    """The index behind the runs under the same mark of emphasis."""
    style = runs[start].style
    end = start
    while end < len(runs) and runs[end].style[:3] == style[:3]:
        end += 1
    return end


def _character(runs: Sequence[Run], index: int, style: Style, position: int) -> str:
    """The first or last character of an run as it will stand there: a sign where a mark or a node is between."""
    if not 0 <= index < len(runs):
        return " "
    text, found = runs[index]
    bare = found[:2] == style[:2] and not found.strikethrough and isinstance(text, str)
    return str(text)[position:][:1] if bare else _MARK


def _opens_strong(runs: Sequence[Run], start: int) -> bool:
    """Whether `**` stands right before, which a `*` would become one run of signs with."""
    style = runs[start].style
    return style.strong and (start == 0 or runs[start - 1].style[:2] != style[:2])


_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"https?://[^\s<>\\&]+")


def write_inline(runs: Sequence[Run], *, line_break: str = "\\\n") -> str:
    r"""Return the runs as Markdown; `line_break` is written for a `LineBreak`.

    >>> write_inline([Run("a ", Style()), Run("b*", Style(strong=True))])
    'a **b\\***'
    """
    return _Writer(writable(runs), line_break).write()


class _Writer:
    """Writes run by run, opening and closing marks where the style changes."""

    def __init__(self, runs: Sequence[Run], line_break: str) -> None:
        self.runs = runs
        self.line_break = line_break
        self.out: list[str] = []
        self.open: list[tuple[Mark, str]] = []  # marks and what closes them, outermost first

    def write(self) -> str:
        """The whole."""
        for index, run in enumerate(self.runs):
            self._change_style(run.style, index)
            self.out.append(self._run(index, run))
        self._close(0)
        return "".join(self.out)

    def _change_style(self, style: Style, index: int) -> None:
        wanted = marks(style)
        common = shared_marks((mark for mark, _ in self.open), wanted)
        self._close(common)
        for mark in wanted[common:]:
            opening, closing = self._signs(mark, index)
            self.out.append(opening)
            self.open.append((mark, closing))

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            self.out.append(self.open.pop()[1])

    def _signs(self, mark: Mark, index: int) -> tuple[str, str]:
        name, link = mark
        if link is not None:
            if self._is_autolink(link, index):
                return "<", ">"
            if self.out and self.out[-1].endswith("!"):  # `![` would begin an image
                self.out[-1] = self.out[-1][:-1] + "&#33;"
            return "[", f"]({link_target(link.target)}{link_title(link.title)})"
        if name == "emphasis":
            sign = emphasis_sign(self.runs, index)
            return sign, sign
        return ("**", "**") if name == "strong" else ("~~", "~~")

    def _is_autolink(self, link: Link, index: int) -> bool:
        """Whether the link is an address that is its own text."""
        text, style = self.runs[index]
        after = self.runs[index + 1].style.link if index + 1 < len(self.runs) else None
        plain = style == Style(link=link) and after is not link and not link.title
        return plain and text == link.target and bool(_AUTOLINK.fullmatch(link.target))

    def _run(self, index: int, run: Run) -> str:
        text, style = run
        if isinstance(text, LineBreak):
            return self.line_break
        if isinstance(text, Code):
            return _code(text.text)
        if isinstance(text, Image):
            return f"![{_alternative(text.alt)}]({link_target(text.target, is_picture=True)}{link_title(text.title)})"
        if style.link is not None and self._is_autolink(style.link, index):
            return text
        return escape_text(text, in_link=style.link is not None)


def _code(text: str) -> str:
    """Code between more back quotes than it holds in a row."""
    flat = " ".join(text.split())
    fence = "`" * (1 + max(map(len, _TICKS.findall(flat)), default=0))
    pad = " " if flat[:1] == "`" or flat[-1:] == "`" else ""
    return f"{fence}{pad}{flat}{pad}{fence}" if flat else ""


def _alternative(alt: str) -> str:
    """The alternative text of an image, where character references are read even behind a backslash."""
    flat = " ".join(alt.split())
    parts = flat.split("&") if html.unescape(flat) != flat else [flat]
    return "&amp;".join(escape_text(part, in_link=True) for part in parts)
