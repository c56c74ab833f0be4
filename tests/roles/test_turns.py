"""Interviews and live reports: what shows who asks, who answers and where an entry begins."""

from __future__ import annotations

import pytest

from articleparse.roles.measure import measure
from articleparse.roles.turns import is_time, turns
from tests.roles.blocks_by_hand import PROSE, Page


def names(page: Page) -> list[str]:
    """The first feature of each block, empty for none."""
    return [(*found, "")[0] for found in turns([measure(unit) for unit in page.units])]


def test_bold_questions() -> None:
    """Two bold questions before prose make an interview; what follows each of them answers."""
    page = Page().line(PROSE[0]).line("What now?", bold=True).line(PROSE[1]).line(PROSE[2])
    page.line("And then?", bold=True).line(PROSE[0])
    assert names(page) == ["", "asks", "answers", "answers", "asks", "answers"]


def test_one_bold_question() -> None:
    """One alone may be a crosshead."""
    assert set(names(Page().line(PROSE[0]).line("What now?", bold=True).line(PROSE[1]))) == {""}


def test_speakers() -> None:
    """Two speakers who take turns: the first one asks."""
    page = Page().line(PROSE[0])
    for speaker in ("Post", "Ida Brock", "Post", "Ida Brock"):
        page.line(f"{speaker}: {PROSE[1]}")
    assert names(page) == ["", "asks", "answers", "asks", "answers"]


def test_labels_are_no_speakers() -> None:
    """Lines with a new label each are no interview."""
    page = Page()
    for label in ("Height", "Built", "Steps", "Owner", "Keeper"):
        page.line(f"{label}: {PROSE[1]}")
    assert set(names(page)) == {""}


def test_entries() -> None:
    """Three lines with a time and prose below each make a live report."""
    page = Page().line(PROSE[0])
    for time in ("14:32", "13.10 Uhr", "9.15am"):
        page.line(time, bold=True).line(PROSE[1])
    assert names(page) == ["", *["entry time", "in entry"] * 3]


@pytest.mark.parametrize("text", ["14:32", "2.32pm", "11:48 AM ET", "14h05", "20:15 Uhr", "12:00:30", "9 am"])
def test_times(text: str) -> None:
    """A time of day in the ways of several countries."""
    assert is_time(text)


@pytest.mark.parametrize("text", ["", "1432", "12 March", "25:10", "14:32 Rain", "3 of 12", "Monday 14:32"])
def test_no_times(text: str) -> None:
    """What says more than a time of day, or less."""
    assert not is_time(text)
