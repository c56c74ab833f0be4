"""The typed tree of an article: frozen data, ways through it, and a check that it is well formed."""

from articleparse.tree.article import Article, Back, Body, Front, Meta, PageKind, source_of
from articleparse.tree.base import Block, Branch, Node, TreeError, find, first, walk
from articleparse.tree.blocks import (
    Answer,
    AuthorBio,
    Byline,
    Caption,
    Cell,
    CodeBlock,
    Copyright,
    Correction,
    CreditLine,
    Deck,
    Embed,
    FactBox,
    Figure,
    Heading,
    Headline,
    Highlights,
    Item,
    ItemList,
    Kicker,
    LiveEntry,
    Paragraph,
    PullQuote,
    Question,
    Quotation,
    Row,
    Section,
    Separator,
    Table,
    Tags,
    TimestampLine,
)
from articleparse.tree.content_model import ALLOWED, NODE_TYPES
from articleparse.tree.furniture import (
    Advertisement,
    Comments,
    Consent,
    Control,
    Furniture,
    Navigation,
    Promotion,
    Related,
    UnknownFurniture,
)
from articleparse.tree.inline import (
    Author,
    Code,
    Credit,
    Dateline,
    Emphasis,
    Image,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    Text,
    Timestamp,
)
from articleparse.tree.traverse import BLANKS, Leaf, Visitor, leaves, rebuild, resolve_links, unparse
from articleparse.tree.validation import validate

__all__ = [
    "ALLOWED", "BLANKS", "NODE_TYPES", "Advertisement", "Answer", "Article", "Author", "AuthorBio", "Back", "Block",
    "Body", "Branch", "Byline", "Caption", "Cell", "Code", "CodeBlock", "Comments", "Consent", "Control", "Copyright",
    "Correction", "Credit", "CreditLine", "Dateline", "Deck", "Embed", "Emphasis", "FactBox", "Figure", "Front",
    "Furniture", "Heading", "Headline", "Highlights", "Image", "Item", "ItemList", "Kicker", "Leaf", "LineBreak",
    "Link", "LiveEntry", "Meta", "Navigation", "Node", "PageKind", "Paragraph", "Promotion", "PullQuote", "Question",
    "Quotation", "Related", "Row", "Section", "Separator", "Strikethrough", "Strong", "Table", "Tags", "Text",
    "Timestamp", "TimestampLine", "TreeError", "UnknownFurniture", "Visitor", "find", "first", "leaves", "rebuild",
    "resolve_links", "source_of", "unparse", "validate", "walk",
]  # fmt: skip
