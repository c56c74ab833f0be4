"""Which roles can each block of a dump have, given only the page's body, title and authors? Told by shared words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import STORY, Role
from tools.train.corpus import Truth
from tools.train.labels import BESIDE, Roles, furniture
from tools.train.words import grams, normal, words

_STORY_SHARE = 0.7
_LEAST_STORY = 3
_LONGEST_BYLINE = 25
"""Words of a line that is there for its authors."""

_OF_KIND: dict[UnitKind, Roles] = {
    UnitKind.LIST: frozenset({Role.LIST}),
    UnitKind.QUOTE: frozenset({Role.QUOTATION, Role.PULL_QUOTE}),
    UnitKind.TABLE: frozenset({Role.TABLE}),
    UnitKind.CODE: frozenset({Role.CODE}),
    UnitKind.HEADING: frozenset({Role.CROSSHEAD}),
    UnitKind.PARAGRAPH: frozenset({Role.PARAGRAPH}),
}
"""What a block of the body is, by its kind."""

_IN_BODY: Roles = STORY | {Role.DECK, Role.HIGHLIGHTS, Role.CAPTION, Role.CORRECTION, Role.AUTHOR_BIO}
"""What a block can be that a body's text holds: extractors take decks and captions for text."""

_NOT_STORY: Roles = frozenset(Role) - STORY - {Role.HEADLINE}


def align(units: Sequence[Unit], truth: Truth, guesses: Sequence[Role]) -> list[Roles] | None:
    """Return the roles that each of `units` can have; None where nothing of the body is in the dump.

    `guesses` are roles that earlier weights gave to them (none: nothing is known); they decide where the truth doesn't.
    """
    texts = [words(unit.node.text) for unit in units]
    keys = [" ".join(text) for text in texts]
    story = frozenset(grams(words(truth.body)))
    inside, outside = _passages(truth.inside), _passages(truth.outside)
    is_body = [
        not any(passage in key for passage in outside)
        and (_is_told(text, story) or any(passage in key for passage in inside))
        for text, key in zip(texts, keys, strict=True)
    ]
    if not any(is_body):
        return None
    title, authors = normal(truth.title), _passages(truth.authors)
    counts = Counter(keys)
    found = []
    for index, (unit, text, key) in enumerate(zip(units, texts, keys, strict=True)):
        guess = guesses[index] if index < len(guesses) else None
        if key == title and len(text) > 1:
            found.append(frozenset({Role.HEADLINE}) if counts[key] == 1 else BESIDE | {Role.HEADLINE})
        elif is_body[index]:
            found.append(_of_body(unit, guess))
        elif len(text) < _LONGEST_BYLINE and any(author in key for author in authors):
            found.append(frozenset({Role.BYLINE}) if guess is Role.BYLINE else furniture(guess) | {Role.BYLINE})
        else:
            found.append(_beside(guess))
    return found


def _passages(texts: Sequence[str]) -> list[str]:
    return [passage for passage in map(normal, texts) if passage]


def _is_told(text: Sequence[str], story: frozenset[tuple[str, ...]]) -> bool:
    runs = grams(text)
    return len(text) >= _LEAST_STORY and sum(run in story for run in runs) >= _STORY_SHARE * len(runs)


def _of_body(unit: Unit, guess: Role | None) -> Roles:
    if guess in _IN_BODY and guess is not None:
        return frozenset({guess})
    return _OF_KIND.get(unit.kind, STORY)


def _beside(guess: Role | None) -> Roles:
    """What a block is that is not of the body, or is too short to tell."""
    if guess is None:
        return _NOT_STORY
    return frozenset({guess}) if guess in _NOT_STORY and guess not in BESIDE else furniture(guess)
