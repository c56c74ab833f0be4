"""What the characters of a text tell."""

from __future__ import annotations

import re

import pytest

from articleparse.source import ends_sentence, needs_space
from articleparse.source.scripts import HAN, HANGUL, KANA, RIGHT_TO_LEFT, SOUTHEAST_ASIAN, UNSPACED


@pytest.mark.parametrize("text", ["Done.", 'He said "no."', "Done。", "हुआ।", "انتهى؟", "Well…", "**Done.**"])
def test_sentence(text: str) -> None:
    """Marks of all scripts end a sentence, also within quotes and brackets."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Done", "Read more:", "one, two,", "»"])
def test_no_sentence(text: str) -> None:
    """Labels, colons, commas and nothing don't end a sentence."""
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one", "two"),
        ("동안", "닫기로"),
        ("今天", "storm"),
        ("storm", "今天"),
        ("גשם", "בצפון"),
        ("ㅋㅋ", "네"),
        ("वर्षा", "हुई"),
        ("", "a"),
    ],
)
def test_space(before: str, after: str) -> None:
    """A space parts words in scripts that write spaces, Korean among them, and where another script begins."""
    assert needs_space(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("今天", "天气"),
        ("港は", "再開"),
        ("วัน", "นี้"),
        ("ខ្មែរ", "ភាសា"),
        ("မြန်", "မာ"),
        ("雨。", "風"),
        ("ＡＢ", "ＣＤ"),
        ("𠮷", "野"),
    ],
)
def test_no_space(before: str, after: str) -> None:
    """Chinese, Japanese, Thai, Khmer and Burmese have none between words, nor have letters at full width."""
    assert not needs_space(before, after)


SCRIPTS = {
    "佐々木": HAN,
    "ラーメンを": KANA,
    "홍길동": HANGUL,
    "ข่าว": SOUTHEAST_ASIAN,
    "ខ្មែរ": SOUTHEAST_ASIAN,
    "本の𠮷野": UNSPACED,
    "שלום": RIGHT_TO_LEFT,
    "سلام": RIGHT_TO_LEFT,
}


@pytest.mark.parametrize("word", SCRIPTS)
def test_ranges(word: str) -> None:
    """The ranges are the inside of a set in a regular expression, and hold the letters of their scripts."""
    assert re.fullmatch(f"[{SCRIPTS[word]}]+", word)
    assert not re.search(f"[{SCRIPTS[word]}]", "Łódź, Київ 12")
