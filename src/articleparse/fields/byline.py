"""Who wrote a story, as its byline says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, partial
from itertools import pairwise

import attrs

from articleparse.fields.byline_tokens import BylineTokenizer
from articleparse.fields.names import name_score
from articleparse.fields.timestamps import MAX_FIELD_CHARS, TimestampField, parse_timestamps, phrases_with_number
from articleparse.fields.words import Token, parted
from articleparse.grammar import Parser, compile_grammar
from articleparse.vocabulary import Vocabulary

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of the line, in code points."""


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


@attrs.frozen
class _Part:
    """A part of a segment: a rule of the grammar, and whom it names."""

    rule: str  # "unsigned", "description", "attribution" or "desk"
    authors: tuple[AuthorField, ...]


@attrs.frozen
class Segment:
    """What stands between two separators: the text of the separator before it, and its tokens."""

    separator: str
    tokens: list[Token]


_ASIDES = re.compile(r"(?<=\w) \([a-zß-ÿ .]{2,30}\)")
"""Small words in brackets behind a name: `Jane Doe (now)`."""

_CLOSING = frozenset((*"|｜-–—―·•▪●◆", "--"))
"""Separators that, where a word like "by" stands, close the list of authors."""

_LISTING = frozenset("/·•\n")
"""Separators that part one author from the next, and none from the outlet."""

_MAX_UNKNOWN_WORDS = 4
"""A segment with more words that are neither names nor known, all in one link or in none, is a sentence."""

_UNKNOWN = frozenset(("LINKED_OTHER", "NOTE", "STRAY"))
_MARKERS = frozenset(("BY", "SOURCE"))
_PAUSES = frozenset(("COMMA", "AND", "FOR", "DATELABEL", "READTIME", "TIMESTAMP"))
_AGENCIES = frozenset(("AGENCY", "LINKED_AGENCY"))
_NAMES = frozenset(("NAME", "LINKED", "SIGNED", "WORD", "LINKED_WORD", "JOINED", "SURNAME")) | _AGENCIES

_NO_NAME = -5.0
"""A stretch that looks less than this like a person's name, by its letters, and has no word like "by", is no author: a
button, a topic. Of 261 authors of pages in 21 languages none looks less like one than that."""

_CJK = "\u3000"
"""Chinese, Japanese and Korean suffixes (from here on in Unicode) tell the role; elsewhere they only mean "by"."""


def parse_byline(
    text: str,
    links: Ranges = (),
    *,
    vocabulary: Vocabulary,
    language: str | None = None,
    timestamps: Sequence[TimestampField] | None = None,
) -> BylineFields:
    """Return the authors and dates in the flat `text` of a byline.

    `links` are the ranges of its links' texts in order: a name does not cross them. `language` (BCP 47) helps
    with dates, `vocabulary` has the words of all languages. `timestamps` are the dates in `text` where they have been
    read. Reads the first 1,000 code points. Lines that only look like a byline ("By the numbers") have no authors.
    Never raises.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> line = "By Jane Doe, Political Correspondent, and AP | 3 March 2024"
    >>> fields = parse_byline(line, vocabulary=load_vocabulary())
    >>> [(author.name, author.role, author.is_agency) for author in fields.authors]
    [('Jane Doe', 'Political Correspondent', False), ('AP', None, True)]
    """
    if timestamps is None:
        timestamps = parse_timestamps(text, vocabulary=vocabulary, language=language)
    text = _ASIDES.sub(lambda match: " " * len(match.group()), text[:MAX_FIELD_CHARS])
    links = [(start, end) for start, end in links if end <= len(text)]
    segments = byline_segments(text, links, timestamps, vocabulary)
    tokens = [token for segment in segments for token in segment.tokens]
    is_marked = any(token.type in _MARKERS for token in tokens)
    authors = _authors(segments) or ([] if is_marked else _pen_name(tokens, text, links))
    return BylineFields(tuple(authors), tuple(timestamps), is_marked)


def byline_segments(
    text: str, links: Ranges, stamps: Sequence[TimestampField], vocabulary: Vocabulary
) -> list[Segment]:
    """Return the segments of the byline `text`, in the tokens of `byline.lark`.

    `links` are the ranges of its links' texts, `stamps` the dates and times in it, both in order.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> for segment in byline_segments("By Jane Doe, Reporter | BBC News", (), (), load_vocabulary()):
    ...     print(segment.tokens)
    [BY('By'), NAME('Jane Doe'), COMMA(','), ROLE('Reporter')]
    [OUTLET('BBC News')]
    """
    fixed = [Token("TIMESTAMP", stamp.start, stamp.end, stamp.raw) for stamp in stamps]
    for start, end in phrases_with_number(text, vocabulary.words("read-time"), stamps):
        fixed.append(Token("READTIME", start, end, text[start:end]))
    gaps = [(token.start, token.end) for token in fixed]
    undated = [link for link in links if not any(start < link[1] and link[0] < end for start, end in gaps)]
    line = parted(text, undated, gaps, vocabulary)
    segments = [Segment("", [])]
    for token in BylineTokenizer(text, line, fixed, vocabulary).tokens():
        if token.type == "SEPARATOR":
            segments.append(Segment(token.text, []))
        else:
            segments[-1].tokens.append(token)
    for segment in segments:
        unknown = [token for token in segment.tokens if token.type in _UNKNOWN]
        if max(Counter(token.link for token in unknown).values(), default=0) > _MAX_UNKNOWN_WORDS:
            for token in unknown:
                token.type = "PROSE"
    return segments


