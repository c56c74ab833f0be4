"""What a block can be for, and where in a dump each purpose can stand."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The purpose of a block. The upper-case names are the terminals of `article.lark`."""

    __hash__ = str.__hash__  # that of an Enum is a function in Python, and not the hash of the equal str

    HEADLINE = "headline"
    KICKER = "kicker"
    DECK = "deck"
    HIGHLIGHTS = "highlights"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    CREDIT = "credit"
    FIGURE = "figure"  # a picture alone
    QUOTATION = "quotation"
    PULL_QUOTE = "pull_quote"
    LIST = "list"  # a list of the story
    TABLE = "table"
    CODE = "code"
    SEPARATOR = "separator"
    EMBED = "embed"
    FACT_BOX = "fact_box"
    LIVE_ENTRY = "live_entry"
    QUESTION = "question"
    ANSWER = "answer"
    AUTHOR_BIO = "author_bio"
    CORRECTION = "correction"
    COPYRIGHT = "copyright"
    TAGS = "tags"
    RELATED = "related"
    PROMOTION = "promotion"
    CONTROL = "control"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    COMMENTS = "comments"
    CONSENT = "consent"
    OTHER = "other"


STORY = frozenset(
    {
        Role.PARAGRAPH,
        Role.CROSSHEAD,
        Role.QUOTATION,
        Role.PULL_QUOTE,
        Role.LIST,
        Role.TABLE,
        Role.CODE,
        Role.EMBED,
        Role.FACT_BOX,
        Role.LIVE_ENTRY,
        Role.QUESTION,
        Role.ANSWER,
    }
)
"""The roles that make the body: it reaches from the first block of such a role to the last."""

FURNITURE = frozenset(
    {
        Role.RELATED,
        Role.PROMOTION,
        Role.CONTROL,
        Role.NAVIGATION,
        Role.ADVERTISEMENT,
        Role.COMMENTS,
        Role.CONSENT,
        Role.OTHER,
    }
)
"""The roles of what is beside the story."""


class Zone(StrEnum):
    """The four stretches of a dump, in their order; any of them can be empty."""

    ABOVE = "above"  # what the page shows before the headline
    HEAD = "head"  # from the headline to the body
    BODY = "body"
    BELOW = "below"


_ANYWHERE = FURNITURE | {
    Role.SEPARATOR,
    Role.FIGURE,
    Role.CAPTION,
    Role.CREDIT,
    Role.BYLINE,
    Role.TIMESTAMP,
    Role.TAGS,
    Role.COPYRIGHT,
    Role.AUTHOR_BIO,
}

ALLOWED = {
    Zone.ABOVE: _ANYWHERE | {Role.KICKER, Role.DECK},
    Zone.HEAD: _ANYWHERE
    | {Role.HEADLINE, Role.KICKER, Role.DECK, Role.HIGHLIGHTS, Role.CORRECTION, Role.EMBED, Role.TABLE},
    Zone.BODY: _ANYWHERE | STORY | {Role.CORRECTION},
    Zone.BELOW: _ANYWHERE | {Role.CORRECTION, Role.KICKER},
}
"""The roles that can stand in each zone."""

OPENERS = {Zone.HEAD: frozenset({Role.HEADLINE}), Zone.BODY: STORY}
"""What a zone begins with; the others begin with any role. Nothing but the first block of the head is a headline."""

FOLLOWED_ALIKE = (
    frozenset({Role.HEADLINE}),
    frozenset({Role.KICKER}),
    frozenset({Role.DECK, Role.HIGHLIGHTS}),
    frozenset({Role.BYLINE}),
    frozenset({Role.TIMESTAMP}),
    frozenset({Role.CAPTION, Role.CREDIT, Role.FIGURE}),
    frozenset({Role.CROSSHEAD}),
    frozenset({Role.FACT_BOX}),
    frozenset({Role.LIVE_ENTRY}),
    frozenset({Role.QUESTION}),
    frozenset({Role.ANSWER}),
    STORY - {Role.CROSSHEAD, Role.FACT_BOX, Role.LIVE_ENTRY, Role.QUESTION, Role.ANSWER},
    frozenset({Role.AUTHOR_BIO, Role.CORRECTION, Role.COPYRIGHT, Role.TAGS}),
    FURNITURE | {Role.SEPARATOR},
)
"""The roles in classes: what follows a role, and what it follows, depends on its class alone. What more the blocks
around say of a block, the network has seen."""

ROLES = tuple(Role)
ZONES = tuple(Zone)
INDEX = {role: index for index, role in enumerate(ROLES)}
