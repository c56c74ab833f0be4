"""Runs as XML: text and nested elements, whatever the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from articleparse.formats.runs import Run, Style
from articleparse.tree import Link

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Name = Callable[[str, Link | None], tuple[str, dict[str, str]]]
"""From a mark ("link", "strong", "emphasis", "strikethrough"), and the link, to tag and attributes."""


class Mark(NamedTuple):
    """A mark that an run stands within."""

    name: str
    link: Link | None = None


def marks(style: Style) -> list[Mark]:
    """The marks of a style, outermost first."""
    found = [Mark("link", style.link)] if style.link is not None else []
    return found + [Mark(name) for name in ("strong", "emphasis", "strikethrough") if getattr(style, name)]


def xml_text(text: str) -> str:
    r"""`text`, each character that XML 1.0 can't hold replaced by U+FFFD.

    >>> xml_text("a\x00b")
    'a�b'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def append_text(parent: etree._Element, text: str) -> None:
    """Put text behind what `parent` holds."""
    last = next(parent.iterchildren(reversed=True), None)  # len() would count all children, each time
    if last is not None:
        last.tail = (last.tail or "") + xml_text(text)
    else:
        parent.text = (parent.text or "") + xml_text(text)


def is_empty(parent: etree._Element) -> bool:
    """Whether an element holds neither text nor another element."""
    return not parent.text and next(parent.iterchildren(), None) is None


def append_child(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """A new child with text; attributes without a value are left out, and `class_` is `class`."""
    child = etree.SubElement(parent, tag)
    for name, value in attributes.items():
        if value:
            child.set(name.rstrip("_").replace("_", "-"), xml_text(value))
    if text:
        child.text = xml_text(text)
    return child


def append_wrapped(parent: etree._Element, text: str, phrases: Iterable[tuple[tuple[str, ...], str]]) -> None:
    """Put text behind what `parent` holds, and each phrase in it within elements of the given tags, outermost first.

    A phrase that the text has not, or only in front of the phrase before, is left as it is.
    """
    for tags, phrase in phrases:
        before, found, after = text.partition(phrase) if phrase else (text, "", "")
        if found:
            append_text(parent, before)
            inner = parent
            for tag in tags:
                inner = append_child(inner, tag)
            append_text(inner, phrase)
            text = after
    append_text(parent, text)


def append_runs(
    parent: etree._Element, runs: Iterable[Run], name: Name, leaf: Callable[[etree._Element, Run], None]
) -> None:
    """Put runs behind what `parent` holds, marks as nested elements; `leaf` appends those that are no text."""
    opened: list[tuple[Mark, etree._Element]] = []
    for run in runs:
        wanted = marks(run.style)
        common = 0
        for (mark, _), want in zip(opened, wanted, strict=False):
            if mark.name != want.name or mark.link is not want.link:
                break
            common += 1
        del opened[common:]
        for mark in wanted[common:]:
            tag, attributes = name(*mark)
            inner = append_child(opened[-1][1] if opened else parent, tag, **attributes)
            opened.append((mark, inner))
        innermost = opened[-1][1] if opened else parent
        if isinstance(run.text, str):
            append_text(innermost, run.text)
        else:
            leaf(innermost, run)


def break_lines(root: etree._Element, mixed: frozenset[str]) -> None:
    """Put every element on a line of its own but for those in the elements `mixed`, where white space is text."""
    for element in root.iter():
        if element.tag in mixed:
            continue
        if len(element):
            element.text = "\n"
        for child in element:
            child.tail = "\n"