def _authors(segments: Iterable[Segment]) -> list[AuthorField]:
    """The authors of all segments: those whom the grammar names, judged by the segments before.

    1. What a segment without "by" says when it is all that it says is the role or outlet of the authors before.
    2. Where the authors before follow a "by", names without it behind a bar or dash are none.
    3. Nor are names without "by" once a date has followed the authors.
    4. A desk (`By Staff Writer`) signs what nobody else has signed.
    """
    authors: list[AuthorField] = []
    is_marked = is_dated = False
    for segment in segments:
        try:
            parts: list[_Part] = _parser().parse(segment.tokens)
        except ValueError:  # no segment of a byline
            continue
        first = next((token.type for token in segment.tokens if token.type in _NAMES | _MARKERS), "")
        if authors and first not in _MARKERS:
            described = _described(authors, segment, is_marked=is_marked)
            if described or (is_marked and segment.separator in _CLOSING):
                authors = described or authors
                continue
        for part in parts:
            counts = not authors if part.rule == "desk" else part.rule == "attribution" or not is_dated
            for author in part.authors if counts else ():
                if not any(author.name.endswith(f" {known.name}") for known in authors):  # `Account of Jane Doe`
                    authors.append(author)
            is_marked = is_marked or (part.rule == "attribution" and bool(part.authors))
        is_dated = is_dated or (bool(authors) and any(token.type == "TIMESTAMP" for token in segment.tokens))
    return authors


def _described(authors: list[AuthorField], segment: Segment, *, is_marked: bool) -> list[AuthorField]:
    """The `authors` with the role or outlet that is all that the segment says; nobody where it says anything else."""
    told = [token for token in segment.tokens if token.type not in _PAUSES]
    if len(told) != 1:
        return []
    kind, text, last = told[0].type, told[0].text, authors[-1]
    if kind == "ROLE":
        return [*authors[:-1], attrs.evolve(last, role=last.role or text)]
    is_name = kind in ("NAME", "WORD") and is_marked and segment.separator not in _LISTING
    if not is_name and kind != "OUTLET" and (kind not in _AGENCIES or last.is_agency):
        return []
    return [
        author if author.is_agency else attrs.evolve(author, affiliation=author.affiliation or text)
        for author in authors
    ]


def _pen_name(tokens: Sequence[Token], text: str, links: Ranges) -> list[AuthorField]:
    """The author of `[jane84](#) 3 May 2024` or `3 May 2024 [jane84](#)`: a linked word right beside the first date."""
    told = [token for token in tokens if token.type not in ("COMMA", "HANDLE")]
    dates = [token.type == "TIMESTAMP" for token in told]
    if True not in dates[:2] or False not in dates:
        return []
    first = told[dates.index(False)]
    if first.link < 0 or first.type not in ("WORD", "LINKED_WORD", "LINKED_OTHER", "PROSE"):
        return []
    end = next(end for start, end in links if start <= first.start < end)
    name = text[first.start : end].rstrip()
    return [] if len(name.split()) > 1 else [AuthorField(first.start, first.start + len(name), name)]


@cache
def _parser() -> Parser:
    return compile_grammar(
        "byline",
        {
            "start": lambda values: [part for part in values if part is not None],
            "unread": lambda _values: None,
            "passage": lambda values: values[-1],  # perhaps the role of a linked name behind it
            "unsigned": _unsigned,
            "description": partial(_part, "description"),
            "attribution": partial(_part, "attribution"),
            "desk": _desk,
            **dict.fromkeys(("bare", "sure", "first", "agency", "signer"), _author),
        },
    )


def _author(values: list[Token]) -> AuthorField:
    """The author whose name the token is."""
    (token,) = values
    name = token.text
    half = len(name) // 2
    if name[half].isspace() and name[:half] == name[half + 1 :]:  # the text of a picture and the link beside it
        name = name[:half]
    return AuthorField(token.start, token.start + len(name), " ".join(name.split()), is_agency=token.type in _AGENCIES)


def _desk(values: list[Token]) -> _Part:
    role = next(token for token in values if token.type == "ROLE")
    return _Part("desk", (AuthorField(role.start, role.end, role.text),))


def _unsigned(values: list[AuthorField | Token]) -> _Part:
    """What a segment without "by" says, without those whose names are surely no person's."""
    part = _part("unsigned", values)
    people = [author for author in part.authors if author.is_agency or name_score(author.name) >= _NO_NAME]
    return attrs.evolve(part, authors=tuple(people))


def _part(rule: str, values: list[AuthorField | Token]) -> _Part:
    """What a rule of that name says: the authors among its values, each with the role and outlet beside it."""
    heads = [at for at, value in enumerate(values) if isinstance(value, AuthorField) or value.type in _NAMES]
    authors = []
    for head, end in pairwise([*heads, len(values)]):
        author = values[head]
        if isinstance(author, AuthorField):
            around = [*values[head + 1 : end], *values[max(0, head - 1) : head]]
            authors.append(_with_details(author, [token for token in around if isinstance(token, Token)]))
    return _Part(rule, tuple(authors))


def _with_details(author: AuthorField, around: Sequence[Token]) -> AuthorField:
    """The author with the role and outlet that the tokens behind the name tell, or else the one right before it."""
    if author.is_agency:
        return author
    roles = [token.text for token in around if token.type == "ROLE" or (token.type == "SUFFIX" and token.text > _CJK)]
    outlets = [token.text for token in around if token.type in ("OUTLET", "POST") and token.start > author.start]
    return attrs.evolve(author, role=next(iter(roles), None), affiliation=next(iter(outlets), None))
