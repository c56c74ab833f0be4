"""Which roles can each block of a dump have, given what its page says? Told by the words that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

import attrs

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import STORY, Role
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.corpus import Truth
from tools.train_roles.words import grams, likeness, normal, words

Roles = frozenset[Role]

ALL: Roles = frozenset(Role)
KNOWN: Roles = frozenset({Role.HEADLINE, Role.PARAGRAPH, Role.CROSSHEAD, Role.DECK, Role.BYLINE})
"""The roles that the gold names each block of: a block that it doesn't name has another one."""

_DECK_SHARE = 0.85
_STORY_SHARE = 0.7
_CAPTION_LIKENESS = 0.75
_LONGEST_CREDIT = 14
_LONGEST_BYLINE = 25
_LONGEST_OPENING = 5
"""Words that a byline has before the first name, but for dates."""

_LEAST_DECK = 6
_LEAST_STORY = 4
_CREDIT_SLACK = 20

_OF_KIND = {
    UnitKind.PARAGRAPH: frozenset({Role.PARAGRAPH}),
    UnitKind.LIST: frozenset({Role.LIST}),
    UnitKind.QUOTE: frozenset({Role.QUOTATION}),
    UnitKind.TABLE: frozenset({Role.TABLE}),
    UnitKind.CODE: frozenset({Role.CODE}),
    UnitKind.HEADING: frozenset({Role.CROSSHEAD, Role.PARAGRAPH, Role.PULL_QUOTE}),
}
"""What a block of the story's text is, by its kind."""


class Match(Enum):
    """What a block was found to be in the gold."""

    NOTHING = auto()
    TITLE = auto()
    DECK = auto()
    HIGHLIGHTS = auto()  # a deck that is a list
    HEADING = auto()
    CAPTION = auto()
    CREDIT = auto()
    STORY = auto()
    OUTSIDE = auto()  # no part of the story for certain
    AGAIN = auto()  # text of the story for the second time
    AUTHOR = auto()


@attrs.frozen(slots=False)
class Answers:
    """A page's gold as blocks are compared with it."""

    title: str
    decks: frozenset[str]
    deck_words: Counter[str]
    headings: frozenset[str]
    paragraphs: frozenset[str]
    story: frozenset[tuple[str, ...]]  # its runs of four words
    captions: tuple[tuple[Counter[str], str], ...]  # words of the text, credit
    authors: tuple[str, ...]
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    has_sections: bool

    @classmethod
    def of(cls, truth: Truth) -> Answers:
        """The answers of a page."""
        decks = [words(deck) for deck in truth.decks]
        paragraphs = [paragraph for _, section in truth.sections for paragraph in section]
        body = " \n ".join(paragraphs) if truth.sections else truth.body
        return cls(
            normal(truth.title),
            frozenset(" ".join(deck) for deck in decks),
            Counter(word for deck in decks for word in deck),
            frozenset(normal(heading) for heading, _ in truth.sections if heading),
            frozenset(map(normal, paragraphs)),
            frozenset(grams(words(body))),
            tuple((Counter(words(text)), normal(credit)) for text, credit in truth.captions),
            tuple(name for name in map(normal, truth.authors) if name),
            tuple(filter(None, map(normal, truth.inside))),
            tuple(filter(None, map(normal, truth.outside))),
            bool(truth.sections),
        )

    @property
    def unnamed(self) -> Roles:
        """The roles of a block that the gold says nothing about."""
        return ALL - KNOWN - ({Role.CAPTION} if self.captions else set())


def align(units: Sequence[Unit], truth: Truth) -> list[Roles] | None:
    """The roles that each of `units` can have; None where nothing of the story is in the dump."""
    answers = Answers.of(truth)
    texts = [words(unit.node.text) for unit in units]
    matches = _matches(units, texts, answers)
    story = [index for index, match in enumerate(matches) if match in {Match.STORY, Match.HEADING}]
    if not story:
        return None
    first, last = story[0], story[-1]
    roles = [_permitted(unit, match, answers) for unit, match in zip(units, matches, strict=True)]
    _settle(roles, matches, [" ".join(text) for text in texts], range(first, last + 1), answers)
    _settle_bylines(roles, matches, first, answers)
    if not truth.is_full:
        _settle_decks(roles, matches, first)
    return roles


def _matches(units: Sequence[Unit], texts: Sequence[list[str]], answers: Answers) -> list[Match]:
    seen: set[str] = set()
    found = []
    for unit, text in zip(units, texts, strict=True):
        match = Match.NOTHING if unit.kind is UnitKind.REFERENCE or not text else _match(unit, text, answers)
        key = " ".join(text)
        if match is Match.STORY and key in seen:
            match = Match.AGAIN
        seen.add(key)
        found.append(match)
    return found


def _match(unit: Unit, text: list[str], answers: Answers) -> Match:
    key = " ".join(text)
    if key == answers.title and len(text) > 1:
        return Match.TITLE
    if _is_deck(text, key, answers):
        return Match.HIGHLIGHTS if unit.kind is UnitKind.LIST else Match.DECK
    if key in answers.headings and unit.kind in {UnitKind.HEADING, UnitKind.PARAGRAPH}:
        return Match.HEADING
    if picture := _picture(text, key, answers):
        return picture
    if passage := _passage(text, key, answers):
        return passage
    return Match.AUTHOR if _is_byline(unit, text, key, answers) else Match.NOTHING


