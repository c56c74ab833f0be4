"""The control for a picture ("click to enlarge") where it ran into the caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.article.annotate import Annotation, annotate
from articleparse.fields.line import flat_text
from articleparse.source import Span
from articleparse.tree import Control, Node, Paragraph
from articleparse.tree.inline import InlineBranch
from articleparse.vocabulary import Vocabulary

_ACTION = "enlarge"
_CATEGORY = f"control.{_ACTION}"
_WHOLE = frozenset((_CATEGORY,))
_AT_END = _WHOLE | {f"{_CATEGORY}:prefix"}
"""At the end a term may open the control: `click to enlarge this picture`."""

_MAX_CONTROL_CHARS = 40
"""Code points of a control."""

_WORD = re.compile(r"\S+")
_ENDS = frozenset(".!?…)]}\"'”’»。！？）】")
"""Behind these even a single word (`Enlarge`) can be a control."""

Range = tuple[int, int]


def with_control(children: tuple[Node, ...], vocabulary: Vocabulary) -> tuple[Node, ...]:
    """Return the inline `children` of a caption, with the control at its end or its start made a `Control`.

    A caption that is nothing but a control stays as it is.
    """
    text = flat_text(children)
    if not _AT_END.isdisjoint(vocabulary.cues(text)):
        return children
    edges = _edges(children)
    for start, end in _stretches(text):
        if not vocabulary.may_open(_CATEGORY, text[start:end].split(maxsplit=1)[0]):
            continue
        cues = vocabulary.cues(text[start:end])
        fits = not cues.isdisjoint(_AT_END if end == len(text) else _WHOLE)
        if fits and _is_apart(text, start, end, edges) and not _splits_branch(children, start, end):
            return annotate(children, [Annotation(start, end, _control)])
    return children


def _control(span: Span, children: tuple[Node, ...]) -> Node:
    return Control(span, (Paragraph(span, children),), _ACTION)


def _stretches(text: str) -> Iterator[Range]:
    """Yield the words at the end and at the start that can be a control, the longest first, never the whole caption."""
    first = max(0, len(text.rstrip()) - _MAX_CONTROL_CHARS)
    for word in _WORD.finditer(text, first):
        if text[: word.start()].strip() and (word.start() > first or text[first - 1].isspace()):
            yield word.start(), len(text)
    limit = len(text) - len(text.lstrip()) + _MAX_CONTROL_CHARS
    ends = [word.end() for word in _WORD.finditer(text[: limit + 1]) if word.end() <= limit]
    yield from ((0, end) for end in reversed(ends) if text[end:].strip())


def _edges(children: tuple[Node, ...]) -> set[int]:
    """Return where in the flat text a node begins or ends."""
    edges = {0}
    position = 0
    for child in children:
        position += len(child.text) if child.inline else 0
        edges.add(position)
    return edges


def _is_apart(text: str, start: int, end: int, edges: set[int]) -> bool:
    """Whether the stretch is more than a word that may belong to the sentence."""
    if " " in text[start:end].strip():
        return True
    return {start, end} <= edges or (start > 0 and text[:start].rstrip()[-1] in _ENDS)


def _splits_branch(children: tuple[Node, ...], start: int, end: int) -> bool:
    """Whether the stretch begins or ends within bold text or a link: there no block can stand."""
    position = 0
    for child in children:
        if not child.inline:
            continue
        stop = position + len(child.text)
        if isinstance(child, InlineBranch) and (position < start < stop or position < end < stop):
            return True
        position = stop
    return False
