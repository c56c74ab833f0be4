"""A page to learn from, as readers label it."""

from __future__ import annotations

from articleparse.roles import PageKind, Role
from tests.roles.blocks_by_hand import PROSE
from tools.train.corpus import units_of
from tools.train.pages import Page
from tools.train.transfer import labelled

MENU = "- [Home](#)\n- [World](#)"
DUMP = "\n\n".join([MENU, "# Bridge opens", "By Jane Doe", *PROSE, "[Print](#)", "---"]) + "\n"
ROLES = (
    Role.NAVIGATION,
    Role.HEADLINE,
    Role.BYLINE,
    *[Role.PARAGRAPH] * len(PROSE),
    Role.CONTROL,
    Role.SEPARATOR,
)


def page(text: str = DUMP, roles: tuple[Role, ...] = ROLES, *, is_read: bool = True) -> Page:
    """A page whose only dump is `text`, the roles of its blocks known."""
    known = labelled(units_of(text), [frozenset({role}) for role in roles])
    return Page("bridge", "The Daily", {"hash": text}, text, known, PageKind.ARTICLE, is_read=is_read)
