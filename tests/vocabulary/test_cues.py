"""What the words of a line tell."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.vocabulary import load_vocabulary
from articleparse.vocabulary.vocabulary import _CACHED_LINES, MAX_LINE_CHARS, _cues_of_line


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Print", "control.print"),
        ("Back", "control.back"),
        ("click here to enlarge text", "control.enlarge"),
        ("12 comments", "control.comment"),
        ("Related stories:", "related.heading"),
        ("## Mehr zum Thema", "related.heading"),
        ("関連記事", "related.heading"),
        ("【関連記事】本文", "related.inline:prefix"),
        ("Read more: A story", "related.inline:prefix"),
        ("Baca juga: Cerita", "related.inline:prefix"),
        ("By Jane Doe", "byline.prefix:prefix"),
        ("文丨张三", "byline.prefix:prefix"),
        ("홍길동 기자", "byline.suffix:suffix"),
        ("홍길동기자", "byline.suffix:suffix"),
        ("राम शर्मा द्वारा", "byline.suffix:suffix"),
        ("Foto: Anna Berg", "credit.label:prefix"),
        ("Crédit photo : Jean Petit", "credit.label:prefix"),
        ("FILE PHOTO: A man", "caption.note:prefix"),
        ("(C) Example", "copyright:prefix"),
        ("3 min read", "read-time"),
        ("Jane Doe 5 hours ago", "relative-date:suffix"),
        ("Guncelleme : 05.04.2025", "date.updated:prefix"),
        ("John Roe contributed to this report", "contributor:suffix"),
        ("AFP", "agency"),
        ("Follow Example on Facebook and Twitter", "promotion"),
        ("Privacy Policy", "legal"),
        ("[단독] 제목", "kicker:prefix"),
    ],
)
def test_cue(line: str, cue: str) -> None:
    """A line tells by its words what it is for."""
    assert cue in load_vocabulary().cues(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "()",
        "The print of a paw was found",
        "Backgammon",
        "Photography is an art",
        "글로벌 시장",
        "Relatedness",
        "Foto von",
    ],
)
def test_no_cue(line: str) -> None:
    """A term within a sentence or a longer word tells nothing."""
    found = {cue.partition(":")[0] for cue in load_vocabulary().cues(line)}
    assert not found & {"control.print", "control.back", "related.heading", "byline.prefix", "related.inline"}


def test_long_line() -> None:
    """Of a long line only the opening is looked at."""
    tail = " word" * MAX_LINE_CHARS
    assert "contributor:suffix" not in load_vocabulary().cues(tail + " contributed to this report")
    assert "related.inline:prefix" in load_vocabulary().cues("Read more:" + tail)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    """Any text has cues, most have none."""
    assert isinstance(load_vocabulary().cues(text), frozenset)


def test_time_is_bounded() -> None:
    """A line a thousand times as long takes no longer than a short one does a thousand times."""
    short, long = "By the river " * 10, "By the river " * 10_000
    start = time.perf_counter()
    for _ in range(1_000):
        load_vocabulary().cues(short)
    middle = time.perf_counter()
    load_vocabulary().cues(long)
    assert time.perf_counter() - middle < middle - start


def test_memory_is_bounded() -> None:
    """However many lines are asked about, no more than some thousand short ones are remembered."""
    before = load_vocabulary().cues("Print")
    for number in range(3 * _CACHED_LINES):
        load_vocabulary().cues(f"Line {number}, of which nothing is known")
    assert _cues_of_line.cache_info().currsize == _CACHED_LINES
    assert load_vocabulary().cues("Print") == before


def test_pickle() -> None:
    """A vocabulary comes through a pickle and tells the same, whatever it was asked before."""
    words = load_vocabulary()
    assert words.cues("Print") == pickle.loads(pickle.dumps(words)).cues("Print")  # noqa: S301


def test_words_are_made_once() -> None:
    """The words of a category are one mapping, however often they are asked for; an unknown category has none."""
    assert load_vocabulary().words("month") is load_vocabulary().words("month")
    assert not load_vocabulary().words("no such category")
