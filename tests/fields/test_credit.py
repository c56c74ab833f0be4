"""Who made a picture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.fields.credit import parse_credit
from articleparse.fields.credit_tokens import credit_tokens
from articleparse.fields.line import LineFields
from articleparse.fields.words import Token
from articleparse.vocabulary import Vocabulary, load_vocabulary

WORDS = load_vocabulary()

SHAPES = [
    (
        "The bridge at night.Credit...Jane Doe for The Example",
        "Credit...Jane Doe for The Example",
        "Jane Doe for The Example",
    ),
    ("The bridge at night. Credit…Jane Doe", "Credit…Jane Doe", "Jane Doe"),
    ("El puente de noche. JUANA PÉREZ (EFE)", "JUANA PÉREZ (EFE)", "JUANA PÉREZ (EFE)"),
    ("Il ponte di notte (foto di Anna Verdi/Ansa)", "(foto di Anna Verdi/Ansa)", "Anna Verdi/Ansa"),
    ("The bridge at night (photo AFP)", "(photo AFP)", "AFP"),
    ("Two men talk in a park Photo: EPA", "Photo: EPA", "EPA"),
    ("Two Men Talk (Photo: EPA)", "(Photo: EPA)", "EPA"),
    ("Two men talk. (Jane Doe/Associated Press)", "(Jane Doe/Associated Press)", "Jane Doe/Associated Press"),
    ("Two men talk (Jane Doe/SIPA)", "(Jane Doe/SIPA)", "Jane Doe/SIPA"),
    ("A dog runs. (AP Photo/Jane Doe)", "(AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
    ("A dog runs. REUTERS/Jane Doe", "REUTERS/Jane Doe", "REUTERS/Jane Doe"),
    ("A dog runs. Foto: REUTERS/Jane Doe", "Foto: REUTERS/Jane Doe", "REUTERS/Jane Doe"),
    ("A dog runs. EFE/ Jane Doe", "EFE/ Jane Doe", "EFE/ Jane Doe"),
    ("JANE DOE / AFP", "JANE DOE / AFP", "JANE DOE / AFP"),
    ("A dog runs. HANDOUT / AFP", "HANDOUT / AFP", "HANDOUT / AFP"),
    (
        "A dog. (Photo by Jane Doe for The Daily Example via Getty Images)",
        "(Photo by Jane Doe for The Daily Example via Getty Images)",
        "Jane Doe for The Daily Example via Getty Images",
    ),
    ("Ein Hund läuft.Foto: Max Koch", "Foto: Max Koch", "Max Koch"),
    ("Ein Hund im StudioQuelle: MDR", "Quelle: MDR", "MDR"),
    ("A nice day.The Associated Press", "The Associated Press", "The Associated Press"),
    ("© Jane Doe", "© Jane Doe", "Jane Doe"),
    ("(C) dpa", "(C) dpa", "dpa"),
    ("Ein Hund. — © Max Koch", "— © Max Koch", "Max Koch"),
    (
        "A dog | Jane Doe/PA Images via Getty Images",
        "| Jane Doe/PA Images via Getty Images",
        "Jane Doe/PA Images via Getty Images",
    ),
    ("Un perro | Foto: Juan Pérez", "| Foto: Juan Pérez", "Juan Pérez"),
    ("picture alliance/dpa | Max Koch", "picture alliance/dpa | Max Koch", "picture alliance/dpa | Max Koch"),
    ("A dog runs. — Picture by Jane Doe", "— Picture by Jane Doe", "Jane Doe"),
    ("Ein Hund - Foto: Max Koch", "- Foto: Max Koch", "Max Koch"),
    ("En hund om sommeren. Getty Images", "Getty Images", "Getty Images"),
    ("Ein Spieler jubelt. IMAGO/Max Koch", "IMAGO/Max Koch", "IMAGO/Max Koch"),
    ("Un chien. Crédit photo : Jean Petit", "Crédit photo : Jean Petit", "Jean Petit"),
    ("Ein Hund. Foto: Max Koch (Symbolbild)", "Foto: Max Koch", "Max Koch"),
    ("Image caption, A dog runs Image source, Getty Images", "Image source, Getty Images", "Getty Images"),
    (
        "Foto: Juan Pérez (REUTERS) | Vídeo: EPV",
        "Foto: Juan Pérez (REUTERS) | Vídeo: EPV",
        "Juan Pérez (REUTERS) | Vídeo: EPV",
    ),
    ("Fot. Jan Kowalski", "Fot. Jan Kowalski", "Jan Kowalski"),
    ("(foto Anna Verdi)", "(foto Anna Verdi)", "Anna Verdi"),
    ("Кот. Фото: Иван Петров / РИА Новости", "Фото: Иван Петров / РИА Новости", "Иван Петров / РИА Новости"),
    ("חתול (צילום: דנה כהן)", "(צילום: דנה כהן)", "דנה כהן"),
    ("قطة. تصوير: أحمد علي", "تصوير: أحمد علي", "أحمد علي"),
    ("駅前で話す男性＝山田太郎撮影", "＝山田太郎撮影", "山田太郎"),
    ("駅前で話す男性（山田太郎撮影）", "（山田太郎撮影）", "山田太郎"),
    ("駅前＝（Ｃ）共同", "（Ｃ）共同", "共同"),
    ("서울역 앞. 연합뉴스 제공", "연합뉴스 제공", "연합뉴스"),
    ("서울역 (사진=연합뉴스)", "(사진=연합뉴스)", "연합뉴스"),
    ("[사진 출처 = 연합뉴스]", "[사진 출처 = 연합뉴스]", "연합뉴스"),
    ("一只狗（图片来源：新华社）", "（图片来源：新华社）", "新华社"),
    ("一只狗 张三摄", "张三摄", "张三"),
    ("图/张三", "图/张三", "张三"),
    ("Foto: Juan Pérez (REUTERS)", "Foto: Juan Pérez (REUTERS)", "Juan Pérez (REUTERS)"),
    ("A dog. Photo: Jane Doemann.", "Photo: Jane Doemann", "Jane Doemann"),
    ("A crowd. (Jane Doe, Ann Lee)", "(Jane Doe, Ann Lee)", "Jane Doe, Ann Lee"),
    ("서울역 앞. 연합뉴스 제공.", "연합뉴스 제공", "연합뉴스"),
    ("서울역 앞. 홍길동/연합뉴스 제공", "홍길동/연합뉴스 제공", "홍길동/연합뉴스"),
    ("서울역 앞. =연합뉴스", "=연합뉴스", "연합뉴스"),
    ("A dog runs - Jane Doe/AP", "- Jane Doe/AP", "Jane Doe/AP"),
    ("A dog runs. Jane Doe", "Jane Doe", "Jane Doe"),
    ("A dog runs Jane Doe/AP", "Jane Doe/AP", "Jane Doe/AP"),
    ("FOTO / AFP", "FOTO / AFP", "FOTO / AFP"),
    ("A dog runs | AP", "| AP", "AP"),
    ("A dog runs | Jane Doe", "| Jane Doe", "Jane Doe"),
    ("(AP) A dog runs", "(AP)", "AP"),
    ("A dog. Copyright Jane Doe", "Copyright Jane Doe", "Jane Doe"),
    ("Perros en el norte de Madrid  EFE/ Juan Pérez", "EFE/ Juan Pérez", "EFE/ Juan Pérez"),
    ("A dog, photo: Jane Doe", ", photo: Jane Doe", "Jane Doe"),
    ("Ein Hund läuft ...Foto: Max Koch & Co", "Foto: Max Koch & Co", "Max Koch & Co"),
    ("jane84/iStock/Getty Images", "jane84/iStock/Getty Images", "jane84/iStock/Getty Images"),
    ("Šuo bėga / J. Petraitis / LRT nuotr.", "/ J. Petraitis / LRT nuotr.", "J. Petraitis / LRT"),
    ("Ein Hund läuft / Foto: Max Koch", "/ Foto: Max Koch", "Max Koch"),
    ("A dog in the harbour. Jane Doe/EPA", "Jane Doe/EPA", "Jane Doe/EPA"),
    ("A dog runs.  Jane Doe - Example/AP", "Jane Doe - Example/AP", "Jane Doe - Example/AP"),
    ("A dog runs (Foto: Max Koch (Example)).", "(Foto: Max Koch (Example))", "Max Koch (Example)"),
    ("© by Max Koch", "© by Max Koch", "Max Koch"),
    ("(Photo by the harbour office)", "(Photo by the harbour office)", "the harbour office"),
]


@pytest.mark.parametrize(("line", "span", "holder"), SHAPES)
def test_shapes(line: str, span: str, holder: str) -> None:
    """A credit is found with its brackets and dash; its holder is what is left without them and the label."""
    found = parse_credit(line, vocabulary=WORDS)
    assert found is not None
    assert (line[found.start : found.end], found.holder) == (span, holder)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ein Hund (Symbolbild)",
        "A dog runs in the park",
        "The man told Reuters",
        "A picture: what we see",
        "Jane Doe, left, with John Roe in London",
        "A cat (left) and a dog",
        "Jane Doe (Example United) scores",
        "()",
        "| ",
        "A crowd (Jane Doe, Ann Lee)",
        "(Jane Doe) A dog runs",
        "A dog runs - Jane Doe",
        "A dog runs. Jane Doe won",
        "A dog runs. Berlin",
        "A dog runs | Berlin",
        "A dog runs Jane Doe/John Roe",
        "A dog. Foto Max Koch",
        "A dog. One Two Three Four Five",
        "חתול דנה",
        "Photo:",
        "(CFS/ME), a dog",
        "Photo: a dog that runs in the park where it likes to be",
    ],
)
def test_no_credit(line: str) -> None:
    """A caption may have no credit."""
    assert parse_credit(line, vocabulary=WORDS) is None


def test_names_have_at_most_four_words() -> None:
    """What goes on beyond four words is another name; small words within a name don't count."""
    found = parse_credit("Photo: One Two Three Four Five", vocabulary=WORDS)
    assert found is not None
    assert found.names == ("One Two Three Four", "Five")
    found = parse_credit("Photo: Ana de la Cruz de los Reyes", vocabulary=WORDS)
    assert found is not None
    assert found.names == ("Ana de la Cruz de los Reyes",)


