"""Who wrote a story, as its byline says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import attrs

from articleparse.fields.byline_lexer import phrases
from articleparse.fields.phrase import Phrase
from articleparse.fields.timestamps import TimestampField
from articleparse.fields.words import is_caseless
from articleparse.grammar import Parser, compile_grammar
from articleparse.vocabulary import Vocabulary, load_vocabulary, normalise


@attrs.frozen
class AuthorField:
    """A name between the offsets `start` and `end` of the line (code points)."""

    start: int
    end: int
    name: str
    role: str | None = None
    affiliation: str | None = None
    is_agency: bool = False


@attrs.frozen
class BylineFields:
    """What a byline holds, in the order of the line."""

    authors: tuple[AuthorField, ...] = ()
    timestamps: tuple[TimestampField, ...] = ()
    is_marked: bool = False  # whether a word like "by" stands there


_LONGEST = 1_000

_ASIDES = re.compile(r"(?<=\w) \([a-zß-ÿ .]{2,30}\)")
"""Small words in brackets behind a name: `Jane Doe (now)`."""

_STRONG = frozenset((*"|｜-–—―·•▪●◆", "--"))
"""Separators that, where a word like "by" stands, close the list of authors."""

_LISTING = frozenset("/·•\n")
"""Separators that part one author from the next also where a word like "by" stands."""

_PAUSES = frozenset(("COMMA", "AND", "FOR", "DATELABEL", "READTIME", "TIMESTAMP"))
_NAMES = frozenset(("NAME", "AGENCY", "LINKED", "LINKED_AGENCY", "SIGNED", "WORD", "JOINED", "LINKED_WORD", "SURNAME"))

_CJK = "\u3000"
"""Chinese, Japanese and Korean suffixes (from here on in Unicode) tell the role; elsewhere they only mean "by"."""


def parse_byline(
    text: str, links: Sequence[tuple[int, int]] = (), *, vocabulary: Vocabulary, language: str | None = None
) -> BylineFields:
    """The authors and dates in the flat `text` of a byline.

    `links` are the ranges of its links' texts in order: a name does not cross them. `language` (BCP 47) helps
    with dates, `vocabulary` has the words of all languages. Reads the first 1,000 code points. Lines that only look
    like a byline ("By the numbers") have no authors. Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> line = "By Jane Doe, Political Correspondent, and AP | 3 March 2024"
    >>> fields = parse_byline(line, vocabulary=load_vocabulary())
    >>> [(author.name, author.role, author.is_agency) for author in fields.authors]
    [('Jane Doe', 'Political Correspondent', False), ('AP', None, True)]
    """
    text = _ASIDES.sub(lambda match: " " * len(match.group()), text[:_LONGEST])
    tokens = phrases(text, [(start, end) for start, end in links if end <= len(text)], language)
    reading = _Reading()
    for separator, segment in segments(tokens):
        try:
            part = _parser().parse(segment)
        except ValueError:
            continue
        reading.read(part, segment, separator)
    stamps = tuple(token.stamp for token in tokens if token.stamp is not None)
    is_marked = any(token.type in ("BY", "SOURCE") for token in tokens)
    authors = reading.authors or ([] if is_marked else _pen_name(tokens, text, links))
    return BylineFields(tuple(authors), stamps, is_marked)


def _pen_name(tokens: Sequence[Phrase], text: str, links: Sequence[tuple[int, int]]) -> list[AuthorField]:
    """The author of `[jane84](#) 3 May 2024` or `3 May 2024 [jane84](#)`: a linked word right beside the first date."""
    told = [token for token in tokens if token.type not in ("SEPARATOR", "COMMA", "HANDLE")]
    dates = [token.type == "TIMESTAMP" for token in told]
    if True not in dates[:2] or False not in dates:
        return []
    first = told[dates.index(False)]
    if first.type not in ("WORD", "LINKED_WORD", "OTHER", "LINKED_OTHER") or first.link < 0:
        return []
    end = next(end for start, end in links if start <= first.start < end)
    name = text[first.start : end].rstrip()
    return [] if len(name.split()) > 1 else [AuthorField(first.start, first.start + len(name), name)]


class _Part:
    """The authors of a part of a segment."""
    def __init__(self, authors, is_attributed=False, has_head=False, is_desk=False):
        self.authors = authors
        self.is_attributed = is_attributed
        self.is_desk = is_desk
        self.has_head = has_head


def _author(values: list[Phrase]) -> AuthorField:
    """The author whose name the token is, without role and outlet."""
    (head,) = values
    name = head.text
    if head.type in ("AGENCY", "LINKED_AGENCY"):
        return AuthorField(head.start, head.end, name, is_agency=True)
    half = len(name) // 2
    if len(name) > 2 and name[:half] == name[half + 1 :]:  # the text of a picture and the link beside it
        name = name[:half]
    return AuthorField(head.start, head.start + len(name), " ".join(name.split()))


def _authors(values):
    authors = []
    previous = None
    open_ = False
    for value in values:
        if isinstance(value, AuthorField):
            if previous is not None and previous.type == "ROLE" and not value.is_agency:
                value = attrs.evolve(value, role=previous.text)
                # a role behind the name wins
            authors.append(value)
            told = set()
            open_ = True
            previous = None
            continue
        previous = value
        if value.type in _NAMES:
            open_ = False
        elif open_ and not authors[-1].is_agency:
            kind = value.type
            if kind == "ROLE" and "role" not in told:
                told.add("role"); authors[-1] = attrs.evolve(authors[-1], role=value.text)
            elif kind == "SUFFIX" and "role" not in told and is_caseless(value.text) and value.text > _CJK:
                told.add("role"); authors[-1] = attrs.evolve(authors[-1], role=value.text)
            elif kind in ("OUTLET", "POST") and "outlet" not in told:
                told.add("outlet"); authors[-1] = attrs.evolve(authors[-1], affiliation=value.text)
    return authors


def _desk(values):
    role = next(value for value in reversed(values) if value.type == "ROLE")
    return _Part([AuthorField(role.start, role.end, role.text)], True, False, True)


def _flat(values):
    return [v for v in values if not isinstance(v, AuthorField)]

@cache
def _parser() -> Parser:
    take = lambda values: _Part(_authors(values))
    drop = lambda values: None
    keep = list
    def attribution(values):
        flat=[]
        for v in values:
            flat.extend(v) if isinstance(v, list) else flat.append(v)
        has = any(isinstance(v, AuthorField) or v.type in _NAMES and v.type!='SURNAME' for v in flat)
        if not has:
            kinds=[v.type for v in flat if v.type not in _PAUSES and v.type!='LABEL']
            if kinds[-2:]==["BY","ROLE"] or kinds[-2:]==["SOURCE","ROLE"]: return _desk(flat)
        return _Part(_authors(flat), True, has)
    def flatten(values):
        flat=[]
        for v in values:
            flat.extend(v) if v.__class__ is list else flat.append(v)
        return flat
    def unsigned(values):
        flat = flatten(values)
        return _Part(_authors(flat), False, any(isinstance(v, AuthorField) for v in flat))
    return compile_grammar(
        "byline",
        {
            "start": lambda values: [v for v in values if isinstance(v, _Part)],
            "unsigned": unsigned,
            "blank": flatten, "description": flatten, "remarks": flatten, "names": flatten, "linked": flatten,
            "passage": lambda values: [], "strangers": lambda values: [],"credit": drop,
            "attribution": attribution,
            "by": flatten, "desk": flatten, "introduced": flatten, "source": flatten, "cited": lambda values: _flat(flatten(values)),
            **dict.fromkeys(("bare", "sure", "first", "signer", "agency"), _author),
        },
    )


class _Reading:
    """The authors of a line, segment by segment."""

    def __init__(self) -> None:
        self.authors: list[AuthorField] = []
        self.marked = False  # whether a word like "by" has been read
        self.dated = False  # whether a date has closed the list of authors

    def read(self, parts, segment: list[Phrase], separator: str) -> None:
        attributed = [part for part in parts if part.is_attributed]
        later = bool(self.authors) and not _opens_with_by(segment)
        if later and (self._describes(segment, separator) or (self.marked and separator in _STRONG)):
            return
        self.dated |= bool(self.authors) and _opens_with_date(segment)
        for part in parts:
            if part.is_desk:
                if not self.authors: self.authors += part.authors
                continue
            if part.is_attributed:
                self.marked |= part.has_head
            elif self.dated:
                continue
            for author in part.authors:
                if not any(author.name.endswith(f" {known.name}") for known in self.authors):
                    self.authors.append(author)
        self.dated |= bool(self.authors) and any(token.type == "TIMESTAMP" for token in segment)

    def _describes(self, segment, separator: str) -> bool:
        """Whether a later segment tells the outlet or role of the authors so far; if so, note it."""
        told = [token for token in segment if token.type not in _PAUSES]
        if len(told) != 1:
            return False
        (token,) = told
        last = self.authors[-1]
        if token.type == "ROLE":
            self.authors[-1] = attrs.evolve(last, role=last.role or token.text)
            return True
        named = token.type in ("NAME", "WORD") and self.marked and separator not in _LISTING
        if token.type == "OUTLET" or (token.type in ("AGENCY", "LINKED_AGENCY") and not last.is_agency) or named:
            self.authors = [
                author if author.is_agency else attrs.evolve(author, affiliation=author.affiliation or token.text)
                for author in self.authors
            ]
            return True
        return False


def _opens_with_by(segment):
    return next((token.type in ("BY", "SOURCE") for token in segment if token.type in _NAMES or token.type in ("BY", "SOURCE")), False)


def _opens_with_date(segment):
    for token in segment:
        if token.type in _NAMES:
            return False
        if token.type == "TIMESTAMP":
            return True
    return False


_PROSE = 4
"""With more words than this that are neither names nor known, a segment is a sentence."""

_PARTICLE_PREFIXES = frozenset(("di", "von", "de", "le", "per", "da", "na", "av", "af", "por", "par", "theo"))
"""Words that introduce a byline and also begin surnames."""

_HEADS = ("NAME", "WORD", "AGENCY")
_APART = ("COMMA", "TIMESTAMP", "READTIME")

def segments(tokens):
    segment = []
    separator = ""
    for token in tokens:
        if token.type == "SEPARATOR":
            yield separator, refined(segment)
            separator = token.text; segment = []
        else:
            segment.append(token)
    yield separator, refined(segment)


def refined(segment):
    words = Counter(token.link for token in segment if token.type == "OTHER")
    linked = any(token.type in _HEADS and token.link >= 0 and words[token.link] <= _PROSE for token in segment)
    others = sum(count for link, count in words.items() if link < 0 or count > _PROSE)
    prose = others > _PROSE and not linked
    sources = load_vocabulary().words("credit.label")
    apart = False
    marker = None; marked=False
    before = []
    heads = 0
    for index, token in enumerate(segment):
        kind = token.type
        if kind in _HEADS:
            following = segment[index+1:]
            nexts = []
            for f in following:
                if f.type in _HEADS: break
                nexts.append(f.type)
            post = before == ["COMMA","ROLE","COMMA"] and heads == 1 and token.link < 0 and "ROLE" not in nexts
            if nexts[:1] == ["SUFFIX"]: token.type = "SIGNED"
            elif post: token.type = "POST"
            elif kind == "AGENCY": token.type = "LINKED_AGENCY" if token.link >= 0 else kind
            elif kind == "NAME": token.type = "LINKED" if token.link >= 0 else kind
            elif marker is not None:
                if token.link < 0 and marker.text.casefold() in _PARTICLE_PREFIXES: token.type = "SURNAME"
            elif token.link >= 0: token.type = "LINKED_WORD"
            elif marked and "AND" in before: token.type = "JOINED"
            if token.type != "POST": heads += 1
            before = []; apart = False; marker = None
            continue
        before.append(kind)
        if kind == "OTHER":
            token.type = "PROSE" if prose else "LINKED_OTHER" if token.link >= 0 else "NOTE" if apart else "STRAY"
        elif kind == "BY":
            if normalise(token.text) in sources: token.type = "SOURCE"
            marker = token; marked = True
        elif kind in _APART:
            apart = heads > 0
    return segment
