"""The top of a page: menu, kicker, headline, deck, byline, date, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.roles import Role
from tools.train.synthetic.page import Page
from tools.train.synthetic.parts import CONTROLS, NAVIGATION, caption, control, navigation
from tools.train.synthetic.pseudo import TITLE


def top(page: Page) -> None:
    """What stands above the headline, and the headline."""
    writer = page.writer
    headline = writer.title(TITLE)
    if writer.chance(0.06):
        _header(page, headline)
    if writer.chance(0.25):
        page.line(NAVIGATION, f"{headline}{writer.random.choice([' - ', ' | '])}{writer.word().capitalize()}")
    if writer.chance(0.5):
        navigation(page)
    if writer.chance(0.3):
        page.heading(NAVIGATION, writer.words(1), 2)
    if writer.chance(0.15):
        _path(page)
    site(page)
    if writer.chance(0.3):
        control(page)
    if writer.chance(0.4):
        kicker(page)
    if writer.chance(0.25):
        caption(page)
    page.heading(Role.HEADLINE, headline, writer.random.choice([1, 1, 1, 2]))


def _header(page: Page, headline: str) -> None:
    """The fields that some converters write above a dump."""
    writer = page.writer
    title = headline + writer.random.choice(["", f" - {writer.word().capitalize()}"])
    lines: list[tuple[Role, str, str]] = [(Role.OTHER, f"title: {title}", title)]
    if writer.chance(0.5):
        name = writer.name()
        lines.append((Role.BYLINE, f"author: {name}", name))
    if writer.chance(0.7):
        day = f"{writer.between(2010, 2026)}-{writer.between(1, 12):02}-{writer.between(1, 28):02}"
        lines.append((Role.TIMESTAMP, f"date: {day}", day))
    if writer.chance(0.4):
        link = f"https://{writer.word()}.example/{writer.word()}"
        lines.append((Role.OTHER, f"url: {link}", link))
    if writer.chance(0.7):
        lines = [(Role.OTHER, "---", ""), *lines, (Role.OTHER, "---", "")]
    page.together(lines)


def site(page: Page) -> None:
    """What a page has above its headline when little else is there: the site's name, sections, buttons of the menu."""
    writer = page.writer
    if writer.chance(0.35):
        page.line(NAVIGATION, writer.words(writer.random.choice([1, 2])), linked=writer.chance(0.5))
    for _ in range(writer.random.choice([0, 0, 0, 1, 2])):
        page.line(NAVIGATION, writer.term("navigation"), linked=writer.chance(0.6))
    if writer.chance(0.25):
        page.line(NAVIGATION, writer.words(1), linked=writer.chance(0.4))
    if writer.chance(0.2):
        text = writer.term("navigation") if writer.chance(0.6) else writer.words(2)
        page.heading(NAVIGATION, text, writer.random.choice([1, 1, 2, 3]))


def _path(page: Page) -> None:
    """The way from the front page to this one."""
    writer = page.writer
    sign = writer.random.choice([" › ", " » ", " > ", " / "])
    steps = [writer.term("navigation"), *(writer.words(1) for _ in range(writer.between(1, 2)))]
    page.line(NAVIGATION, sign.join(steps))


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
    if writer.chance(0.12):
        role = writer.term("byline.role")
        page.line(Role.BYLINE, writer.random.choice([f"{role} {text}", f"{text} {role}", f"{role}: {text}"]))
        return
    if writer.chance(0.15):
        outlet = " ".join(writer.word().capitalize() for _ in range(writer.between(1, 2)))
        text += writer.random.choice([f" for {outlet}", f" for the {outlet}", f", {outlet}", f" in {outlet}"])
    if writer.chance(0.5):
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
