"""The language of a text and of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articleparse as ap
from articleparse.language import MAX_SAMPLE_CHARS, detect_language

SENTENCES = {
    "de": "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, teilte die Stadt am Montag mit.",
    "en": "The bridge over the river stays closed until the autumn, the town said on Monday.",
    "fr": "Le pont sur le fleuve restera fermé jusqu'à l'automne, a annoncé la ville lundi.",
    "es": "El puente sobre el río seguirá cerrado hasta el otoño, informó el lunes el ayuntamiento.",
    "tr": "Nehrin üzerindeki köprü sonbahara kadar kapalı kalacak, belediye pazartesi günü açıkladı.",
    "ru": "Мост через реку останется закрытым до осени, сообщили в понедельник городские власти.",
    "ar": "سيبقى الجسر فوق النهر مغلقا حتى الخريف، بحسب ما أعلنت المدينة يوم الاثنين.",
    "he": "הגשר מעל הנהר יישאר סגור עד הסתיו, כך הודיעה העירייה ביום שני.",
    "hi": "नदी पर बना पुल शरद ऋतु तक बंद रहेगा, शहर ने सोमवार को बताया।",
    "th": "สะพานข้ามแม่น้ำจะปิดจนถึงฤดูใบไม้ร่วง เทศบาลแจ้งเมื่อวันจันทร์",
    "ja": "川にかかる橋は秋まで閉鎖されると、市は月曜日に発表した。",
    "ko": "강을 건너는 다리는 가을까지 폐쇄된다고 시가 월요일에 밝혔다.",
    "zh": "市政府周一表示，河上的桥将关闭到秋天，居民需要绕行。",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_sentence(tag: str) -> None:
    """A sentence is enough to tell its language."""
    assert detect_language(SENTENCES[tag]) == tag


@pytest.mark.parametrize("text", ["", "\n \n", "1 2 3", "© ®", "OK"])
def test_too_short(text: str) -> None:
    """What is too short to tell has no language, rather than an undetermined one."""
    assert detect_language(text) is None


POLISH = """\
# Nowy most otwarty w Krakowie

3 listopada 2024, Anna Lis

Most został otwarty w poniedziałek, a mieszkańcy miasta przyszli tłumnie, żeby przejść na drugi brzeg rzeki.

Prezydent miasta powiedział, że budowa trwała cztery lata i kosztowała więcej, niż planowano na początku.
"""


@pytest.mark.parametrize(("given_tag", "when"), [(None, "2024-11-03"), ("pl", "2024-11-03"), ("hr", "2024-10-03")])
def test_dates(given_tag: str | None, when: str) -> None:
    """A month's name that two languages have for two months is read in the language of the story."""
    article = ap.parse(POLISH, options=ap.Options(language=given_tag))
    assert article.published is not None
    assert article.published.when == when


def test_american_dates() -> None:
    """Who says that pages are American has the month first."""
    dump = (
        "# Bridge opens\n\n03/04/2024\n\nThe bridge over the river opened on Tuesday, and all the town came to see it."
    )
    read = [ap.parse(dump, options=ap.Options(language=tag)).published for tag in ("en", "en-US")]
    assert [stamp and stamp.when for stamp in read] == ["2024-04-03", "2024-03-04"]


@given(st.text(st.characters(), max_size=300))
def test_any_text(text: str) -> None:
    """There is an answer for every text, controls, lone surrogates and noncharacters among them."""
    tag = detect_language(text)
    assert tag is None or ap.Options(language=tag).language == tag


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0010fffe"])
def test_forbidden_character(sign: str) -> None:
    """A character that no text should have does not hide the language of what is around it."""
    assert detect_language(f"{SENTENCES['de']}{sign}{SENTENCES['de']}") == "de"


def test_only_the_beginning_counts() -> None:
    """Behind the sample nothing is looked at."""
    text = (SENTENCES["de"] + " ") * (MAX_SAMPLE_CHARS // 80)
    assert detect_language(text + SENTENCES["en"] * 1000) == "de"


def test_of_the_story_alone() -> None:
    """The language is the story's, however much furniture is in another."""
    menu = "\n".join("* [The latest news from around the world](#)" for _ in range(30))
    story = "\n\n".join([SENTENCES["de"]] * 4)
    article = ap.parse(f"{menu}\n\n# Brücke bleibt gesperrt\n\nVon Anna Beispiel\n\n{story}\n\n{menu}\n")
    assert article.meta.language == "de"
    assert ap.to_record(article)["language"] == "de"
    assert ap.from_json(ap.to_json(article)).meta.language == "de"
    assert ap.from_xml(ap.to_xml(article)).meta.language == "de"


def test_option_wins() -> None:
    """What the caller says about the language holds."""
    assert ap.parse(SENTENCES["en"], options=ap.Options(language="en-ZA")).meta.language == "en-ZA"
    assert ap.parse("", options=ap.Options(language="nn")).meta.language == "nn"
    assert ap.parse("").meta.language is None


@pytest.mark.parametrize("tag", ["", "German", "e", "en_US", "de-"])
def test_wrong_tag(tag: str) -> None:
    """What is no tag is refused when the options are made."""
    with pytest.raises(ValueError, match="BCP 47"):
        ap.Options(language=tag)
