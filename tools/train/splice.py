"""Parts that are rare on real pages, put into real pages: crossheads over short lines, lists, tables, code."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from articleparse.blocks import Unit
from articleparse.roles import Role
from tools.train.labels import Roles
from tools.train.synthetic.body import insert
from tools.train.synthetic.page import Page, Style
from tools.train.synthetic.pseudo import Writer
from tools.train.transfer import Labelled, labelled
from tools.train.words import normal

_SHARE = 0.3
"""How often something is put between two paragraphs, beside how often made-up pages have it."""


def splice(text: str, units: Sequence[Unit], roles: Sequence[Roles], seed: str) -> tuple[str, list[Labelled]]:
    """The dump `text` with more parts in it, and its labelled blocks; the same `seed` gives the same parts."""
    page = Page(Writer(Random(seed)), Style.MARKDOWN)  # noqa: S311
    written: list[str] = []
    known: list[Labelled] = []
    end = 0
    for index, unit in enumerate(units):
        start, stop = unit.node.span
        written.append(text[end:start])
        if index and roles[index - 1] == roles[index] == {Role.PARAGRAPH}:
            count = len(page.parts)
            insert(page, _SHARE)
            written += [part.source + "\n\n" for part in page.parts[count:]]
            known += [(normal(part.text), part.roles) for part in page.parts[count:]]
        written.append(text[start:stop])
        known += labelled([unit], [roles[index] or frozenset(Role)])
        end = stop
    return "".join([*written, text[end:]]), known
