"""A kicker on the headline's line."""

from __future__ import annotations

import pytest

import articleparse as ap

STORY = "\n\nThe council met on Monday to talk about the old bridge, closed since spring, and what it costs.\n\n"
STORY += "Nobody knew when it would open again, the engineer told the meeting, and nobody wanted to guess.\n"


def test_each_keeps_its_place() -> None:
    """The kicker begins where the heading does, the headline ends where it does, and both are as sure as it."""
    article = ap.parse(f"# Rivers and roads  Council keeps bridge closed #{STORY}")
    kicker, headline = article.kicker, article.headline
    assert kicker is not None
    assert headline is not None
    assert (kicker.span, headline.span) == ((0, 18), (20, 49))
    assert kicker.confidence == headline.confidence is not None


def headline_of(line: str) -> tuple[str | None, str | None]:
    """Kicker and headline of a story below `line`; the parse keeps what every parse promises."""
    text = f"# {line}{STORY}"
    article = ap.parse(text)
    assert ap.unparse(article) == text
    kicker, headline = article.kicker, article.headline
    return kicker.text if kicker else None, headline.text if headline else None


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("Rivers and roads  Council keeps bridge closed", "Rivers and roads"),
        ("Rivers and roads -  “Council keeps bridge closed”", "Rivers and roads"),
        ("Rivers and roads :  Council keeps bridge closed", "Rivers and roads"),
        ("Rivers and roads \\-  Council keeps bridge closed", "Rivers and roads"),
        ("“It is no use”Council keeps bridge closed", "“It is no use”"),
    ],
)
def test_two_blanks_part_kicker_and_headline(line: str, kicker: str) -> None:
    """What stands before two blanks and a capital is the kicker; the sign between them is neither's."""
    found, headline = headline_of(line)
    assert found == kicker
    assert headline is not None
    assert headline.strip("“”") == "Council keeps bridge closed"


@pytest.mark.parametrize(
    "line",
    [
        "Council keeps bridge closed - again",
        "Council keeps  bridge closed for another year",
        "Council keeps bridge closed  Again",
        'Council: "Bridge closed for another year"',
        '町議会の"通行止め"で来年まで橋を渡れない',
    ],
)
def test_one_line_is_one_headline(line: str) -> None:
    """One blank, a word in lower case behind two, or a rest that is too short for a headline part nothing."""
    assert headline_of(line) == (None, line)


def test_shortest_headline() -> None:
    """Twelve characters are enough for a headline of its own, eleven are not."""
    assert headline_of("Rivers and roads  Bridge shuts") == ("Rivers and roads", "Bridge shuts")
    assert headline_of("Rivers and roads  Bridge shut") == (None, "Rivers and roads  Bridge shut")
