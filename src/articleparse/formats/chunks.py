"""An article as pieces of text for retrieval, in the shape of LangChain's documents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypedDict

from articleparse.formats.passages import passages
from articleparse.source import Span
from articleparse.tree import Article, Code, Node, Paragraph, Section

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
    """The text of the story, `article.text`, as pieces of at most `max_chars` code points.

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
