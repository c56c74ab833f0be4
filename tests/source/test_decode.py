"""From bytes to text."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.source import decode

GERMAN = "Der Sturm erreichte die Küste am frühen Morgen. Die Häfen blieben geschlossen, größere Schäden gab es nicht. "
RUSSIAN = "Шторм достиг побережья рано утром. Порты остались закрытыми, крупного ущерба не было, сообщили власти. "


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_byte_order_mark(mark: bytes, codec: str, name: str) -> None:
    """A byte-order mark tells the encoding and is no part of the text."""
    source = decode(mark + "Né 今天".encode(codec), "a.txt")
    assert (source.text, source.encoding, source.name) == ("Né 今天", name, "a.txt")


def test_utf8() -> None:
    """Bytes without a mark are UTF-8 where they can be."""
    source = decode(GERMAN.encode())
    assert (source.text, source.encoding) == (GERMAN, "utf-8")


def test_latin_1() -> None:
    """Accented letters of Western Europe are found in a one-byte encoding."""
    source = decode(GERMAN.encode("latin-1"))
    assert source.text == GERMAN
    assert source.encoding not in (None, "utf-8")


def test_cyrillic() -> None:
    """Cyrillic letters are found in their one-byte encoding."""
    source = decode((RUSSIAN * 3).encode("cp1251"))
    assert (source.text, source.encoding) == (RUSSIAN * 3, "cp1251")


SHORT = {
    "cp1250": "Burza dotarła do wybrzeża wcześnie rano. Porty były zamknięte, większych szkód nie było",
    "cp1252": "He said “no” — and that’s all he said about it at the café.",
    "cp1253": "Η καταιγίδα έφτασε στην ακτή νωρίς το πρωί",
    "cp1256": "وصلت العاصفة إلى الساحل في الصباح الباكر",
    "koi8_r": "Шторм достиг побережья рано утром. Порты остались закрытыми",
    "cp932": "嵐は早朝に海岸に達した。港は閉鎖されたままだった。",
    "cp949": "폭풍은 이른 아침 해안에 도달했다. 항구는 폐쇄된 상태였다.",
}


@pytest.mark.parametrize(("codec", "text"), SHORT.items())
def test_short(codec: str, text: str) -> None:
    """A sentence is often enough to find its encoding."""
    source = decode(text.encode(codec))
    assert (source.text, source.encoding) == (text, codec)


def test_two_bytes() -> None:
    """Letters of two bytes are preferred to twice as many of one, where they look like a language."""
    korean = (
        "# 항구 다시 열려\n\n항구가 긴 수리 끝에 월요일에 다시 문을 열었다고 항만 사무소가 밝혔다. "
        "배들은 봄부터 강 부두를 이용해 왔다."
    )
    assert decode(korean.encode("euc_kr")).text == korean
    japanese = "# 港が再開\n\n港は月曜日に長い修理の後で再開した。船は春から川の岸壁を使っていた。"
    assert decode(japanese.encode("euc_jp")).text == japanese


def test_shifts() -> None:
    """Japanese in seven bits is told by what stands in front of its letters."""
    source = decode("# 港が再開\n".encode("iso2022_jp"))
    assert (source.text, source.encoding) == ("# 港が再開\n", "iso2022_jp")


def test_false_shift() -> None:
    """The same bytes in a text that goes on with others are what they are in UTF-8."""
    assert decode(b"a\x1b$Z\xc3\xa9").encoding == "utf-8"


def test_western_letters() -> None:
    """A word with an accent is Western European where nothing speaks against it."""
    assert decode("né".encode("latin-1")).text == "né"


def test_accents_far_from_the_start() -> None:
    """The encoding is looked for where the bytes stop being UTF-8, wherever that is."""
    text = "Storm and rain, rain and storm. " * 4000 + GERMAN * 3
    assert decode(text.encode("latin-1")).text == text


def test_empty() -> None:
    """No bytes are an empty text."""
    source = decode(b"")
    assert (source.text, source.encoding) == ("", "utf-8")


def test_broken_behind_a_mark() -> None:
    """Bytes that break what their mark promised are replaced, and then no encoding is named."""
    source = decode(codecs.BOM_UTF8 + b"a\xe9b")
    assert (source.text, source.encoding) == ("a\N{REPLACEMENT CHARACTER}b", None)


def test_half_a_character() -> None:
    """A file that was cut within a character keeps all the others."""
    source = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert source.text == "ab\N{REPLACEMENT CHARACTER}"
    assert source.encoding is None


def test_bytes_of_no_encoding() -> None:
    """Bytes that fit nothing become replacement characters, the rest is kept."""
    source = decode(b"storm " + bytes(range(128, 256)) + b"\x00\x01\xff\xfe" * 20)
    assert source.text.startswith("storm ")


@settings(max_examples=40)
@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are, there is a text, and where an encoding is named it decodes them to that text."""
    source = decode(data)
    if source.encoding is not None:
        assert data.decode(source.encoding) == source.text
