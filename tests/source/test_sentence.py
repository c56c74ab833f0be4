"""How sentences end."""

from __future__ import annotations

import pytest

from articleparse.source import ends_sentence


@pytest.mark.parametrize("text", ["Done.", 'He said "no."', "Done。", "हुआ।", "انتهى؟", "Well…", "**Done.**"])
def test_sentence(text: str) -> None:
    """Marks of all scripts end a sentence, also within quotes and brackets."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Done", "Read more:", "one, two,", "»"])
def test_no_sentence(text: str) -> None:
    """Labels, colons, commas and nothing don't end a sentence."""
    assert not ends_sentence(text)
