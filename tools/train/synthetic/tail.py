"""What stands below a story."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.roles import Role
from tools.train.synthetic.page import Page
from tools.train.synthetic.parts import NAVIGATION, Writing, control, navigation, related


def notes(page: Page, authors: Sequence[str]) -> None:
    """What a story's last lines say of it: a correction, who helped, who wrote it."""
    parts: list[Writing] = [_correction, _contributors, lambda page: _bio(page, authors)]
    for part in page.writer.random.sample(parts, 2):
        part(page)


def tail(page: Page, authors: Sequence[str]) -> None:
    """Some of the parts that stand below a story, not always in the same order; below some there is nothing."""
    writer = page.writer
    if writer.chance(0.12):
        return
    parts: list[tuple[Writing, float]] = [
        (_correction, 0.05),
        (related, 0.6),
        (_contributors, 0.05),
        (_headline_again, 0.06),
        (lambda page: _bio(page, authors), 0.4),
        (_teasers, 0.2),
        (control, 0.25),
        (_back, 0.25),
        (_tags, 0.15),
        (_copyright, 0.5),
        (navigation, 0.4),
        (_comments, 0.06),
    ]
    if writer.chance(0.3):
        writer.random.shuffle(parts)
    for part, share in parts:
        if writer.chance(share):
            part(page)
    if writer.chance(0.12):
        _references(page)


def _headline_again(page: Page) -> None:
    headline = next((part.text for part in page.parts if Role.HEADLINE in part.roles), "")
    if headline:
        page.line(Role.OTHER, headline, linked=page.writer.chance(0.3))


def _references(page: Page) -> None:
    """The targets of a page's links, as text browsers list them."""
    writer = page.writer
    if writer.chance(0.7):
        page.line(NAVIGATION, writer.random.choice(["References", "Links", "Visible links"]))
    targets = [f"https://{writer.word()}.example/{writer.word()}" for _ in range(writer.between(2, 6))]
    page.together(
        [(Role.OTHER, f"   {number}. {target}", f"{number}. {target}") for number, target in enumerate(targets, 1)]
    )


def _bio(page: Page, authors: Sequence[str]) -> None:
    writer = page.writer
    name = writer.random.choice(authors) if writer.chance(0.7) else writer.name()
    openings = [f"{name} is a reporter.", f"{name} is a reporter at {writer.word().capitalize()}."]
    text = writer.random.choice([*openings, f"{writer.term('contributor')} {name}.", f"{name} {writer.sentence()}"])
    if writer.chance(0.5):
        text += " " + writer.random.choice([f"{writer.term('follow')} {writer.term('social')}.", writer.sentence()])
    page.line(Role.AUTHOR_BIO, text)


def _correction(page: Page) -> None:
    writer = page.writer
    page.line(
        Role.CORRECTION, f"{writer.term('correction').rstrip(':')}{writer.random.choice([': ', ' '])}{writer.prose(1)}"
    )


def _contributors(page: Page) -> None:
    writer = page.writer
    text = f"{writer.term('contributor').rstrip(':').capitalize()} {writer.name()}"
    if writer.chance(0.5):
        text += f"; {writer.term('contributor').rstrip(':')} {writer.name()}"
    page.line(Role.AUTHOR_BIO, f"({text})" if writer.chance(0.6) else text)


def _teasers(page: Page) -> None:
    """Titles of other stories, each with what it begins with."""
    writer = page.writer
    page.heading(Role.RELATED, writer.term("related.heading").rstrip(":"), 2)
    level, linked = writer.random.choice([2, 3, 4]), page.is_markdown and writer.chance(0.7)
    for _ in range(writer.between(2, 5)):
        title = writer.title()
        if linked:
            page.verbatim(Role.RELATED, f"{'#' * level} [{title}](#)", title)
        else:
            page.heading(Role.RELATED, title, level)
        page.line(Role.RELATED, writer.prose(1, 1, 2))


def _comments(page: Page) -> None:
    writer = page.writer
    page.heading(Role.COMMENTS, writer.term("comments").rstrip(":"), writer.random.choice([2, 3]))
    for _ in range(writer.between(1, 5)):
        if writer.chance(0.5):
            page.line(Role.COMMENTS, f"{writer.word()}{writer.between(1, 99)}: {writer.prose(1, 2)}")
        else:
            page.line(Role.COMMENTS, f"{writer.name()} {writer.date()}")
            page.line(Role.COMMENTS, writer.prose(1, 2))


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
