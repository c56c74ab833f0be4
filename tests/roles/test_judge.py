"""What `judge` makes of pages, and what it promises about every page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.roles import PageKind, Role, Zone, judge
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE, Page, story

VOCABULARY = load_vocabulary()

WORDS = st.text(st.sampled_from("abc AB.?:,1/«»東京 "), max_size=60)


def roles(page: Page) -> list[Role]:
    """The roles of the page's blocks."""
    return [judgement.role for judgement in judge(page.units, VOCABULARY).judgements]


def test_story() -> None:
    """A menu, a headline, a byline, prose and related links are told apart."""
    assert roles(story()) == [
        Role.NAVIGATION,
        Role.HEADLINE,
        Role.BYLINE,
        *[Role.PARAGRAPH] * 3,
        Role.RELATED,
        Role.RELATED,
    ]


def test_level_does_not_make_the_headline() -> None:
    """The headline is the heading over the story, be it an H2 below another H2."""
    page = Page().heading("World", 2).line("Print").heading("Bridge over the river stays closed for a year", 2)
    page.line("By Jane Doe")
    for text in PROSE:
        page.line(text)
    found = roles(page)
    assert found[2:] == [Role.HEADLINE, Role.BYLINE, *[Role.PARAGRAPH] * 3]
    assert found[1] is Role.CONTROL


def test_crosshead() -> None:
    """A heading between paragraphs of the story is a crosshead."""
    page = Page().heading("Bridge over the river stays closed for another year")
    page.line("By Jane Doe").line(PROSE[0]).heading("A year of work", 2).line(PROSE[1]).line(PROSE[2])
    assert roles(page)[2:] == [Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH, Role.PARAGRAPH]


def test_header_field_is_no_paragraph() -> None:
    """A header line stays out of the story however long it is."""
    page = Page().field("description", PROSE[1]).heading("Bridge over the river stays closed for another year")
    for text in PROSE:
        page.line(text)
    assert judge(page.units, VOCABULARY).judgements[0].zone is not Zone.BODY


def test_brief() -> None:
    """A paragraph alone is a story without a headline."""
    for text in PROSE:
        assert roles(Page().line(text)) == [Role.PARAGRAPH]


def test_nothing() -> None:
    """No blocks, no judgements."""
    assert judge([], VOCABULARY).judgements == []


def test_kind() -> None:
    """A story is an article; a page of posts, each with who wrote it, is a thread."""
    assert judge(story().units, VOCABULARY).kind is PageKind.ARTICLE
    thread = Page().heading("Does the bridge open again?")
    for number in range(8):
        thread.line(f"user{number}7 3 May 2024", linked=True).line(PROSE[number % 3]).line("Reply", linked=True)
    found = judge(thread.units, VOCABULARY)
    assert found.kind is PageKind.THREAD
    assert 0 < found.kind_confidence <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["line", "heading", "items", "rule"]), WORDS, st.booleans()), max_size=12))
def test_every_page_has_a_path(blocks: list[tuple[str, str, bool]]) -> None:
    """Each block gets one role, there is at most one headline, and zones follow each other in order."""
    page = Page()
    for kind, text, linked in blocks:
        if kind == "line":
            page.line(text, linked=linked)
        elif kind == "heading":
            page.heading(text, 1 + linked)
        elif kind == "items":
            page.items(text, text[:3], linked=linked)
        else:
            page.rule()
    found = judge(page.units, VOCABULARY).judgements
    assert len(found) == len(page.units)
    assert sum(judgement.role is Role.HEADLINE for judgement in found) <= 1
    order = [list(Zone).index(judgement.zone) for judgement in found]
    assert order == sorted(order)
    assert found == judge(page.units, VOCABULARY).judgements
