"""What stands below a story."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.roles import Role
from tools.train_roles.synthetic.page import Page
from tools.train_roles.synthetic.parts import Writing, control, navigation, related


def tail(page: Page, authors: Sequence[str]) -> None:
    """Some of the parts that stand below a story, not always in the same order."""
    writer = page.writer
    parts: list[tuple[Writing, float]] = [
        (related, 0.6),
        (lambda page: _bio(page, authors), 0.4),
        (control, 0.25),
        (_back, 0.25),
        (_tags, 0.15),
        (_copyright, 0.5),
        (navigation, 0.4),
    ]
    if writer.chance(0.3):
        writer.random.shuffle(parts)
    for part, share in parts:
        if writer.chance(share):
            part(page)


def _bio(page: Page, authors: Sequence[str]) -> None:
    writer = page.writer
    name = writer.random.choice(authors) if writer.chance(0.7) else writer.name()
    openings = [f"{name} is a reporter.", f"{name} is a reporter at {writer.word().capitalize()}."]
    text = writer.random.choice([*openings, f"{writer.term('contributor')} {name}.", f"{name} {writer.sentence()}"])
    if writer.chance(0.5):
        text += " " + writer.random.choice([f"{writer.term('follow')} {writer.term('social')}.", writer.sentence()])
    page.line(Role.AUTHOR_BIO, text)


def _back(page: Page) -> None:
    page.line(Role.CONTROL, page.writer.term("control.back"), linked=True)


def _tags(page: Page) -> None:
    writer = page.writer
    page.line(Role.TAGS, writer.term("tags"))
    page.items(Role.TAGS, [writer.word() for _ in range(writer.between(2, 5))], linked=True)


def _copyright(page: Page) -> None:
    writer = page.writer
    year = writer.between(2010, 2026)
    own = f"© {year} {writer.words(2)}. {writer.term('copyright')}"
    page.line(Role.COPYRIGHT, writer.random.choice([own, f"(C) {year} {writer.words(2)}."]))
