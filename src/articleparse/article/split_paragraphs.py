"""Paragraphs that the page had cut in two: find where one continues behind furniture or a blank."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import FURNITURE, Role
from articleparse.source import ends_sentence
from articleparse.tree import Node, Text

_MIN_CHARS = 40
"""A shorter line that ends without a sentence mark is a label and not half a paragraph."""

_HYPHENS = "-\u2010"
_CASELESS_COMMAS = "、，،"
"""What shows, in scripts without capitals, that the sentence goes on."""


def split_paragraphs(units: Sequence[Unit], roles: Sequence[Role]) -> frozenset[int]:
    """Return the indices of the paragraphs that continue in the next one, with at most furniture between the two."""
    found = set()
    before = -1
    for index, role in enumerate(roles):
        if role is Role.PARAGRAPH and units[index].kind is UnitKind.PARAGRAPH:
            if before >= 0 and continues(_last_text(units[before].node), _first_text(units[index].node)):
                found.add(before)
            before = index
        elif role not in FURNITURE:
            before = -1
    return frozenset(found)


def continues(first: str, second: str) -> bool:
    """Whether a paragraph that ends as `first` does is continued by one that begins as `second` does.

    >>> continues("the two sides met in a small town near the", "border to talk.")
    True
    >>> continues("the two sides met in a small town near the border.", "border towns are small")
    False
    """
    first, second = first.rstrip(), second.lstrip()
    if len(first) < _MIN_CHARS or not second or ends_sentence(first):
        return False
    last, opening = first[-1], second[0]
    if last in _CASELESS_COMMAS:
        return opening.isalpha()
    return opening.islower() and (last.isalnum() or last in _HYPHENS or last in ",;\"'”’»)")


def _last_text(node: Node) -> str:
    """Return the text of the node, or of its last child where that alone is long enough to tell."""
    child = node.children[-1] if node.children else None
    return child.text if isinstance(child, Text) and len(child.text) > _MIN_CHARS else node.text


def _first_text(node: Node) -> str:
    child = node.children[0] if node.children else None
    return child.text if isinstance(child, Text) and child.text.strip() else node.text
