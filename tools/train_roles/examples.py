"""Examples to learn from: the features of a dump's blocks, and the roles that each can have."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

import attrs

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import FURNITURE, Role
from articleparse.roles.features import features
from articleparse.roles.weights import INDEX
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.align import Roles, align
from tools.train_roles.corpus import DIALECTS, Truth, dump_path, read_dump, units_of
from tools.train_roles.dated import dated
from tools.train_roles.decode import HEADLINE, decode
from tools.train_roles.narrow import NEVER_KICKER, narrow
from tools.train_roles.parameters import Parameters
from tools.train_roles.synthetic.page import Part, told
from tools.train_roles.variants import variants

_SILVER_WEIGHT = 0.3
_MAY_BE_HEADLINE = 6
_SEED = 1

BESIDE: Roles = FURNITURE | {
    Role.SEPARATOR,
    Role.COPYRIGHT,
    Role.TAGS,
    Role.AUTHOR_BIO,
    Role.CORRECTION,
    Role.KICKER,
    Role.LIST,
    Role.TABLE,
    Role.CODE,
    Role.QUOTATION,
    Role.PULL_QUOTE,
    Role.FIGURE,
    Role.CREDIT,
    Role.EMBED,
    Role.FACT_BOX,
    Role.LIVE_ENTRY,
    Role.QUESTION,
    Role.ANSWER,
    Role.HIGHLIGHTS,
}
"""The roles that no gold names: which of them a block has is settled by the start weights."""


@attrs.frozen
class Example:
    """A dump to learn from."""

    features: list[list[str]]
    roles: list[frozenset[int]]  # that each block can have, as indices
    weight: float = 1.0
    group: str = ""  # the publisher; none for a made-up page

    @property
    def has_headline(self) -> bool:
        """Whether some block can be the headline; then one must be."""
        return any(HEADLINE in roles for roles in self.roles)


def choose(truths: Iterable[Truth], others: int) -> list[Truth]:
    """All fully annotated pages, and `others` more, chosen by chance but always alike."""
    ordered = list(truths)
    full = [truth for truth in ordered if truth.is_full]
    rest = [truth for truth in ordered if truth.has_body and not truth.is_full]
    Random(_SEED).shuffle(rest)  # noqa: S311
    return full + rest[:others]


def read_examples(corpus: Path, truth: Truth) -> Iterator[Example]:
    """What is learnt from a page: its dumps, and others that are made of them."""
    paths = {dialect: dump_path(corpus, dialect, truth.page) for dialect in DIALECTS}
    dumps = {dialect: read_dump(path) for dialect, path in paths.items() if path.exists()}
    written: list[tuple[str, list[Part]]] = [(text, []) for text in dumps.values()]
    for text, parts in [*written, *(variants(dumps, truth) if truth.is_full else ())]:
        if (found := example(units_of(text), truth, parts)) is not None:
            yield found


def example(units: Sequence[Unit], truth: Truth, parts: Iterable[Part] = ()) -> Example | None:
    """What is learnt from a dump of a page, into which `parts` were put; None where nothing of the story is in it."""
    roles = align(units, truth)
    if roles is None:
        return None
    known = [*(Part(own, text, text) for text, own in truth.blocks), *parts]
    roles = [own or possible for own, possible in zip(told(units, known), roles, strict=True)]
    names = features(units, load_vocabulary())
    roles = dated(units, roles, truth.published)
    roles = [narrow(unit, possible, own) for unit, possible, own in zip(units, roles, names, strict=True)]
    roles = _in_turns(names, [_maybe_correction(own, possible) for own, possible in zip(names, roles, strict=True)])
    if not truth.is_full:
        roles = [_maybe_caption(own, possible) for own, possible in zip(names, roles, strict=True)]
    if not any(Role.HEADLINE in possible for possible in roles):
        roles = [_maybe_headline(unit, possible) for unit, possible in zip(units, roles, strict=True)]
    return of_roles(names, roles, _SILVER_WEIGHT if truth.is_silver else 1.0, truth.group)


def of_roles(names: Sequence[Sequence[str]], roles: Iterable[Roles], weight: float = 1.0, group: str = "") -> Example:
    """An example of blocks with these features and possible roles."""
    return Example(
        [[sys.intern(name) for name in sorted(own)] for own in names],
        [frozenset(INDEX[role] for role in possible) for possible in roles],
        weight,
        group,
    )


def interned(example: Example) -> Example:
    """The same with one copy of each feature's name; what comes from another process has its own."""
    return attrs.evolve(example, features=[[sys.intern(name) for name in own] for own in example.features])


