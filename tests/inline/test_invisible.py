"""Invisible characters: no reader meets one that the text does not need, and the dump keeps all."""

import pytest

import articleparse as ap
from tests.support.syntax import read

DROPPED = {
    "soft hyphen": ("Der Wetter\u00addienst warnt.", "Der Wetterdienst warnt."),
    "byte-order mark at the end": ("It rains. \ufeff", "It rains."),
    "reference to a soft hyphen": ("Météo&shy;rologie", "Météorologie"),
    "space without width": ("rain\u200b and wind", "rain and wind"),
    "word joiner in a link": ("[10\u2060 %](#) rain", "10 % rain"),
    "soft hyphen in an address": ("<https://example.org/a\u00adb>", "https://example.org/ab"),
    "soft hyphen in bold text": ("**Ge\u00adwitter** kommt", "Gewitter kommt"),
    "joiner between Latin letters": ("Auf\u200clage", "Auflage"),
    "reference to a joiner": ("mail&zwnj; text", "mail text"),
    "isolates around a Latin name": ("says \u2068Jane Doe\u2069 today", "says Jane Doe today"),
    "mark at the ends of Hebrew": ("\u200fגשם בצפון\u200f", "גשם בצפון"),
}
KEPT = {
    "joiner in Persian": "باران می\u200cبارد",
    "joiner in Hindi": "क\u094d\u200dष",
    "joiner that ends a Malayalam word": "ന\u0d4d\u200d വരി",
    "emoji": "👩\u200d🚀 ❤\ufe0f",
    "space without width in Thai": "ฝน\u200bตก",
    "mark of direction in Hebrew": "גשם ב-C++\u200e, רוח",
    "mark of direction before a Latin word": "\u200fNASA אישרה",
    "code": "a `b\u00adc` d",
}


@pytest.mark.parametrize(("given", "text"), DROPPED.values(), ids=DROPPED)
def test_needless(given: str, text: str) -> None:
    """What only concerns how a page is set is a mark: in no text, and in the dump as before."""
    assert [unit.node.text for unit in read(given).units] == [text]
    assert ap.unparse(ap.parse(given)) == given


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_needed(text: str) -> None:
    """What shapes letters or turns the direction of writing is text."""
    assert [unit.node.text for unit in read(text).units] == [text.replace("`", "")]


def test_reference_in_persian() -> None:
    """A reference stands for a joiner that its letters need."""
    assert [unit.node.text for unit in read("می&zwnj;بارد").units] == ["می\u200cبارد"]


def test_numbered_link() -> None:
    """The text of a link whose end is not written has none, either."""
    assert [unit.node.text for unit in read("[4]Wetter\u00addienst", "lynx").units] == ["Wetterdienst"]


def test_alternative_text() -> None:
    """What stands for a picture is read, too."""
    assert read("![Wetter\u00adkarte](a.png)").units[0].node.children[0].alt == "Wetterkarte"  # type: ignore[attr-defined]


def test_formats() -> None:
    """What was dropped is in no format but those that hold the dump, which comes back from them as it was."""
    article = ap.parse(
        "# Ge\u00adwitter\ufeff\n\nVon Jane\u200b Doe\n\nAm Dienstag regnet es im Nor\u00adden des Landes.\ufeff"
    )
    record = ap.to_record(article)
    assert (record["headline"], record["authors"]) == ("Gewitter", ["Jane Doe"])
    for text in (record["text"], ap.to_markdown(article), ap.write(article, "html"), ap.to_text(article)):
        assert "Norden" in text
        assert not {"\u00ad", "\u200b", "\ufeff"} & {*text}
    loaded = ap.from_json(ap.to_json(article, include_source=True))
    assert loaded == article
    assert ap.unparse(loaded) == ap.unparse(article)
