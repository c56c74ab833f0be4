"""The root of the tree, and what a reader asks it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, TypeVar, cast

import attrs

from articleparse.diagnostics import Diagnostic
from articleparse.tree.base import Branch, Node
from articleparse.tree.blocks import Caption, Figure, Paragraph, Section
from articleparse.tree.fields import Author, Dateline, Timestamp
from articleparse.tree.front import Byline, Deck, Headline, Highlights, Kicker, Tags
from articleparse.tree.furniture import Furniture, Related
from articleparse.tree.inline import Link
from articleparse.tree.visit import find, first, walk

N = TypeVar("N", bound=Node)
_Nodes = dict[type[Node], tuple[Node, ...]]


@attrs.frozen
class Meta:
    """What is known about the dump as a whole."""

    language: str | None = None  # BCP 47
    dialect: str = "unknown"  # the converter that wrote the dump
    dialect_confidence: float = 0.0  # 0 to 1
    name: str | None = None  # path or name of the dump
    encoding: str | None = None  # codec that decoded the bytes; None for a str or where none fitted


@attrs.frozen
class Front(Branch):
    """Everything before the first block of the body, furniture in its place."""


@attrs.frozen
class Body(Branch):
    """The sections of the story, furniture in its place within them."""

    flows: ClassVar[bool] = True


@attrs.frozen
class Back(Branch):
    """Everything after the last block of the body, furniture in its place."""


@attrs.frozen
class Article(Branch):
    """A dump as an article. Its three children are a `Front`, a `Body` and a `Back`, which cover the whole source.

    The source text travels along, so that `unparse` works, but is no part of what makes two articles equal.
    """

    meta: Meta = Meta()
    diagnostics: tuple[Diagnostic, ...] = ()
    source: str | None = attrs.field(default=None, eq=False, repr=False)

    @cached_property
    def _by_class(self) -> _Nodes:
        """The nodes of each class, since most of what is asked would need a walk of its own. A tree never changes."""
        found: dict[type[Node], list[Node]] = {}
        for node in walk(self):
            found.setdefault(type(node), []).append(node)
        return {kind: tuple(nodes) for kind, nodes in found.items()}

    def nodes(self, kind: type[N]) -> tuple[N, ...]:
        """What `find(article, kind)` yields. Only the first call for an article walks it, if `kind` has no subclasses.

        >>> from articleparse.source import Span
        >>> [node.type for node in Article(Span(0, 0), (Front(Span(0, 0)),)).nodes(Front)]
        ['front']
        """
        if kind.__subclasses__():
            return tuple(find(self, kind))
        return cast("tuple[N, ...]", self._by_class.get(kind, ()))

    @property
    def front(self) -> Front:
        """What stands above the body."""
        return first(self.children, Front) or Front(self.span)

    @property
    def body(self) -> Body:
        """The story itself."""
        return first(self.children, Body) or Body(self.span)

    @property
    def back(self) -> Back:
        """What stands below the body."""
        return first(self.children, Back) or Back(self.span)

    @property
    def text(self) -> str:
        """The story as a reader reads it: headings, paragraphs, lists and quotations, parted by blank lines."""
        return self.body.text

    @property
    def headline(self) -> Headline | None:
        """The headline, or None where the dump has none."""
        return next(find(self, Headline), None)  # asked in every parse, of which few need all nodes by class

    @property
    def kicker(self) -> Kicker | None:
        """The kicker nearest to the headline, the last above it before the first below; or None."""
        kickers = self.nodes(Kicker)
        title = self.headline.span.start if self.headline is not None else 0
        return next((kicker for kicker in reversed(kickers) if kicker.span.start < title), next(iter(kickers), None))

    @property
    def deck(self) -> Deck | None:
        """The first deck, or None; `decks` has them all."""
        return next(iter(self.nodes(Deck)), None)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """All decks, in order."""
        return self.nodes(Deck)

    @property
    def highlights(self) -> tuple[Highlights, ...]:
        """All lists of key points, in order."""
        return self.nodes(Highlights)

    @property
    def byline(self) -> Byline | None:
        """The first byline, or None."""
        return next(iter(self.nodes(Byline)), None)

    @property
    def authors(self) -> tuple[Author, ...]:
        """Everyone named in a byline, agencies too, in order, each name once."""
        by_name: dict[str, Author] = {}
        for author in self.nodes(Author):
            by_name.setdefault(author.name, author)
        return tuple(by_name.values())

    @property
    def dateline(self) -> Dateline | None:
        """The dateline that opens the story, or None."""
        return next(iter(self.nodes(Dateline)), None)

    @property
    def published(self) -> Timestamp | None:
        """When the story was published: the first date labelled so, else the first without a label above the story.

        Dates that can be read go before those that cannot ("2 hours ago"), and dates below the headline before those
        above it, where pages show the day of the visit. A date without a label beside or below the story counts on the
        line that names the authors alone: elsewhere it is of another story as often as not.
        """
        title = self.headline.span.start if self.headline is not None else 0
        stamps = self.nodes(Timestamp)
        labelled = [stamp for stamp in stamps if stamp.kind == "published"]
        front = find(self.front, Timestamp) if len(labelled) < len(stamps) else ()
        others = [stamp for stamp in (*front, *self._signed()) if stamp.kind == "unspecified"]
        others.sort(key=lambda stamp: stamp.span.start < title)
        return min((*labelled, *others), key=lambda stamp: stamp.when is None, default=None)

    def _signed(self) -> Iterator[Timestamp]:
        """The dates on the lines that name the authors."""
        for line in self.nodes(Byline):
            if next(find(line, Author), None) is not None:
                yield from find(line, Timestamp)

    @property
    def updated(self) -> Timestamp | None:
        """When the story was last changed, where the dump says so."""
        return next((stamp for stamp in self.nodes(Timestamp) if stamp.kind == "updated"), None)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the body, in order; the first has no heading unless the story begins with one."""
        return tuple(child for child in self.body.children if isinstance(child, Section))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the story, in order, without those in lists, quotations and furniture."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @property
    def captions(self) -> tuple[Caption, ...]:
        """All captions, wherever they stand."""
        return self.nodes(Caption)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, wherever they stand."""
        return self.nodes(Figure)

    @property
    def links(self) -> tuple[Link, ...]:
        """All links in source order, placeholders and those of furniture too."""
        return self.nodes(Link)

    @property
    def related(self) -> tuple[Related, ...]:
        """The blocks that lead to other stories."""
        return self.nodes(Related)

    @property
    def tags(self) -> tuple[Tags, ...]:
        """The blocks that name topics."""
        return self.nodes(Tags)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """Everything that is not the story, in source order."""
        return self.nodes(Furniture)
