"""Who signs the story: which lines that were taken for bylines name its authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import attrs

from articleparse.article.tokens import body_range
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.fields.byline import AuthorField, BylineFields
from articleparse.fields.line import FieldReader, LineFields
from articleparse.fields.names import name_score
from articleparse.roles import FURNITURE, Judgement, Role
from articleparse.tree import Heading, Item, Node, Paragraph, walk

LINES = (Heading, Paragraph, Item)
"""The blocks whose own inline nodes are a line."""


@attrs.frozen
class Line:
    """A line that is read as a byline."""

    node: Node
    line: LineFields
    is_above: bool = True  # whether it stands above the story

    @property
    def fields(self) -> BylineFields:
        """The authors and dates of the line."""
        return self.line.byline

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return isinstance(self.node, Item)


def drop_foreign_bylines(
    units: Sequence[Unit], judgements: Sequence[Judgement], reader: FieldReader, diagnostics: Diagnostics
) -> list[Judgement]:
    """Return the judgements, with the bylines taken back that do not sign the story.

    Where authors stand above the story, those below it belong to teasers or comments; where one line says "by", a name
    alone elsewhere is something else (`Enlarge Image`), as it is below a line with authors and a date; where a line has
    authors, a list has topics. What is taken back is a timestamp if it has a date, else furniture, and is reported to
    `diagnostics`; it stays a byline beside a block that does sign. So is, unreported, what names nobody and no day.

    Where no byline has authors, a date's line that names some is a byline; where none names a person, a line between
    headline and story is that the grammar reads as nothing but names.
    """
    roles = [judgement.role for judgement in judgements]
    start, _ = body_range(roles)
    owned = [
        (index, line)
        for index, role in enumerate(roles)
        if role is Role.BYLINE
        for line in lines_of(units[index].node, reader, is_above=index < start)
    ]
    kept = [*judgements]
    for index in _silent(owned):
        kept[index] = kept[index].changed(Role.OTHER, "it names nobody, and no day")
    if any(line.fields.authors for _, line in owned):
        for index, is_dated in _foreign(owned, roles).items():
            kept[index] = kept[index].changed(
                Role.TIMESTAMP if is_dated else Role.OTHER, "another line signs the story"
            )
            diagnostics.add("AP107", *units[index].node.span)
    elif (dated := _dated_byline(units, roles, start, reader)) is not None:
        kept[dated] = kept[dated].changed(Role.BYLINE, "the line of the date names who signs the story")
        return kept
    if not any(_is_person(author) for _, line in owned for author in line.fields.authors):
        signed = _line_of_names(units, roles, start, reader)
        if signed is not None:
            kept[signed] = kept[signed].changed(Role.BYLINE, "no other line names people, and this one names no more")
    return kept


def _silent(owned: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the blocks that name nobody and no day, but for those beside one that does: roles, outlets."""
    said = {index for index, line in owned if line.fields.authors or line.fields.timestamps or line.fields.is_marked}
    return {index for index, _ in owned if said.isdisjoint((index - 1, index, index + 1))}


def _foreign(owned: Sequence[tuple[int, Line]], roles: Sequence[Role]) -> dict[int, bool]:
    """Return the blocks whose lines name authors of something else, and whether the line has a date.

    `owned` are the lines of bylines, each with the index of its block.
    """
    chosen = story_bylines([line for _, line in owned])
    signing = {index for (index, _), signs in zip(owned, chosen, strict=True) if signs}
    runs = [[*run] for _, run in groupby(range(len(roles)), roles.__getitem__)]
    spared = {index for run in runs if not signing.isdisjoint(run) for index in run}
    return {index: bool(line.fields.timestamps) for index, line in owned if line.fields.authors and index not in spared}


_MAX_BLOCKS_ABOVE = 2
"""How far above the headline (blocks) a date can belong to it."""


def _dated_byline(units: Sequence[Unit], roles: Sequence[Role], start: int, reader: FieldReader) -> int | None:
    """Find the first date above the story, which begins at `start`, that names an author: `3 May 2024 - Jane Doe`."""
    headline = roles.index(Role.HEADLINE) if Role.HEADLINE in roles else 0
    for index in range(max(0, headline - _MAX_BLOCKS_ABOVE), start):
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
    rest = line.line.text
    spans = [(author.start, author.end) for author in fields.authors]
    spans += [(stamp.start, stamp.end) for stamp in fields.timestamps]
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    is_parted = line.is_item or bool(rest.strip())
    return is_parted and not any(map(str.isalnum, rest)) and all(" " in author.name for author in fields.authors)


_MAYBE_SIGNED = frozenset({Role.DECK, Role.KICKER}) | FURNITURE
"""Roles that a line of names can be taken for."""

_MAX_SIGNED_CHARS = 120


def _line_of_names(units: Sequence[Unit], roles: Sequence[Role], start: int, reader: FieldReader) -> int | None:
    """Find the first line between the headline and the story, which begins at `start`, that only says who wrote it."""
    if Role.HEADLINE not in roles or start == len(roles):
        return None
    for index in range(roles.index(Role.HEADLINE) + 1, start):
        node = units[index].node
        if roles[index] not in _MAYBE_SIGNED or not isinstance(node, (Heading, Paragraph)):
            continue
        if len(node.text) <= _MAX_SIGNED_CHARS and _only_names(reader.line(node.children).byline):
            return index
    return None


def _only_names(fields: BylineFields) -> bool:
    """Whether people sign: by a word such as "by" or their role, or several; their letters must look like names."""
    is_told = fields.is_marked or len(fields.authors) > 1 or any(author.role for author in fields.authors)
    if any(author.is_agency for author in fields.authors):
        return False
    return is_told and any(map(_is_person, fields.authors))


def _is_person(author: AuthorField) -> bool:
    return not author.is_agency and name_score(author.name) > 0


class _Strength(NamedTuple):
    """How strongly a line claims to sign the story; the first difference decides."""

    has_authors: bool
    is_above: bool  # the story
    is_marked: bool  # by a word such as "by", in the line or in the one before
    is_dated: bool  # or stands below no line with authors and a date
    is_line: bool  # and no item of a list


def story_bylines(lines: Sequence[Line]) -> list[bool]:
    """Return for each of the lines whether it names authors of the story.

    A "by" without a name speaks for the next line.
    """
    strengths = []
    carried = is_below_dated = False
    for line in lines:
        fields = line.fields
        has_authors, is_dated = bool(fields.authors), bool(fields.timestamps)
        is_marked = fields.is_marked or carried
        carried = fields.is_marked and not has_authors
        strengths.append(
            _Strength(has_authors, line.is_above, is_marked, is_dated or not is_below_dated, not line.is_item)
        )
        is_below_dated |= has_authors and is_dated
    best = max(strengths, default=None)
    return [strength.has_authors and strength == best for strength in strengths]


def lines_of(node: Node, reader: FieldReader, *, is_above: bool = True) -> Iterator[Line]:
    """Yield the lines of a block with their fields: the block itself, or the items of a list."""
    for part in walk(node):
        if isinstance(part, LINES):
            yield Line(part, reader.line(part.children), is_above)
