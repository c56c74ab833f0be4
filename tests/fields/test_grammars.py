"""The grammars of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields import credit, dateline
from articleparse.fields.credit_tokens import credit_tokens
from articleparse.fields.dateline_tokens import dateline_tokens
from articleparse.fields.words import Token, words
from articleparse.grammar import Parser, grammar_text
from articleparse.vocabulary import load_vocabulary
from tests.support.lalr import accepted

WORDS = load_vocabulary()


def alphabet(name: str) -> list[str]:
    """The terminals that the grammar declares."""
    declared = re.findall(r"^%declare ([A-Z_ ]*)", grammar_text(name), re.MULTILINE)
    return " ".join(declared).split()


PARSERS: dict[str, Parser] = {"credit": credit._parser(), "dateline": dateline._parser()}
TOKENS = {name: [token for token in alphabet(name) if not token.endswith(("_OPEN", "_CLOSE"))] for name in PARSERS}


def tokens(kinds: Iterable[str]) -> list[Token]:
    """Tokens of these types, one code point each."""
    return [Token(kind, at, at + 1, "x") for at, kind in enumerate(kinds)]


NO_CREDITS = [
    "",
    "NAME",
    "AGENCY END",
    "NAME AGENCY END",
    "NAME SLASH NAME END",
    "NAME SLASH AGENCY OTHER END",
    "BEGIN NAME END",
    "BEGIN OTHER END",
    "BEGIN NAME SLASH NAME END",
    "BEGIN OPEN NAME CLOSE OTHER END",
    "BEGIN AGENCY OTHER END",
    "STOP SINGLE END",
    "STOP NAME STOP END",
    "STOP NAME OTHER END",
    "STOP PROSE END",
    "POINT NAME END",
    "STOP OPEN SINGLE CLOSE END",
    "STOP OPEN NAME CLOSE OTHER END",
    "OPEN NAME CLOSE END",
    "OPEN AGENCY CLOSE OTHER END",
    "OPEN CLOSE END",
    "PIPE SINGLE END",
    "PIPE NAME OTHER END",
    "DASH NAME END",
    "DASH NAME COMMA NAME END",
    "EQUALS NAME OTHER END",
    "LABEL END",
    "LABEL COLON END",
    "LABEL COLON PROSE END",
    "LABEL COLON NAME PROSE END",
    "SMALL_LABEL COLON NAME END",
    "COMMA SMALL_LABEL NAME END",
    "OPEN LABEL COLON CLOSE END",
    "COPYRIGHT END",
    "SUFFIX END",
    "OTHER SUFFIX END",
    "ALONE OPEN CLOSE END",
    "ALONE STOP END",
]


@pytest.mark.parametrize("sequence", NO_CREDITS)
def test_no_credit(sequence: str) -> None:
    """No prefix of these tokens is a credit."""
    assert PARSERS["credit"].parse_prefix(tokens(sequence.split())) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=14), st.lists(st.sampled_from(TOKENS["credit"])))
def test_credit_ends(choices: list[int], rest: list[str]) -> None:
    """Whatever follows, a credit ends with a bracket or the line, and holds words that stand for somebody."""
    kinds = [*accepted("credit", choices), *rest]
    found = PARSERS["credit"].parse_prefix(tokens(kinds))
    if found is not None:
        parts, count = found
        assert kinds[count - 1] in ("CLOSE", "END")
        (holder,) = [part for part in parts if isinstance(part, list)]
        if "ALONE" not in kinds:
            assert {token.type for token in holder} & {"NAME", "SINGLE", "AGENCY", "OTHER", "SUFFIX"}


NO_DATELINES = [
    "",
    "CITY",
    "DASH",
    "PLACE DASH",
    "PLACE COLON",
    "CAPS COLON",
    "CITY COMMA CITY COLON",
    "CITY HYPHEN OTHER",
    "CITY OTHER DASH",
    "PLACE COMMA PLACE DASH",
    "PLACE OPEN TERM CLOSE BEGIN",
    "PLACE OPEN AGENCY OTHER CLOSE DASH",
    "CITY OPEN CLOSE DASH",
    "OPEN PLACE CLOSE DASH",
    "OPEN AGENCY CLOSE BEGIN",
    "OPEN AGENCY CLOSE COLON",
    "DATE DASH",
    "CITY COMMA DATE",
    "CITY COMMA DATE COMMA DASH",
    "AGENCY COLON OTHER",
    "AGENCY AGENCY DASH",
    "TERM CITY DASH",
    "COMMA CITY DASH",
    "CITY CITY DASH",
]


@pytest.mark.parametrize("sequence", NO_DATELINES)
def test_no_dateline(sequence: str) -> None:
    """No prefix of these tokens is a dateline."""
    assert PARSERS["dateline"].parse_prefix(tokens(sequence.split())) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=14), st.lists(st.sampled_from(TOKENS["dateline"])))
def test_dateline_closes(choices: list[int], rest: list[str]) -> None:
    """Whatever follows, a dateline ends with what closes it and holds a place or an agency."""
    kinds = [*accepted("dateline", choices), *rest]
    found = PARSERS["dateline"].parse_prefix(tokens(kinds))
    if found is not None:
        parts, count = found
        assert kinds[count - 1] in ("DASH", "DOTDASH", "COLON", "STOP", "BEGIN")
        assert {part.type for part in parts} & {"place", "agency"}


LINES = [
    "Rain. (© Photo: Jane Doe/AP) | a dog - and, 山田太郎撮影. foto: = Roe",
    "a man who reads what he has not read before",
    "ROMA, le 3 May (AP) Ostia/Genova Nord .- A dog - the president: 서울 — LAHORE: Sky. ",
]


def test_every_token_occurs() -> None:
    """The tokenizers make every token of the alphabets, and no other; ALONE comes from the caller."""
    made = {
        "credit": {token.type for line in LINES for token in credit_tokens(line, WORDS)},
        "dateline": {token.type for line in LINES for token in dateline_tokens(line, WORDS)},
    }
    assert made == {name: set(found) - {"ALONE"} for name, found in TOKENS.items()}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_words_tile(text: str) -> None:
    """Words are in order, quote the line, and leave nothing but space and stray signs between them."""
    end = 0
    for word in words(text, vocabulary=WORDS):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        assert text[end : word.start].replace("@", "").strip() == ""
        end = word.end
    assert text[end:].replace("@", "").strip() == ""
