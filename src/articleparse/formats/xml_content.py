"""Runs, fields and blocks as XML, whatever the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lxml import etree

from articleparse import tree
from articleparse.formats.events import BlockWriter, Close, Open
from articleparse.formats.runs import Mark, Run, marks, shared_marks
from articleparse.formats.scalars import xml_text
from articleparse.tree import Link, Node

Phrases = Sequence[tuple[tuple[str, ...], str]]
"""Phrases that may stand in a text, each with the tags of the elements around it, outermost first."""

AppendLeaf = Callable[[etree._Element, Run], None]  # noqa: SLF001  # the only name that lxml has for it
"""Appends what is no text to an element: code, an image, a line break."""

Name = Callable[[str, Link | None], tuple[str, dict[str, str]]]
"""From a mark ("link", "strong", "emphasis", "strikethrough"), and the link, to tag and attributes."""


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


def add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """Return a new child with text; attributes without a value are left out, and `class_` is `class`."""
    child = etree.SubElement(parent, tag)
    for name, value in attributes.items():
        if value:
            child.set(name.rstrip("_").replace("_", "-"), xml_text(value))
    if text:
        child.text = xml_text(text)
    return child


def add_phrases(parent: etree._Element, text: str, phrases: Phrases) -> None:
    """Put text behind what `parent` holds, and each phrase in it within elements of the given tags, outermost first.

    A phrase that the text has not, or only in front of the phrase before, is left as it is.
    """
    for tags, phrase in phrases:
        before, found, after = text.partition(phrase) if phrase else (text, "", "")
        if found:
            append_text(parent, before)
            inner = parent
            for tag in tags:
                inner = add(inner, tag)
            append_text(inner, phrase)
            text = after
    append_text(parent, text)


def add_runs(parent: etree._Element, runs: Iterable[Run], name: Name, leaf: AppendLeaf) -> None:
    """Put runs behind what `parent` holds, marks as nested elements; `leaf` appends those that are no text."""
    opened: list[tuple[Mark, etree._Element]] = []
    for run in runs:
        wanted = marks(run.style)
        common = shared_marks((mark for mark, _ in opened), wanted)
        del opened[common:]
        for mark in wanted[common:]:
            tag, attributes = name(*mark)
            inner = add(opened[-1][1] if opened else parent, tag, **attributes)
            opened.append((mark, inner))
        innermost = opened[-1][1] if opened else parent
        if isinstance(run.text, str):
            append_text(innermost, run.text)
        else:
            leaf(innermost, run)


_SPACES = re.compile(r"\s+")


AppendField = Callable[[etree._Element, Any], Phrases | None]  # noqa: SLF001
"""Appends a node to an element; returns phrases (a role, an affiliation) that may stand in the text behind it."""


def add_fields(parent: etree._Element, line: Node, kinds: Mapping[type[Node], AppendField]) -> None:
    """Put a line of names and dates behind what `parent` holds: text, and the nodes of `kinds`, each in its way."""
    phrases: Phrases = []
    for part in _fields_in(line, tuple(kinds)):
        if isinstance(part, str):
            add_phrases(parent, part, phrases)
            phrases = []
        else:
            phrases = kinds[type(part)](parent, part) or phrases


def author_name(author: tree.Author) -> str:
    """Return the name of an author on one line."""
    return " ".join((author.name or author.text).split())


def date_words(stamp: tree.Timestamp) -> str:
    """Return a date as the dump has it, on one line."""
    return " ".join((stamp.raw or stamp.text).split())


def _fields_in(line: Node, kinds: tuple[type[Node], ...]) -> list[Node | str]:
    """What a line is made of: the outermost nodes of `kinds`, and the text between them, white space made one space."""
    parts: list[Node | str] = [""]
    stack: list[Node] = [line]
    while stack:
        node = stack.pop()
        if isinstance(node, kinds):
            parts += [node, ""]
        elif node.children:
            stack.extend(reversed(node.children))
        else:
            parts[-1] = f"{parts[-1]}{node.text}"
    parts[0] = str(parts[0]).lstrip()
    parts[-1] = str(parts[-1]).rstrip()
    return [_SPACES.sub(" ", part) if isinstance(part, str) else part for part in parts if part != ""]


class BlockContent(BlockWriter):
    """Fills an element with blocks. A vocabulary of XML says in a subclass what they become."""

    def __init__(self, element: etree._Element) -> None:
        self._open = [element]

    def container(self, node: Node) -> etree._Element:
        """Append the element that what is in `node` goes to, and return it."""
        raise NotImplementedError

    def open(self, event: Open) -> None:
        """Begin a container."""
        self._open.append(self.container(event.node))

    def close(self, _: Close) -> None:
        """End the innermost container."""
        self._open.pop()


def document(root: etree._Element, mixed: frozenset[str]) -> str:
    """Return the document, an element a line but for what is in the elements `mixed`, in which white space is text."""
    for element in root.iter():
        if element.tag not in mixed:
            element.text = "\n" if len(element) else element.text
            for child in element:
                child.tail = "\n"
    return '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
