"""A page of a few lines, as people write them to try a program out: headline, byline, two paragraphs, a crosshead."""

from __future__ import annotations

from articleparse.roles import Role
from tools.train_roles.synthetic.head import kicker
from tools.train_roles.synthetic.page import Page
from tools.train_roles.synthetic.pseudo import TITLE


def small(page: Page) -> None:
    """The whole page; nothing on it is beside the story."""
    writer = page.writer
    if writer.chance(0.3):
        kicker(page)
    page.heading(Role.HEADLINE, writer.words(writer.between(1, 8), TITLE), 1)
    if writer.chance(0.3):
        page.line(Role.DECK, writer.words(writer.between(6, 14), TITLE), bold=writer.chance(0.5))
    if writer.chance(0.6):
        page.line(Role.BYLINE, f"{writer.term('byline.prefix').rstrip(':')} {writer.name()}")
    _paragraphs(page)
    for _ in range(writer.random.choice([0, 1, 1, 2])):
        page.heading(Role.CROSSHEAD, writer.words(writer.between(1, 5)), 2)
        _paragraphs(page)


def _paragraphs(page: Page) -> None:
    writer = page.writer
    for _ in range(writer.random.choice([1, 1, 2, 3])):
        sentences = [writer.sentence(2, 12) for _ in range(writer.random.choice([1, 1, 2, 3]))]
        page.line(Role.PARAGRAPH, " ".join(sentences))
