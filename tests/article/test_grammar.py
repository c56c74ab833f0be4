"""`article.lark` and its letters."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.article import build
from articleparse.article.letters import ZERO_WIDTH
from articleparse.diagnostics import Diagnostics
from articleparse.grammar import grammar_text
from articleparse.roles import Judgement, Role
from articleparse.source import Source
from articleparse.tree import Article, Meta, unparse, validate
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import Page

KINDS = st.sampled_from(["line", "linked", "heading", "items", "rule"])


def make(page: Page, roles: list[Role]) -> tuple[Article, Diagnostics]:
    """The article of the page when its blocks have these roles."""
    diagnostics = Diagnostics()
    article = build(
        Source(page.text), page.units, [Judgement(role) for role in roles], Meta(), diagnostics, load_vocabulary()
    )
    assert validate(article) == []
    return article, diagnostics


def test_alphabet() -> None:
    """The terminals of the grammar are the roles and the zero-width letters."""
    declared = re.findall(r"^%declare (.*)$", grammar_text("article"), re.MULTILINE)
    terminals = sorted(name for line in declared for name in line.split())
    assert terminals == sorted([*(role.name for role in Role), *(letter.type for letter in ZERO_WIDTH)])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(KINDS, st.sampled_from(Role)), max_size=14))
def test_every_sequence_of_roles_is_an_article(blocks: list[tuple[str, Role]]) -> None:
    """Whatever the roles and the kinds of the blocks are, the tree is well formed and nothing is lost."""
    page = Page()
    for number, (kind, _) in enumerate(blocks):
        text = f"block {number} of a page that goes on and on and on" + "." * (number % 3 == 0)
        if kind == "items":
            page.items(text, text)
        elif kind == "rule":
            page.rule()
        elif kind == "heading":
            page.heading(text, 1 + number % 6)
        else:
            page.line(text, linked=kind == "linked")
    article, _ = make(page, [role for _, role in blocks])
    assert unparse(article) == page.text
