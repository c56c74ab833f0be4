"""Pair the marks of bold, italic and struck text; what has no partner, or lies too deep, is text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.inline.scan import DELIMITER, InlineToken, Mark
from articleparse.source import Span
from articleparse.source.scripts import HANGUL, is_unspaced

DEEPEST_MARKS = 20
"""Marks within marks; a pair that lies deeper is text. Pages have at most five."""

_NAMES = {"*": "EMPHASIS", "_": "EMPHASIS", "**": "STRONG", "__": "STRONG"}
_NAMES |= {"~~": "STRIKETHROUGH", "DEL": "STRIKETHROUGH"}
"""What a pair of signs makes of the text between them."""

_BOUNDARY = "["
_KOREAN = re.compile(f"[{HANGUL}]")


class _Stack:
    """Openers that wait for their partner, innermost last. A link is a wall that no pair reaches across."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, Mark | None]] = []
        self._latest: dict[str, list[int]] = {}

    def push(self, key: str, mark: Mark | None) -> None:
        self._latest.setdefault(key, []).append(len(self._entries))
        self._entries.append((key, mark))

    def depth(self, key: str) -> int:
        """Where the innermost opener for `key` lies within the innermost link; -1 where there is none."""
        positions = self._latest.get(key)
        walls = self._latest.get(_BOUNDARY)
        if not positions or (walls and walls[-1] > positions[-1]):
            return -1
        return positions[-1]

    def is_innermost(self, key: str) -> bool:
        """Whether the last opener is one for `key`."""
        return bool(self._entries) and self._entries[-1][0] == key

    def pop_to(self, position: int) -> Mark | None:
        """Take off the opener at `position`; those above it are text."""
        mark: Mark | None = None
        while len(self._entries) > position:
            key, mark = self._entries.pop()
            self._latest[key].pop()
        return mark

    def leave_link(self) -> None:
        self.pop_to(self._latest[_BOUNDARY][-1])


def pair_emphasis(
    text: str, marks: list[InlineToken], start: int, end: int, *, empty_emphasis: bool
) -> list[InlineToken]:
    """Return `marks` with every delimiter either a token (opening or closing) or gone.

    The rules are CommonMark's flanking rules, loosened for what converters write: `**` may stand next to a space
    inside (`**Text **`), next to a letter outside (`**Title**Text`) or both (`**Title **Text`), for nothing bold begins
    right within bold text; and `****` closes one and opens another.
    """
    stack = _Stack()
    paired: list[InlineToken] = []
    for mark in marks:
        if isinstance(mark, Mark) and mark.type == DELIMITER:
            first, last = mark.span
            before = text[first - 1] if first > start else " "
            after = text[last] if last < end else " "
            paired += _read(text[first:last], mark, before, after, stack, empty_emphasis=empty_emphasis)
            continue
        if mark.type == "LINK_OPEN":
            stack.push(_BOUNDARY, None)
        elif mark.type == "LINK_CLOSE":
            stack.leave_link()
        paired.append(mark)
    return [mark for mark in paired if mark.type not in (None, DELIMITER)]


def _read(signs: str, mark: Mark, before: str, after: str, stack: _Stack, *, empty_emphasis: bool) -> list[Mark]:
    """Return what one run of signs does, as marks; openers stay delimiters until something closes them."""
    if signs in ("~~", "[DEL:", ":DEL]"):
        _one(signs.strip("[:]"), mark, stack, opens=signs != ":DEL]", closes=signs != "[DEL:")
        return [mark]
    count = len(signs)
    if empty_emphasis and signs in ("__", "____"):
        mark.type = ""
        return [mark]
    if count > 4:
        return []
    opens, closes = _flanks(signs, before, after)
    if count == 4:
        return _four(signs[0], mark, stack)
    if count == 3:
        return _three(signs[0], mark, stack, opens=opens, closes=closes)
    _one(signs, mark, stack, opens=opens, closes=closes or (signs == "**" and stack.is_innermost(signs)))
    return [mark]


def _flanks(signs: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether the signs can open, and whether they can close."""
    if signs[0] == "_":
        opens = not _touches(before, after) and not after.isspace()
        return opens, not _touches(after, before) and not before.isspace()
    if len(signs) == 1:
        opens = not after.isspace() and (after.isalnum() or not _touches(before, after))
        return opens, not before.isspace() and (before.isalnum() or not _touches(after, before))
    return not after.isspace(), not before.isspace() or after.isspace()


def _touches(outer: str, inner: str) -> bool:
    """Whether signs between a character outside and one inside the pair have a word on their outer side.

    Chinese, Japanese and Thai part no words by blanks, and Korean hangs particles on them: a word may begin where
    a full stop or a quote ends the emphasis.
    """
    unspaced = is_unspaced(outer) or _KOREAN.match(outer) is not None
    return outer.isalnum() and (inner.isalnum() or not unspaced)


def _one(key: str, mark: Mark, stack: _Stack, *, opens: bool, closes: bool) -> None:
    """Close the innermost opener of the same signs, or open."""
    depth = stack.depth(key) if closes else -1
    if depth >= 0:
        opener = stack.pop_to(depth)
        mark.type = f"{_NAMES[key]}_CLOSE"
        opener.type = f"{_NAMES[key]}_OPEN"  # type: ignore[union-attr]  # only walls have no mark
    elif opens:
        stack.push(key, mark)


def _three(sign: str, mark: Mark, stack: _Stack, *, opens: bool, closes: bool) -> list[Mark]:
    """`***` is bold and italic at once; what was opened last closes first."""
    italic_first = closes and stack.depth(sign) > stack.depth(sign * 2)
    lengths = (1, 2) if italic_first else (2, 1)
    halves = _halves(mark, lengths[0])
    for half, length in zip(halves, lengths, strict=True):
        _one(sign * length, half, stack, opens=opens, closes=closes)
    return halves


def _four(sign: str, mark: Mark, stack: _Stack) -> list[Mark]:
    """`****` ends one bold text and begins the next; where none is open it is the bold of nothing."""
    if stack.depth(sign * 2) < 0:
        mark.type = ""
        return [mark]
    halves = _halves(mark, 2)
    _one(sign * 2, halves[0], stack, opens=False, closes=True)
    _one(sign * 2, halves[1], stack, opens=True, closes=False)
    return halves


def _halves(mark: Mark, length: int) -> list[Mark]:
    """The first signs of a run and the others, as marks of their own."""
    start, end = mark.span
    return [Mark(DELIMITER, start, start + length), Mark(DELIMITER, start + length, end)]


def within_depth(marks: Sequence[InlineToken]) -> tuple[list[InlineToken], Span | None]:
    """Return `marks`, which are paired, without the pairs that lie too deep, and the span of the first that does."""
    kept: list[InlineToken] = []
    too_deep: Span | None = None
    depth = 0
    for mark in marks:
        kind = mark.type or ""
        closes = isinstance(mark, Mark) and kind.endswith("_CLOSE")
        depth -= closes
        if depth < DEEPEST_MARKS or not (closes or kind.endswith("_OPEN") or kind == "link"):
            kept.append(mark)
        else:
            too_deep = too_deep or mark.span
        depth += kind.endswith("_OPEN")
    return kept, too_deep
