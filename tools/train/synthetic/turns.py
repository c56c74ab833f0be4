"""Stories that are told in turns: interviews and live reports."""

from __future__ import annotations

from articleparse.roles import Role
from tools.train.synthetic.page import Page


def interview(page: Page) -> None:
    """A few words on who is asked, then questions, bold or with the speaker's name before them, and answers."""
    writer = page.writer
    if writer.chance(0.6):
        page.line(Role.PARAGRAPH, writer.prose(1, 2, 3))
    is_named = writer.chance(0.4)
    asker, asked = ("Q: ", "A: ") if writer.chance(0.3) else (f"{writer.word().capitalize()}: ", f"{writer.name()}: ")
    for _ in range(writer.between(3, 9)):
        question = writer.sentence(3, 14).rstrip(".?") + "?"
        if is_named:
            page.line(Role.QUESTION, asker + question, bold=writer.chance(0.3))
        else:
            page.line(Role.QUESTION if page.is_markdown else _ASKED, question, bold=True)
        page.line(Role.ANSWER if is_named or page.is_markdown else _ANSWERED, asked * is_named + writer.prose(1, 2, 3))
        if writer.chance(0.3):
            page.line(Role.ANSWER if page.is_markdown and not is_named else _ANSWERED, writer.prose(1, 2))


_ASKED = frozenset({Role.QUESTION, Role.PARAGRAPH})
_ANSWERED = frozenset({Role.ANSWER, Role.PARAGRAPH})
"""What lines can be that nothing tells from those of another story."""


def live(page: Page) -> None:
    """Entries, each with its time, some with a heading."""
    writer = page.writer
    if writer.chance(0.4):
        page.line(Role.PARAGRAPH, writer.prose(1, 2))
    write = writer.random.choice(_CLOCKS)
    bold, level, titled = writer.chance(0.4), writer.random.choice([2, 3, 3, 4]), writer.random.choice([0, 0.5, 1])
    for _ in range(writer.between(3, 9)):
        page.line(Role.LIVE_ENTRY, write.format(writer.between(0, 23), writer.between(10, 59)), bold=bold)
        if writer.chance(titled):
            page.heading(Role.LIVE_ENTRY, writer.title(), level)
        for _ in range(writer.random.choice([1, 1, 2, 3])):
            page.line(Role.LIVE_ENTRY, writer.prose(1, 2, 3))


_CLOCKS = ("{}:{}", "{}:{}", "{}.{} Uhr", "{}:{} Uhr", "{}h{}", "{}:{} GMT", "{}.{}pm")
