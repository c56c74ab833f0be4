"""What the grammar of bylines accepts, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields.byline import _parser, parse_byline
from articleparse.fields.byline_tokens import byline_segments
from articleparse.fields.timestamps import parse_timestamps
from articleparse.fields.words import Token
from articleparse.grammar import grammar_text
from articleparse.vocabulary import load_vocabulary
from tests.support.lalr import accepted

WORDS = load_vocabulary()
TOKENS = " ".join(re.findall(r"^%declare ([A-Z_ ]*)", grammar_text("byline"), re.MULTILINE)).split()
HEADS = {"NAME", "AGENCY", "LINKED", "LINKED_AGENCY", "SIGNED", "WORD", "LINKED_WORD", "JOINED"}


def authors(kinds: Iterable[str]) -> list[int]:
    """The places in the sequence of tokens of those that are authors. Raises ValueError where it is refused."""
    tokens = [Token(kind, at, at + 1, "x") for at, kind in enumerate(kinds)]
    return [author.start for part in _parser().parse(tokens) for author in part.authors]


@pytest.mark.parametrize(
    "sequence",
    [
        "STRAY",  # beats
        "STRAY NAME",  # says Jane Doe
        "NAME STRAY",  # Jane Doe beats
        "NAME COMMA NAME STRAY",  # Jane Doe, John Roe beat
        "NAME TIMESTAMP COMMA NOTE NAME PROSE",
        "AGENCY STRAY",  # Reuters says
        "STRAY COMMA NAME",
        "STRAY NAME LINKED",
        "NAME NOTE STRAY",
        "ROLE STRAY",  # Editor wanted
        "OUTLET STRAY NAME",
        "WORD STRAY WORD",  # Paris sees Rome
        "PROSE",
        "PROSE NAME",
        "NAME COMMA PROSE",
        "BY PROSE",
        "LABEL NAME",  # Photo: Jane Doe
        "LABEL LINKED",
        "LABEL AGENCY",  # Photo: Reuters
        "TIMESTAMP LABEL NAME",
        "ROLE LABEL NAME",
        "BY STRAY",  # By the way
        "BY OUTLET",  # By The Guardian
        "BY HANDLE",
        "SOURCE OUTLET",
        "JOINED",
    ],
)
def test_no_segment(sequence: str) -> None:
    """These tokens are no segment of a byline."""
    with pytest.raises(ValueError, match="the grammar refuses"):
        authors(sequence.split())


@pytest.mark.parametrize(
    ("sequence", "places"),
    [
        ("", []),
        ("TIMESTAMP READTIME", []),
        ("WORD COMMA TIMESTAMP", []),  # Rome, 3 May
        ("NAME COMMA NAME AND AGENCY", [0, 2, 4]),
        ("NAME COMMA NOTE NAME", [0]),  # Jane Doe, intern at Example Works
        ("NAME TIMESTAMP NAME", [0]),  # Jane Doe 3 May Rome City
        ("NAME LABEL NAME", [0]),  # Jane Doe Photo: John Roe
        ("LINKED NAME ROLE", [0]),  # [Jane Doe] Example Author
        ("LINKED STRAY NAME LINKED", [0, 3]),
        ("STRAY LINKED", [1]),  # yesterday [Jane Doe]
        ("STRAY SIGNED SUFFIX", [1]),
        ("STRAY NAME BY NAME", [3]),
        ("BY WORD AND JOINED", [1, 3]),  # By Jane and John
        ("BY SURNAME COMMA NAME", [3]),  # Von der Leyen, Jane Doe
        ("BY NAME STRAY NAME", [1]),  # By Jane Doe now Bad Homburg
        ("BY NAME STRAY NAME AND NAME", [1, 5]),  # By Jane Doe now Bad Homburg and John Roe
        ("BY NAME STRAY AND NAME", [1]),
        ("BY ROLE", [1]),
        ("BY ROLE NAME", [2]),
        ("SOURCE NAME COMMA NAME", []),  # Source: Example University
        ("SOURCE AGENCY COMMA NAME", [1, 3]),
        ("NAME BY NAME", [0, 2]),
    ],
)
def test_authors(sequence: str, places: list[int]) -> None:
    """Which tokens of a segment are authors is for the grammar to say."""
    assert authors(sequence.split()) == places


CHOICES = st.lists(st.integers(0, 1000), max_size=14)


@settings(max_examples=200, deadline=None)
@given(CHOICES)
def test_authors_are_names(choices: list[int]) -> None:
    """In whatever the grammar accepts, an author is a name or, behind "by", a role; none stands twice."""
    kinds = accepted("byline", choices)
    places = authors(kinds)
    assert len(set(places)) == len(places)
    assert {kinds[place] for place in places} <= HEADS | {"ROLE"}


@settings(max_examples=200, deadline=None)
@given(CHOICES)
def test_unmarked_names(choices: list[int]) -> None:
    """Without "by", a link or a suffix, nobody is named where a word stands right beside a name."""
    kinds = accepted("byline", choices)
    if not {"BY", "SOURCE", "LINKED", "LINKED_AGENCY", "SIGNED"} & set(kinds):
        assert "STRAY" not in kinds or "LABEL" in kinds or "TIMESTAMP" in kinds


@settings(max_examples=200, deadline=None)
@given(CHOICES, CHOICES)
def test_a_date_closes(before: list[int], after: list[int]) -> None:
    """Behind authors and a date only "by" names further ones."""
    first, rest = accepted("byline", before), accepted("byline", after)
    try:
        places = authors([*first, "TIMESTAMP", *rest])
    except ValueError:
        return
    if any(place < len(first) for place in places) and not {"BY", "SOURCE"} & {*first, *rest}:
        assert all(place < len(first) for place in places)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=8), st.integers(0, 8))
def test_prose_is_refused(kinds: list[str], place: int) -> None:
    """A sentence is no segment, whatever else is in it."""
    with pytest.raises(ValueError, match="the grammar refuses"):
        authors([*kinds[:place], "PROSE", *kinds[place:]])


LINES: list[tuple[str, Sequence[tuple[int, int]]]] = [
    ("By Jane Doe, Political Correspondent, Rome and AP | BBC News | Updated 3 March 2024 | 3 min read | @jane", ()),
    ("Photo: x | Jane Doe for Example.com in Rome | 홍길동 기자", ()),
    ("yesterday Jane Doe | Jane Doe, intern | Von Leyen | Quelle: dpa", ()),
    ("Jane Doe Jane yes and AP", ((0, 8), (9, 17), (22, 24))),
    ("By Jane and John | it was not as it had been", ()),
]


def test_every_token_occurs() -> None:
    """The tokenizer makes every token of the alphabet, and no other."""
    made = set()
    for text, links in LINES:
        for segment in byline_segments(text, links, parse_timestamps(text, vocabulary=WORDS), WORDS):
            made |= {token.type for token in segment.tokens}
    assert made == set(TOKENS)


def test_many_roles() -> None:
    """A line of many roles is measured without nesting."""
    assert parse_byline("Jane Doe, " + "Reporter for Berlin " * 2_000, vocabulary=WORDS).authors[0].role