def _is_deck(text: list[str], key: str, answers: Answers) -> bool:
    if key in answers.decks:
        return True
    if len(text) < _LEAST_DECK or key in answers.paragraphs:
        return False
    return (Counter(text) & answers.deck_words).total() >= _DECK_SHARE * len(text)


def _picture(text: list[str], key: str, answers: Answers) -> Match | None:
    """Whether the block is a caption, with its credit or without, or a credit alone."""
    found = Counter(text)
    for caption, credit in answers.captions:
        whole = caption + Counter(credit.split())
        if max(likeness(found, whole), likeness(found, caption)) >= _CAPTION_LIKENESS:
            return Match.CAPTION
    names = [credit for _, credit in answers.captions if credit and credit not in answers.authors]
    if len(text) < _LONGEST_CREDIT and any(name in key and len(key) < len(name) + _CREDIT_SLACK for name in names):
        return Match.CREDIT
    return None


def _passage(text: list[str], key: str, answers: Answers) -> Match | None:
    """Whether the block is of the story, or for certain is not."""
    if any(passage in key for passage in answers.outside):
        return Match.OUTSIDE
    if _is_story(text, key, answers) or any(passage in key for passage in answers.inside):
        return Match.STORY
    return None


def _is_story(text: list[str], key: str, answers: Answers) -> bool:
    if key in answers.paragraphs:
        return True
    runs = grams(text)
    return len(text) >= _LEAST_STORY and sum(run in answers.story for run in runs) >= _STORY_SHARE * len(runs)


def _is_byline(unit: Unit, text: list[str], key: str, answers: Answers) -> bool:
    places = [place for author in answers.authors if (place := key.find(author)) >= 0]
    if len(text) >= _LONGEST_BYLINE or not places:
        return False
    before = key[: min(places)].split()
    if len(before) > _LONGEST_OPENING and not any(map(str.isdigit, before)):
        return False  # a caption that ends with its photographer or agency
    flat = unit.node.text
    return "©" not in flat and not any(cue.startswith(("credit", "copyright")) for cue in load_vocabulary().cues(flat))


def _permitted(unit: Unit, match: Match, answers: Answers) -> Roles:
    """What a block can be by its own match, wherever it stands."""
    rest = answers.unnamed
    if match is Match.STORY and not answers.has_sections and unit.kind in {UnitKind.PARAGRAPH, UnitKind.HEADING}:
        return frozenset({Role.PARAGRAPH, Role.CROSSHEAD, Role.LIST})  # all that is known is that it is of the body
    return {
        Match.TITLE: rest - STORY | {Role.HEADLINE},
        Match.DECK: frozenset({Role.DECK}),
        Match.HIGHLIGHTS: frozenset({Role.HIGHLIGHTS}),
        Match.HEADING: frozenset({Role.CROSSHEAD}),
        Match.CAPTION: frozenset({Role.CAPTION}),
        Match.CREDIT: frozenset({Role.CREDIT, Role.CAPTION}),
        Match.OUTSIDE: rest - STORY,
        Match.STORY: _OF_KIND.get(unit.kind, rest),
    }.get(match, rest)


def _settle(roles: list[Roles], matches: Sequence[Match], keys: Sequence[str], story: range, answers: Answers) -> None:
    """Narrow or widen what the place of a block decides."""
    rest = answers.unnamed
    counts = Counter(keys)
    for index, match in enumerate(matches):
        inside = story.start < index < story.stop - 1
        if match is Match.NOTHING and not inside:
            roles[index] -= STORY
        elif match is Match.AGAIN:
            roles[index] = rest | {Role.PARAGRAPH} if inside else rest - STORY
        elif match is Match.HEADING and counts[keys[index]] > 1:
            roles[index] |= rest - STORY
        elif match is Match.DECK and index > story.start:
            roles[index] = rest | {Role.PARAGRAPH} if keys[index] in answers.paragraphs else rest - STORY


def _settle_decks(roles: list[Roles], matches: Sequence[Match], first: int) -> None:
    """Where nobody looked for decks, what is above the first block of the story may be one, and that block too."""
    for index in range(first + 1):
        if matches[index] is Match.NOTHING or index == first:
            roles[index] |= {Role.DECK}


def _settle_bylines(roles: list[Roles], matches: Sequence[Match], first: int, answers: Answers) -> None:
    """Lines with an author's name are the byline between headline and story; elsewhere they may be one."""
    rest = answers.unnamed
    if not answers.authors:
        for index, match in enumerate(matches):
            if match is Match.NOTHING:
                roles[index] |= {Role.BYLINE}  # the gold may have missed it
        return
    lines = [index for index, match in enumerate(matches) if match is Match.AUTHOR]
    titles = [index for index, match in enumerate(matches) if match is Match.TITLE and index <= first]
    anchor = titles[-1] if titles else first
    near = [index for index in lines if anchor <= index <= first]
    if lines and not near:
        near = [min(lines, key=lambda index: min(abs(index - anchor), abs(index - first)))]
    for index in lines:
        roles[index] = frozenset({Role.BYLINE}) if index in near else (rest - STORY) | {Role.BYLINE}
