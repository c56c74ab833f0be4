"""The story, and what stands within it."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.roles import Role
from tools.train.synthetic.page import Page
from tools.train.synthetic.parts import Writing, caption, promotion_box, read_more, related
from tools.train.synthetic.pseudo import STORY


def body(page: Page) -> None:
    """The story. A third of the stories is short and full of rare parts, for these to be learnt as well."""
    writer = page.writer
    rich = writer.chance(0.35)
    count = writer.between(1, 4) if rich else writer.random.choice([2, 3, 4, 6, 8, 10, 14])
    sentences = (1, 1, 2) if writer.chance(0.3) else (1, 2, 2, 3, 4)
    for index in range(count):
        _paragraph(page, sentences, opens=index == 0)
        if index == 0 and writer.chance(0.2):
            caption(page)
        if index < count - 1:
            insert(page, 3 if rich else 1, last=False)
        elif writer.chance(0.22):
            _signed_off(page)
        else:
            insert(page, 3 if rich else 1, last=True)
    if writer.chance(0.4):
        _light_section(page)
    if writer.chance(0.35):
        page.verbatim(Role.SEPARATOR, writer.random.choice(["* * *", "---"]))


def insert(page: Page, factor: float, *, last: bool = False) -> None:
    """What stands between two paragraphs, or below the last one; `factor` makes all of it more frequent."""
    for part, share in _INSERTS:
        if page.writer.chance(share * factor) and (not last or part in _AT_THE_END):
            part(page)


def _paragraph(page: Page, sentences: Sequence[int], *, opens: bool) -> None:
    """A paragraph of the story; some are cut in two by the page."""
    writer = page.writer
    text = writer.prose(*sentences)
    if opens and writer.chance(0.3):
        place, agency = writer.word().upper(), writer.term("agency")
        mark = writer.random.choice([f", {writer.word().capitalize()} ({agency}) — ", f" ({agency}) - ", ". "])
        text = place + mark + text
    cut = text.find(" ", len(text) // 2)
    if cut > 40 and writer.chance(0.12):
        page.line(Role.PARAGRAPH, text[:cut].rstrip(",."))
        if writer.chance(0.6):
            _advertisement(page)
        text = text[cut + 1 :].lower()
    page.line(Role.PARAGRAPH, text)


def _signed_off(page: Page) -> None:
    """The paragraph that agency copy ends with."""
    agency = page.writer.term("agency")
    ending = page.writer.random.choice(
        [f" ({agency})", f" ({agency}/{page.writer.word()[:3]})", f" {agency}", f" [{agency}]"]
    )
    page.line(Role.PARAGRAPH, page.writer.prose(1, 2, 3) + ending)


def _crosshead(page: Page) -> None:
    """A heading of the story, some followed by a second one or by a few words, then text."""
    writer = page.writer
    _one_crosshead(page)
    if writer.chance(0.3):
        _one_crosshead(page)
    for _ in range(writer.random.choice(_SHORT_LINES)):
        page.line(Role.PARAGRAPH, writer.words(writer.between(3, 7), STORY))
    if writer.chance(0.1):
        _list(page)
    text = writer.prose(1) if writer.chance(0.5) else writer.words(writer.between(4, 9), STORY) + "."
    page.line(Role.PARAGRAPH, text)


def _light_section(page: Page) -> None:
    """A section with little text in it: short lines, lists, a table."""
    writer = page.writer
    _one_crosshead(page)
    for _ in range(writer.between(1, 3)):
        page.line(Role.PARAGRAPH, writer.words(writer.between(3, 9), STORY) + writer.random.choice(["", ".", "."]))
    for part in writer.random.sample((_list, _list, _quotation, _table, _code), writer.between(0, 4)):
        part(page)
    if writer.chance(0.6):
        page.line(Role.PARAGRAPH, writer.prose(1, 2))


_SHORT_LINES = (0, 0, 1, 2, 3)
"""How many lines of a few words follow a crosshead: any of these numbers as often."""


def _one_crosshead(page: Page) -> None:
    writer = page.writer
    text = writer.words(writer.random.choice([1, 2, 3, 4, 6]), STORY)
    if writer.chance(0.7):
        page.heading(Role.CROSSHEAD, text, writer.random.choice([1, 2, 2, 3, 3, 3]))
    else:
        page.line(Role.CROSSHEAD, text, bold=writer.chance(0.5))


def _list(page: Page) -> None:
    writer = page.writer
    count = writer.between(2, 5)
    texts = [writer.words(writer.between(2, 5)) if writer.chance(0.5) else writer.sentence() for _ in range(count)]
    page.items(Role.LIST, texts, ordered=writer.chance(0.4))


def _quotation(page: Page) -> None:
    text = page.writer.prose(1, 2)
    if page.is_markdown:
        page.verbatim(Role.QUOTATION, "> " + text, text)
    else:
        page.line(frozenset({Role.PARAGRAPH, Role.QUOTATION}), text)


def _table(page: Page) -> None:
    writer = page.writer
    rows = [[writer.word() for _ in range(3)] for _ in range(3)]
    if writer.chance(0.4):
        page.line(frozenset({Role.PARAGRAPH, Role.CAPTION}), writer.words(writer.between(1, 3)))
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|---|---|---|")
    page.verbatim(Role.TABLE, "\n".join(lines), " ".join(word for row in rows for word in row))


def _code(page: Page) -> None:
    writer = page.writer
    code = f"{writer.word()} = {writer.between(1, 9)}\n{writer.word()} = {writer.word()}"
    page.verbatim(Role.CODE, f"```\n{code}\n```", code)


def _pull_quote(page: Page) -> None:
    """Some words of the paragraph above."""
    above = page.parts[-1] if page.parts else None
    words = above.text.rstrip(".?").split() if above and above.roles == {Role.PARAGRAPH} else []
    if len(words) < 2 * _QUOTED:
        return
    start = page.writer.between(0, len(words) - _QUOTED)
    quote = f"“{' '.join(words[start : start + _QUOTED + page.writer.between(0, 6)])}”"
    if page.is_markdown and page.writer.chance(0.5):
        page.verbatim(Role.PULL_QUOTE, "> " + quote, quote)
    else:
        page.line(Role.PULL_QUOTE, quote, bold=page.writer.chance(0.3))


_QUOTED = 6
"""Words that a pull quote has at least."""


def _fact_box(page: Page) -> None:
    writer = page.writer
    title = writer.term("factbox").rstrip(":")
    if writer.chance(0.5):
        page.heading(Role.FACT_BOX, title, writer.random.choice([2, 3, 4]))
    else:
        page.line(Role.FACT_BOX, title, bold=writer.chance(0.5))
    if writer.chance(0.7):
        page.items(
            Role.FACT_BOX, [f"{writer.word().capitalize()}: {writer.words(2)}" for _ in range(writer.between(2, 5))]
        )
    else:
        page.line(Role.FACT_BOX, writer.prose(1, 2))


def _short_line(page: Page) -> None:
    page.line(Role.PARAGRAPH, page.writer.words(page.writer.between(4, 8)) + ".")


def _promotion(page: Page) -> None:
    writer = page.writer
    if writer.chance(0.55):
        page.line(Role.PROMOTION, writer.term("promotion", "subscribe"))
        return
    text = f"{writer.term('follow')} {writer.word().capitalize()} on {writer.term('social')}"
    if writer.chance(0.6):
        page.items(Role.PROMOTION, [text])
    else:
        page.line(Role.PROMOTION, text)


def _advertisement(page: Page) -> None:
    page.line(Role.ADVERTISEMENT, page.writer.term("advertisement"))


_INSERTS: tuple[tuple[Writing, float], ...] = (
    (_crosshead, 0.24),
    (_list, 0.1),
    (_quotation, 0.08),
    (_table, 0.05),
    (_code, 0.05),
    (_short_line, 0.1),
    (related, 0.06),
    (_promotion, 0.05),
    (promotion_box, 0.03),
    (read_more, 0.06),
    (_advertisement, 0.04),
    (caption, 0.06),
    (_pull_quote, 0.03),
    (_fact_box, 0.02),
)
"""What stands between two paragraphs, and how often."""

_AT_THE_END = frozenset({_list, _quotation, _table, _code, _short_line})
"""What a story can end with."""
