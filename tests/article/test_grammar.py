"""`article.lark`: the order that the parts of an article have, and what becomes of a part that stands elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token, UnexpectedInput
from lark.lexer import Lexer

from articleparse.article import adjust_roles
from articleparse.article.tokens import tokens
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.grammar import grammar_text
from articleparse.roles import FURNITURE, Judgement, Role
from articleparse.tree import unparse, walk
from articleparse.vocabulary import load_vocabulary
from tests.article.making import make
from tests.roles.blocks_by_hand import Page

KINDS = st.sampled_from(["line", "linked", "heading", "items", "rule"])

IN_ORDER = (
    "kicker headline deck byline timestamp paragraph",
    "timestamp byline kicker headline paragraph",
    "figure caption kicker headline figure kicker deck paragraph",
    "headline byline timestamp deck highlights tags caption credit paragraph crosshead figure paragraph",
    "headline question answer figure answer crosshead question paragraph answer",
    "headline paragraph byline author_bio correction tags timestamp copyright copyright figure",
    "navigation headline control kicker comments deck consent paragraph advertisement paragraph other copyright",
)

OUT_OF_ORDER = {
    "deck headline paragraph": "deck above the headline",
    "highlights headline paragraph": "highlights above the headline",
    "tags headline paragraph": "tags above the headline",
    "copyright headline paragraph": "copyright above the headline",
    "headline deck kicker paragraph": "kicker behind the first part beneath the headline",
    "headline kicker kicker paragraph": "kicker behind the first part beneath the headline",
    "headline author_bio byline paragraph": "author bio between headline and story",
    "headline correction paragraph": "correction between headline and story",
    "headline paragraph byline paragraph": "byline within the story",
    "headline paragraph timestamp crosshead paragraph": "timestamp line within the story",
    "paragraph headline paragraph": "headline within the story",
    "headline paragraph answer": "answer before any question",
    "headline question answer crosshead answer": "answer before any question",
    "headline paragraph deck": "deck behind the story",
    "paragraph headline": "headline behind the story",
    "headline paragraph copyright byline": "byline behind the copyright",
    "headline paragraph copyright author_bio": "author bio behind the copyright",
    "headline paragraph copyright tags copyright": "tags behind the copyright",
}


def page_of(roles: list[Role]) -> Page:
    """A page with a line for each role."""
    page = Page()
    for number, role in enumerate(roles):
        # A byline that names nobody and no day is none.
        page.line("3 May 2024" if role is Role.BYLINE else f"line {number}")
    return page


def read_roles(text: str) -> list[Role]:
    """The roles whose names stand in `text`."""
    return [Role(name) for name in text.split()]


def out_of_place(roles: list[Role]) -> list[str]:
    """What of an article with these roles is reported to stand out of place."""
    _, diagnostics = make(page_of(roles), roles)
    return [found.detail for found in diagnostics.sorted() if found.code == "AP106"]


class _NoLexer(Lexer):
    """Stands where Lark wants a lexer: the tokens are fed one by one."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        """Never asked for."""
        raise NotImplementedError


@cache
def strict() -> Lark:
    """The grammar without the rules for what is misplaced."""
    text = re.sub(r"^misplaced_\w+:.*\n", "", grammar_text("article"), flags=re.MULTILINE)
    text = re.sub(r"\s*\|(?: _\w+)? misplaced_\w+", "", text)
    return Lark(text, parser="lalr", lexer=_NoLexer, strict=True, maybe_placeholders=False)


def is_in_order(roles: list[Role]) -> bool:
    """Whether the strict grammar accepts a page with these roles, as the article stage adjusts them."""
    page, diagnostics = page_of(roles), Diagnostics()
    units, judgements = adjust_roles(
        page.units, [Judgement(role) for role in roles], FieldReader(load_vocabulary()), diagnostics
    )
    parser = strict().parse_interactive("")
    try:
        for token in tokens(units, judgements):
            parser.feed_token(Token(token.type, token.type))
        parser.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedInput:
        return False
    return True


def test_terminals() -> None:
    """The terminals of the grammar are the roles and the boundary tokens."""
    declared = re.findall(r"^%declare (.*)$", grammar_text("article"), re.MULTILINE)
    terminals = {name for line in declared for name in line.split()}
    assert terminals == {role.name for role in Role} | {"BODY_OPEN", "BODY_CLOSE", "RUN_END", "CUT"}


@pytest.mark.parametrize("text", IN_ORDER)
def test_in_order(text: str) -> None:
    """An article in order is what the strict rules accept, and nothing in it is out of place."""
    roles = read_roles(text)
    assert is_in_order(roles)
    assert out_of_place(roles) == []


@pytest.mark.parametrize("text", OUT_OF_ORDER)
def test_out_of_order(text: str) -> None:
    """A part that the strict rules refuse where it stands keeps its place, and is reported once, with that place."""
    roles = read_roles(text)
    assert not is_in_order(roles)
    assert out_of_place(roles) == [OUT_OF_ORDER[text]]
    article, _ = make(page_of(roles), roles)
    kind = OUT_OF_ORDER[text].partition(" ")[0]
    assert any(node.type.startswith(kind) for node in walk(article))


@pytest.mark.parametrize("role", sorted(FURNITURE))
def test_furniture_stands_anywhere(role: Role) -> None:
    """Between any two parts there may be furniture."""
    parts = read_roles("kicker headline kicker deck paragraph crosshead paragraph tags copyright")
    roles = [role, *itertools.chain.from_iterable((part, role) for part in parts)]
    assert out_of_place(roles) == []


def test_figures() -> None:
    """A figure is a picture with a caption and a credit in either order, each once; the next begins a new figure."""
    parts = "figure caption credit figure credit caption caption credit credit caption figure caption credit"
    roles = read_roles(f"headline paragraph {parts} paragraph")
    (section,) = make(page_of(roles), roles)[0].sections
    figures = [[child.type for child in node.children] for node in section.children if node.type == "figure"]
    assert figures == [
        ["paragraph", "caption", "credit_line"],
        ["paragraph", "credit_line", "caption"],
        ["caption", "credit_line"],
        ["credit_line", "caption"],
        ["paragraph", "caption", "credit_line"],
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(Role), max_size=12))
def test_all_that_is_refused_is_reported(roles: list[Role]) -> None:
    """Something is reported to be out of place exactly if the strict rules refuse the article."""
    assert bool(out_of_place(roles)) != is_in_order(roles)


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
