"""Parts that are rare on real pages, put into real pages: crossheads over short lines, lists, tables, code."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from articleparse.blocks import Unit
from articleparse.roles import Role
from tools.train_roles.align import Roles
from tools.train_roles.synthetic.body import insert
from tools.train_roles.synthetic.page import Page, Part, Style
from tools.train_roles.synthetic.pseudo import Writer

_SHARE = 0.3
"""How often something is put between two paragraphs, beside how often made-up pages have it."""


def splice(text: str, units: Sequence[Unit], roles: Sequence[Roles], seed: str) -> tuple[str, list[Part]]:
    """The dump `text` with more parts in it, and these parts; the same `seed` gives the same parts."""
    page = Page(Writer(Random(seed)), Style.MARKDOWN)  # noqa: S311
    written: list[str] = []
    end = known = 0
    for index, unit in enumerate(units):
        start, stop = unit.node.span
        written.append(text[end:start])
        if index and roles[index - 1] == roles[index] == {Role.PARAGRAPH}:
            insert(page, _SHARE)
            written += [part.source + "\n\n" for part in page.parts[known:]]
            known = len(page.parts)
        written.append(text[start:stop])
        end = stop
    return "".join([*written, text[end:]]), page.parts
