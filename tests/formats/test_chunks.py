"""Articles in pieces for retrieval."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse import strategies
from articleparse.formats.text import passages, sentence_ends, to_chunks
from articleparse.strategies import sources
from articleparse.tree import Article, Caption, Heading, Headline, Navigation, Paragraph, Section
from tests.support.corpus import DIALECTS, dumps, needs_corpus
from tests.support.pages import n, page
from tests.support.trees import articles

SENTENCES = "It rained on Tuesday. “Why?” asked Gen. Roe. Nobody knew 12. May 3.5 times. 市議会。工事だ。"
texts = st.lists(
    st.sampled_from([*SENTENCES.split(" "), "\n", "\n\n", " ", "x" * 30, "本" * 9, "1."]), max_size=60
).map(" ".join)
pages = strategies.dumps(strategies.articles())
sizes = st.integers(1, 60).flatmap(lambda most: st.tuples(st.just(most), st.integers(0, most - 1)))


def words(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


@given(texts, sizes, st.integers(0, 20))
@settings(max_examples=300)
def test_passages(text: str, size: tuple[int, int], heading: int) -> None:
    """Passages cover the text, none is too long or empty, and none shares more with the one before than it may."""
    most, overlap = size
    covered = 0
    for start, end in passages(text, most, overlap, len(text[:heading].rstrip())):
        assert 0 < end - start <= most
        assert text[start:end] == text[start:end].strip()
        assert not text[covered:start].strip()
        assert covered - overlap <= start
        assert end > covered
        covered = end
    assert not text[covered:].strip()


@given(texts, sizes)
@settings(max_examples=300)
def test_sentences_are_cut_only_where_they_must(text: str, size: tuple[int, int]) -> None:
    """A passage ends within a sentence only where no sentence ends in the room that it has."""
    most, overlap = size
    ends = [*sentence_ends(text), *(match.start() for match in re.finditer(r"(?<=\S)\n", text)), len(text.rstrip())]
    covered = 0
    for _, end in passages(text, most, overlap):
        room = covered + len(text[covered:]) - len(text[covered:].lstrip())
        assert end in ends or not any(covered < place <= room + most for place in ends)
        covered = end


@given(st.one_of(articles(), sources("article").map(ap.parse)), sizes)
@settings(max_examples=60)
def test_chunks_cover_the_text(article: Article, size: tuple[int, int]) -> None:
    """Every word of the story is in a chunk, and every chunk comes from where it says."""
    most, overlap = size
    chunks = to_chunks(article, max_chars=most, overlap=0)
    if article.text:
        assert words("".join(chunk["page_content"] for chunk in chunks)) == words(article.text)
    for chunk in to_chunks(article, max_chars=most, overlap=overlap):
        assert 0 < len(chunk["page_content"]) <= most
        assert 0 <= chunk["metadata"]["start"] <= chunk["metadata"]["end"] <= article.span.end


def test_places_in_the_dump() -> None:
    """A chunk's place in the dump is exact to the character, marks around its words left out."""
    source = (
        "# Rain\n\nBy Jo Roe\n\n"
        + "**It rained** &amp; it [poured](#) on Tuesday in all of the town. " * 9
        + "The end came."
    )
    article = ap.parse(source)
    chunks = to_chunks(article, max_chars=120, overlap=0)
    found = [source[chunk["metadata"]["start"] : chunk["metadata"]["end"]] for chunk in chunks]
    assert found[0].startswith("It rained** &amp; it [poured")
    assert found[-1].endswith("The end came.")
    assert all(text.endswith((".", "town.")) for text in found)


def test_places_of_code() -> None:
    """A chunk that begins with code begins behind its mark, and one that ends with code ends before it."""
    source = (
        "# Rain\n\nBy Jo Roe\n\n"
        + "It rained on Tuesday in all of the town and the `rain.fall` program was called again. " * 9
    )
    found = []
    for chunk in to_chunks(ap.parse(source), max_chars=60, overlap=10):
        place = source[chunk["metadata"]["start"] : chunk["metadata"]["end"]]
        found.append(place)
        assert place.replace("`", "") == chunk["page_content"]
    assert any(place.startswith("rain.fall`") for place in found)
    assert any(place.endswith("`rain.fall") for place in found)
    assert not any(place.startswith("`") or place.endswith("`") for place in found)


