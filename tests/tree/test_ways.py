"""Ways through a tree, and trees made of trees."""

from __future__ import annotations

import pickle
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings

from articleparse.errors import ArticleparseError
from articleparse.pipeline import parse
from articleparse.source import Span
from articleparse.tree import (
    NODE_TYPES,
    Article,
    Author,
    Control,
    Emphasis,
    Front,
    Furniture,
    Heading,
    Headline,
    Item,
    ItemList,
    Link,
    Node,
    Paragraph,
    Promotion,
    Section,
    Strong,
    Text,
    Visitor,
    find,
    first,
    leaves,
    rebuild,
    resolve_links,
    unparse,
    walk,
)
from tests.support.pages import n, page
from tests.support.trees import articles

PAGE = page(
    front=[n(Control, n(Paragraph, n(Link, "Print"))), n(Headline, "Storm ", n(Strong, "hits"), " coast")],
    body=[
        n(Paragraph, "See ", n(Link, n(Emphasis, "here"), target="/a"), " and ", n(Link, "there"), "."),
        n(ItemList, n(Item, "one"), n(Item, n(Link, "Print"))),
    ],
)


def deep(levels: int) -> Article:
    """A headline with emphasis within emphasis."""
    node: Node = Text(Span(0, 1), "x")
    for _ in range(levels):
        node = Emphasis(Span(0, 1), (node,))
    return Article(Span(0, 1), (Front(Span(0, 1), (Headline(Span(0, 1), (node,)),)),), source="x")


def test_walk() -> None:
    """Parents come before children, and everything in the order of the source."""
    (_, headline) = PAGE.front.children
    assert [node.type for node in walk(headline)] == ["headline", "text", "strong", "text", "text"]
    starts = [node.span.start for node in walk(PAGE)]
    assert starts == sorted(starts)


def test_find() -> None:
    """Nodes are found by their class or by a class above it."""
    assert [link.text for link in find(PAGE, Link)] == ["Print", "here", "there", "Print"]
    assert [node.type for node in find(PAGE, Furniture)] == ["control"]
    assert list(find(PAGE, Article)) == [PAGE]


def test_first() -> None:
    """The first of its class is found, or None."""
    assert first(PAGE.front.children, Headline) is PAGE.front.children[1]
    assert first(PAGE.front.children, Promotion) is None


class _Words(Visitor[str]):
    def visit_headline(self, node: Headline) -> str:
        return f"<{node.text}>"

    def visit_item_list(self, node: ItemList) -> str:
        return "+".join(filter(None, self.visit_children(node)))

    def visit_item(self, node: Item) -> str:
        return node.text


def test_visitor() -> None:
    """A node goes to the method named after its type, and what that returns comes back."""
    visitor = _Words()
    assert visitor.visit(PAGE.front.children[1]) == "<Storm hits coast>"
    assert visitor.visit(next(find(PAGE, ItemList))) == "one+Print"


def test_visitor_without_a_method() -> None:
    """A node without a method has its children visited."""
    seen: list[str] = []

    class Links(Visitor[None]):
        def visit_link(self, node: Link) -> None:
            seen.append(node.text)

    assert Links().visit(PAGE) is None
    assert seen == ["Print", "here", "there", "Print"]


def test_rebuild_nothing() -> None:
    """What doesn't change is the same tree, not a copy."""
    assert rebuild(PAGE, lambda node: node) is PAGE


def test_rebuild() -> None:
    """A change makes new parents and leaves the branches beside it as they are."""
    new = rebuild(PAGE, lambda node: Text(node.span, "two") if isinstance(node, Text) and node.text == "one" else node)
    assert isinstance(new, Article)
    assert new.front is PAGE.front
    assert [item.text for item in find(new, Item)] == ["two", "Print"]
    assert [item.text for item in find(PAGE, Item)] == ["one", "Print"]


def test_rebuild_children_first() -> None:
    """A parent is changed when its children have been."""
    order: list[str] = []

    def note(node: Node) -> Node:
        order.append(node.type)
        return node

    rebuild(PAGE.front.children[1], note)
    assert order == ["text", "text", "strong", "text", "headline"]


