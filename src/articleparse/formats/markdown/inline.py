"""Atoms as a line of Markdown, or several where line breaks stand between."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from articleparse.formats.markdown.escape import escape_text, link_target, link_title
from articleparse.formats.markdown.writable import emphasis_sign, writable
from articleparse.formats.runs import Atom, Style
from articleparse.tree import Code, Image, LineBreak, Link

_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"https?://[^\s<>\\&]+")


def write_inline(atoms: Sequence[Atom], *, line_break: str = "\\\n") -> str:
    r"""The atoms as Markdown; `line_break` is written for a `LineBreak`.

    >>> write_inline([Atom("a ", Style()), Atom("b*", Style(strong=True))])
    'a **b\\***'
    """
    return _Writer(writable(atoms), line_break).write()


class _Writer:
    """Writes atom by atom, opening and closing marks where the style changes."""

    def __init__(self, atoms: Sequence[Atom], line_break: str) -> None:
        self.atoms = atoms
        self.line_break = line_break
        self.out: list[str] = []
        self.open: list[tuple[str, Link | None, str]] = []  # name, link, closing mark; outermost first

    def write(self) -> str:
        """The whole."""
        for index, atom in enumerate(self.atoms):
            self._change_style(atom.style, index)
            self.out.append(self._atom(index, atom))
        self._close(0)
        return "".join(self.out)

    def _change_style(self, style: Style, index: int) -> None:
        wanted = _marks(style)
        common = 0
        for (name, link, _), (wanted_name, wanted_link) in zip(self.open, wanted, strict=False):
            if name != wanted_name or link is not wanted_link:
                break
            common += 1
        self._close(common)
        for name, link in wanted[common:]:
            opening, closing = self._signs(name, link, index)
            self.out.append(opening)
            self.open.append((name, link, closing))

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            self.out.append(self.open.pop()[2])

    def _signs(self, name: str, link: Link | None, index: int) -> tuple[str, str]:
        if link is not None:
            if self._is_autolink(link, index):
                return "<", ">"
            if self.out and self.out[-1].endswith("!"):  # `![` would begin an image
                self.out[-1] = self.out[-1][:-1] + "&#33;"
            return "[", f"]({link_target(link.target)}{link_title(link.title)})"
        if name == "emphasis":
            sign = emphasis_sign(self.atoms, index)
            return sign, sign
        return ("**", "**") if name == "strong" else ("~~", "~~")

    def _is_autolink(self, link: Link, index: int) -> bool:
        """Whether the link is an address that is its own text."""
        text, style = self.atoms[index]
        after = self.atoms[index + 1].style.link if index + 1 < len(self.atoms) else None
        plain = style == Style(link=link) and after is not link and not link.title
        return plain and text == link.target and bool(_AUTOLINK.fullmatch(link.target))

    def _atom(self, index: int, atom: Atom) -> str:
        text, style = atom
        if isinstance(text, LineBreak):
            return self.line_break
        if isinstance(text, Code):
            return _code(text.text)
        if isinstance(text, Image):
            return f"![{_alternative(text.alt)}]({link_target(text.target)}{link_title(text.title)})"
        if style.link is not None and self._is_autolink(style.link, index):
            return text
        return escape_text(text, in_link=style.link is not None)


def _marks(style: Style) -> list[tuple[str, Link | None]]:
    """The marks of a style, outermost first."""
    marks: list[tuple[str, Link | None]] = [("link", style.link)] if style.link is not None else []
    return marks + [(name, None) for name in ("strong", "emphasis", "strikethrough") if getattr(style, name)]


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