def test_metadata() -> None:
    """A chunk knows its article, the headings above it and its number; captions and furniture are in none."""
    article = page(
        front=[n(Headline, "Rain")],
        body=[
            n(Section, n(Paragraph, "a"), n(Caption, "b")),
            n(Section, n(Heading, "C", level=2), n(Paragraph, "d"), level=2),
            n(Section, n(Heading, "E", level=3), n(Navigation, n(Paragraph, "f")), n(Paragraph, "g"), level=3),
            n(Section, n(Heading, "H", level=2), n(Paragraph, "i"), level=2),
        ],
    )
    chunks = to_chunks(article)
    assert [chunk["page_content"] for chunk in chunks] == ["a", "C\n\nd", "E\n\ng", "H\n\ni"]
    assert [chunk["metadata"]["section_path"] for chunk in chunks] == [[], ["C"], ["C", "E"], ["H"]]
    assert [chunk["metadata"]["index"] for chunk in chunks] == [0, 1, 2, 3]
    assert {chunk["metadata"]["headline"] for chunk in chunks} == {"Rain"}


def test_without_a_story() -> None:
    """Of an article without a story, the headline is the text; of an empty one there is none."""
    assert [chunk["page_content"] for chunk in to_chunks(page(front=[n(Headline, "Rain")]))] == ["Rain"]
    assert to_chunks(page()) == []


def test_headings_stay_with_their_text() -> None:
    """A heading is not left alone at the end of a chunk, though a paragraph ends there."""
    article = page(body=[n(Section, n(Heading, "Costs"), n(Paragraph, "It is dear. " + "Very " * 5 + "dear."))])
    assert to_chunks(article, max_chars=30, overlap=0)[0]["page_content"] == "Costs\n\nIt is dear."


def test_overlap_gives_way() -> None:
    """A chunk begins with less of the one before where with more it would have to cut a sentence."""
    text = "One two three. Four five six. Seven eight nine ten eleven."
    assert [text[start:end] for start, end in passages(text, 30, 15)] == [
        "One two three. Four five six.",
        "Seven eight nine ten eleven.",
    ]
    assert [text[start:end] for start, end in passages(text, 45, 15)] == [
        "One two three. Four five six.",
        "Four five six. Seven eight nine ten eleven.",
    ]


@pytest.mark.parametrize(("most", "overlap"), [(0, 0), (5, 5), (5, -1), (-1, -2)])
def test_sizes(most: int, overlap: int) -> None:
    """An overlap as long as the chunk would never end."""
    with pytest.raises(ValueError, match="overlap < max_chars"):
        to_chunks(page(), max_chars=most, overlap=overlap)


CUTS = {
    "It rained. It poured.": ["It rained.", "It poured."],
    "Gen. Roe met U.S. troops on Jan. 3. They left.": ["Gen. Roe met U.S. troops on Jan. 3. They left."],
    "Am 3. März. Dann kam Regen.": ["Am 3. März.", "Dann kam Regen."],
    "He said: “No!” Then he left…  She stayed.": ["He said: “No!”", "Then he left…", "She stayed."],
    "終わり。次へ「はい。」どうぞ": ["終わり。", "次へ「はい。」", "どうぞ"],
    "He left. (So did she.) And?": ["He left.", "(So did she.)", "And?"],
    "3.5 percent, i.e. much. ¿Qué?": ["3.5 percent, i.e. much.", "¿Qué?"],
}


@pytest.mark.parametrize(("text", "expected"), CUTS.items())
def test_sentence_ends(text: str, expected: list[str]) -> None:
    """Sentences end where the next one begins; abbreviations and numbers of days end none."""
    ends = [0, *sentence_ends(text), len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(ends)]
    assert [part for part in parts if part] == expected


@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_real_dumps(dialect: str) -> None:
    """The words at both ends of a chunk are the words at both ends of its place in the dump."""
    for path in dumps(dialect)[::8]:
        article = ap.parse_file(path)
        for chunk in to_chunks(article, max_chars=400, overlap=80):
            place = (article.source or "")[chunk["metadata"]["start"] : chunk["metadata"]["end"]]
            assert place[:1] == chunk["page_content"][:1] or place.startswith("&")
            assert place[-1:] == chunk["page_content"][-1:] or place.endswith(";")
