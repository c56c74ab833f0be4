"""The check that a tree is well formed finds each kind of damage."""

from __future__ import annotations

import attrs
import pytest

from articleparse.source import Span
from articleparse.tree import (
    ALLOWED,
    NODE_TYPES,
    Article,
    Back,
    Body,
    Front,
    Heading,
    Headline,
    Node,
    Paragraph,
    Related,
    Section,
    Text,
    validate,
)
from tests.support.pages import n, page

SOUND = page(front=[n(Headline, "Storm")], body=[n(Paragraph, "It came."), n(Paragraph, "It went.")])


def with_front(*children: Node) -> Article:
    """The sound article with other children in its front."""
    front, *others = SOUND.children
    return attrs.evolve(SOUND, children=(attrs.evolve(front, children=children), *others))  # type: ignore[call-arg]


def headline(start: int, end: int, *children: Node) -> Headline:
    """A headline."""
    return Headline(Span(start, end), children)


def test_sound() -> None:
    """A well-formed tree has no problems."""
    assert validate(SOUND) == []


def test_too_short() -> None:
    """The article covers its source."""
    (found,) = validate(attrs.evolve(SOUND, source=f"{SOUND.source}more"))
    assert "the source is" in found


def test_child_that_sticks_out() -> None:
    """A child lies within its parent."""
    (found,) = validate(with_front(headline(0, 6, Text(Span(0, 7), "Storm\nI"))))
    assert found == "text Span(start=0, end=7) in headline Span(start=0, end=6) sticks out"


def test_overlap() -> None:
    """Siblings don't overlap."""
    (found,) = validate(with_front(headline(0, 6, Text(Span(0, 3), "Sto"), Text(Span(2, 5), "orm"))))
    assert found.endswith("overlaps or precedes the node before it")


def test_order() -> None:
    """Siblings are in the order of the source."""
    (found,) = validate(with_front(headline(0, 6, Text(Span(3, 5), "rm"), Text(Span(0, 3), "Sto"))))
    assert "precedes" in found


def test_backward_span() -> None:
    """No span ends before it starts."""
    found = validate(with_front(headline(0, 6, Text(Span(4, 2), ""))))
    assert any("ends before it starts" in problem for problem in found)


def test_child_of_a_wrong_class() -> None:
    """Only some classes may stand in a node."""
    (found,) = validate(with_front(headline(0, 6, Section(Span(0, 5)))))
    assert found.endswith("is not allowed there")


def test_class_that_is_no_node() -> None:
    """A class of one's own has no place in the tree."""

    @attrs.frozen
    class Stray(Paragraph):
        pass

    found = validate(with_front(headline(0, 6, Stray(Span(0, 5), (Text(Span(0, 5), "Storm"),)))))
    assert any("is not allowed there" in problem for problem in found)


def test_lost_word() -> None:
    """A word in a front without any node is lost."""
    assert validate(with_front()) == ["'Storm' is lost between the nodes of front"]


def test_word_between_blocks() -> None:
    """A word between two nodes of the front is lost, signs are not."""
    article = Article(Span(0, 9), (Front(Span(0, 9), (headline(0, 3, Text(Span(0, 3), "One")),)),), source="One word*")
    assert validate(article) == ["'word*' is lost between the nodes of front"]
    assert validate(attrs.evolve(article, source="One ****\n")) == []


def test_without_source() -> None:
    """A tree without its source is checked as far as it can be."""
    assert validate(attrs.evolve(SOUND, source=None)) == []


def test_every_class_has_a_rule() -> None:
    """The table of what may stand where knows every class, each by a name of its own."""
    assert len(NODE_TYPES) == len(ALLOWED)
    assert all(NODE_TYPES[kind.type] is kind for kind in ALLOWED)
    for allowed in ALLOWED.values():
        assert all(any(issubclass(known, kind) for known in ALLOWED) for kind in allowed)


@pytest.mark.parametrize("kind", NODE_TYPES.values(), ids=NODE_TYPES.keys())
def test_frozen(kind: type[Node]) -> None:
    """No node can be changed, and none takes an attribute that its class doesn't name."""
    values = {field.name: "" for field in attrs.fields(kind) if field.default is attrs.NOTHING and field.name != "span"}
    node = kind(Span(0, 1), **values)
    with pytest.raises(AttributeError):
        node.span = Span(0, 2)  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(node, "colour", "red")


def test_order_of_the_three_parts() -> None:
    """Front, body and back stand in an article and nowhere else."""
    for kind, allowed in ALLOWED.items():
        assert bool({Front, Body, Back} & set(allowed)) == (kind is Article)


def test_furniture_may_hold_blocks_only() -> None:
    """No inline node stands in furniture without a block around it."""
    assert not any(kind.inline for kind in ALLOWED[Related])
    assert Heading in ALLOWED[Related]
