"""The top of a page: menu, kicker, headline, deck, byline, date, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.roles import Role
from tools.train_roles.synthetic.page import Page
from tools.train_roles.synthetic.parts import CONTROLS, NAVIGATION, caption, control, navigation
from tools.train_roles.synthetic.pseudo import TITLE


def top(page: Page) -> None:
    """What stands above the headline, and the headline."""
    writer = page.writer
    headline = writer.title(TITLE)
    if writer.chance(0.25):
        page.line(NAVIGATION, f"{headline}{writer.random.choice([' - ', ' | '])}{writer.word().capitalize()}")
    if writer.chance(0.5):
        navigation(page)
    if writer.chance(0.3):
        page.heading(NAVIGATION, writer.words(1), 2)
    if writer.chance(0.3):
        control(page)
    if writer.chance(0.5):
        kicker(page)
    if writer.chance(0.25):
        caption(page)
    page.heading(Role.HEADLINE, headline, writer.random.choice([1, 1, 1, 2]))


def kicker(page: Page) -> None:
    """The line above the headline: a word or two, as a line, a link or a heading."""
    writer = page.writer
    text = writer.words(writer.random.choice([1, 1, 2])) if writer.chance(0.8) else writer.term("kicker")
    if writer.chance(0.5):
        page.heading(Role.KICKER, text, 2)
    else:
        page.line(Role.KICKER, text, linked=writer.chance(0.5))


def head(page: Page) -> list[str]:
    """Deck, byline, date, buttons and picture; the names of the authors come back."""
    writer = page.writer
    if writer.chance(0.65):
        _deck(page)
    elif writer.chance(0.2):
        _highlights(page)
    authors = [writer.name() for _ in range(writer.random.choice([1, 1, 1, 2, 3]))]
    has_byline, has_date, dated_first = writer.random.choice([(1, 1, 0), (1, 1, 1), (1, 0, 0), (1, 0, 0), (0, 1, 0)])
    if has_date and dated_first:
        _timestamp(page)
    if has_byline:
        _byline(page, authors)
    if has_date and not dated_first:
        _timestamp(page)
    if writer.chance(0.35):
        _buttons(page)
    if writer.chance(0.5):
        caption(page)
    if writer.chance(0.08):
        _highlights(page)
    return authors


def _deck(page: Page) -> None:
    writer = page.writer
    text = writer.prose(1, 1, 2) if writer.chance(0.6) else writer.words(writer.between(7, 20), TITLE)
    if writer.chance(0.25):
        page.heading(Role.DECK, text, writer.random.choice([2, 3]))
    else:
        page.line(Role.DECK, text, bold=writer.chance(0.4))


def _highlights(page: Page) -> None:
    writer = page.writer
    if writer.chance(0.3):
        page.heading(Role.HIGHLIGHTS, writer.term("keypoints").rstrip(":"), writer.random.choice([2, 3]))
    points = [
        writer.sentence(6, 12) if writer.chance(0.5) else writer.words(writer.between(5, 12), TITLE) for _ in "123"
    ]
    page.items(Role.HIGHLIGHTS, points)


def _byline(page: Page, authors: Sequence[str]) -> None:
    writer = page.writer
    if writer.chance(0.1):
        page.line(Role.BYLINE, writer.term("agency"), linked=writer.chance(0.3))
        return
    text = writer.random.choice([", ", " and ", ", ", " / ", " und "]).join(authors)
    if writer.chance(0.55):
        text = f"{writer.term('byline.prefix').rstrip(':')}{': ' if writer.chance(0.3) else ' '}{text}"
    if writer.chance(0.1):
        text += f", {writer.words(writer.between(1, 3))}"
    if writer.chance(0.25):
        text += writer.random.choice([" | ", ", ", " - "]) + writer.date()
    page.line(Role.BYLINE, text, linked=writer.chance(0.3))


def _timestamp(page: Page) -> None:
    writer = page.writer
    label = writer.term("date.published").rstrip(":") + writer.random.choice([": ", " "]) if writer.chance(0.5) else ""
    page.line(Role.TIMESTAMP, label + writer.date())


def _buttons(page: Page) -> None:
    writer = page.writer
    if writer.chance(0.5):
        for _ in range(writer.between(1, 3)):
            control(page)
    else:
        page.line(
            Role.CONTROL, " ".join(writer.term(one) for one in writer.random.sample(CONTROLS, writer.between(2, 3)))
        )
