"""How blocks become an article."""

from __future__ import annotations

import pytest

import articleparse as ap
from articleparse.article.split_paragraphs import continues
from articleparse.formats.story import caption_records
from articleparse.roles import Judgement, Role, Zone
from articleparse.source import Span
from articleparse.tree import (
    Caption,
    CreditLine,
    Figure,
    Heading,
    ItemList,
    Navigation,
    Paragraph,
    Related,
    UnknownFurniture,
    find,
)
from tests.article.making import make, make_judged
from tests.roles.blocks_by_hand import PROSE, Page

FIRST_HALF = "The council met on Monday to talk about the old bridge and about the"
SECOND_HALF = "ferry that shall run until it is open again."


def codes(roles: list[Role], page: Page) -> list[str]:
    """The codes of the findings, which are about the page as a whole."""
    findings = make(page, roles)[1].sorted()
    assert {found.span for found in findings} <= {Span(0, 0)}
    return [found.code for found in findings]


def test_sections() -> None:
    """Crossheads open sections; the first section has no heading."""
    page = Page().heading("Title").line(PROSE[0]).heading("Later", 3).line(PROSE[1]).line("Much later").line(PROSE[2])
    article, _ = make(
        page,
        [Role.HEADLINE, Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH],
    )
    assert [(section.heading and section.heading.text, section.level) for section in article.sections] == [
        (None, 0),
        ("Later", 3),
        ("Much later", 0),
    ]
    assert all(isinstance(section.children[0], Heading) for section in article.sections[1:])


def test_crosshead_that_heads_nothing() -> None:
    """A crosshead with nothing of the story or only furniture below it is furniture; a picture or a list is enough."""
    page = Page().line(PROSE[0]).heading("Comment", 3).line("Print").heading("Bridges", 3).heading("Ferries", 3)
    page.items("One", "Two").heading("More", 3).line("Menu")
    roles = [Role.PARAGRAPH, Role.CROSSHEAD, Role.CONTROL, Role.CROSSHEAD, Role.CROSSHEAD, Role.LIST]
    article, _ = make(page, [*roles, Role.CROSSHEAD, Role.NAVIGATION])
    assert [section.heading.text for section in article.sections if section.heading] == ["Bridges", "Ferries"]
    assert [node.text for node in find(article, UnknownFurniture)] == ["Comment", "More"]


def test_captions_in_a_list() -> None:
    """Each item of a bulleted list that was judged a caption is a caption; a numbered list keeps its numbers."""
    page = Page().items("The bridge at night (Photo: EPA)", "The old ferry").line(PROSE[0])
    article, _ = make(page, [Role.CAPTION, Role.PARAGRAPH])
    assert caption_records(article) == [
        {"text": "The bridge at night", "credit": "EPA"},
        {"text": "The old ferry", "credit": None},
    ]
    numbered = ap.parse("1. The bridge at night (Photo: EPA)\n2. The ferry at night (Photo: EPA)\n\n" + PROSE[0])
    assert ap.unparse(numbered).startswith("1. The bridge")
    assert sum(1 for _ in find(numbered, ItemList)) == 1


def test_body_ends_with_the_story() -> None:
    """Furniture above and below the story is in the front and in the back, that between is in the body."""
    page = Page().line("Menu").line(PROSE[0]).line("Menu").line(PROSE[1]).line("Menu")
    article, _ = make(page, [Role.NAVIGATION, Role.PARAGRAPH] * 2 + [Role.NAVIGATION])
    assert [len(part.children) for part in article.children] == [1, 1, 1]
    assert [type(child) for child in article.sections[0].children].count(Navigation) == 1


def test_runs() -> None:
    """Adjacent related blocks are one node with a title and links; controls stay apart."""
    page = Page().heading("Related").items("One", "Two", linked=True).line("Print").line("Save")
    article, _ = make(page, [Role.RELATED, Role.RELATED, Role.CONTROL, Role.CONTROL])
    (related,) = article.related
    assert isinstance(related, Related)
    assert (related.title, [link.text for link in related.links]) == ("Related", ["One", "Two"])
    assert len(article.furniture) == 3


