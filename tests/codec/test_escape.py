"""Escapes undo themselves."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from articleparse.codec.fields import ESCAPE, escape, escaped_strings, unescape, unescaped_strings
from tests.support.trees import HARD

texts = st.text(st.sampled_from(HARD) | st.characters(), max_size=12)


@given(texts)
def test_escape_and_back(text: str) -> None:
    """Every text comes back, and what is between has a UTF-8 form."""
    encoded = escape(text).encode()
    assert unescape(encoded.decode()) == text


@given(texts)
def test_other_patterns(text: str) -> None:
    """So it does whichever characters are forbidden, as long as the sign of the escape is among them."""
    forbidden = re.compile(f"[0-9A-F;{ESCAPE}]")
    assert unescape(escape(text, forbidden)) == text


def test_no_escape() -> None:
    """What is no escape, or one beyond Unicode, stays as it is."""
    for text in (ESCAPE, f"{ESCAPE};", f"{ESCAPE}41", f"{ESCAPE}d800;", f"{ESCAPE}110000;", f"{ESCAPE}G;"):
        assert unescape(text) == text


def test_documents() -> None:
    """All strings that are values are escaped, keys and numbers are not, and the document given is left alone."""
    document = {"\ud800": ["\ud800", {"a": "\udfff"}, 1, None], "b": True}
    escaped = escaped_strings(document)
    assert escaped == {"\ud800": [f"{ESCAPE}D800;", {"a": f"{ESCAPE}DFFF;"}, 1, None], "b": True}
    assert document == {"\ud800": ["\ud800", {"a": "\udfff"}, 1, None], "b": True}
    assert unescaped_strings(escaped) == document
