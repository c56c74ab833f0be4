"""The text of a story, whole or in pieces for retrieval in the shape of LangChain's documents."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from articleparse.formats import loss_finders as lost
from articleparse.formats.format import BLOCKS, FURNITURE, MARKS, Format
from articleparse.formats.scalars import plain_json
from articleparse.source import Span
from articleparse.tree import Article, Byline, Code, Node, Paragraph, Section, find


def to_text(article: Article) -> str:
    r"""Return what a reader reads: headline, decks, bylines and story, parted by blank lines, and a line end.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> to_text(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),)))
    'Hi\n'
    """
    head = (article.headline, *article.decks, *find(article, Byline))
    parts = [*(node.text for node in head if node is not None), article.text]
    stripped = (part.strip() for part in parts)
    text = "\n\n".join(part for part in stripped if part)
    return f"{text}\n" if text else ""


_SENTENCE_END = re.compile(
    r"""
      (?<![.!?…؟۔।॥։]) [.!?…؟۔।॥։]++ ["'”’»›)\]]*+  # a run of marks is tried once, not from each of them
      (?=\s+["'“‘«„‹(\[¿¡]* [^\W_a-zß-öø-ÿ])  # what follows does not begin in lower case
    | [。！？]+ [」』）”’]*                                                # scripts that write no spaces
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"([^\s.]*(?:\.[^\s.]+)*)\.\Z")
_ABBREVIATION = re.compile(r"[^\W\d_]|.*\..*|[A-Z][^\W\d_]{1,2}|[0-9]{1,2}|Capt|Corp|Prof|Sept|Univ|Messrs?")
"""The last word of what is no sentence: an initial, a word with points in it, a capitalised word of up to three letters
(Mr, Dr, Gen, Jan), the number of a day. A sentence that ends so is not cut off from the next, which does no harm."""


def sentence_ends(text: str) -> list[int]:
    """Return the offsets behind the sentences of `text` (code points), in any script; the last one's is not told.

    Rather too few than too many: it is worse to cut a sentence than not to part two.

    >>> sentence_ends("Gen. Roe left. He had no choice (he said). Why?")
    [14, 42]
    """
    return [match.end() for match in _SENTENCE_END.finditer(text) if not _is_abbreviation(text, match.start())]


def _is_abbreviation(text: str, point: int) -> bool:
    """Whether the single point at `point` ends an abbreviation."""
    if text[point] != "." or text[point + 1 : point + 2] == ".":
        return False
    word = _LAST_WORD.search(text, max(0, point - 24), point + 1)
    return word is not None and _ABBREVIATION.fullmatch(word[1].lstrip("\"'“‘«„‹([")) is not None


_PARAGRAPH_END = re.compile(r"(?<=\S)\n\n")
_LINE_END = re.compile(r"(?<=\S)\n")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_WORD_BEGIN = re.compile(r"(?<=\s)(?=\S)")
_NOT_BLANK = re.compile(r"\S")


def passages(text: str, max_chars: int, overlap: int, heading: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each passage of `text`, in code points; none is longer than `max_chars`.

    The first `heading` code points are a heading, which is not parted from what follows where that can be helped.
    A passage begins at most `overlap` before the end of the one before, with a sentence or else a word.
    No passage begins or ends with white space, and none is empty. The caller sees to it that 0 <= overlap < max_chars.

    >>> [*passages("It rained. It poured. It ended.", 21, 11)]
    [(0, 21), (11, 31)]
    """
    cuts = _Cuts(text, heading)
    last = len(text.rstrip())
    starts = [cuts.start(0)]  # where the next passage may begin, the best first
    end = 0
    while starts[-1] < last:
        for start in starts:
            kind, cut = cuts.last(end, start + max_chars) if start + max_chars < last else (_Cuts.SENTENCE, last)
            if kind <= _Cuts.SENTENCE:
                break
        yield start, cut
        starts = [*cuts.overlapping(start, cut, overlap), cuts.start(cut)]
        end = cut


class _Cuts:
    """Where a text can be cut: the ends of paragraphs, of sentences and lines, of the heading, of words."""

    SENTENCE = 1

    def __init__(self, text: str, heading: int) -> None:
        self._text = text
        sentences = sorted({end for end in (*sentence_ends(text), *_starts(_LINE_END, text)) if end > heading})
        paragraphs = [end for end in _starts(_PARAGRAPH_END, text) if end > heading]
        self._ends = (paragraphs, sentences, [heading], _starts(_WORD_END, text))
        self._begins = ([self.start(end) for end in sentences], _starts(_WORD_BEGIN, text))

    def start(self, end: int) -> int:
        """Where the text goes on behind `end`."""
        found = _NOT_BLANK.search(self._text, end)
        return found.start() if found else len(self._text)

    def last(self, after: int, limit: int) -> tuple[int, int]:
        """The best kind of cut behind `after` and up to `limit` (0 the best, 4 for none), and the last of that kind."""
        for kind, ends in enumerate(self._ends):
            index = bisect_right(ends, limit) - 1
            if index >= 0 and ends[index] > after:
                return kind, ends[index]
        return len(self._ends), limit

    def overlapping(self, start: int, end: int, overlap: int) -> list[int]:
        """Where the passage behind that from `start` to `end` may begin before `end`: at a sentence, else a word."""
        earliest = max(start + 1, end - overlap)
        for begins in self._begins:
            index = bisect_left(begins, earliest)
            if index < len(begins) and begins[index] < end:
                return [begins[index]]
        return []


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


MAX_CHARS = 1500
OVERLAP = 200


class _OfArticle(TypedDict):
    source: str | None  # path or name of the dump
    headline: str | None
    authors: list[str]  # people and agencies
    published: str | None  # ISO 8601 date or date-time
    language: str | None  # BCP 47


class ChunkMetadata(_OfArticle):
    """Where a chunk comes from: article, section and place."""

    section_path: list[str]  # the headings that the chunk stands under, outermost first
    start: int  # of the chunk in the dump, in code points
    end: int
    index: int  # of the chunk in the article, from 0


class Chunk(TypedDict):
    """A piece of the story: the two arguments of a LangChain `Document`."""

    page_content: str
    metadata: ChunkMetadata


def to_chunks(article: Article, *, max_chars: int = MAX_CHARS, overlap: int = OVERLAP) -> list[Chunk]:
    """Return the text of the story, `article.text`, as pieces of at most `max_chars` code points.

    Where there is no story, headline and byline are the text. No piece reaches over the end of a section. A section
    that is too long is cut between paragraphs, a paragraph that is too long between sentences, and only a sentence
    that is too long between words or, without any, within one.
    Each further piece of a section begins with the end of the one before, up to `overlap` code points: whole sentences,
    or whole words where no sentence is that short. It begins with less where more would make it cut a sentence.

    Raises ValueError unless 0 <= overlap < max_chars.

    >>> from articleparse.tree import Body, Text
    >>> paragraph = Paragraph(Span(0, 20), (Text(Span(0, 20), "It rained. It ended."),))
    >>> article = Article(Span(0, 20), (Body(Span(0, 20), (Section(Span(0, 20), (paragraph,)),)),))
    >>> [chunk["page_content"] for chunk in to_chunks(article, max_chars=12, overlap=0)]
    ['It rained.', 'It ended.']
    """
    if not 0 <= overlap < max_chars:
        raise ValueError(f"0 <= overlap < max_chars must hold, but they are {overlap} and {max_chars}")
    chunks: list[Chunk] = []
    headline, published = article.headline, article.published
    whole: _OfArticle = {
        "source": article.meta.name,
        "headline": headline.text.strip() if headline is not None else None,
        "authors": [author.name for author in article.authors if author.name],
        "published": published.when if published is not None else None,
        "language": article.meta.language,
    }
    for section, path in _with_path(_sections(article)):
        text = section.text
        places = _Places(section, text)
        heading = len(section.heading.text.strip()) if section.heading is not None else 0
        for start, end in passages(text, max_chars, overlap, heading):
            span = places.span(start, end)
            metadata = ChunkMetadata(**whole, section_path=path, start=span.start, end=span.end, index=len(chunks))
            chunks.append({"page_content": text[start:end], "metadata": metadata})
    return chunks


def _sections(article: Article) -> tuple[Section, ...]:
    """The sections of the story; without a story, one of headline and byline."""
    if any(section.text for section in article.sections):
        return article.sections
    head = sorted((node for node in (article.headline, article.byline) if node is not None), key=lambda node: node.span)
    return (Section(article.span, tuple(Paragraph(node.span, node.children) for node in head)),)


def _with_path(sections: tuple[Section, ...]) -> Iterator[tuple[Section, list[str]]]:
    """Each section with the headings that it stands under, its own last. Level 0 is a plain line, below all others."""
    above: list[tuple[int, str]] = []
    for section in sections:
        if section.heading is not None:
            level = section.heading.level or 7
            above = [(rank, text) for rank, text in above if rank < level]
            above.append((level, section.heading.text.strip()))
        yield section, [text for _, text in above]


class _Places:
    """Where in the dump the text of a section comes from."""

    def __init__(self, section: Section, text: str) -> None:
        self._starts: list[int] = []  # of the words of each node, in the text
        self._nodes: list[tuple[Span, bool]] = []  # where they stand in the dump, and whether character by character
        position = 0
        for node in _read(section):
            words = node.text.strip()
            found = text.find(words, position) if words else -1
            if found < 0:
                continue
            marks = node.span.end - node.span.start - len(node.text)
            is_exact = not marks or isinstance(node, Code)  # whose marks are as long on both sides
            start = node.span.start + marks // 2 + node.text.index(words)
            self._starts.append(found)
            self._nodes.append((Span(start, start + len(words)) if is_exact else node.span, is_exact))
            position = found + len(words)

    def span(self, start: int, end: int) -> Span:
        """What `text[start:end]` was read from. A character reference is never cut."""
        if not self._starts:
            return Span(0, 0)
        return Span(self._at(start).start, self._at(end - 1).end)

    def _at(self, offset: int) -> Span:
        index = max(0, bisect_right(self._starts, offset) - 1)
        span, is_exact = self._nodes[index]
        if not is_exact:
            return span
        place = min(span.start + offset - self._starts[index], span.end - 1)
        return Span(place, place + 1)


def _read(section: Section) -> Iterator[Node]:
    """The nodes without children that `section.text` consists of, in order."""
    stack: list[Node] = [section]
    while stack:
        node = stack.pop()
        if not node.children:
            yield node
            continue
        children = [child for child in node.children if child.inline or child.flows]
        if isinstance(node, Paragraph) and node.pieces:
            children = [child for child in children if any(piece.covers(child.span) for piece in node.pieces)]
        stack.extend(reversed(children))


def _written(article: Article) -> str:
    return "\n".join(plain_json(chunk) for chunk in to_chunks(article))


_plain_text = partial(
    Format, loses_markup_of=MARKS | BLOCKS, extra_losses=lost.all_of(lost.outside_story, lost.more_headlines)
)
_BESIDE_STORY = FURNITURE | {
    *("kicker", "highlights", "timestamp_line", "author_bio", "correction", "copyright", "tags"),
    *("caption", "credit_line", "image", "pull_quote", "embed"),
}

TEXT = _plain_text(
    name="text",
    suffix=".txt",
    description="the story as plain text",
    write=to_text,
    omits=_BESIDE_STORY,
    losses="all but headline, decks, bylines and story, marks, targets of links, positions",
)
CHUNKS = _plain_text(
    name="chunks",
    suffix=".chunks.jsonl",
    description="the story in pieces for retrieval, a line of JSON each",
    write=_written,
    write_line=_written,
    omits=_BESIDE_STORY | {"deck"},
    losses="all but story, headline, names and date of publication, marks, targets of links",
)
