"""From offsets in a line's text back to its nodes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.article.annotate import Annotation, annotate
from articleparse.fields.line import flat_text, link_ranges
from articleparse.source import Span
from articleparse.tree import Author, Code, Image, LineBreak, Link, Node, Strong, Text, Timestamp

BY = Text(Span(0, 3), "By ")
LINK = Link(Span(3, 16), (Text(Span(4, 12), "Jane Doe"),))
TAIL = Text(Span(16, 30), " | 3 May 2024.")
LINE = (BY, LINK, TAIL)


def shape(nodes: tuple[Node, ...]) -> list[object]:
    """The nodes as their types and texts, nested as they are."""
    return [(node.type, shape(node.children)) if node.children else (node.type, node.text) for node in nodes]


def test_no_annotation() -> None:
    """Without annotations the line is the same object."""
    assert annotate(LINE, []) is LINE


def test_whole_link() -> None:
    """An annotation that covers a link goes around it, so that an author keeps the link."""
    (_, author, _) = annotate(LINE, [Annotation(3, 11, Author)])
    assert isinstance(author, Author)
    assert author.link == LINK
    assert author.span == LINK.span


def test_splits_text() -> None:
    """A text is split where an annotation begins and ends, its span alike."""
    annotated = annotate(LINE, [Annotation(14, 24, Timestamp)])
    assert shape(annotated[2:]) == [("text", " | "), ("timestamp", [("text", "3 May 2024")]), ("text", ".")]
    assert [node.span for node in annotated[2:]] == [Span(16, 19), Span(19, 29), Span(29, 30)]


def test_several() -> None:
    """Several annotations are made in one line."""
    assert [node.type for node in annotate(LINE, [Annotation(3, 11, Author), Annotation(14, 24, Timestamp)])] == [
        "text",
        "author",
        "text",
        "timestamp",
        "text",
    ]


def test_goes_into_marks() -> None:
    """Annotations within bold text are made in there, all of them."""
    bold = Strong(Span(0, 24), (Text(Span(2, 22), "By Ann Lee, Carl Ort"),))
    (strong,) = annotate((bold,), [Annotation(3, 10, Author), Annotation(12, 20, Author)])
    assert [node.type for node in strong.children] == ["text", "author", "text", "author"]


def test_grows_over_marks() -> None:
    """An annotation with one end in a link takes the whole link."""
    assert shape(annotate((LINK, TAIL), [Annotation(5, 9, Author)])) == [
        ("author", [("link", [("text", "Jane Doe")]), ("text", " ")]),
        ("text", "| 3 May 2024."),
    ]


def test_atoms() -> None:
    """A character reference and code are taken whole; an image has no text and is taken when it lies between."""
    ampersand = Text(Span(3, 8), "&")
    line = (Text(Span(0, 3), "Ann"), ampersand, Image(Span(8, 12), "x"), Text(Span(12, 15), "Lee"))
    assert shape(annotate(line, [Annotation(0, 7, Author)]))[0][0] == "author"  # type: ignore[index]
    assert [node.type for node in annotate(line, [Annotation(3, 4, Author)])] == ["text", "author", "image", "text"]
    assert [node.type for node in annotate((Code(Span(0, 7), "abc de"),), [Annotation(1, 3, Author)])] == ["author"]


def test_left_out() -> None:
    """Annotations that are empty, beyond the text or overlap one before them are left out."""
    annotations = [
        Annotation(0, 0, Author),
        Annotation(0, 4, Author),
        Annotation(2, 6, Author),
        Annotation(99, 100, Author),
    ]
    text = (Text(Span(0, 9), "Ann Lee x"),)
    assert [node.type for node in annotate(text, annotations)] == ["author", "text"]


def test_ranges_of_links() -> None:
    """Links lie where their text does, also within bold text; those without text are left out."""
    line = (BY, Strong(Span(3, 20), (LINK,)), Link(Span(20, 30), (Image(Span(21, 25)),)), LineBreak(Span(30, 31)))
    assert flat_text(line) == "By Jane Doe\n"
    assert link_ranges(line) == [(3, 11)]


@st.composite
def lines(draw: st.DrawFn, depth: int = 2) -> tuple[Node, ...]:
    """Inline nodes whose texts tile their spans, up to marks of one character around branches."""
    position = draw(st.integers(0, 3))
    return _nodes(draw, position, depth)[0]


def _nodes(draw: st.DrawFn, position: int, depth: int) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    for kind in draw(st.lists(st.sampled_from(["text", "atom", "strong", "link", "image"]), max_size=4)):
        if kind in ("strong", "link") and depth:
            children, end = _nodes(draw, position + 1, depth - 1)
            nodes.append((Strong if kind == "strong" else Link)(Span(position, end + 1), children))
            position = end + 1
        elif kind == "image":
            nodes.append(Image(Span(position, position + 4)))
            position += 4
        else:
            text = "&" if kind == "atom" else draw(st.text("ab ", min_size=1, max_size=6))
            width = 5 if kind == "atom" else len(text)
            nodes.append(Text(Span(position, position + width), text))
            position += width
    return tuple(nodes), position


@settings(max_examples=50, deadline=None)
@given(lines(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_nothing_is_lost(line: tuple[Node, ...], pairs: list[tuple[int, int]]) -> None:
    """To annotate keeps the text and the leaves in order, within the spans of what holds them."""
    annotated = annotate(line, [Annotation(start, end, Author) for start, end in sorted(pairs)])
    assert flat_text(annotated) == flat_text(line)
    assert _merged(annotated) == _merged(line)
    for node in annotated:
        _check(node)


def _merged(nodes: tuple[Node, ...]) -> list[tuple[str, int, int]]:
    """The leaves with texts that adjoin made one."""
    found: list[tuple[str, int, int]] = []
    for node in nodes:
        for kind, start, end in _merged(node.children) if node.children else [(node.type, *node.span)]:
            if found and kind == found[-1][0] == "text" and found[-1][2] == start:
                found[-1] = (kind, found[-1][1], end)
            else:
                found.append((kind, start, end))
    return found


def _check(node: Node) -> None:
    position = node.span.start
    for child in node.children:
        assert position <= child.span.start <= child.span.end <= node.span.end
        position = child.span.end
        _check(child)
    if isinstance(node, Author):
        assert node.children
