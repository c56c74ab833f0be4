"""The root of the tree, and what a reader asks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import ClassVar

import attrs

from articleparse.diagnostics import Diagnostic
from articleparse.source import Source
from articleparse.tree.base import Branch, Node, NodesByClass, TreeError, find, first, search, walk
from articleparse.tree.blocks import (
    Byline,
    Caption,
    Deck,
    Figure,
    Heading,
    Headline,
    Highlights,
    Kicker,
    Paragraph,
    Section,
    Tags,
)
from articleparse.tree.drawing import draw_tree, safe_text
from articleparse.tree.furniture import Furniture, Related
from articleparse.tree.inline import Author, Dateline, Link, Timestamp

_PLAIN = 7
"""The rank of a heading that is a plain line, with level 0: below those of levels 1 to 6."""


class PageKind(StrEnum):
    """What a page is, as a whole."""

    ARTICLE = "article"
    LIVE = "live"  # a live report: entries with their times
    INTERVIEW = "interview"
    GALLERY = "gallery"  # pictures with captions
    LISTING = "listing"  # an index: many stories or things, none of them told
    THREAD = "thread"  # posts of several people
    PRODUCT = "product"  # a thing or a service that is offered
    DOCUMENTATION = "documentation"
    NOTICE = "notice"  # an error, a wall, a question of consent: what stands where a page should be


@attrs.frozen
class Meta:
    """What is known about the dump as a whole."""

    language: str | None = None  # BCP 47
    dialect: str = "unknown"  # the converter that wrote the dump
    dialect_confidence: float = 0.0  # 0 to 1
    name: str | None = None  # path or name of the dump
    encoding: str | None = None  # codec that decoded the bytes; None for a str or where none fitted
    kind: PageKind | None = attrs.field(default=None, converter=attrs.converters.optional(PageKind))
    """What the page is; None where nobody judged it."""
    kind_confidence: float = 0.0  # 0 to 1


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
    def by_class(self) -> NodesByClass:
        """The nodes of each class. They are kept: a tree never changes, and most questions would need a walk each."""
        found: dict[type[Node], list[Node]] = {}
        for node in walk(self):
            found.setdefault(type(node), []).append(node)
        return {kind: tuple(nodes) for kind, nodes in found.items()}

    @cached_property
    def _source(self) -> Source:
        return Source(source_of(self))

    def position(self, node: Node) -> tuple[int, int]:
        r"""Line and column where `node` begins in the dump, both counted from 1, the column in code points.

        Raises TreeError where the article has no source text.

        >>> import articleparse as ap
        >>> article = ap.parse("# Rain\n\nIt rained, says [the baker](#).")
        >>> article.position(article.links[0])
        (3, 17)
        """
        return self._source.position(node.span.start)

    def ancestors(self, node: Node) -> tuple[Node, ...]:
        r"""The nodes that `node` stands in, the article first, its parent last.

        Raises TreeError where the article does not hold this very node; an equal one does not count.

        >>> import articleparse as ap
        >>> article = ap.parse("# Rain\n\nIt rained, says [the baker](#).")
        >>> [above.type for above in article.ancestors(article.links[0])]
        ['article', 'body', 'section', 'paragraph']
        """
        path: list[Node] = []
        stack: list[tuple[Node, int]] = [(self, 0)]
        while stack:
            current, depth = stack.pop()
            del path[depth:]
            if current is node:
                return tuple(path)
            path.append(current)
            stack.extend((child, depth + 1) for child in current.children if child.span.covers(node.span))
        raise TreeError(f"the article does not hold this {node.type}")

    def section_path(self, node: Node) -> tuple[Heading, ...]:
        r"""The headings of the story that `node` stands under, the highest first; none for a node outside the body.

        A heading stands under those above it, not under itself. Level 0, a plain line, is below all others. Raises
        TreeError where the article does not hold this very node.

        >>> import articleparse as ap
        >>> article = ap.parse("# Rain\n\nIt rained.\n\n## Places\n\nAll over.\n\n### Paris\n\nIt *poured* there.")
        >>> [heading.text for heading in article.section_path(article.paragraphs[-1])]
        ['Places', 'Paris']
        """
        above: list[Heading] = []
        inside = {id(ancestor) for ancestor in (*self.ancestors(node), node)}
        for section in self.sections:
            if section.heading is not None:
                above = [*_under(above, section.heading), section.heading]
            if id(section) in inside:
                return tuple(heading for heading in above if heading is not node)
        return ()

    @property
    def summary(self) -> str:
        """What is known of the dump as a whole, on a line: its dialect, kind, language, encoding, and its findings."""
        meta, count = self.meta, len(self.diagnostics)
        parts = (
            f"dialect: {meta.dialect} ({meta.dialect_confidence:.0%})",
            f"kind: {meta.kind} ({meta.kind_confidence:.0%})" if meta.kind else "kind: unknown",
            f"language: {meta.language or 'unknown'}",
            f"encoding: {meta.encoding or 'unknown'}",
            f"{count} finding{'' if count == 1 else 's'}",
        )
        return safe_text(" · ".join(parts))

    def draw(self, *, everything: bool = False, unfolded: bool = False, width: int = 120) -> str:
        r"""The tree as text, as `articleparse show` prints it: first the `summary`, then a line for each node.

        The number before a node is the line of the dump on which it begins. Inline nodes without a meaning of their own
        are left out unless `everything` is asked for; long stretches of furniture are one line unless they are to be
        `unfolded`. Lines are cut at `width` code points.

        >>> import articleparse as ap
        >>> article = ap.parse("# Rain\n\nBy Jane Doe\n\nIt rained on Tuesday, for the first time in months.")
        >>> print(article.draw(width=50))
        dialect: unknown (0%) · kind: article (100%) · la…
        1 article
        1   front
        1     headline Rain
        3     byline By Jane Doe
        3       author Jane Doe
        5   body
        5     section
        5       paragraph It rained on Tuesday, for the f…
        5   back
        """
        tree = draw_tree(self, self.source or "", everything=everything, unfolded=unfolded, max_indent=width)
        lines = chain([self.summary], (line.text for line in tree))
        return "\n".join(line if len(line) <= width else line[: max(0, width - 1)] + "…" for line in lines)

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
        return next(search(self, Headline), None)  # asked in every parse, of which few need all nodes by class

    @property
    def kicker(self) -> Kicker | None:
        """The kicker nearest to the headline, the last above it before the first below; or None."""
        kickers = tuple(find(self, Kicker))
        title = self.headline.span.start if self.headline is not None else 0
        return next((kicker for kicker in reversed(kickers) if kicker.span.start < title), next(iter(kickers), None))

    @property
    def deck(self) -> Deck | None:
        """The first deck, or None; `decks` has them all."""
        return next(find(self, Deck), None)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """All decks, in order."""
        return tuple(find(self, Deck))

    @property
    def highlights(self) -> tuple[Highlights, ...]:
        """All lists of key points, in order."""
        return tuple(find(self, Highlights))

    @property
    def byline(self) -> Byline | None:
        """The first byline, or None."""
        return next(find(self, Byline), None)

    @property
    def authors(self) -> tuple[Author, ...]:
        """Everyone named in a byline, agencies too, in order, each name once."""
        by_name: dict[str, Author] = {}
        for author in find(self, Author):
            by_name.setdefault(author.name, author)
        return tuple(by_name.values())

    @property
    def dateline(self) -> Dateline | None:
        """The dateline that opens the story, or None."""
        return next(find(self, Dateline), None)

    @property
    def published(self) -> Timestamp | None:
        """When the story was published: the first date labelled so, else the first without a label above the story.

        Dates that can be read go before those that cannot ("2 hours ago"), and dates below the headline before those
        above it, where pages show the day of the visit. A date without a label beside or below the story counts on the
        line that names the authors alone: elsewhere it is of another story as often as not.
        """
        title = self.headline.span.start if self.headline is not None else 0
        stamps = tuple(find(self, Timestamp))
        labelled = [stamp for stamp in stamps if stamp.kind == "published"]
        front = find(self.front, Timestamp) if len(labelled) < len(stamps) else ()
        others = [stamp for stamp in (*front, *self._signed()) if stamp.kind == "unspecified"]
        others.sort(key=lambda stamp: stamp.span.start < title)
        return min((*labelled, *others), key=lambda stamp: stamp.when is None, default=None)

    def _signed(self) -> Iterator[Timestamp]:
        """The dates on the lines that name the authors."""
        for line in find(self, Byline):
            if next(find(line, Author), None) is not None:
                yield from find(line, Timestamp)

    @property
    def updated(self) -> Timestamp | None:
        """When the story was last changed, where the dump says so."""
        return next((stamp for stamp in find(self, Timestamp) if stamp.kind == "updated"), None)

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
        return tuple(find(self, Caption))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, wherever they stand."""
        return tuple(find(self, Figure))

    @property
    def links(self) -> tuple[Link, ...]:
        """All links in source order, placeholders and those of furniture too."""
        return tuple(find(self, Link))

    @property
    def related(self) -> tuple[Related, ...]:
        """The blocks that lead to other stories."""
        return tuple(find(self, Related))

    @property
    def tags(self) -> tuple[Tags, ...]:
        """The blocks that name topics."""
        return tuple(find(self, Tags))

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """Everything that is not the story, in source order."""
        return tuple(find(self, Furniture))


def source_of(article: Article) -> str:
    """The source text that `article` carries. Raises TreeError where it has none."""
    if article.source is None:
        raise TreeError("this article has no source text; write it with include_source=True, or set `source`")
    return article.source


def _under(above: Sequence[Heading], heading: Heading) -> list[Heading]:
    """Those of the headings `above`, the highest first, that `heading` stands under."""
    return [other for other in above if (other.level or _PLAIN) < (heading.level or _PLAIN)]
