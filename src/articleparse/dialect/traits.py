"""Marks that converters leave in a dump, and which of them speak for which dialect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import NamedTuple

import orjson

from articleparse.lines import Line, LineKind

HEAD_LINES = 200
"""How many lines the search for fingerprints reads: whole-page dumps show their converter long before."""

SIGNS = "\\%<{`|_*[("
"""Characters of which most traits have one: a look for a character is much cheaper than one for a word."""

NO_LINK = "no link"
"""Stands for a sign where a trait is looked for only in dumps without Markdown's links: text browsers write none."""

TAIL_LENGTH = 2_000
"""How many code points at the end are searched for a list of targets."""


class Head(NamedTuple):
    """The head of a dump in the forms that traits look at."""

    text: str
    tail: str  # the last characters, for lists of targets
    marks: Counter[str]  # bullets with indentation and gap ("  * ", "-   "), rules by their first characters
    kinds: Counter[LineKind]
    indents: Counter[int]  # of lines of text


class Trait(NamedTuple):
    """A fingerprint: its name, an example of a line that has it, and how to see it.

    It is looked for only where `sign`, a character of it, occurs in the head at all.
    """

    name: str
    example: str
    sign: str
    seen: Callable[[Head], bool]


def head_of(text: str, lines: Sequence[Line]) -> Head:
    """Return the head of `text`, whose lines are `lines`."""
    first = lines[:HEAD_LINES]
    bullets: list[tuple[int, str, int]] = []  # indentation, mark, gap: most are alike, so that few are written out
    marks: Counter[str] = Counter()
    indents: list[int] = []
    for line in first:
        kind = line.type
        if kind == "TEXT":
            indents.append(line.indent)
        elif kind == "BULLET":
            bullets.append((line.indent, text[line.mark], line.text_start - line.mark - 1))
        elif kind == "NUMBER":
            bullets.append((line.indent, "1.", line.text_start - line.mark - len(f"{line.level}.")))
        elif kind == "RULE":
            marks[text[line.mark : line.text_end][:9]] += 1
    for (indent, mark, gap), count in Counter(bullets).items():
        marks[f"{' ' * min(indent, 9)}{mark}{' ' * min(4, gap)}"] += count
    head = text[: first[-1].end] if first else ""
    return Head(head, text[-TAIL_LENGTH:], marks, Counter([line.type for line in first]), Counter(indents))


def _has(needle: str, *others: str) -> Callable[[Head], bool]:
    if others:
        return lambda head: any(each in head.text for each in (needle, *others))
    return lambda head: needle in head.text


def _matches(pattern: str) -> Callable[[Head], bool]:
    search = re.compile(pattern, re.MULTILINE).search
    return lambda head: search(head.text) is not None


_ESCAPED_NUMBER = re.compile(r"^\s*\d+\\[.)]", re.MULTILINE).search


def _has_escaped_number(head: Head) -> bool:
    # Most dumps have none: to look for the escaped signs first is quicker than to try every line.
    return ("\\." in head.text or "\\)" in head.text) and _ESCAPED_NUMBER(head.text) is not None


_COLUMNS = re.compile(r"^[ \t]*+--++(?: ++--++)++$", re.MULTILINE).search

MARK_TRAITS: dict[str, str] = {
    "  * ": "bullet two-space star",
    "* ": "bullet star",
    " * ": "bullet one-space star",
    "  + ": "bullet nested plus",
    "*   ": "bullet star wide",
    "-   ": "bullet dash wide",
    "- ": "bullet dash",
    "  • ": "bullet dot",
    "    • ": "bullet dot",
    "     • ": "bullet dot deep",
    "     * ": "bullet star deep",
    "         * ": "bullet star deep",
    "      + ": "bullet plus six",
    "         + ": "bullet plus deep",
    "  1. ": "number two-space",
    " 1. ": "number one-space",
    "1.  ": "number wide",
    "* * *": "rule stars",
    "---": "rule dashes",
    "-" * 9: "rule long dashes",
    "_" * 9: "rule underscores",
    "━" * 9: "rule heavy",
    "═" * 9: "rule double",
    "      □ ": "bullet square",
}
"""Traits told by a bullet with its indentation and gap, or by the first characters of a rule."""

KIND_TRAITS: dict[LineKind, str] = {
    "HEADING": "atx",
    "SETEXT": "setext",
    "FENCE": "fence",
    "ROW": "pipe table",
    "DIV": "division",
    "DIV_END": "division",
}
"""Traits told by the kind of a line."""

