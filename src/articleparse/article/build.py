"""From blocks and their roles to the article, by `article.lark`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from articleparse.article.letters import fitting, letters
from articleparse.article.nodes import Values, actions
from articleparse.article.signers import signed
from articleparse.article.unlist import unlisted
from articleparse.blocks import Unit
from articleparse.diagnostics import Diagnostics
from articleparse.fields.line import FieldReader
from articleparse.grammar import Parser, compile_grammar
from articleparse.roles import FURNITURE, Judgement, Role
from articleparse.source import Source, Span
from articleparse.tree import Article, Back, Body, Front, Meta, Node, Paragraph
from articleparse.vocabulary import Vocabulary


def build(
    source: Source,
    units: Sequence[Unit],
    roles: Sequence[Judgement],
    meta: Meta,
    diagnostics: Diagnostics,
    vocabulary: Vocabulary,
) -> Article:
    """The article that `units` make when each has its role; its spans cover the whole source.

    `vocabulary` has the words of all languages, and the language in `meta` says how dates are read where they differ.

    Findings about the article and its repairs (AP1xx, AP2xx) go to `diagnostics`; they are not yet in the article.
    """
    reader = FieldReader(vocabulary, meta.language)
    units, roles = unlisted(units, roles, reader)
    fitted = signed(units, fitting(units, [judgement.role for judgement in roles], reader), reader)
    confidences = [judgement.confidence for judgement in roles]
    front, body, back = _parser().parse(letters(units, fitted, confidences), reader)
    start, end = (body[0].span.start, body[-1].span.end) if body else (len(source.text), len(source.text))
    children = (
        Front(Span(0, start), tuple(front)),
        Body(Span(start, end), tuple(body)),
        Back(Span(end, len(source.text)), tuple(back)),
    )
    article = Article(Span(0, len(source.text)), children, meta, source=source.text)
    _report_lacks(article, diagnostics)
    _report_cuts(body, diagnostics)
    _report_repetition(units, fitted, diagnostics)
    return article


@cache
def _parser() -> Parser:
    return compile_grammar("article", actions(_three_parts), has_context=True)


def _three_parts(values: Values) -> Values:
    return values


_UNCERTAIN = 0.5
"""A headline below this confidence is wrong more often than right: that is what the figure was fitted to mean."""


def _report_lacks(article: Article, diagnostics: Diagnostics) -> None:
    """Report a headline that is missing or uncertain, and a body that is missing."""
    headline = article.headline
    if headline is None:
        diagnostics.add("AP101" if article.sections else "AP105", 0, 0)
    elif not article.sections:
        diagnostics.add("AP102", 0, 0)
    if headline is not None and headline.confidence is not None and headline.confidence < _UNCERTAIN:
        diagnostics.add("AP104", *headline.span, f"{headline.confidence:.0%} sure")


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
    text = _comparable(headline)
    length = headline.span.end - headline.span.start
    for unit, role in zip(units, roles, strict=True):
        start, end = unit.node.span
        # Only a block of about the headline's length is worth a look at its text.
        if abs(end - start - length) < _MARKS and role in FURNITURE and _comparable(unit.node) == text:
            diagnostics.add("AP103", start, end)


_MARKS = 20
"""Characters of marks by which two spans of the same text can differ."""


def _comparable(node: Node) -> str:
    return " ".join(node.text.casefold().split())
