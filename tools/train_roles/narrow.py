"""What a block that the gold says nothing about can be, by its features: a control has a control's word, and so on.

The gold names headline, deck, bylines, paragraphs, headings and captions. All else is one of some twenty roles,
and which of them is for the start weights to say, within what is possible at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import attrs

from articleparse.blocks import Unit, UnitKind
from articleparse.roles import Role
from tools.train_roles.align import Roles

_UNSURE = 6
"""From this number of possible roles on, nothing is known about a block."""

_NEVER_GUESSED = frozenset({Role.EMBED, Role.FACT_BOX, Role.LIVE_ENTRY, Role.QUESTION, Role.ANSWER})
NEVER_KICKER = frozenset({"date", "number", "counter", "signs only", "steps", "cue=navigation"})
"""Features of what stands above a headline without saying what the story is about."""

_NOT_AS_LIST = frozenset({Role.CREDIT, Role.CAPTION, Role.KICKER, Role.TIMESTAMP})
_ONLY_AS_LIST = frozenset({Role.LIST, Role.HIGHLIGHTS})


@attrs.frozen(slots=False)
class Look:
    """What is looked at of a block."""

    kind: UnitKind
    text: str
    features: frozenset[str]

    @property
    def cues(self) -> frozenset[str]:
        """The vocabulary's categories of the block, with how they match."""
        return frozenset(name[4:].removesuffix(" in prose") for name in self.features if name.startswith("cue="))

    @property
    def families(self) -> frozenset[str]:
        """The first part of each category: `control` for `control.print:prefix`."""
        return frozenset(cue.split(":")[0].split(".")[0] for cue in self.cues)

    @property
    def has_credit(self) -> bool:
        """Whether something of a picture's credit is in the block."""
        return any(name.startswith("closes with") for name in self.features) or bool(
            {"credit", "caption"} & self.families
        )

    def has(self, *names: str) -> bool:
        """Whether the block has one of these features."""
        return not self.features.isdisjoint(names)


def narrow(unit: Unit, roles: Roles, features: Collection[str]) -> Roles:
    """`roles` without what the block cannot be; as they are where the gold has decided, or where nothing is left."""
    if len(roles) < _UNSURE:
        return roles
    look = Look(unit.kind, unit.node.text, frozenset(features))
    decided = _decided(look, roles)
    if decided is not None:
        return decided
    left = roles - _NEVER_GUESSED - {role for role, test in _TESTS.items() if not test(look)}
    if look.kind is UnitKind.LIST:
        left -= _NOT_AS_LIST
    elif len(look.text) > 140:
        left -= {Role.BYLINE, Role.TIMESTAMP, Role.NAVIGATION}
    if "comments" in look.families and len(look.text) < 40:
        left &= {Role.COMMENTS, Role.CONTROL, Role.NAVIGATION}
    return left or roles


def _decided(look: Look, roles: Roles) -> Roles | None:
    """What blocks are for certain that say it themselves."""
    length = len(look.text)
    if look.has("ends=empty"):
        return _empty(look)
    if (named := _named(look)) is not None:
        return named
    if look.has_credit and length < 300 and Role.CAPTION in roles and "byline.prefix:prefix" not in look.cues:
        return frozenset({Role.CAPTION, Role.CREDIT} if length < 40 else {Role.CAPTION})
    if Role.TIMESTAMP in roles and _is_timestamp(look):
        return frozenset({Role.TIMESTAMP})
    return None


def _empty(look: Look) -> Roles:
    """What a block without text can be: a picture near the story is the story's, others are a logo just as well."""
    if not look.has("picture alone"):
        return frozenset({Role.OTHER})
    is_near = look.has("between heading and story", "in story", "just above")
    return frozenset({Role.FIGURE} if is_near else {Role.FIGURE, Role.OTHER})


def _named(look: Look) -> Roles | None:
    """What a block is by a term that is the whole of it."""
    if "related.heading" in look.cues:
        return frozenset({Role.RELATED, Role.NAVIGATION})
    if "advertisement" in look.cues and len(look.text) < 40:
        return frozenset({Role.ADVERTISEMENT})
    if any(cue.startswith("control.") and ":" not in cue for cue in look.cues):
        return frozenset({Role.CONTROL, Role.NAVIGATION, Role.COMMENTS})
    return None


def _is_timestamp(look: Look) -> bool:
    digits = sum(character.isdigit() for character in look.text)
    return (
        look.kind is UnitKind.PARAGRAPH
        and len(look.text) < 40
        and digits >= 4
        and look.has("date")
        and look.has("between heading and story", "no heading above the story")
        and not look.has("all linked", "mostly linked", "some linked")
    )


def _of_family(*families: str) -> Callable[[Look], bool]:
    return lambda look: not look.families.isdisjoint(families)


def _of_kind(kind: UnitKind) -> Callable[[Look], bool]:
    return lambda look: look.kind is kind


def _may_be_control(look: Look) -> bool:
    if len(look.text) > 60:
        return False
    return "control" in look.families or look.has("controls", "all linked")


def _may_be_tags(look: Look) -> bool:
    return "tags" in look.families or look.has("items short") or (look.has("all linked") and len(look.text) < 40)


def _may_be_caption(look: Look) -> bool:
    beside = ("prev=picture", "next=picture", "picture and text", "repeated", "name", "names", "capitals")
    return look.has_credit or look.has(*beside) or 60 < len(look.text) < 300


def _may_be_credit(look: Look) -> bool:
    if len(look.text) > 80:
        return False
    return (
        look.has_credit
        or look.has("name", "names", "prev=picture", "capitals")
        or any(sign in look.text for sign in "|/©")
    )


_TESTS: dict[Role, Callable[[Look], bool]] = {
    Role.ADVERTISEMENT: _of_family("advertisement"),
    Role.CONSENT: _of_family("consent"),
    Role.COPYRIGHT: lambda look: _of_family("copyright", "legal")(look) or "©" in look.text or "(C)" in look.text,
    Role.CONTROL: _may_be_control,
    Role.KICKER: lambda look: len(look.text) <= 60 and not look.has(*NEVER_KICKER),
    Role.TAGS: _may_be_tags,
    Role.SEPARATOR: lambda look: look.kind is UnitKind.RULE or "endmark" in look.families,
    Role.TABLE: _of_kind(UnitKind.TABLE),
    Role.CODE: _of_kind(UnitKind.CODE),
    Role.QUOTATION: _of_kind(UnitKind.QUOTE),
    **dict.fromkeys(_ONLY_AS_LIST, _of_kind(UnitKind.LIST)),
    Role.PULL_QUOTE: lambda look: look.has("opens with quote", "repeated"),
    Role.CORRECTION: _of_family("correction"),
    Role.FIGURE: lambda look: look.has("picture alone"),
    Role.TIMESTAMP: lambda look: look.has("date") or _of_family("date", "month", "relative-date")(look),
    Role.BYLINE: _of_family("byline"),
    Role.CAPTION: _may_be_caption,
    Role.CREDIT: _may_be_credit,
}
"""What a block must look like to have a role."""
