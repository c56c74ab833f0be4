"""Made-up words, sentences and names, and the vocabulary's real terms among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from faker import Faker

from articleparse.vocabulary.rows import rows_of

_LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da"),
    *("no", "fi", "pl", "cs", "tr", "ro", "hu", "hr", "id"),
)


class Script(NamedTuple):
    """What words are made of."""

    syllables: tuple[str, ...]
    languages: tuple[str, ...]  # whose terms are written with it
    ends: tuple[str, ...]  # of sentences
    locales: tuple[str, ...]  # whose names are written with it, as Faker knows them
    space: str = " "  # between words


def _joined(consonants: str, vowels: Iterable[str]) -> tuple[str, ...]:
    return tuple(consonant + vowel for consonant in consonants for vowel in vowels)


LATIN = Script(
    (
        *_joined("bdklmnprstv", "aeio"),
        *("ar", "el", "in", "on", "us", "er", "an", "al", "ist", "ent", "ing", "und", "ter"),
    ),
    _LANGUAGES,
    (*"......?",),
    (
        *("en_US", "en_GB", "en_IN", "de_DE", "fr_FR", "es_ES", "es_MX", "it_IT", "pt_BR", "nl_NL", "sv_SE", "da_DK"),
        *("no_NO", "fi_FI", "pl_PL", "cs_CZ", "tr_TR", "ro_RO", "hu_HU", "hr_HR", "id_ID", "vi_VN", "zu_ZA"),
    ),
)
CASELESS = (
    Script(_joined("بتجدرسشعفقكلمنه", ("", "ا", "و", "ي")), ("ar", "fa", "ur"), (*"......؟",), ("ar_AA", "fa_IR")),
    Script(_joined("אבגדהזחטכלמנסעפקרש", ("", "ו", "י", "ת")), ("he",), (*"......?",), ("he_IL",)),
    Script(_joined("कखगचजतदनपबमरलवसह", ("", "ा", "ि", "ी", "े", "ो")), ("hi", "mr"), (*"।।।।।।?",), ("hi_IN", "ne_NP")),
    Script(_joined("กขคงจชดตทนบปพมยรลวสห", ("า", "ิ", "ี", "ู", "อ", "าน")), ("th",), ("",), ("th_TH",)),
    Script(_joined("가나다라마바사아자차하기니디리미시지", ("", "의", "은", "고")), ("ko",), (*"......?",), ("ko_KR",)),
    Script(
        (*"的一是不了人在有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自",),
        ("zh",),
        (*"。。。。。。？",),
        ("zh_CN", "zh_TW"),
        "",
    ),
    Script(
        (*"のにはをたがでてとしれさあいうえおかきくけこそなまやらり日本人大会国年中上",),
        ("ja",),
        (*"。。。。。。？",),
        ("ja_JP",),
        "",
    ),
)
"""Scripts without capitals: there, nothing in its letters tells a name from other words."""

_LEXICON = 1500
_TOPIC = 25
_TOPICAL = 0.7
"""The share of writers whose stories have words that come again and again, and so are about something."""

STORY, TITLE = 0.15, 0.5
"""How many of the words are about the story, in its text and in its title."""

_UNCHECKED = "K"


@cache
def terms(languages: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The confirmed terms of each category in these languages."""
    found: dict[str, list[str]] = defaultdict(list)
    for language in languages:
        for row in rows_of(language):
            if row.evidence != _UNCHECKED and "{" not in row.term and "~" not in row.term:
                found[row.category].append(row.term)
    return found


_NAMES = 400


@cache
def _names(locale: str) -> Sequence[str]:
    """So many names of a locale, always the same."""
    faker = Faker(locale)
    faker.seed_instance(0)
    return [
        f"{faker.first_name()} {faker.last_name()}" if locale not in _WHOLE else faker.name() for _ in range(_NAMES)
    ]


_WHOLE = ("ja_JP", "ko_KR", "zh_CN", "zh_TW", "vi_VN", "hu_HU")
"""Where the family's name stands first, or nothing parts the two."""


class Writer:
    """Writes words of a language that does not exist; each writer has its own."""

    def __init__(self, random: Random, script: Script = LATIN) -> None:
        self.random = random
        self._script = script
        self._lexicon = [self._coin() for _ in range(_LEXICON)]
        self._topic = random.sample(self._lexicon, _TOPIC) if self.chance(_TOPICAL) else self._lexicon

    def _coin(self) -> str:
        count = self.random.choice([1, 1, 2, 2, 2, 3, 3, 4])
        return "".join(self.random.choice(self._script.syllables) for _ in range(count))

    def chance(self, share: float) -> bool:
        """True in that share of calls."""
        return self.random.random() < share

    def word(self, about: float = 0.0) -> str:
        """One word; with the chance `about` it is one that the story is about."""
        return self.random.choice(self._topic if self.chance(about) else self._lexicon)

    def words(self, count: int, about: float = 0.0) -> str:
        """So many words, the first with a capital, and some of the others."""
        found = [self.word(about) for _ in range(count)]
        return self._script.space.join([found[0].capitalize(), *(self._maybe_capital(word) for word in found[1:])])

    def _maybe_capital(self, word: str) -> str:
        return word.capitalize() if self.chance(0.12) else word

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        return self.random.randint(least, most)

    def sentence(self, least: int = 6, most: int = 24, about: float = STORY) -> str:
        """A sentence, some with a comma, a number or a quote in it."""
        text = self.words(self.between(least, most), about)
        middle = text.find(" ", len(text) // 2)
        if middle > 0 and self.chance(0.5):
            text = f"{text[:middle]},{text[middle:]}"
        if self.chance(0.08):
            text = f'"{text}," {self.word()} {self.word()}'
        if self.chance(0.1):
            text += f" {self.between(2, 3000)} {self.word()}"
        return text + self.random.choice(self._script.ends)

    def prose(self, *counts: int) -> str:
        """A paragraph of one of so many sentences."""
        return " ".join(self.sentence() for _ in range(self.random.choice(counts)))

    def name(self) -> str:
        """A person's name, as they are in one of the languages of the script."""
        return self.random.choice(_names(self.random.choice(self._script.locales)))

    def title(self, about: float = 0.0) -> str:
        """What a headline or a teaser says."""
        return self.words(self.between(4, 13), about)

    def term(self, *categories: str) -> str:
        """A real term of one of the vocabulary's categories; a made-up word where it has none."""
        known = terms(self._script.languages).get(self.random.choice(categories))
        return self.random.choice(known) if known else self.word()

    def date(self) -> str:
        """A date in one of four ways."""
        day, month, year = self.between(1, 28), self.between(1, 12), self.between(2010, 2026)
        hour, minute = self.between(0, 23), self.between(10, 59)
        return self.random.choice(
            [
                f"{day} {self.term('month')} {year}",
                f"{day}.{month}.{year}, {hour}:{minute}",
                f"{year}-{month:02}-{day:02}",
                f"{self.term('month').capitalize()} {day}, {year} {hour % 12 + 1}:{minute} pm",
            ]
        )
