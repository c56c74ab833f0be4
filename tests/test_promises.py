"""What holds for every input whatever."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse.strategies import articles, assert_parses, dumps, malformed, sources
from tests.support.formats import USABLE
from tests.support.processes import run_python
from tests.support.soup import anything, dialects, soup

pages = dumps(articles(max_blocks=3, max_sentences=2))
snippets = sources()
texts = st.one_of(anything, soup, snippets, malformed(snippets), pages)


@given(texts, dialects)
@example("", None)
@example("\ufeff", None)
@example("()\n\n(Symbolbild)", "unknown")
def test_text(text: str, dialect: str | None) -> None:
    """Every promise is kept for every text, read in whatever dialect."""
    assert_parses(text, options=ap.Options(dialect=dialect))


@given(malformed(pages))
def test_malformed(text: str) -> None:
    """And for every page, however it is broken."""
    assert_parses(text)


@given(st.binary(max_size=200) | malformed(snippets).map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_bytes(data: bytes) -> None:
    """All bytes are an article, whatever their encoding."""
    assert_parses(data)


@given(articles())
def test_drawn_articles(article: ap.Article) -> None:
    """A drawn article is well formed and comes back from JSON and XML, with its source."""
    assert ap.validate(article) == []
    assert ap.unparse(article) == article.source
    for there, back in ((ap.to_json, ap.from_json), (ap.to_xml, ap.from_xml)):
        returned = back(there(article))
        assert (returned, returned.source) == (article, article.source)


@settings(max_examples=settings().max_examples // 5)  # it writes every format
@given(sources("article") | pages)
def test_every_format(text: str) -> None:
    """Every format writes every article, and views of it never raise."""
    article = ap.parse(text)
    for entry in USABLE.values():
        assert isinstance(entry.write(article), (str, bytes))
        if entry.write_line is not None:
            assert entry.name in ("csv", "chunks") or "\n" not in entry.write_line(article)


@given(snippets, snippets, dialects)
def test_pure(text: str, other: str, dialect: str | None) -> None:
    """The same text gives the same article, whatever is read in between, and options stay as they were."""
    options = ap.Options(dialect=dialect)
    before = attrs.asdict(options)
    first = ap.parse(text, options=options)
    ap.parse(other, options=options)
    assert ap.parse(text, options=options) == first
    assert attrs.asdict(options) == before


PARSE = """
import sys, articleparse
for text in sys.stdin.buffer.read().decode("utf-8", "surrogatepass").split("\\0"):
    print(articleparse.to_json(articleparse.parse(text)))
"""


def test_every_process_gives_the_same_bytes() -> None:
    """Whatever the seed of Python's hashes is, equal texts give equal bytes of JSON."""
    drawn: list[str] = []

    @settings(max_examples=40, database=None, phases=[Phase.generate])
    @given(texts)
    def draw(text: str) -> None:
        drawn.append(text.replace("\0", ""))

    draw()
    given_ = "\0".join(drawn).encode("utf-8", "surrogatepass")
    written = set()
    for seed in ("0", "1", "random"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8:surrogatepass"}
        written.add(run_python("-c", PARSE, data=given_, env=environment).stdout)
    assert len(written) == 1
    assert written.pop().count(b"\n") == len(drawn)


@pytest.mark.parametrize("wrong", [b"bytes", None, 3])
def test_wrong_type(wrong: object) -> None:
    """Only an argument of the wrong type raises."""
    with pytest.raises(TypeError):
        ap.parse(wrong)  # type: ignore[arg-type]
