"""One spelling for what readers take as the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.vocabulary import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Güncelleme :", "guncelleme"),
        ("Læs også", "Laes ogsa"),
        ("İLGİLİ HABER", "ilgili haber"),
        ("ılık", "ilik"),
        ("Fotoğraf", "FOTOGRAF"),
        ("Źródło:", "zrodlo"),
        ("Größe", "GROSSE"),
        ("© Example", "(C) Example"),
        ("ⓒ Example", "(c) Example"),
        ("（Ｃ）Example", "©Example"),
        ("FILE — PHOTO", "file -- photo"),
        ("ي ك", "ی ک"),
        ("اقرأ أيضًا", "اقرا ايضا"),
        ("ע״י", 'ע"י'),
        ("Crédit\u00a0photo\u202f:", "credit photo"),
        ("写真：", "写真"),
        ("**_Print_**", "print"),
        ("### Read more...", "Read more"),
        ("「写真」", "写真"),
        ("\u200fصورة\u200e", "صورة"),
    ],
)
def test_twins(one: str, other: str) -> None:
    """Spellings that differ in case, accents, widths, marks or what ASCII leaves of them are one."""
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("Foto", "Fotos"), ("か", "が"), ("कि", "की"), ("ⓒ", "c"), ("By", "Bye")])
def test_others(one: str, other: str) -> None:
    """What readers take as different stays different."""
    assert normalise(one) != normalise(other)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_is_stable(text: str) -> None:
    """Normalising twice is normalising once, for text that has a normal form at all."""
    once = normalise(text)
    assert normalise(normalise(once)) == normalise(once)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_ascii(text: str) -> None:
    """Plain ASCII takes a short way that leads to the same result as the long one."""
    assert normalise(text) == normalise(text + "\u200b")
