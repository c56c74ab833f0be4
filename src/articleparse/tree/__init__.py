"""The typed tree of an article: frozen data, ways through it, and a check that it is well formed."""

from articleparse.tree.article import Article, Back, Body, Front, Meta
from articleparse.tree.base import Branch, Judged, Node
from articleparse.tree.blocks import (
    Answer,
    Caption,
    Cell,
    CodeBlock,
    Credits,
    Embed,
    FactBox,
    Figure,
    Heading,
    Item,
    ItemList,
    LiveEntry,
    Paragraph,
    PullQuote,
    Question,
    Quotation,
    Row,
    Section,
    Separator,
    Table,
)
from articleparse.tree.check import ALLOWED, NODE_TYPES, problems
from articleparse.tree.fields import Author, Credit, Dateline, Timestamp
from articleparse.tree.front import (
    AuthorBio,
    Byline,
    Copyright,
    Correction,
    Deck,
    Headline,
    Highlights,
    Kicker,
    Tags,
    Timestamps,
)
from articleparse.tree.furniture import (
    Advertisement,
    Comments,
    Consent,
    Control,
    Furniture,
    Navigation,
    Other,
    Promotion,
    Related,
)
from articleparse.tree.inline import Code, Deleted, Emphasis, Image, LineBreak, Link, Strong, Text
from articleparse.tree.leaves import BLANKS, Leaf, leaves, source_of, unparse
from articleparse.tree.links import resolve_links
from articleparse.tree.rebuild import rebuild
from articleparse.tree.visit import Visitor, find, first, walk

__all__ = [
    "ALLOWED", "BLANKS", "NODE_TYPES", "Advertisement", "Answer", "Article", "Author", "AuthorBio", "Back", "Body",
    "Branch", "Byline", "Caption", "Cell", "Code", "CodeBlock", "Comments", "Consent", "Control", "Copyright",
    "Correction", "Credit", "Credits", "Dateline", "Deck", "Deleted", "Embed", "Emphasis", "FactBox", "Figure",
    "Front", "Furniture", "Heading", "Headline", "Highlights", "Image", "Item", "ItemList", "Judged", "Kicker", "Leaf",
    "LineBreak", "Link", "LiveEntry", "Meta", "Navigation", "Node", "Other", "Paragraph", "Promotion", "PullQuote",
    "Question", "Quotation", "Related", "Row", "Section", "Separator", "Strong", "Table", "Tags", "Text",
    "Timestamp", "Timestamps", "Visitor", "find", "first", "leaves", "problems", "rebuild", "resolve_links",
    "source_of", "unparse", "walk",
]  # fmt: skip
