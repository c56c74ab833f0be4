"""Which nodes there are, and which may stand within which.

JSON Schema, RELAX NG and the readers of both formats are made from this table.
"""

from __future__ import annotations

from articleparse.tree import blocks, furniture, inline
from articleparse.tree.article import Article, Back, Body, Front
from articleparse.tree.base import Node

INLINE = (
    inline.Text,
    inline.Code,
    inline.LineBreak,
    inline.Image,
    inline.Strong,
    inline.Emphasis,
    inline.Strikethrough,
)
FIELDS = (inline.Author, inline.Timestamp, inline.Credit, inline.Dateline)
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
    blocks.Kicker,
    blocks.Headline,
    blocks.Deck,
    blocks.Highlights,
    blocks.Byline,
    blocks.TimestampLine,
    blocks.AuthorBio,
    blocks.Correction,
    blocks.Copyright,
    blocks.Tags,
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
