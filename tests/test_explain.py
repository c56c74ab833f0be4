"""A reading explains the article that it has: what it says of each block is what the tree has there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import articleparse as ap
from articleparse import dialect
from articleparse.roles import Explanation, Role
from articleparse.source import Span
from articleparse.tree import Article, Headline, Node, find
from articleparse.vocabulary import Row
from tests.roles.blocks_by_hand import PROSE
from tests.support.corpus import DIALECTS, dumps, needs_corpus

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "dialects").glob("*.txt"))

TYPES = {
    Role.TIMESTAMP: "timestamp_line",
    Role.CREDIT: "credit_line",
    Role.CROSSHEAD: "heading",
    Role.LIST: "item_list",
    Role.CODE: "code_block",
    Role.OTHER: "unknown_furniture",
}
"""The types of the nodes of roles that are called by another name."""

STORY = f"# The bridge stays closed\n\nBy Ada Poole\n\n{PROSE[0]}\n\n{PROSE[1]}\n"


def around(article: Article, span: Span) -> Iterator[Node]:
    """The nodes around the block at `span` from the outside in, with those that begin with it."""
    node: Node | None = article
    while node is not None:
        yield node
        node = next((part for part in node.children if part.span.start <= span.start < part.span.end), None)


def disagreements(reading: ap.Reading) -> list[tuple[Span, Role]]:
    """The blocks that the tree has as something else than the explanation says."""
    wrong = []
    explained = reading.explain()
    assert [found.role for found in explained] == [judgement.role for judgement in reading.judgements]
    for found in explained:
        types = {node.type for node in around(reading.article, found.span)}
        if found.role is Role.HEADLINE:  # a kicker on the same line is a node of its own
            types.update(node.type for node in find(reading.article, Headline) if node.span.end == found.span.end)
        if TYPES.get(found.role, found.role.value) not in types:
            wrong.append((found.span, found.role))
    return wrong


def changes(text: str) -> list[tuple[str, str, str]]:
    """The path's role, the role and the reason, of blocks whose role was changed."""
    found: tuple[Explanation, ...] = ap.read(text).explain()
    return [(str(one.path_role), str(one.role), one.reason) for one in found if one.path_role is not None]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_dialects(path: Path) -> None:
    """Explanation and tree agree on each block of each converter's dump."""
    assert disagreements(ap.read(path.read_bytes())) == []


@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_corpus(dialect: str) -> None:
    """Explanation and tree agree on each block of real dumps."""
    assert {path.name: found for path in dumps(dialect) if (found := disagreements(ap.read(path.read_bytes())))} == {}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (STORY + "\nText: John Roe\n", ("byline", "other", "another line signs the story")),
        (STORY + "\nBy John Roe, 3 May 2024\n", ("byline", "timestamp", "another line signs the story")),
    ],
)
def test_changes(text: str, change: tuple[str, str, str]) -> None:
    """A changed role has the role of the best path and a reason with it, and the tree has the new one."""
    assert changes(text) == [change]
    assert disagreements(ap.read(text)) == []


def test_list_of_captions() -> None:
    """Each item of a list of captions is explained, by the evidence for the list."""
    text = f"{STORY}\n- The bridge at night (Photo: EPA)\n- The old ferry (Photo: Jane Doe)\n\n{PROSE[2]}\n"
    reading = ap.read(text)
    spans = [found.span.of(text) for found in reading.explain() if found.role is Role.CAPTION]
    assert spans == [caption.span.of(text) for caption in reading.article.captions]
    assert len(spans) == 2


def test_own_words_explain() -> None:
    """A reading explains with the words that it was read with."""
    own = ap.Options(vocabulary=(Row("en", "control.print", "Quux!", "line", "U"),))
    reading = ap.read(STORY + "\nQuux!\n", options=own)
    assert "cue=control.print" in {item.feature for item in reading.explain()[-1].evidence}


def test_forms() -> None:
    """Text and its bytes are read alike, and the article is the one that `parse` returns."""
    assert ap.read(STORY).article == ap.parse(STORY)
    assert ap.read(STORY.encode(), name="story.txt").article == ap.parse_bytes(STORY.encode(), name="story.txt")
    assert ap.read("").explain() == ()


def test_wrong_type() -> None:
    """What is neither text nor bytes is refused."""
    with pytest.raises(TypeError, match="not NoneType"):
        ap.read(None)  # type: ignore[arg-type]


def test_unknown_dialect() -> None:
    """An unknown dialect is refused where the options are made, with the names that are near."""
    with pytest.raises(ValueError, match="did you mean html2text"):
        ap.Options(dialect="html2txt")
    with pytest.raises(ValueError, match="known are") as caught:
        ap.Options(dialect="quux")
    assert all(name in str(caught.value) for name in dialect.DIALECTS)