def test_depth() -> None:
    """No way through a tree meets a limit of depth."""
    article = deep(5000)
    assert sum(1 for _ in walk(article)) == 5004
    assert unparse(article) == "x"
    assert rebuild(article, lambda node: node) is article


def test_leaves() -> None:
    """Leaves tile the source; each has an owner, and marks and blanks are told from text."""
    source = "# *a* b\n\n"
    emphasis = Emphasis(Span(2, 5), (Text(Span(3, 4), "a"),))
    headline = Headline(Span(0, 7), (emphasis, Text(Span(5, 7), " b")))
    article = Article(Span(0, 9), (Front(Span(0, 9), (headline,)),), source=source)
    found = [(leaf.kind, leaf.span.of(source), leaf.owner.type) for leaf in leaves(article)]
    assert found == [
        ("mark", "# ", "headline"),
        ("mark", "*", "emphasis"),
        ("text", "a", "text"),
        ("mark", "*", "emphasis"),
        ("text", " b", "text"),
        ("space", "\n\n", "front"),
    ]


def test_unparse() -> None:
    """The leaves make up the source again."""
    assert unparse(PAGE) == PAGE.source


def test_unparse_without_source() -> None:
    """Without its source an article can't be written as it was."""
    with pytest.raises(ValueError, match="no source"):
        unparse(attrs.evolve(PAGE, source=None))


def targets(article: Article) -> list[str | None]:
    """The targets of all links."""
    return [link.target for link in article.links]


def test_resolve_by_list() -> None:
    """A list fills placeholders in order; None skips one, and links with a target keep it."""
    assert targets(resolve_links(PAGE, ["/1", None, "/3"])) == ["/1", "/a", None, "/3"]
    assert targets(resolve_links(PAGE, iter(["/1"]))) == ["/1", "/a", None, None]
    assert targets(resolve_links(PAGE, [])) == targets(PAGE)


def test_resolve_by_mapping() -> None:
    """A mapping fills every placeholder with a text that it knows."""
    assert targets(resolve_links(PAGE, {"Print": "/p", "here": "/no"})) == ["/p", "/a", None, "/p"]


def test_resolve_by_function() -> None:
    """A function is asked for placeholders alone."""
    asked: list[str] = []

    def answer(link: Link) -> str | None:
        asked.append(link.text)
        return f"/{link.text}" if link.text == "there" else None

    assert targets(resolve_links(PAGE, answer)) == [None, "/a", "/there", None]
    assert asked == ["Print", "there", "Print"]


def test_resolve_changes_nothing_else() -> None:
    """The tree that was given stays as it was, the new one has the same text and source."""
    new = resolve_links(PAGE, ["/1"])
    assert PAGE.links[0].is_placeholder
    assert not new.links[0].is_placeholder
    assert (new.text, new.source) == (PAGE.text, PAGE.source)


@given(articles())
@settings(max_examples=20)
def test_nodes_of_a_class(article: Article) -> None:
    """An article tells the nodes of each class as a walk finds them; changed ones and copies tell their own."""
    for kind in (*NODE_TYPES.values(), Furniture, Node):
        wanted: list[Node] = [node for node in walk(article) if isinstance(node, kind)]
        for _ in range(2):  # the second time from what is kept
            found: list[Node] = list(find(article, kind))
            assert len(found) == len(wanted)
            assert all(one is other for one, other in zip(found, wanted, strict=True))
    again = pickle.loads(pickle.dumps(article))  # noqa: S301  # what was just dumped
    assert again == article
    assert list(find(again, Text)) == list(find(article, Text))
    assert list(find(attrs.evolve(article, children=()), Text)) == []


STORY = """# Rain

- [Home](/)

It rained on Tuesday, the first rain in three months.

## Places

All over the country, people said.

### Paris

It *poured* there.

## Why?

- Clouds
- Wind
"""


