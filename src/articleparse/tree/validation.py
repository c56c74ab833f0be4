"""Is a tree well formed? Every test asks, and so can every user who builds trees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.tree.article import Article, Back, Body, Front, source_of
from articleparse.tree.base import Node
from articleparse.tree.blocks import Quotation, Row, Section, Table
from articleparse.tree.content_model import ALLOWED
from articleparse.tree.furniture import Furniture
from articleparse.tree.traverse import BLANKS, leaves

WORDLESS = (Article, Front, Body, Back, Section, Quotation, Table, Row, Furniture)
"""Nodes that hold no letter or digit but in their children: a word there would be a word that is lost."""

_WORD = re.compile(r"[^\W_]")


def validate(article: Article) -> list[str]:
    """What is wrong with the tree, a sentence each; an empty list for a well-formed one.

    Checks that spans lie within the source and within their parent's, that siblings are in order and
    don't overlap, that every child is allowed where it stands, and, where the source is there, that the leaves
    tile it and no word of it falls between the nodes.
    """
    length = len(article.source) if article.source is not None else article.span.end
    found = [] if article.span == (0, length) else [f"article covers {article.span}, the source is {length} long"]
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        found += _problems_of_children(node)
        stack.extend(node.children)
    if not found and article.source is not None:
        found += _problems_of_leaves(article)
    return found


def _problems_of_children(node: Node) -> Iterator[str]:
    position = node.span.start
    allowed = ALLOWED.get(type(node), ())
    if node.span.start > node.span.end:
        yield f"{node.type} {node.span} ends before it starts"
    for child in node.children:
        where = f"{child.type} {child.span} in {node.type} {node.span}"
        if not isinstance(child, allowed):
            yield f"{where} is not allowed there"
        if not node.span.covers(child.span):
            yield f"{where} sticks out"
        if child.span.start < position:
            yield f"{where} overlaps or precedes the node before it"
        position = child.span.end


def _problems_of_leaves(article: Article) -> Iterator[str]:
    source = source_of(article)
    position = 0
    for leaf in leaves(article):
        if leaf.span.start != position:
            yield f"leaf {leaf.span} does not begin at {position}"
        position = leaf.span.end
        if leaf.kind != "space" and isinstance(leaf.owner, WORDLESS) and _WORD.search(leaf.span.of(source)):
            yield f"{leaf.span.of(source).strip(BLANKS)!r} is lost between the nodes of {leaf.owner.type}"
    if position != len(source):
        yield f"the leaves end at {position}, the source at {len(source)}"