def _in_turns(names: Sequence[Collection[str]], roles: Sequence[Roles]) -> list[Roles]:
    """`roles` with the paragraphs of interviews and live reports told as what they are, which no gold does."""
    found = []
    turn = None  # what the paragraphs of the present turn are
    for own, possible in zip(names, roles, strict=True):
        if starts := next((pair for name, pair in _TURNS.items() if name in own), None):
            turn = starts[1] if Role.PARAGRAPH in possible else None
            found.append(frozenset({starts[0]}) if turn else possible)
        else:
            goes_on = turn is not None and not _WITHIN_TURNS.isdisjoint(own) and possible == {Role.PARAGRAPH}
            found.append(frozenset({turn}) if goes_on and turn else possible)
    return found


_TURNS = {"asks": (Role.QUESTION, Role.ANSWER), "entry time": (Role.LIVE_ENTRY, Role.LIVE_ENTRY)}
_WITHIN_TURNS = frozenset({"answers", "in entry"})


def _maybe_correction(features: Collection[str], roles: Roles) -> Roles:
    """The gold takes notes of corrections for paragraphs."""
    is_note = Role.PARAGRAPH in roles and any(name.startswith("cue=correction") for name in features)
    return roles | {Role.CORRECTION} if is_note else roles


def _maybe_caption(features: Collection[str], roles: Roles) -> Roles:
    """Extractors take captions for paragraphs: what closes as a caption does may be one."""
    closes = Role.PARAGRAPH in roles and any(name.startswith(_CLOSING) for name in features)
    return roles | {Role.CAPTION} if closes else roles


_CLOSING = ("closes with", "slash in brackets", "slash at the end", "cue=caption", "cue=credit")


def _maybe_headline(unit: Unit, roles: Roles) -> Roles:
    """Where the title stands nowhere as the gold has it, any unexplained heading may be it."""
    return roles | {Role.HEADLINE} if len(roles) > _MAY_BE_HEADLINE and unit.kind is UnitKind.HEADING else roles


def settle(given: Example, weights: Parameters) -> Example:
    """The example with one role for each block that the gold says nothing about: the best one under `weights`.

    What is of no use may be navigation just as well, a line above the headline a kicker; a possible headline stays
    possible.
    """
    scores = [weights.scores(names) for names in given.features]
    path = decode(scores, weights, roles=given.roles, headline=given.has_headline)
    if path is None:
        return given
    headlines = {index for index, (role, _) in enumerate(path) if role == HEADLINE}
    settled = [
        roles & _choices(role, names, not headlines.isdisjoint(range(index, index + _ABOVE_HEADLINE)))
        if len(roles) > 2 and role in _BESIDE
        else roles
        for index, (roles, names, (role, _)) in enumerate(zip(given.roles, given.features, path, strict=True))
    ]
    return attrs.evolve(given, roles=settled)


_BESIDE = frozenset(INDEX[role] for role in BESIDE)


_ABOVE_HEADLINE = 5
"""So many blocks above a headline its kicker can stand: pictures and buttons may be between them."""


_MENU = frozenset({"items are links", "items short", "all linked"})
"""What makes a block navigation for certain, and not something else of no use."""

_LOOSE = frozenset({INDEX[Role.NAVIGATION], INDEX[Role.OTHER]})


def _choices(role: int, names: Sequence[str], near_headline: bool) -> frozenset[int]:
    """What a block can be that is best taken for `role`."""
    if near_headline and _is_kicker(names):
        return frozenset({INDEX[Role.KICKER]})
    choices = {role, HEADLINE}
    if role in _LOOSE and _MENU.isdisjoint(names):
        choices |= _LOOSE
    if near_headline and NEVER_KICKER.isdisjoint(names):
        choices.add(INDEX[Role.KICKER])
    return frozenset(choices)


def _is_kicker(names: Collection[str]) -> bool:
    """Whether a block above a headline is a short heading that has neither text nor links below it."""
    return (
        "kind=heading" in names and _NO_KICKER.isdisjoint(names) and all(not one.isdisjoint(names) for one in _KICKER)
    )


_KICKER = (frozenset({"width<15", "width<35"}), frozenset({"holds nothing", "holds lines"}))
_NO_KICKER = frozenset({"all linked", "mostly linked", "repeated"}) | NEVER_KICKER
