"""Real dumps, where there are any."""

from __future__ import annotations

import pytest

import articleparse as ap
from tests.support.corpus import DIALECTS, dumps, needs_corpus


@needs_corpus
@pytest.mark.parametrize("dialect", DIALECTS)
def test_promises(dialect: str) -> None:
    """Every dump becomes a well-formed tree that gives the dump back, and comes back from JSON and XML as it was."""
    broken = []
    for path in dumps(dialect):
        article = ap.parse_file(path)
        promises = {
            "well formed": ap.validate(article) == [],
            "lossless": ap.unparse(article).encode(article.meta.encoding or "utf-8") == path.read_bytes(),
            "JSON": ap.from_json(ap.to_json(article)) == article,
            "XML": ap.from_xml(ap.to_xml(article)) == article,
        }
        broken += [(path.name, name) for name, kept in promises.items() if not kept]
    assert broken == []
