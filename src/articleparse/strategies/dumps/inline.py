"""Inline nodes as a converter writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from articleparse.formats.markdown.inline import escape_line, link_target
from articleparse.formats.runs import Run, Style, text_runs
from articleparse.strategies.dumps.habits import Habit
from articleparse.tree import Code, Image, LineBreak, Link, Node

_NO_CHARACTER = re.compile(r"(?!)")


@attrs.define
class InlineWriter:
    """Writes lines, and collects the targets that the converter lists below the dump."""

    habit: Habit
    targets: list[str] = attrs.Factory(list)
    images: int = 0  # so far

    def lines(self, nodes: Sequence[Node], width: int | None = None) -> list[str]:
        """The nodes as lines, broken at `width`; none where there is no text."""
        text = self.text(nodes)
        if not text:
            return []
        lines = [line for broken in text.split("\n") for line in wrapped(broken, width)]
        return [escape_line(line) for line in lines] if self.habit.guards else lines

    def text(self, nodes: Sequence[Node], *, line_break: str | None = None) -> str:
        """The nodes as text, with line feeds only where the page had breaks."""
        out: list[str] = []
        before = Style()
        for text, style in [*text_runs(nodes), Run("", Style())]:
            out += self._closing(before, style)
            out += self._opening(before, style)
            out.append(self._run(text, self.habit.line_break if line_break is None else line_break))
            before = style
        return "".join(out).strip(" ")

    def _marks(self, style: Style) -> list[str]:
        """The marks within a link, outermost first."""
        habit = self.habit
        signs = (
            (habit.strong, style.strong),
            (habit.emphasis, style.emphasis),
            (habit.strikethrough, style.strikethrough),
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

    def _start_of_link(self, link: Link) -> str:
        if self.habit.links == "numbered":
            self.targets.append(link.target or "#")
            return f"[{len(self.targets)}]"
        return "[" if self.habit.links in ("inline", "reference") else ""

    def _end_of_link(self, link: Link) -> str:
        if self.habit.links == "inline":
            return f"]({self._target(link.target)})"
        if self.habit.links == "reference":
            self.targets.append(link.target or "#")
            return f"][{len(self.targets)}]"
        return f" [{self._target(link.target)}]" if self.habit.links == "behind" else ""

    def _target(self, target: str | None) -> str:
        written = link_target(target)
        if self.habit.angles and "(" in written:
            return f"<{written}>"
        return "".join(f"%{ord(sign):X}" if sign in self.habit.percent else sign for sign in written)

    def _run(self, text: str | Code | Image | LineBreak, line_break: str) -> str:
        if isinstance(text, LineBreak):
            return line_break
        if isinstance(text, Code):
            return f"{self.habit.code}{text.text}{self.habit.code}"
        if isinstance(text, Image):
            self.images += 1
            return _IMAGES[self.habit.images].format(alt=text.alt, target=self._target(text.target), n=self.images)
        return _escaping(self.habit.escapes).sub(r"\\\g<0>", text)


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


def wrapped(line: str, width: int | None) -> list[str]:
    """The words of a line on lines of at most `width` code points, as far as its words are short enough.

    No line begins with a word that would make it the line of a list, a heading or a rule.

    >>> wrapped("It is 2024 - what now", 10)
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
