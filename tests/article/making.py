"""Articles of pages whose blocks have given roles."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.article import adjust_roles, build_article
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.roles import Judgement, Role
from articleparse.source import Source
from articleparse.tree import Article, Meta, validate
from articleparse.vocabulary import Vocabulary, load_vocabulary
from tests.roles.blocks_by_hand import Page


def make(page: Page, roles: Sequence[Role]) -> tuple[Article, Diagnostics]:
    """The article of the page when its blocks have these roles."""
    return make_judged(page.text, page.units, [Judgement(role) for role in roles])


def make_judged(
    text: str,
    units: Sequence[Unit],
    judgements: Sequence[Judgement],
    vocabulary: Vocabulary | None = None,
    language: str | None = None,
) -> tuple[Article, Diagnostics]:
    """The article of blocks that are judged like this; it keeps what every tree promises."""
    diagnostics = Diagnostics()
    reader = FieldReader(vocabulary or load_vocabulary(), language)
    blocks, adjusted = adjust_roles(units, judgements, reader, diagnostics)
    article = build_article(Source(text), blocks, adjusted, Meta(language), reader, diagnostics)
    assert validate(article) == []
    return article, diagnostics
