"""The features that a block can have: this is their only list, and what is not in it can't be given to a block."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from articleparse.blocks import UnitKind

WIDTHS = (4, 15, 35, 70, 140, 300, 700)
"""Where the ranges of widths end, in code points, a wide character as three."""

WIDTH_NAMES = (*(f"width<{limit}" for limit in WIDTHS), "width>=700")

ITEMS = (2, 4, 8, 16)
ITEM_NAMES = ("items=1", "items<4", "items<8", "items<16", "items>=16")

ENDINGS = ("ends=sentence", "ends=question", "ends=colon", "ends=open", "ends=empty")
LEVELS = tuple(f"level={level}" for level in range(1, 7))

KEYS = (
    *("article:published_time", "author", "authors", "byline", "categories", "category", "date", "description"),
    *("excerpt", "headline", "keywords", "og:title", "published", "summary", "tags", "title", "other"),
)
"""Keys of a dump's header."""

SCORES = (-6.0, -4.0, -2.0, -0.5, 0.5, 2.0, 4.0)
"""Where the ranges of a name's score end."""

SCORE_NAMES = (*(f"name<{limit:g}" for limit in SCORES), "name>=4")
FIRST_SCORE_NAMES = tuple(f"first {name}" for name in SCORE_NAMES)

SHARES = (0.01, 0.25, 0.45, 0.65)
"""Where the ranges end of the share of a block's words that the page's prose has."""

SHARE_NAMES = ("shares nothing", "shares little", "shares some", "shares much", "shares most")

PLACES = (1, 3, 6, 12, 25, 50, 100)
"""Where the ranges end of a block's place on the page, counted from the top or from the bottom."""

TOP_NAMES = (*(f"top<{limit}" for limit in PLACES), "top>=100")
BOTTOM_NAMES = (*(f"bottom<{limit}" for limit in PLACES), "bottom>=100")
SIZE_NAMES = (*(f"blocks<{limit}" for limit in PLACES[1:]), "blocks>=100")

CATEGORIES = (
    *("advertisement", "agency", "automation", "bio", "byline.prefix", "byline.role", "byline.suffix"),
    *("caption.label", "caption.note", "comments", "consent", "contributor", "control.back", "control.comment"),
    *("control.enlarge", "control.listen", "control.print", "control.save", "control.share", "control.textsize"),
    *("copyright", "correction", "credit.label", "credit.suffix", "date.published", "date.updated"),
    *("embargo", "endmark", "factbox", "follow", "helpline", "jump", "keypoints", "kicker", "legal", "live"),
    *("month", "navigation", "origin", "promotion", "qa", "read-time", "readmore", "related.heading"),
    *("related.inline", "relative-date", "social", "subscribe", "tags", "weekday"),
)
"""The categories of the vocabulary that tell what a line is for; those of the field grammars tell nothing of it."""

CUE_PLACES = ("", ":prefix", ":suffix")
CUES = frozenset(category + place for category, place in product(CATEGORIES, CUE_PLACES))
"""What `Vocabulary.cues` can say of a line that is a feature."""

IN_PROSE = " in prose"

_OTHERS = (
    # how it is written
    *("bold", "centred", "opens lower case", "opens with quote", "sentences>1", "sentences<=1", "tight"),
    *("picture alone", "picture and text", "all linked", "one link", "links>1", "mostly linked", "some linked"),
    *("items are links", "items are text", "items long", "items medium", "items short"),
    # what its letters and signs are
    *("number", "counter", "signs only", "date", "time alone", "capitals", "lower case", "one capital", "no case"),
    *("steps", "label", "email", "one word", "controls"),
    # who is named
    *("names", "name and more", "name linked"),
    # how it opens and closes
    *("closes with credit", "closes with agency", "copyright sign", "copyright year", "brackets at the end"),
    *("slash at the end", "fragment at the end", "name at the end", "credit line"),
    *("opens with dateline", "opens with capitals"),
    # what else the page says
    *("repeated before", "repeated later", "repeated often", "repeated at length", "same as a heading", "title"),
    *("ends a line", "ends with a line", "retold", "speaks", "speaks first"),
)


def _all_names() -> Iterable[str]:
    kinds = [kind.value for kind in UnitKind]
    yield "any"
    for kind in kinds:
        yield f"kind={kind}"
    for kind, name in product(kinds, (*WIDTH_NAMES, *ENDINGS)):
        yield f"{kind}&{name}"
    for names in (WIDTH_NAMES, ITEM_NAMES, ENDINGS, LEVELS, SCORE_NAMES, FIRST_SCORE_NAMES, SHARE_NAMES):
        yield from names
    for names in (TOP_NAMES, BOTTOM_NAMES, SIZE_NAMES, _OTHERS):
        yield from names
    for key in KEYS:
        yield f"key={key}"
    for cue in sorted(CUES):
        yield f"cue={cue}"
        yield f"cue={cue}{IN_PROSE}"


NAMES = tuple(_all_names())
"""The names of all features: a feature's number is its place in here."""

NUMBERS = {name: number for number, name in enumerate(NAMES)}


def numbers_of(names: Iterable[str]) -> list[int]:
    """Return the numbers of some features.

    Raises KeyError for a name that is not in the registry.

    >>> [NAMES[number] for number in numbers_of(["bold", "kind=heading"])]
    ['bold', 'kind=heading']
    """
    return [NUMBERS[name] for name in names]