def test_caption_that_is_a_credit() -> None:
    """A caption whose every word is of its credit is a line of credits, and so the credit of the caption before it."""
    page = Page().line("A blue tent").line("Photo: Ada Poole").line(PROSE[0])
    article, _ = make(page, [Role.CAPTION, Role.CAPTION, Role.PARAGRAPH])
    (figure,) = article.figures
    assert [type(child) for child in figure.children] == [Caption, CreditLine]
    assert caption_records(article) == [{"text": "A blue tent", "credit": "Ada Poole"}]


def test_kicker_nearest_to_the_headline() -> None:
    """Of two kickers that above the headline is the article's, and of these the last."""
    page = Page().line("News").line("Rivers").heading("Title").line("Also").line(PROSE[0])
    kickers = [Role.KICKER, Role.KICKER, Role.HEADLINE, Role.KICKER, Role.PARAGRAPH]
    kicker = make(page, kickers)[0].kicker
    assert kicker is not None
    assert kicker.text == "Rivers"
    below = make(page, [Role.OTHER, Role.OTHER, *kickers[2:]])[0].kicker
    assert below is not None
    assert below.text == "Also"


def test_caption_and_credit_are_a_figure() -> None:
    """A caption with a credit beside it is a figure; a second caption begins a new one."""
    page = Page().line("A bridge.").line("EPA").line("A ferry.").line(PROSE[0]).line("Reuters")
    article, _ = make(page, [Role.CAPTION, Role.CREDIT, Role.CAPTION, Role.PARAGRAPH, Role.CREDIT])
    assert [type(child) for child in article.front.children] == [Figure, Caption]
    assert [type(child) for child in article.back.children] == [CreditLine]


def test_second_headline_is_furniture() -> None:
    """There is one headline; its repetition is kept and reported."""
    page = Page().heading("A bridge is closed").line(PROSE[0]).heading("A bridge is closed")
    article, diagnostics = make(page, [Role.HEADLINE, Role.PARAGRAPH, Role.HEADLINE])
    assert isinstance(article.back.children[0], UnknownFurniture)
    assert [found.code for found in diagnostics.sorted()] == ["AP103"]


def test_longer_than_the_headline() -> None:
    """Furniture with the words of the headline and many marks more is no repetition worth a finding."""
    page = Page().heading("A bridge is closed").line(PROSE[0]).line(" " * 20 + "A bridge is closed")
    _, diagnostics = make(page, [Role.HEADLINE, Role.PARAGRAPH, Role.OTHER])
    assert not diagnostics.sorted()


def test_roles_that_do_not_fit() -> None:
    """A list is an item list whatever it was judged to be, and a rule between paragraphs a separator."""
    page = Page().line(PROSE[0]).items("One", "Two").rule().line(PROSE[1])
    judged = [
        Judgement(role, confidence=0.8) for role in (Role.PARAGRAPH, Role.PARAGRAPH, Role.SEPARATOR, Role.PARAGRAPH)
    ]
    article, _ = make_judged(page.text, page.units, judged)
    (section,) = article.sections
    assert [child.type for child in section.children] == ["paragraph", "item_list", "separator", "paragraph"]
    assert [getattr(child, "confidence", None) for child in section.children] == [0.8] * 4
    assert section.level == 0


def test_missing_parts_are_reported() -> None:
    """No headline and no body are findings."""
    assert codes([Role.NAVIGATION], Page().line("Menu")) == ["AP105"]
    assert codes([Role.NAVIGATION, Role.PARAGRAPH], Page().line("Menu").line(PROSE[0])) == ["AP101"]
    assert codes([Role.HEADLINE], Page().heading("A bridge")) == ["AP102"]
    assert codes([Role.HEADLINE, Role.PARAGRAPH], Page().heading("A bridge").line(PROSE[0])) == []


