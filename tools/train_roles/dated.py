"""Which blocks say when the story was published: those near its headline or its end that name the gold's day."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.blocks import Unit, UnitKind
from articleparse.fields.timestamps import parse_timestamps
from articleparse.roles import Role
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.align import Roles

_LONGEST = 100
"""Code points of a line that is there for its date."""

_ABOVE, _BELOW = 6, 10
"""Blocks above and below a headline, and below a story's last one, in which its date stands."""

_DAY = len("2026-01-31")


def dated(units: Sequence[Unit], roles: Sequence[Roles], published: str) -> list[Roles]:
    """`roles` with the lines told that say the day of `published` (ISO 8601; nothing where the gold has none)."""
    right = {index for index, unit in enumerate(units) if Role.TIMESTAMP in roles[index] and _says(unit, published)}
    titles = [index for index, possible in enumerate(roles) if Role.HEADLINE in possible]
    near = {index for title in titles for index in right.intersection(range(title - _ABOVE, title + _BELOW + 1))}
    if not near:
        last = max((index for index, possible in enumerate(roles) if Role.PARAGRAPH in possible), default=0)
        near = right.intersection(range(last, last + _BELOW))
    return [_TELLS_DATE if index in near else possible for index, possible in enumerate(roles)]


_TELLS_DATE: Roles = frozenset({Role.TIMESTAMP})


_LINES = (UnitKind.PARAGRAPH, UnitKind.HEADING)


def _says(unit: Unit, published: str) -> bool:
    text = unit.node.text.strip()
    if unit.kind not in _LINES or not 0 < len(text) <= _LONGEST:
        return False
    days = {field.when[:_DAY] for field in parse_timestamps(text, vocabulary=load_vocabulary()) if field.when}
    return published[:_DAY] in days if published else False
