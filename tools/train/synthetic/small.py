"""A page of a few lines, as people write them to try a program out: headline, byline, two paragraphs, a crosshead."""

from __future__ import annotations

from articleparse.roles import Role
from tools.train.synthetic.body import insert
from tools.train.synthetic.head import kicker, site
from tools.train.synthetic.page import Page
from tools.train.synthetic.parts import NAVIGATION, caption, control, related
from tools.train.synthetic.pseudo import TITLE
from tools.train.synthetic.tail import notes
from tools.train.synthetic.turns import interview, live


def small(page: Page) -> None:
    """The whole page; little on it is beside the story."""
    writer = page.writer
    if writer.chance(0.12):
        page.heading(Role.HEADLINE, writer.words(writer.between(2, 8), TITLE), 1)
        _paragraphs(page)
        return
    _above(page)
    if writer.chance(0.05):
        _paragraphs(page)
        return
    page.heading(Role.HEADLINE, writer.words(writer.between(1, 8), TITLE), 1)
    author = _head(page)
    if writer.chance(0.04):
        return
    _story(page)
    if writer.chance(0.2):
        notes(page, [author])
    if writer.chance(0.15):
        related(page)
    if writer.chance(0.15):
        control(page)


def _above(page: Page) -> None:
    writer = page.writer
    if writer.chance(0.15):
        page.items(NAVIGATION, [writer.words(1) for _ in range(writer.between(2, 5))], linked=True)
    if writer.chance(0.2):
        control(page)
    if writer.chance(0.4):
        site(page)
    if writer.chance(0.3):
        kicker(page)


def _head(page: Page) -> str:
    """Deck, byline, date and picture; the author's name comes back."""
    writer = page.writer
    if writer.chance(0.3):
        page.line(Role.DECK, writer.words(writer.between(6, 14), TITLE), bold=writer.chance(0.5))
    name = writer.name()
    if writer.chance(0.12):
        role = writer.term("byline.role")
        page.line(Role.BYLINE, writer.random.choice([f"{role} {name}", f"{role}：{name}", f"{name} {role}"]))
    elif writer.chance(0.15):
        names = [writer.name() for _ in range(writer.between(1, 2))]
        page.line(
            Role.BYLINE, f"{', '.join([name, *names[1:]])} {writer.random.choice(['and', '&', 'und'])} {names[0]}"
        )
    elif writer.chance(0.6):
        opening = f"{writer.term('byline.prefix').rstrip(':')} " if writer.chance(0.7) else ""
        ending = f" | {writer.date()}" if writer.chance(0.2) else ""
        page.line(Role.BYLINE, opening + name + ending, linked=writer.chance(0.15))
    if writer.chance(0.25):
        page.line(Role.TIMESTAMP, writer.date())
    if writer.chance(0.25):
        caption(page)
    return name


def _story(page: Page) -> None:
    writer = page.writer
    if writer.chance(0.15):
        writer.random.choice([interview, live])(page)
    else:
        _paragraphs(page)
    for _ in range(writer.random.choice([0, 1, 1, 2])):
        if writer.chance(0.75):
            page.heading(Role.CROSSHEAD, writer.words(writer.between(1, 5)), 2)
        else:
            page.line(Role.CROSSHEAD, writer.words(writer.between(1, 5)), bold=True)
        _paragraphs(page)
        insert(page, 0.7, last=True)


def _paragraphs(page: Page) -> None:
    writer = page.writer
    for _ in range(writer.random.choice([1, 1, 2, 3])):
        sentences = [writer.sentence(2, 12) for _ in range(writer.random.choice([1, 1, 2, 3]))]
        page.line(Role.PARAGRAPH, " ".join(sentences))
