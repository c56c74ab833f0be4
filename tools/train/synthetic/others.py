"""Pages that are no article: galleries, lists of stories, threads, and notices."""

from __future__ import annotations

from articleparse.roles import PageKind, Role
from tools.train.synthetic.page import Page
from tools.train.synthetic.parts import NAVIGATION, Writing, caption, control, navigation
from tools.train.synthetic.pseudo import TITLE


def _gallery(page: Page) -> None:
    """A headline, then pictures, each with its caption and the number that it has."""
    writer = page.writer
    navigation(page)
    page.heading(Role.HEADLINE, writer.title(TITLE), 1)
    if writer.chance(0.6):
        page.line(Role.DECK, writer.sentence(about=TITLE))
    count = writer.between(4, 12)
    for number in range(1, count + 1):
        if writer.chance(0.5):
            page.line(Role.CONTROL, f"{number} / {count}")
        caption(page)
    control(page)


def _listing(page: Page) -> None:
    """Titles with what they begin with, below the headings of sections."""
    writer = page.writer
    navigation(page)
    for _ in range(writer.between(2, 5)):
        page.heading(NAVIGATION, writer.words(writer.between(1, 2)), 2)
        for _ in range(writer.between(3, 8)):
            page.line(Role.RELATED, writer.title(), linked=True)
            if writer.chance(0.6):
                page.line(Role.RELATED, writer.sentence(6, 14))
            if writer.chance(0.4):
                page.line(Role.RELATED, writer.date())
    navigation(page)


def _thread(page: Page) -> None:
    """A question and posts, each with who wrote it and when."""
    writer = page.writer
    navigation(page)
    page.heading(Role.HEADLINE, writer.title(TITLE), 1)
    for _ in range(writer.between(3, 9)):
        page.line(Role.OTHER, f"{writer.word()}{writer.between(1, 99)} {writer.date()}", linked=writer.chance(0.5))
        for _ in range(writer.random.choice([1, 1, 2, 3])):
            page.line(Role.PARAGRAPH, writer.prose(1, 2, 3))
        if writer.chance(0.5):
            control(page)


def _notice(page: Page) -> None:
    """A few lines that stand where a page should be."""
    writer = page.writer
    if writer.chance(0.5):
        code = writer.random.choice(["403", "404", "410", "429", "500", "503"])
        page.heading(Role.OTHER, writer.random.choice([code, f"{code} {writer.words(2)}"]), 1)
    else:
        page.heading(Role.CONSENT, writer.term("consent"), 1)
        page.line(Role.CONSENT, writer.term("consent"), linked=writer.chance(0.5))
    for _ in range(writer.between(1, 2)):
        page.line(frozenset({Role.OTHER, Role.CONSENT}), writer.sentence(4, 12))
    control(page)


OTHERS: tuple[tuple[Writing, PageKind], ...] = (
    (_gallery, PageKind.GALLERY),
    (_listing, PageKind.LISTING),
    (_thread, PageKind.THREAD),
    (_notice, PageKind.NOTICE),
)
"""How each is written, and what kind of page it is."""