def test_parts() -> None:
    """People and agencies are told apart."""
    found = parse_credit("(Photo: Jane Doe, John Roe/Reuters)", vocabulary=WORDS)
    assert found is not None
    assert (found.label, found.names, found.agencies) == ("Photo", ("Jane Doe", "John Roe"), ("Reuters",))


def test_name_that_begins_small() -> None:
    """A name of southern Africa has its capital behind the prefix."""
    found = parse_credit("Image: eThekwini Municipality / Example", vocabulary=WORDS)
    assert found is not None
    assert found.names == ("eThekwini Municipality", "Example")


@pytest.mark.parametrize("line", ["", " ", "()", "(Symbolbild)", "(symbol picture)", "."])
def test_nothing_but_a_note(line: str) -> None:
    """A remark in brackets that is all of a caption is no credit, and no trouble."""
    assert parse_credit(line, vocabulary=WORDS) is None
    parse_credit(line, alone=True, vocabulary=WORDS)


def test_alone() -> None:
    """A line that is known to be a credit is one as a whole."""
    assert parse_credit("supplied by the family", vocabulary=WORDS) is None
    found = parse_credit("supplied by the family", alone=True, vocabulary=WORDS)
    assert found is not None
    assert found.holder == "supplied by the family"


def test_line_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The credit of a line is found in the same tokens, whether it is known to be all of the line or not."""
    calls: list[str] = []

    def counting(text: str, vocabulary: Vocabulary) -> list[Token]:
        calls.append(text)
        return credit_tokens(text, vocabulary)

    monkeypatch.setattr("articleparse.fields.credit.credit_tokens", counting)
    line = LineFields("supplied by the family", (), WORDS, None)
    assert line.credit is None
    assert line.sole_credit is not None
    assert len(calls) == 1


def test_long_line() -> None:
    """Of a very long line the end is searched, and offsets count from the start."""
    line = "word " * 5_000 + "(Photo: EPA)"
    found = parse_credit(line, vocabulary=WORDS)
    assert found is not None
    assert line[found.start : found.end] == "(Photo: EPA)"


PIECES = [
    "Photo",
    ": ",
    "(",
    ")",
    "Jane Doe",
    "/",
    "AP",
    " | ",
    " - ",
    "©",
    ". ",
    "a dog",
    "撮影",
    "=",
    "사진",
    "the ",
    ", ",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.booleans())
def test_offsets(pieces: list[str], alone: bool) -> None:
    """A credit lies within the line and holds its holder."""
    line = "".join(pieces)
    found = parse_credit(line, alone=alone, vocabulary=WORDS)
    if found is not None:
        assert 0 <= found.start < found.end <= len(line)
        assert found.holder in line[found.start : found.end]
