"""Atoms without the marks that would not be read as marks, and the sign that emphasis has in each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articleparse.formats.runs import Atom, Style, merge
from articleparse.tree import Code

_MARK = "!"
"""Stands for any sign that is neither a letter nor white space."""


def emphasis_sign(atoms: Sequence[Atom], start: int) -> str:
    """`_` for emphasis that begins with the atom at `start`; within a word `*`; nothing where that is no mark either.

    >>> emphasis_sign([Atom("a", Style(emphasis=True)), Atom(" b", Style())], 0)
    '_'
    >>> emphasis_sign([Atom("a", Style(emphasis=True)), Atom("b", Style())], 0)
    '*'
    """
    style = atoms[start].style
    end = _end(atoms, start)
    before = _character(atoms, start - 1, style, -1)
    after = _character(atoms, end, style, 0)
    if not before.isalnum() and not after.isalnum():
        return "_"
    first, last = _character(atoms, start, style, 0), _character(atoms, end - 1, style, -1)
    opens = first.isalnum() or not before.isalnum()
    closes = last.isalnum() or not after.isalnum()
    return "*" if opens and closes and not _opens_strong(atoms, start) else ""


def writable(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms, text without emphasis or code that is mere text where the marks would not be read."""
    return merge(_without_crowded_code(merge(_without_crowded_emphasis(atoms))))


def _without_crowded_code(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Code right behind a back quote is text, for the two would be one run of back quotes."""
    before = Atom("", Style())
    for atom in atoms:
        text = before.text
        crowded = isinstance(text, str) and text.endswith("`") and before.style == atom.style
        if isinstance(atom.text, Code) and crowded:
            yield Atom(" ".join(atom.text.text.split()), atom.style)
        else:
            yield atom
        before = atom


def _without_crowded_emphasis(atoms: Sequence[Atom]) -> Iterator[Atom]:
    index = 0
    while index < len(atoms):
        end = index + 1
        drop = False
        if atoms[index].style.emphasis:
            end = _end(atoms, index)
            drop = emphasis_sign(atoms, index) == ""
        for text, style in atoms[index:end]:
            yield Atom(text, style._replace(emphasis=False)) if drop else Atom(text, style)
        index = end


def _end(atoms: Sequence[Atom], start: int) -> int:
    """The index behind the atoms under the same mark of emphasis."""
    style = atoms[start].style
    end = start
    while end < len(atoms) and atoms[end].style[:3] == style[:3]:
        end += 1
    return end


def _character(atoms: Sequence[Atom], index: int, style: Style, position: int) -> str:
    """The first or last character of an atom as it will stand there: a sign where a mark or a node is between."""
    if not 0 <= index < len(atoms):
        return " "
    text, found = atoms[index]
    bare = found[:2] == style[:2] and not found.strikethrough and isinstance(text, str)
    return str(text)[position:][:1] if bare else _MARK


def _opens_strong(atoms: Sequence[Atom], start: int) -> bool:
    """Whether `**` stands right before, which a `*` would become one run of signs with."""
    style = atoms[start].style
    return style.strong and (start == 0 or atoms[start - 1].style[:2] != style[:2])
