"""Which lines that were taken for bylines sign the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from articleparse.article.letters import body_range
from articleparse.blocks import Unit
from articleparse.fields.byline import BylineFields
from articleparse.fields.line import FieldReader, flat_text
from articleparse.roles import Role
from articleparse.tree import Heading, Item, Node, Paragraph, walk

LINES = (Heading, Paragraph, Item)
"""The blocks whose own inline nodes are a line."""


@attrs.frozen
class Line:
    """A line that is read as a byline."""

    node: Node
    fields: BylineFields
    is_above: bool = True  # whether it stands above the story

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return isinstance(self.node, Item)


def signed(units: Sequence[Unit], roles: Sequence[Role], reader: FieldReader) -> list[Role]:
    """The `roles`, with the bylines taken back that do not sign the story, whose language (BCP 47) helps with dates.

    Where authors stand above the story, those below it belong to teasers or comments; where one line says "by", a name
    alone elsewhere is something else (`Enlarge Image`), as it is below a line with authors and a date; where a line has
    authors, a list has topics. What is taken back is a timestamp if it has a date, else OTHER; it stays where it is
    beside a block that does sign.

    Where no byline has authors, a date's line that names some is a byline.
    """
    found = list(roles)
    if roles.count(Role.BYLINE) < 2 and Role.TIMESTAMP not in roles:
        return found
    start, _ = body_range(roles)
    owners = [
        (index, line)
        for index, role in enumerate(roles)
        if role is Role.BYLINE
        for line in lines_of(units[index].node, reader, is_above=index < start)
    ]
    if not any(line.fields.authors for _, line in owners):
        dated = _dated_byline(units, roles, start, reader)
        if dated is not None:
            found[dated] = Role.BYLINE
        return found
    chosen = signing_lines([line for _, line in owners])
    signing = {index for (index, _), signs in zip(owners, chosen, strict=True) if signs}
    runs = [[*run] for _, run in groupby(range(len(roles)), roles.__getitem__)]
    spared = {index for run in runs if not signing.isdisjoint(run) for index in run}
    for index, line in owners:
        if line.fields.authors and index not in spared:
            found[index] = Role.TIMESTAMP if line.fields.timestamps else Role.OTHER
    return found


_ABOVE_HEADLINE = 2
"""How far above the headline (blocks) a date can belong to it."""


def _dated_byline(units: Sequence[Unit], roles: Sequence[Role], start: int, reader: FieldReader) -> int | None:
    """The first date above the story, which begins at `start`, that names an author, too: `3 May 2024 - Jane Doe`."""
    headline = roles.index(Role.HEADLINE) if Role.HEADLINE in roles else 0
    for index in range(max(0, headline - _ABOVE_HEADLINE), start):
        if roles[index] is Role.TIMESTAMP and any(map(_names_author, lines_of(units[index].node, reader))):
            return index
    return None


def _names_author(line: Line) -> bool:
    """Whether a line or item of dates names an author: by a word like "by", or alone between signs.

    What only follows its date may be anything: `23.01.2020 Young People`.
    """
    fields = line.fields
    if not fields.authors or fields.is_marked:
        return bool(fields.authors)
    rest = flat_text(line.node.children)
    spans = [(author.start, author.end) for author in fields.authors]
    spans += [(stamp.start, stamp.end) for stamp in fields.timestamps]
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    is_parted = line.is_item or bool(rest.strip())
    return is_parted and not any(map(str.isalnum, rest)) and all(" " in author.name for author in fields.authors)


def signing_lines(lines: Sequence[Line]) -> list[bool]:
    """Which of the lines name authors of the story. A "by" without a name speaks for the next line."""
    strengths = []
    carried = is_below_dated = False
    for line in lines:
        has_authors, is_dated = bool(line.fields.authors), bool(line.fields.timestamps)
        marked = line.fields.is_marked or carried
        carried = line.fields.is_marked and not has_authors
        strengths.append((has_authors, line.is_above, marked, is_dated or not is_below_dated, not line.is_item))
        is_below_dated |= has_authors and is_dated
    best = max(strengths, default=None)
    return [strength[0] and strength == best for strength in strengths]


def lines_of(node: Node, reader: FieldReader, *, is_above: bool = True) -> Iterator[Line]:
    """The lines of a block with their fields: the block itself, or the items of a list."""
    for part in walk(node):
        if isinstance(part, LINES):
            yield Line(part, reader.line(part.children).byline, is_above)
