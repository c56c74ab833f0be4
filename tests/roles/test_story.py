"""Where the story is."""

from __future__ import annotations

from articleparse.roles.measure import measure
from articleparse.roles.story import find_story
from tests.roles.blocks_by_hand import PROSE, Page, story


def test_story_is_the_prose() -> None:
    """The story is the run of paragraphs, its heading the one above it."""
    measures = [measure(unit) for unit in story().units]
    found = find_story(measures)
    assert (found.first, found.end, found.heading) == (3, 6, 1)


def test_no_story() -> None:
    """A page of links has no story."""
    page = Page().items("Home", "World", "Sport", linked=True).line("More", linked=True)
    found = find_story([measure(unit) for unit in page.units])
    assert found.first == found.end


def test_longest_run_wins() -> None:
    """Of two runs of prose the longer one is the story, where a menu parts them."""
    page = Page().line(PROSE[1]).items(*"abcdefghijklmnopqrst", linked=True)
    for text in PROSE:
        page.line(text)
    found = find_story([measure(unit) for unit in page.units])
    assert (found.first, found.end) == (2, 5)
