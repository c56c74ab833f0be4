"""The grammars of the fields."""

from __future__ import annotations

import re

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields import byline, byline_lexer, credit, dateline
from articleparse.fields.byline_runs import Runs
from articleparse.fields.credit_lexer import letters as credit_letters
from articleparse.fields.dateline_lexer import letters as dateline_letters
from articleparse.fields.words import words
from articleparse.grammar import Parser, grammar_text


@attrs.frozen
class Letter:
    """A letter of any alphabet."""

    type: str
    text: str = "x"


def alphabet(name: str) -> list[str]:
    """The terminals that the grammar declares."""
    declared = re.search(r"^%declare (.*)$", grammar_text(name), re.MULTILINE)
    assert declared is not None
    return declared[1].split()


PARSERS: dict[str, Parser] = {"byline": byline._parser(), "credit": credit._parser(), "dateline": dateline._parser()}
LETTERS = {name: [letter for letter in alphabet(name) if not letter.endswith(("_OPEN", "_CLOSE"))] for name in PARSERS}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(LETTERS["byline"])))
def test_segments_of_bylines(sequence: list[str]) -> None:
    """Every sequence of letters has a tree, with a segment before, between and behind its separators."""
    tree = PARSERS["byline"].parse([Letter(letter) for letter in sequence])
    assert len(tree) == 2 * sequence.count("SEPARATOR") + 1


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LETTERS["credit"])), max_size=7))
def test_bounds_of_credits(parts: list[list[str]]) -> None:
    """Every caption with bounds in pairs has a tree with as many credits as pairs."""
    sequence: list[str] = []
    for index, part in enumerate(parts):
        sequence += ["CREDIT_OPEN", *part, "CREDIT_CLOSE"] if index % 2 else part
    assert len(PARSERS["credit"].parse([Letter(letter) for letter in sequence])) == len(parts) // 2


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(LETTERS["dateline"])), st.lists(st.sampled_from(LETTERS["dateline"])))
def test_bounds_of_datelines(inner: list[str], rest: list[str]) -> None:
    """Every opening with a dateline has a tree, and the dateline its letters."""
    sequence = ["DATELINE_OPEN", *inner, "DATELINE_CLOSE", *rest]
    found = PARSERS["dateline"].parse([Letter(letter) for letter in sequence])
    assert [letter.type for letter in found[1:-1]] == inner


LINES = [
    "By Jane Doe, Political Correspondent, and AP | BBC News | Updated 3 March 2024 | 3 min read | @jane | Photo: x",
    "Jane Doe for Example.com in Rome 홍길동 기자",
    "(© Photo: Jane Doe/AP) | a dog - and, 山田太郎撮影.",
    "ROMA, 3 May (AP) / 홍길동 기자 — the sky. ",
]


def test_every_letter_occurs() -> None:
    """The lexers make every letter of the alphabets but the bounds, and no other."""
    made = {
        "byline": {phrase.type for line in LINES for phrase in byline_lexer.phrases(line)},
        "credit": {letter.type for line in LINES for letter in credit_letters(line)},
        "dateline": {letter.type for line in LINES for letter in dateline_letters(line)},
    }
    assert made == {name: set(letters) for name, letters in LETTERS.items()}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_words_tile(text: str) -> None:
    """Words are in order, quote the line, and leave nothing but space and stray signs between them."""
    end = 0
    for word in words(text):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        assert text[end : word.start].replace("@", "").strip() == ""
        end = word.end
    assert text[end:].replace("@", "").strip() == ""


def test_roles_do_not_recurse() -> None:
    """A line of many roles is measured without nesting."""
    text = "Reporter for Berlin " * 2_000
    line = list(words(text))
    assert Runs(text, line).role(0) > 0
