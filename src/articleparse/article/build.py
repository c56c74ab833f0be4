"""From blocks and their roles to the article, by `article.lark`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from articleparse.article.nodes import Context, actions
from articleparse.article.tokens import tokens
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.grammar import Parser, compile_grammar
from articleparse.roles import FURNITURE, Judgement, Role
from articleparse.source import Source, Span
from articleparse.tree import Article, Back, Body, Byline, Front, Headline, Meta, Node, PageKind, Paragraph


def build_article(
    source: Source,
    units: Sequence[Unit],
    judgements: Sequence[Judgement],
    meta: Meta,
    reader: FieldReader,
    diagnostics: Diagnostics,
) -> Article:
    """Return the article that the blocks make when each has its role; its spans cover the whole source.

    `units` and `judgements` are those that `adjust_roles` returned, and `reader` reads the fields of their lines.
    Findings about the article and its repairs (AP1xx, AP2xx) go to `diagnostics`; they are not yet in the article.
    """
    front, body, back = _parser().parse(tokens(units, judgements), Context(reader, diagnostics))
    start, end = (body[0].span.start, body[-1].span.end) if body else (len(source.text), len(source.text))
    children = (Front(Span(0, start), front), Body(Span(start, end), body), Back(Span(end, len(source.text)), back))
    article = Article(Span(0, len(source.text)), children, meta, source=source.text)
    headline = next(
        (node for node in chain(front, *(section.children for section in body), back) if node.__class__ is Headline),
        None,
    )
    _report_lacks(headline, body, diagnostics)
    if headline is not None or body:
        _report_kind(meta, diagnostics)
    _report_uncertain(headline, article.byline, diagnostics)
    _report_cuts(body, diagnostics)
    _report_repetition(units, [judgement.role for judgement in judgements], diagnostics)
    return article


@cache
def _parser() -> Parser:
    return compile_grammar("article", actions(), has_context=True)


_UNCERTAIN = 0.5
"""What is below this confidence is wrong more often than right: that is what the figure was fitted to mean."""

_STORIES = frozenset({PageKind.ARTICLE, PageKind.LIVE, PageKind.INTERVIEW, PageKind.GALLERY})
"""The kinds of pages that tell one story."""


def _report_kind(meta: Meta, diagnostics: Diagnostics) -> None:
    if meta.kind is not None and meta.kind not in _STORIES and meta.kind_confidence >= _UNCERTAIN:
        diagnostics.add("AP108", 0, 0, f"{meta.kind}, {meta.kind_confidence:.0%} sure")


def _report_lacks(headline: Headline | None, sections: Sequence[Node], diagnostics: Diagnostics) -> None:
    """Report a headline and a body that are missing."""
    if headline is None:
        diagnostics.add("AP101" if sections else "AP105", 0, 0)
    elif not sections:
        diagnostics.add("AP102", 0, 0)


def _report_uncertain(headline: Headline | None, byline: Byline | None, diagnostics: Diagnostics) -> None:
    """Report a headline and authors that are more likely wrong than right."""
    for code, node in (("AP104", headline), ("AP109", byline if byline is not None and any(byline.authors) else None)):
        if node is not None and node.confidence is not None and node.confidence < _UNCERTAIN:
            diagnostics.add(code, *node.span, f"{node.confidence:.0%} sure")


def _report_cuts(sections: Sequence[Node], diagnostics: Diagnostics) -> None:
    for section in sections:
        for node in section.children:
            if isinstance(node, Paragraph):
                for piece in node.pieces[1:]:
                    diagnostics.add("AP201", *piece)


def _report_repetition(units: Sequence[Unit], roles: Sequence[Role], diagnostics: Diagnostics) -> None:
    """Report furniture whose text is the headline's."""
    if Role.HEADLINE not in roles:
        return
    headline = units[roles.index(Role.HEADLINE)].node
    text = _comparable(headline.text)
    length = headline.span.end - headline.span.start
    for unit, role in zip(units, roles, strict=True):
        start, end = unit.node.span
        # Only a block of about the headline's length is worth a look at its text.
        if abs(end - start - length) < _MARK_CHARS and role in FURNITURE and _says(unit.node, text):
            diagnostics.add("AP103", start, end)


_MARK_CHARS = 20
"""Characters of marks by which two spans of the same text can differ."""


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split())


def _says(node: Node, text: str) -> bool:
    """Whether the text of the node is `text`, which is comparable. Nearly all differ in their first character."""
    own = node.text
    return own.lstrip()[:1].casefold()[:1] == text[:1] and _comparable(own) == text
