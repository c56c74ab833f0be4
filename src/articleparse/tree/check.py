"""Is a tree well formed? Every test asks, and so can every user who builds trees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.tree import blocks, fields, front, furniture, inline
from articleparse.tree.article import Article, Back, Body, Front
from articleparse.tree.base import Node
from articleparse.tree.leaves import BLANKS, leaves, source_of

INLINE = (
    inline.Text,
    inline.Code,
    inline.LineBreak,
    inline.Image,
    inline.Strong,
    inline.Emphasis,
    inline.Strikethrough,
)
FIELDS = (fields.Author, fields.Timestamp, fields.Credit, fields.Dateline)
LINE = (*INLINE, inline.Link, *FIELDS)
RAW = (
    blocks.Heading,
    blocks.Paragraph,
    blocks.ItemList,
    blocks.Quotation,
    blocks.Table,
    blocks.CodeBlock,
    blocks.Separator,
)
"""Blocks as the syntax tells them."""

FRONT = (
    front.Kicker,
    front.Headline,
    front.Deck,
    front.Highlights,
    front.Byline,
    front.TimestampLine,
    front.AuthorBio,
    front.Correction,
    front.Copyright,
    front.Tags,
)
PICTURE = (blocks.Figure, blocks.Caption, blocks.CreditLine)
BOXES = (blocks.PullQuote, blocks.Embed, blocks.FactBox, blocks.LiveEntry, blocks.Question, blocks.Answer)
FURNITURE = (  # not __subclasses__(), which also lists the classes that attrs replaced by slotted ones
    furniture.Related,
    furniture.Promotion,
    furniture.Control,
    furniture.Navigation,
    furniture.Advertisement,
    furniture.Comments,
    furniture.Consent,
    furniture.UnknownFurniture,
)
ANYWHERE = (*RAW, *FRONT, *PICTURE, *BOXES, furniture.Furniture)

ALLOWED: dict[type[Node], tuple[type[Node], ...]] = {
    Article: (Front, Body, Back),
    Front: ANYWHERE,
    Body: (blocks.Section,),
    Back: ANYWHERE,
    blocks.Section: ANYWHERE,
    blocks.Heading: LINE,
    blocks.Paragraph: (*LINE, *ANYWHERE),  # blocks only between the pieces of a paragraph cut in two
    blocks.ItemList: (blocks.Item,),
    blocks.Item: (*LINE, *RAW),
    blocks.Quotation: ANYWHERE,
    blocks.Table: (blocks.Row,),
    blocks.Row: (blocks.Cell,),
    blocks.Cell: LINE,
    blocks.Figure: ANYWHERE,
    **dict.fromkeys((*FRONT, blocks.CreditLine), (*LINE, *RAW)),
    blocks.Caption: (*LINE, *RAW, furniture.Control),  # "click to enlarge" within the line
    **dict.fromkeys(BOXES, (*LINE, *ANYWHERE)),
    **dict.fromkeys(FURNITURE, ANYWHERE),
    **dict.fromkeys((inline.Strong, inline.Emphasis, inline.Strikethrough, inline.Link, *FIELDS), LINE),
    **dict.fromkeys((inline.Text, inline.Code, inline.LineBreak, inline.Image, blocks.CodeBlock, blocks.Separator), ()),
}
"""Which classes may stand directly within which. Its keys are all the classes that a tree is made of."""

NODE_TYPES = {kind.type: kind for kind in ALLOWED}
"""Every class of node by its `type`, its name in JSON and XML."""

WORDLESS = (Article, Front, Body, Back, blocks.Section, blocks.Quotation, blocks.Table, blocks.Row, furniture.Furniture)
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