def test_position() -> None:
    """A node's place is the line and column of its first character; without the source there is none."""
    article = parse(STORY)
    assert [article.position(heading) for heading in find(article, Heading)] == [(7, 1), (11, 1), (15, 1)]
    assert article.position(next(find(article, Emphasis))) == (13, 4)
    with pytest.raises(ArticleparseError, match="no source"):
        attrs.evolve(article, source=None).position(article.body)


@given(articles())
@settings(max_examples=20)
def test_ancestors(article: Article) -> None:
    """Each of a node's ancestors is the parent of the next one, and the last is the node's own."""
    for node in walk(article):
        path = (*article.ancestors(node), node)
        assert path[0] is article
        for above, below in pairwise(path):
            assert any(child is below for child in above.children)


def test_ancestors_of_a_stranger() -> None:
    """A node of another article has no ancestors here, were it equal to one that does."""
    article, again = parse(STORY), parse(STORY)
    assert article == again
    with pytest.raises(ArticleparseError, match="does not hold this headline"):
        article.ancestors(next(find(again, Headline)))


def test_section_path() -> None:
    """A node stands under the heading of its section and higher ones above that, a heading not under itself."""
    article = page(
        front=[n(Headline, "Rain")],
        body=[
            n(Section, n(Paragraph, "It rained.")),
            n(Section, n(Heading, "Places", level=2), n(Paragraph, "All over."), level=2),
            n(Section, n(Heading, "Paris", level=3), n(Paragraph, "It poured there."), level=3),
            n(Section, n(Heading, "The river"), n(Paragraph, "It rose.")),
            n(Section, n(Heading, "Why?", level=2), n(ItemList, n(Item, "Clouds"), n(Item, "Wind")), level=2),
        ],
    )

    def path(node: Node) -> list[str]:
        return [heading.text for heading in article.section_path(node)]

    below_paris = ["Places", "Paris", "The river"]
    assert [path(node) for node in article.paragraphs] == [[], below_paris[:1], below_paris[:2], below_paris]
    assert [path(heading) for heading in find(article, Heading)] == [[], below_paris[:1], below_paris[:2], []]
    assert [path(item) for item in find(article.body, Item)] == [["Why?"], ["Why?"]]
    assert path(next(find(article, Headline))) == []


def test_visitor_of_a_class_above() -> None:
    """A node without a method of its own goes to that of the nearest class above it."""

    class Names(Visitor[str]):
        def visit_control(self, _: Control) -> str:
            return "control"

        def visit_furniture(self, _: Furniture) -> str:
            return "furniture"

        def visit_inline_branch(self, _: Node) -> str:
            return "branch"

    control, promotion = Control(Span(0, 0)), Promotion(Span(0, 0))
    strong, text = Strong(Span(0, 0)), Text(Span(0, 0), "")
    assert [Names().visit(node) for node in (control, promotion, strong, text)] == [
        "control",
        "furniture",
        "branch",
        None,
    ]


def test_visitor_without_a_node() -> None:
    """A visitor with a method for a type that no node has can't be defined; the error tells the nearest types."""
    with pytest.raises(TypeError, match=r"Names\.visit_autor: .* 'autor'; do you mean visit_author or"):

        class Names(Visitor[None]):
            def visit_autor(self, node: Author) -> None: ...

    with pytest.raises(TypeError, match=r"no node has the type 'zzz'$"):
        type("Strange", (Visitor,), {"visit_zzz": None})
    type("Sound", (Visitor,), {"visit_default": None, "visit_item_list": None, "visited": 0})


def test_drawing_is_cut() -> None:
    """A drawing says what is known of the dump, then has a line a node, none wider than asked for."""
    lines = parse(STORY).draw(width=40).splitlines()
    assert lines[0].startswith("dialect: ")
    assert lines[1] == " 1 article"
    assert " 9       paragraph All over the country…" in lines
    assert max(map(len, lines)) == 40
    assert all("emphasis" not in line for line in lines)
    assert any(line.endswith("emphasis poured") for line in parse(STORY).draw(everything=True).splitlines())
