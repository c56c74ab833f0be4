"""Who wrote a story, as its byline says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import attrs

from articleparse.fields.byline_lexer import phrases
from articleparse.fields.phrase import Phrase
from articleparse.fields.timestamp import TimestampField
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


@attrs.frozen
class _Segment:
    """A stretch between separators: the phrases before the first name, and each name with what follows it."""

    introduction: list[Phrase]
    authors: list[list[Phrase]]


_ASIDE = frozenset(("COMMA", "TIMESTAMP", "LABEL", "DATELABEL", "READTIME", "AND", "FOR"))

_LONGEST = 1_000

_ASIDES = re.compile(r"(?<=\w) \([a-zß-ÿ .]{2,30}\)")
"""Small words in brackets behind a name: `Jane Doe (now)`."""

_STRONG = frozenset((*"|｜-–—―·•▪●◆", "--"))
"""Separators that, where a word like "by" stands, close the list of authors."""

_PROSE = 4
"""With more words than this that are neither names nor known, a segment is a sentence."""


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
    letters = phrases(text, [(start, end) for start, end in links if end <= len(text)], language)
    reader = _Reader()
    separator = ""
    for part in _parser().parse(letters):
        if isinstance(part, _Segment):
            reader.read(part, separator)
        else:
            separator = part.text
    stamps = tuple(letter.stamp for letter in letters if letter.stamp is not None)
    is_marked = _has(letters, "BY")
    authors = reader.authors or ([] if is_marked else _pen_name(letters, text, links))
    return BylineFields(tuple(authors), stamps, is_marked)


def _pen_name(letters: Sequence[Phrase], text: str, links: Sequence[tuple[int, int]]) -> list[AuthorField]:
    """The author of `[jane84](#) 3 May 2024` or `3 May 2024 [jane84](#)`: a linked word right beside the first date."""
    told = [letter for letter in letters if letter.type not in ("SEPARATOR", "COMMA", "HANDLE")]
    dates = [letter.type == "TIMESTAMP" for letter in told]
    if True not in dates[:2] or False not in dates:
        return []
    first = told[dates.index(False)]
    if first.type not in ("WORD", "OTHER") or first.link < 0:
        return []
    end = next(end for start, end in links if start <= first.start < end)
    name = text[first.start : end].rstrip()
    return [] if len(name.split()) > 1 else [AuthorField(first.start, first.start + len(name), name)]


@cache
def _parser() -> Parser:
    return compile_grammar(
        "byline",
        {
            "start": list,
            "segment": lambda values: _Segment(values[0], values[1:]),
            "introduction": list,
            "author": list,
        },
    )


class _Reader:
    """Judges which names of a byline are authors, segment by segment."""

    def __init__(self) -> None:
        self.authors: list[AuthorField] = []
        self.marked = False  # whether a word like "by" has been read
        self.dated = False  # whether a date has closed the list of authors

    def read(self, segment: _Segment, separator: str) -> None:
        """Add the authors of `segment`, or what it says of those before it."""
        words = Counter(phrase.link for phrase in _all(segment) if phrase.type == "OTHER")
        linked = any(head.link >= 0 and words[head.link] <= _PROSE for head, *_ in segment.authors)
        others = sum(count for link, count in words.items() if link < 0 or count > _PROSE)
        if others > _PROSE and not linked:
            return
        strays = _strays(segment)
        later = bool(self.authors) and not _has(segment.introduction, "BY")
        if later and (self._describes(segment, separator) or (self.marked and separator in _STRONG)):
            return
        before = segment.introduction
        mode = ""
        for head, *after in segment.authors:
            self.dated |= bool(self.authors) and _has(before, "TIMESTAMP")
            if self.dated and not _has(before, "BY"):
                return
            mode = "by" if _has(after[:1], "SUFFIX") else self._mode(mode, before, head, strays)
            tells = _has(before, "ROLE") or (not before and bool(self.authors))
            if self._is_affiliation(head, before, after):
                self.authors[-1] = attrs.evolve(self.authors[-1], affiliation=head.text)
                before = after
                continue
            described = linked and head.link < 0 and tells and not _has(before, "AND")
            if mode in ("by", "bare") and not described and _is_author(head, mode, before, self.authors):
                self.authors.append(_author(head, before, after))
            before = after
        self.dated |= bool(self.authors) and any(phrase.type == "TIMESTAMP" for phrase in before)
        self._sign_by_role(segment)

    def _is_affiliation(self, head: Phrase, before: list[Phrase], after: list[Phrase]) -> bool:
        """Whether `head` is the outlet or place behind the role of the only author: `Jane Doe, Editor, Rome`."""
        follows_role = [phrase.type for phrase in before] == ["COMMA", "ROLE", "COMMA"]
        return follows_role and head.link < 0 and len(self.authors) == 1 and not _has(after, "ROLE")

    def _sign_by_role(self, segment: _Segment) -> None:
        """Add a desk that signs: `By Staff Writer`, `Von Redaktion`."""
        kinds = [phrase.type for phrase in segment.introduction if phrase.type not in _ASIDE]
        if not self.authors and not segment.authors and kinds[-2:] == ["BY", "ROLE"]:
            role = next(phrase for phrase in reversed(segment.introduction) if phrase.type == "ROLE")
            self.authors.append(AuthorField(role.start, role.end, role.text))

    def _mode(self, mode: str, before: list[Phrase], head: Phrase, strays: bool) -> str:
        """What the phrases before a name make of it: an author "by" a marker or "bare", a "place", or "labelled"."""
        marker = _first(before, "BY")
        if marker is not None:
            self.marked = True
            return "by" if head.type == "AGENCY" or not _names_source(marker) else "labelled"
        if _has(before, "LABEL"):
            return "labelled"
        if any(phrase.type == "OTHER" and phrase.link < 0 for phrase in before):
            return "bare" if head.link >= 0 else "place"
        if mode == "place" and (_has(before, "AND") or _has(before, "COMMA")):
            return "by" if self.marked else "place"
        if mode:
            return mode
        return "bare" if not strays or head.link >= 0 or self.marked else "place"

    def _describes(self, segment: _Segment, separator: str) -> bool:
        """Whether a later segment tells the outlet or role of the authors so far; if so, note it."""
        phrases = [phrase for phrase in _all(segment) if phrase.type not in _ASIDE]
        if len(phrases) != 1:
            return False
        (phrase,) = phrases
        last = self.authors[-1]
        if phrase.type == "ROLE":
            self.authors[-1] = attrs.evolve(last, role=last.role or phrase.text)
            return True
        named = (
            phrase.type in ("NAME", "WORD")
            and self.marked
            and not _has(segment.introduction, "LABEL")
            and separator not in ("/", "·", "•", "\n")
            and phrase.link < 0
        )
        if phrase.type == "OUTLET" or (phrase.type == "AGENCY" and not last.is_agency) or named:
            self.authors = [
                attrs.evolve(author, affiliation=author.affiliation or phrase.text) if not author.is_agency else author
                for author in self.authors
            ]
            return True
        return False


def _all(segment: _Segment) -> list[Phrase]:
    return [*segment.introduction, *(phrase for author in segment.authors for phrase in author)]


_PARTING = frozenset(("COMMA", "TIMESTAMP", "READTIME"))


def _strays(segment: _Segment) -> bool:
    """Whether unknown words stand right beside the names; behind a comma or a date they say something of their own."""
    for part in (segment.introduction, *segment.authors):
        for phrase in part:
            if phrase.type in _PARTING and part is not segment.introduction:
                break
            if phrase.type == "OTHER" and phrase.link < 0:
                return True
    return False


def _has(phrases: Sequence[Phrase], kind: str) -> bool:
    return any(phrase.type == kind for phrase in phrases)


_PARTICLE_PREFIXES = frozenset(("di", "von", "de", "le", "per", "da", "na", "av", "af", "por", "par", "theo"))
"""Words that introduce a byline and also begin surnames."""


def _is_author(head: Phrase, mode: str, before: Sequence[Phrase], authors: Sequence[AuthorField]) -> bool:
    """Whether the name `head` is an author, given what stands before it."""
    if any(head.text.endswith(f" {known.name}") for known in authors):  # `Account of Jane Doe`
        return False
    if head.type != "WORD":
        return True
    marker = next((phrase.text.casefold() for phrase in reversed(before) if phrase.type == "BY"), "")
    if marker:
        return head.link >= 0 or marker not in _PARTICLE_PREFIXES
    return mode == "by" and _has(before, "AND") and bool(authors)


_CJK = "\u3000"
"""Chinese, Japanese and Korean suffixes (from here on in Unicode) tell the role; elsewhere they only mean "by"."""


def _author(head: Phrase, before: Sequence[Phrase], after: Sequence[Phrase]) -> AuthorField:
    """The author `head` with role and outlet from the phrases around it."""
    if head.type == "AGENCY":
        return AuthorField(head.start, head.end, head.text, is_agency=True)
    suffix = _first(after[:1], "SUFFIX")
    role = (
        _first(after, "ROLE")
        or (suffix if suffix and is_caseless(suffix) and suffix > _CJK else None)
        or (_first(before, "ROLE") if _has(before[-1:], "ROLE") else None)
    )
    name = head.text
    half = len(name) // 2
    if len(name) > 2 and name[:half] == name[half + 1 :]:  # the text of a picture and the link beside it
        name = name[:half]
    return AuthorField(head.start, head.start + len(name), " ".join(name.split()), role, _first(after, "OUTLET"))


def _names_source(marker: str) -> bool:
    """Whether `marker` introduces whom the text is from, and an author only if that is an agency: `Quelle: dpa`."""
    return normalise(marker) in load_vocabulary().words("credit.label")


def _first(phrases: Sequence[Phrase], kind: str) -> str | None:
    return next((phrase.text for phrase in phrases if phrase.type == kind), None)