TRAITS: tuple[Trait, ...] = (
    Trait("link", "[text](target)", "[", _has("](")),
    Trait("placeholder", "[Print](#)", "[", _has("](#)")),
    Trait("angle target", "[text](</target>)", "<", _has("](<http", "](</")),
    Trait("reference link", "[text][1]", "[", _matches(r"\]\[\d{1,4}\]")),
    Trait("strong", "**bold**", "*", _has("**")),
    Trait("underscore emphasis", "_word_", "_", _matches(r"_(?<![^\s]_)[^_\s][^_\n]{0,80}_(?!\w)")),
    Trait("star emphasis", "*word*", "*", _matches(r"\*(?<![^\s]\*)[^*\s][^*\n]{0,80}\*(?!\*)")),
    Trait("escaped bracket", r"\[", "\\", _has("\\[")),
    Trait("escaped underscore", r"snake\_case", "\\", _has("\\_")),
    Trait("escaped star", r"5 \* 3", "\\", _has("\\*")),
    Trait("escaped hash", r"\# no heading", "\\", _has("\\#")),
    Trait("escaped number", r"2019\. That", "\\", _has_escaped_number),
    Trait("escaped bar", r"\|", "\\", _has("\\|")),
    Trait("escaped parenthesis", r"[x](a_\(b\))", "\\", _matches(r"\]\([^\s()]*+(?<=\\)\(")),
    Trait("percent underscore", "a%5Fb", "%", _has("%5F")),
    Trait("percent parenthesis", "a_%28b%29", "%", _has("%28")),
    Trait("double dash", "word -- word", "", lambda head: " -- " in head.text),
    Trait("ascii copyright", "(C) 2024", "(", _matches(r"\(C\) (?<![^\s]\(C\) )")),
    Trait("attributes", '![alt](src){width="640"}', "{", _has("){width=", "){.", "){#", "]{.")),
    Trait("html block", "<figure>", "<", _matches(r"<(?<=^<)/?(?:div|figure|figcaption|section|img)\b")),
    Trait("superscript html", "x<sup>2</sup>", "<", _has("<sup>")),
    Trait("code span", "`code`", "`", _matches(r"`[^`\n]+`")),
    Trait("open pipe table", "---|---", "|", _matches(r"-(?<=^-)-*+(?:\|-+)+\s*$")),
    Trait("trailing pipe blank", "| a | b | \n", "|", _has("| \n")),
    Trait(
        "column rule", "------ ------", "", lambda head: "TABLE_RULE" in head.kinds and _COLUMNS(head.text) is not None
    ),
    Trait("button", "(BUTTON) Save", NO_LINK, _has("(BUTTON)")),
    Trait("deleted spaced", "[DEL: old :DEL]", NO_LINK, _has("[DEL: ")),
    Trait("deleted", "[DEL:old:DEL]", NO_LINK, _matches(r"\[DEL:\S")),
    Trait("numbered link", "[1]text", NO_LINK, _matches(r"\[\d{1,4}\](?=\w)")),
    Trait("target list", "Text\n\nReferences\n", NO_LINK, lambda head: "\nReferences\n" in head.tail),
    Trait("visible links", "   Visible links", NO_LINK, lambda head: "Visible links" in head.tail),
    Trait("margin", "   text", NO_LINK, lambda head: head.indents[3] > sum(head.indents.values()) / 2),
    Trait(
        "centred line", "                Headline", NO_LINK, lambda head: any(indent > 15 for indent in head.indents)
    ),
    Trait(
        "target behind", "text [/target]", "[", _matches(r"\[(?<=\w \[)(?:(?:https?:/)?/|mailto:)[^\s\[\]]*\](?![(\[])")
    ),
    Trait("bracketed image", "[[alt]]", "[", _matches(r"\[\[[^\[\]]+\]\]")),
    Trait("yaml header", "---\ntitle: x", "", lambda head: re.match(r"---\n[a-z_]+: ", head.text) is not None),
    Trait("yaml fingerprint", "---\nfingerprint: x", "", lambda head: "\nfingerprint: " in head.text[:2000]),
    Trait("jina header", "Title: x\n\nURL Source: x", "", lambda head: "\nURL Source: " in head.text[:2000]),
    Trait("numbered image", "![Image 3: alt]", "[", _has("![Image ")),
    Trait("underscore strong", "__bold__", "_", _matches(r"__(?<![^\s]__)[^_\s][^_\n]{0,80}__(?!\w)")),
)


def traits_of(head: Head) -> set[str]:
    """Return the names of all traits that the head of a dump shows."""
    seen = {MARK_TRAITS[mark] for mark in head.marks if mark in MARK_TRAITS}
    seen.update(KIND_TRAITS[kind] for kind in head.kinds if kind in KIND_TRAITS)
    signs = [sign for sign in SIGNS if sign in head.text]
    if "](" not in head.text:
        signs.append(NO_LINK)
    seen.update(trait.name for sign in ("", *signs) for trait in _BY_SIGN[sign] if trait.seen(head))
    return seen


_BY_SIGN = {sign: tuple(trait for trait in TRAITS if trait.sign == sign) for sign in ("", NO_LINK, *SIGNS)}

PROFILES: dict[str, dict[str, float]] = orjson.loads((files(__package__) / "profiles.json").read_bytes())
"""For each dialect what its traits weigh: 3 is a mark that hardly any other converter leaves, 1 a habit that it shares
with others; a negative weight is a mark that it never leaves. Found in one page that thirty settings of converters
dumped, and in real dumps."""
