"""Parts that stand in several places of a page."""

from __future__ import annotations

from collections.abc import Callable

from articleparse.roles import Role
from tools.train.labels import Roles
from tools.train.synthetic.page import Page
from tools.train.synthetic.pseudo import TITLE

Writing = Callable[[Page], None]

NAVIGATION: Roles = frozenset({Role.NAVIGATION})


def navigation(page: Page) -> None:
    """A menu: a list or a few lines."""
    writer = page.writer
    if writer.chance(0.75):
        texts = [writer.words(writer.between(1, 2)) for _ in range(writer.between(2, 14))]
        page.items(NAVIGATION, texts, linked=True)
        return
    for _ in range(writer.between(1, 5)):
        page.line(NAVIGATION, writer.words(writer.between(1, 2)), linked=writer.chance(0.6))


CONTROLS = ("control.print", "control.share", "control.save")


def control(page: Page) -> None:
    """A button."""
    page.line(Role.CONTROL, page.writer.term(*CONTROLS), linked=page.writer.chance(0.5))


def caption(page: Page) -> None:
    """A caption with its credit, in one block or two, perhaps below its picture and above a button."""
    writer = page.writer
    if page.is_markdown and writer.chance(0.3):
        page.verbatim(Role.FIGURE, "![](a.jpg)")
    text, credit = _described(page)
    if writer.chance(_LISTED):
        more = [_described(page) for _ in range(writer.between(0, 2))]
        picture = "![](a.jpg) " if page.is_markdown and writer.chance(0.5) else ""
        page.items(Role.CAPTION, [picture + " ".join(pair) for pair in ((text, credit), *more)])
    elif writer.chance(0.7):
        page.line(Role.CAPTION, f"{text} {credit}")
    else:
        page.line(Role.CAPTION, text.rstrip(".?") + ".")
        page.line(Role.CREDIT, credit.strip("()"))
    if writer.chance(0.2):
        page.line(Role.CONTROL, writer.term("control.enlarge"), linked=writer.chance(0.6))


_LISTED = 0.12
"""How often captions are items of a list."""


def _described(page: Page) -> tuple[str, str]:
    """What a picture shows, and its credit."""
    writer = page.writer
    agency, label, name = writer.term("agency"), writer.term("credit.label").rstrip(":"), writer.name()
    ways = [f"{label}: {agency}", f"{label}: {name}", f"({label}: {agency})", f"© {name}/{agency}"]
    credit = writer.random.choice([*ways, f"{name}/{agency}", f"({label}: {name}/{agency})"])
    text = writer.sentence(about=TITLE) if writer.chance(0.5) else writer.words(writer.between(3, 9), TITLE)
    return text, credit


def promotion_box(page: Page) -> None:
    """An offer: a heading or a bold line, a sentence, a button."""
    writer = page.writer
    if writer.chance(0.6):
        page.line(
            Role.PROMOTION, writer.term("promotion", "subscribe"), linked=writer.chance(0.4), bold=writer.chance(0.4)
        )
    if writer.chance(0.6):
        page.line(Role.PROMOTION, writer.sentence(4, 12))
    page.line(Role.PROMOTION, writer.term("promotion", "subscribe"), linked=writer.chance(0.7))


def read_more(page: Page) -> None:
    """A line of the story that leads to another one."""
    writer = page.writer
    label, title = writer.term("related.inline", "related.heading").rstrip(":") + ":", writer.title()
    if page.is_markdown:
        source = writer.random.choice(
            [f"**{label}** [{title}](#)", f"{label} [{title}](#)", f"**[{label} {title}](#)**"]
        )
        page.verbatim(Role.RELATED, source, f"{label} {title}")
    else:
        page.line(Role.RELATED, f"{label} {title}")


def related(page: Page) -> None:
    """A heading and links to other stories."""
    writer = page.writer
    opening = writer.term("related.heading").rstrip(":") + writer.random.choice(["", ":"])
    if writer.chance(0.6):
        page.heading(Role.RELATED, opening, writer.random.choice([2, 3, 4]))
    else:
        page.line(Role.RELATED, opening, bold=writer.chance(0.5))
    tiny = writer.chance(0.35)
    titles = [writer.words(writer.between(2, 4)) if tiny else writer.title() for _ in range(writer.between(2, 5))]
    page.items(Role.RELATED, titles, linked=True)
