"""The segments of a byline: what stands between separators, in the tokens of `byline.lark`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.fields.byline_phrases import Terms, byline_terms
from articleparse.fields.byline_tokens import BylineToken, Ranges, byline_tokens
from articleparse.fields.timestamps import TimestampField
from articleparse.vocabulary import Vocabulary, normalise

_MAX_PROSE_WORDS = 4
"""With more words than this that are neither names nor known, a segment is a sentence."""

_HEADS = frozenset(("NAME", "WORD", "AGENCY"))
_APART = frozenset(("COMMA", "TIMESTAMP", "READTIME"))
"""What parts unknown words from the name before them."""

_POST = ["COMMA", "ROLE", "COMMA"]
"""What stands between an author and the place or outlet of the post: `Jane Doe, Correspondent, Rome`."""


class Segment:
    """What stands between two separators: the text of the separator before it, and its tokens."""

    __slots__ = ("separator", "tokens")

    def __init__(self, separator: str, tokens: list[BylineToken]) -> None:
        self.separator = separator
        self.tokens = tokens


def byline_segments(
    text: str, links: Ranges, stamps: Sequence[TimestampField], vocabulary: Vocabulary
) -> list[Segment]:
    """Return the segments of the byline `text`.

    `links` are the ranges of its links' texts, `stamps` the dates and times in it, both in order.

    >>> from articleparse.vocabulary import load_vocabulary
    >>> for segment in byline_segments("By Jane Doe, Reporter | BBC News", (), (), load_vocabulary()):
    ...     print(segment.tokens)
    [BY('By'), NAME('Jane Doe'), COMMA(','), ROLE('Reporter')]
    [OUTLET('BBC News')]
    """
    segments = [Segment("", [])]
    for token in byline_tokens(text, links, stamps, vocabulary):
        if token.type == "SEPARATOR":
            segments.append(Segment(token.text, []))
        else:
            segments[-1].tokens.append(token)
    for segment in segments:
        _Finer(segment.tokens, byline_terms(vocabulary)).refine()
    return segments


class _Finer:
    """Gives the tokens of one segment the finer types that the words around them tell."""

    def __init__(self, tokens: Sequence[BylineToken], terms: Terms) -> None:
        self.tokens = tokens
        self.terms = terms
        self.before: list[str] = []  # the types of the tokens behind the last name
        self.marker: BylineToken | None = None  # the last word like "by" among them
        self.is_marked = self.is_apart = False
        self.names = 0

    def refine(self) -> None:
        """Set the types."""
        self.is_prose = self._is_prose()
        for index, token in enumerate(self.tokens):
            if token.type in _HEADS:
                token.type = self._name(token, index)
                self.names += token.type != "POST"
                self.is_apart, self.marker, self.before = False, None, []
                continue
            self.before.append(token.type)
            if token.type == "OTHER":
                token.type = self._word(token)
            elif token.type == "BY":
                self.marker, self.is_marked = token, True
                token.type = "SOURCE" if normalise(token.text) in self.terms.labels else "BY"
            elif token.type in _APART:
                self.is_apart = self.names > 0

    def _is_prose(self) -> bool:
        """Whether the segment is a sentence: many unknown words, and no link that is a name."""
        links = [token.link for token in self.tokens if token.type == "OTHER"]
        if len(links) <= _MAX_PROSE_WORDS:
            return False
        unknown = Counter(links)
        if sum(count for link, count in unknown.items() if link < 0 or count > _MAX_PROSE_WORDS) <= _MAX_PROSE_WORDS:
            return False
        return not any(
            token.type in _HEADS and token.link >= 0 and unknown[token.link] <= _MAX_PROSE_WORDS
            for token in self.tokens
        )

    def _word(self, token: BylineToken) -> str:
        """What an unknown word is: part of a sentence or of a link, apart from the name before it, or a stray."""
        if self.is_prose:
            return "PROSE"
        return "LINKED_OTHER" if token.link >= 0 else "NOTE" if self.is_apart else "STRAY"

    def _name(self, token: BylineToken, index: int) -> str:
        """What a name or word is, by its link and by what stands around it."""
        if index + 1 < len(self.tokens) and self.tokens[index + 1].type == "SUFFIX":
            return "SIGNED"
        if self.before == _POST and self.names == 1 and token.link < 0 and not self._has_role(index + 1):
            return "POST"
        if token.type != "WORD":
            return token.type if token.link < 0 else "LINKED" if token.type == "NAME" else "LINKED_AGENCY"
        return self._single(token)

    def _has_role(self, start: int) -> bool:
        """Whether a role stands between the token at `start` and the next name."""
        kinds = (token.type for token in self.tokens[start:] if token.type in _HEADS or token.type == "ROLE")
        return next(kinds, "") == "ROLE"

    def _single(self, token: BylineToken) -> str:
        """What a word with a capital is: behind "by" a name, but a surname where that word also begins surnames."""
        if self.marker is not None:
            is_surname = token.link < 0 and self.marker.text.casefold() in self.terms.begin_surnames
            return "SURNAME" if is_surname else "WORD"
        if token.link >= 0:
            return "LINKED_WORD"
        return "JOINED" if self.is_marked and "AND" in self.before else "WORD"
