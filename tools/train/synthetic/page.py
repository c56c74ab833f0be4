"""One page in the making, in one of four styles of dumps."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

import attrs

from articleparse.roles import Role
from tools.train.labels import Roles
from tools.train.synthetic.pseudo import Writer

_COLUMNS = 80
_GLUED = 0.5
"""How often the items of a list run together where there are no blank lines."""


class Style(Enum):
    """How a dump is written."""

    MARKDOWN = auto()
    PLAIN = auto()
    TIGHT = auto()  # as PLAIN, with no blank lines
    BROWSER = auto()  # as PLAIN, the headline centred and the text indented


_STYLES = (*[Style.MARKDOWN] * 4, *[Style.PLAIN] * 4, *[Style.TIGHT] * 5, Style.BROWSER)


def _glued(roles: Role | Roles) -> Roles:
    """What a list can be whose items run together: one of the story is a line of text."""
    if roles is Role.LIST:
        return frozenset({Role.LIST, Role.PARAGRAPH})
    return frozenset({roles}) if isinstance(roles, Role) else roles


@attrs.frozen
class Part:
    """A block as it was written: what it can be, its source and its text."""

    roles: Roles
    source: str
    text: str
    gap: str = ""  # what stands behind it; nothing: what the style has between blocks


class Page:
    """Collects the parts of one page in one style."""

    def __init__(self, writer: Writer, style: Style | None = None) -> None:
        self.writer = writer
        self.style = style or writer.random.choice(_STYLES)
        self.bullet = writer.random.choice(["-", "*", "  *", "•"])
        self.parts: list[Part] = []

    @property
    def source(self) -> str:
        """The dump."""
        gap = "\n" if self.style is Style.TIGHT else "\n\n"
        return "".join(part.source + (part.gap or gap) for part in self.parts).rstrip("\n") + "\n"

    @property
    def is_markdown(self) -> bool:
        """Whether headings, links and bold text have marks."""
        return self.style is Style.MARKDOWN

    def _add(self, roles: Role | Roles, source: str, text: str) -> None:
        self.parts.append(Part(frozenset({roles}) if isinstance(roles, Role) else roles, source, text))

    def line(self, roles: Role | Roles, text: str, *, linked: bool = False, bold: bool = False) -> None:
        """A paragraph."""
        source = text
        if self.is_markdown and (linked or bold):
            source = f"[{text}](#)" if linked else f"**{text}**"
        elif self.style is Style.BROWSER:
            source = "   " + text
        self._add(roles, source, text)

    def heading(self, roles: Role | Roles, text: str, level: int) -> None:
        """A heading; text browsers centre those of level 1 and write the others flush."""
        source = text
        if self.is_markdown:
            source = f"{'#' * level} {text}"
        elif self.style is Style.BROWSER and level == 1:
            source = text.center(_COLUMNS).rstrip()
        self._add(roles, source, text)

    def items(self, roles: Role | Roles, texts: Sequence[str], *, linked: bool = False, ordered: bool = False) -> None:
        """A list."""
        if self.style is Style.TIGHT and self.writer.chance(_GLUED):
            glued = "".join(texts)
            self._add(_glued(roles), glued, glued)
            return
        shown = [f"[{text}](#)" if linked and self.is_markdown else text for text in texts]
        marks = [f"{number}." if ordered else self.bullet for number in range(1, len(texts) + 1)]
        source = "\n".join(f"{mark} {text}" for mark, text in zip(marks, shown, strict=True))
        self._add(roles, source, " ".join(texts))

    def together(self, lines: Sequence[tuple[Role, str, str]]) -> None:
        """Lines without blank ones between them, each with its role, its source and its text."""
        for index, (role, source, text) in enumerate(lines):
            gap = "" if index == len(lines) - 1 else "\n"
            self.parts.append(Part(frozenset({role}), source, text, gap))

    def verbatim(self, roles: Role | Roles, source: str, text: str = "") -> None:
        """A block with marks of its own."""
        self._add(roles, source, text)