@pytest.mark.parametrize(("confidence", "expected"), [(0.49, ["AP104"]), (0.5, []), (None, [])])
def test_uncertain_headline_is_reported(confidence: float | None, expected: list[str]) -> None:
    """A headline that is more likely wrong than right is a finding with its span; one made by hand is none."""
    page = Page().line("Menu").heading("A bridge is closed").line(PROSE[0])
    judged = [Judgement(Role.NAVIGATION), Judgement(Role.HEADLINE, Zone.HEAD, confidence), Judgement(Role.PARAGRAPH)]
    article, diagnostics = make_judged(page.text, page.units, judged, language="en")
    assert article.meta.language == "en"
    assert article.headline is not None
    assert article.headline.confidence == confidence
    found = diagnostics.sorted()
    assert [(one.code, one.span) for one in found] == [(code, article.headline.span) for code in expected]
    assert [one.detail for one in found] == ["49% sure"] * len(expected)


def test_a_run_is_as_sure_as_its_least_sure_block() -> None:
    """A node of several blocks has the lowest of their confidences, what is within a block has none."""
    page = Page().line("More", linked=True).line("Rain", linked=True).heading("A bridge").line(PROSE[0])
    roles = (Role.RELATED, Role.RELATED, Role.HEADLINE, Role.PARAGRAPH)
    judged = [Judgement(role, confidence=share) for role, share in zip(roles, (0.9, 0.6, 0.8, 0.7), strict=True)]
    article, _ = make_judged(page.text, page.units, judged)
    (related,) = article.related
    assert related.confidence == 0.6
    assert [child.confidence for child in related.children if isinstance(child, Paragraph)] == [None, None]
    assert article.paragraphs[0].confidence == 0.7


def test_cut_paragraph_is_healed() -> None:
    """Two halves of a paragraph with an advertisement between them are one paragraph."""
    page = Page().line(FIRST_HALF).line("Advertisement").line(SECOND_HALF).line(PROSE[0])
    article, diagnostics = make(page, [Role.PARAGRAPH, Role.ADVERTISEMENT, Role.PARAGRAPH, Role.PARAGRAPH])
    healed, whole = article.paragraphs
    assert healed.text == f"{FIRST_HALF} {SECOND_HALF}"
    assert [span.of(page.text) for span in healed.spans] == [FIRST_HALF, SECOND_HALF]
    assert not whole.pieces
    assert [found.code for found in diagnostics.sorted()] == ["AP101", "AP201"]
    assert len(article.furniture) == 1


def test_halves_that_end_and_begin_in_a_link() -> None:
    """Whether a paragraph goes on shows at its last words and the first of the next, be they under a link or not."""
    page = Page().line(FIRST_HALF, linked=True).line(SECOND_HALF, linked=True)
    article, _ = make(page, [Role.PARAGRAPH, Role.PARAGRAPH])
    assert len(article.paragraphs) == 1


def test_caption_between_is_no_cut() -> None:
    """What belongs to the story between two halves keeps them apart."""
    page = Page().line(FIRST_HALF).line("A bridge.").line(SECOND_HALF)
    article, _ = make(page, [Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH])
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST_HALF, SECOND_HALF),
        (FIRST_HALF + " bri-", "dge that is closed."),
        (FIRST_HALF + " “ferry”", "that runs."),
        (FIRST_HALF + ",", "that runs."),
        (
            "会議は月曜日に開かれ、古い橋について話し合ったが、春から車は通れないままであり、住民は困っていると話しており、",
            "来年まで続く。",
        ),
    ],
)
def test_continues(first: str, second: str) -> None:
    """A sentence without an end goes on in lower case, or after a comma in scripts without cases."""
    assert continues(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST_HALF + ".", SECOND_HALF),
        (FIRST_HALF, "Ferry that runs."),
        ("Read on", SECOND_HALF),
        (FIRST_HALF + ":", SECOND_HALF),
        (FIRST_HALF, ""),
    ],
)
def test_does_not_go_on(first: str, second: str) -> None:
    """A full sentence, a capital, a short label or a colon keep two paragraphs apart."""
    assert not continues(first, second)
